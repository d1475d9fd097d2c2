//! The colours of every theme: map, window, holders, alliances, categories, skies.
//!
//! Taken from the measured design palette (Okabe-Ito, ColorBrewer and Paul Tol's schemes adapted;
//! CIEDE2000 distances were measured there, contrasts are computed again in the tests of this room). It
//! does not decide which colour a thing takes: that is `scene`.

use super::Color;

/// Colours of the basemap and its names.
#[derive(Clone, Debug, PartialEq)]
pub struct MapInk {
    /// Land outside the focus countries.
    pub land: Color,
    /// Land of the focus countries.
    pub focus_land: Color,
    /// Sea.
    pub sea: Color,
    /// Lakes.
    pub lake: Color,
    /// Rivers.
    pub river: Color,
    /// Coast line.
    pub coast: Color,
    /// International borders.
    pub border: Color,
    /// Borders of focus countries.
    pub focus_border: Color,
    /// First-level region lines.
    pub region: Color,
    /// Disputed borders and lines of control.
    pub disputed_line: Color,
    /// Names of neighbours.
    pub country_label: Color,
    /// Names of focus countries.
    pub focus_label: Color,
    /// Names of towns.
    pub place_label: Color,
    /// Names of small things.
    pub minor_label: Color,
    /// Names of water.
    pub water_label: Color,
    /// Ground behind names on land.
    pub halo: Color,
    /// Fill where a figure is not known.
    pub unknown: Color,
    /// What stands back.
    pub dim: Color,
}

/// Colours of the window around the map.
#[derive(Clone, Debug, PartialEq)]
pub struct UiInk {
    /// Ground of a panel.
    pub panel: Color,
    /// Ground of a field or a sunk strip.
    pub panel_sunk: Color,
    /// Thin rule.
    pub hairline: Color,
    /// Thin rule that must be seen.
    pub hairline_strong: Color,
    /// Text.
    pub text: Color,
    /// Secondary text.
    pub text_2: Color,
    /// Faint text.
    pub text_3: Color,
    /// The one accent.
    pub accent: Color,
    /// Accent as a ground.
    pub accent_soft: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// Ring of the selected thing.
    pub selection: Color,
    /// Errors.
    pub error: Color,
    /// Warnings.
    pub warn: Color,
    /// Keyboard focus.
    pub focus_ring: Color,
    /// Playhead.
    pub playhead: Color,
    /// Ground of a chip.
    pub chip: Color,
    /// Histogram bars.
    pub hist: Color,
    /// Histogram bars in the window.
    pub hist_on: Color,
    /// Strength curve.
    pub curve: Color,
    /// Shadow.
    pub shadow: Color,
}

/// One colour an event category.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryInk {
    /// Withdrawal.
    pub withdrawal: Color,
    /// Deployment.
    pub deployment: Color,
    /// Airspace.
    pub airspace: Color,
    /// Alliance.
    pub alliance: Color,
    /// Coup.
    pub coup: Color,
    /// Sanction.
    pub sanction: Color,
    /// Diplomacy.
    pub diplomacy: Color,
    /// Agreement.
    pub agreement: Color,
    /// Attack.
    pub attack: Color,
    /// Transition.
    pub transition: Color,
}

/// Colours of closed skies.
#[derive(Clone, Debug, PartialEq)]
pub struct SkyInk {
    /// A sky closed to all.
    pub all: Color,
    /// A sky closed to some.
    pub some: Color,
    /// A sky opened.
    pub open: Color,
    /// Words about a sky closed to all.
    pub all_text: Color,
    /// Words about a sky closed to some.
    pub some_text: Color,
}

/// One theme's colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The basemap.
    pub map: MapInk,
    /// The window.
    pub ui: UiInk,
    /// Holders of bases, in the order of [`super::Holder::ALL`].
    pub holders: [Color; 13],
    /// Alliances with a colour of their own, in the order of [`super::Bloc::ALL`].
    pub blocs: [Color; 5],
    /// Event categories.
    pub category: CategoryInk,
    /// Closed skies.
    pub sky: SkyInk,
}

pub(super) const LIGHT: Palette = Palette {
    map: MapInk {
        land: Color::rgb(0xECE6DA),
        focus_land: Color::rgb(0xF8F4EC),
        sea: Color::rgb(0xCFDDE3),
        lake: Color::rgb(0xC3D6DF),
        river: Color::rgb(0x86A9BA),
        coast: Color::rgb(0x8FA9B5),
        border: Color::rgb(0xA8998A),
        focus_border: Color::rgb(0x6F5F4F),
        region: Color::rgb(0xCFC3B2),
        disputed_line: Color::rgb(0x8A7A68),
        country_label: Color::rgb(0x5B4D3F),
        focus_label: Color::rgb(0x3D3229),
        place_label: Color::rgb(0x332C26),
        minor_label: Color::rgb(0x584E43),
        water_label: Color::rgb(0x2F5467),
        halo: Color::rgb(0xF8F4EC),
        unknown: Color::rgb(0xD8D4CC),
        dim: Color::rgb(0xECE6DA),
    },
    ui: UiInk {
        panel: Color::rgb(0xFCFAF6),
        panel_sunk: Color::rgb(0xF3EFE7),
        hairline: Color::rgb(0xDED6C9),
        hairline_strong: Color::rgb(0xB9AD9C),
        text: Color::rgb(0x26211C),
        text_2: Color::rgb(0x5A5047),
        text_3: Color::rgb(0x6E645A),
        accent: Color::rgb(0x0F5C66),
        accent_soft: Color::rgb(0xD8E8E8),
        on_accent: Color::rgb(0xFFFFFF),
        selection: Color::rgb(0x0F5C66),
        error: Color::rgb(0xA8172B),
        warn: Color::rgb(0x85560A),
        focus_ring: Color::rgb(0x0F5C66),
        playhead: Color::rgb(0x26211C),
        chip: Color::rgb(0xF0EBE1),
        hist: Color::rgb(0xB8AC9B),
        hist_on: Color::rgb(0x5A5047),
        curve: Color::rgb(0xD9CFBF),
        shadow: Color::rgba(0x26211C22),
    },
    holders: [
        Color::rgb(0x16308F),
        Color::rgb(0x2A89C9),
        Color::rgb(0x7345C4),
        Color::rgb(0xAE1035),
        Color::rgb(0x7E0C35),
        Color::rgb(0xAE7901),
        Color::rgb(0x331E11),
        Color::rgb(0x398B55),
        Color::rgb(0xA05908),
        Color::rgb(0x04606B),
        Color::rgb(0x454906),
        Color::rgb(0x0D0B0A),
        Color::rgb(0x77726E),
    ],
    blocs: [
        Color::rgb(0x8A4206),
        Color::rgb(0x1B5A3C),
        Color::rgb(0x0A6378),
        Color::rgb(0x6034BA),
        Color::rgb(0x4A3A08),
    ],
    category: CategoryInk {
        withdrawal: Color::rgb(0xA65610),
        deployment: Color::rgb(0x3A5A24),
        airspace: Color::rgb(0xC4183C),
        alliance: Color::rgb(0x5336C0),
        coup: Color::rgb(0x100E0D),
        sanction: Color::rgb(0x7A1058),
        diplomacy: Color::rgb(0x2679C6),
        agreement: Color::rgb(0x0F7F76),
        attack: Color::rgb(0x4A2A12),
        transition: Color::rgb(0x857500),
    },
    sky: SkyInk {
        all: Color::rgb(0xC4183C),
        some: Color::rgb(0xA86A00),
        open: Color::rgb(0x2E7D4F),
        all_text: Color::rgb(0xA5102F),
        some_text: Color::rgb(0x805000),
    },
};

pub(super) const DARK: Palette = Palette {
    map: MapInk {
        land: Color::rgb(0x25292B),
        focus_land: Color::rgb(0x303537),
        sea: Color::rgb(0x181E23),
        lake: Color::rgb(0x1C2830),
        river: Color::rgb(0x4B6D80),
        coast: Color::rgb(0x46565F),
        border: Color::rgb(0x5E625F),
        focus_border: Color::rgb(0x99958A),
        region: Color::rgb(0x434846),
        disputed_line: Color::rgb(0x8A877E),
        country_label: Color::rgb(0xBFBBB0),
        focus_label: Color::rgb(0xEAE5DA),
        place_label: Color::rgb(0xECE7DC),
        minor_label: Color::rgb(0xCDC8BB),
        water_label: Color::rgb(0xA8CEE0),
        halo: Color::rgb(0x25292B),
        unknown: Color::rgb(0x3E4345),
        dim: Color::rgb(0x25292B),
    },
    ui: UiInk {
        panel: Color::rgb(0x1E2224),
        panel_sunk: Color::rgb(0x171A1C),
        hairline: Color::rgb(0x363B3D),
        hairline_strong: Color::rgb(0x565C5E),
        text: Color::rgb(0xEFEAE0),
        text_2: Color::rgb(0xBBB5A9),
        text_3: Color::rgb(0xABA59C),
        accent: Color::rgb(0x6FC3C6),
        accent_soft: Color::rgb(0x23413F),
        on_accent: Color::rgb(0x10201F),
        selection: Color::rgb(0x6FC3C6),
        error: Color::rgb(0xFF8A8F),
        warn: Color::rgb(0xE9B45C),
        focus_ring: Color::rgb(0x6FC3C6),
        playhead: Color::rgb(0xEFEAE0),
        chip: Color::rgb(0x2B3032),
        hist: Color::rgb(0x5B605F),
        hist_on: Color::rgb(0xBBB5A9),
        curve: Color::rgb(0x3A3F40),
        shadow: Color::rgba(0x00000066),
    },
    holders: [
        Color::rgb(0x7C87EE),
        Color::rgb(0x63BAF2),
        Color::rgb(0xE2D0F4),
        Color::rgb(0xFF391B),
        Color::rgb(0xD46E5C),
        Color::rgb(0xFFEF57),
        Color::rgb(0xB4A392),
        Color::rgb(0x89E4A9),
        Color::rgb(0xE89E74),
        Color::rgb(0x499FA5),
        Color::rgb(0xC0C72D),
        Color::rgb(0xFFFFFF),
        Color::rgb(0x8D8781),
    ],
    blocs: [
        Color::rgb(0xFFA050),
        Color::rgb(0x8CC8A8),
        Color::rgb(0x6FD8E6),
        Color::rgb(0xCDABFF),
        Color::rgb(0xEDE58A),
    ],
    category: CategoryInk {
        withdrawal: Color::rgb(0xF0AE5E),
        deployment: Color::rgb(0xB4D09A),
        airspace: Color::rgb(0xFF5A62),
        alliance: Color::rgb(0xA68CFA),
        coup: Color::rgb(0xFFFFFF),
        sanction: Color::rgb(0xE56AA8),
        diplomacy: Color::rgb(0x74C6F6),
        agreement: Color::rgb(0x46A79C),
        attack: Color::rgb(0xB78A63),
        transition: Color::rgb(0xE0D540),
    },
    sky: SkyInk {
        all: Color::rgb(0xFF5A62),
        some: Color::rgb(0xF0B040),
        open: Color::rgb(0x6FCB93),
        all_text: Color::rgb(0xFF8A8F),
        some_text: Color::rgb(0xF0B040),
    },
};

pub(super) const PRINT: Palette = Palette {
    map: MapInk {
        land: Color::rgb(0xF1EDE5),
        focus_land: Color::rgb(0xFFFFFF),
        sea: Color::rgb(0xDCE7EC),
        lake: Color::rgb(0xCFE0E8),
        river: Color::rgb(0x86A9BA),
        coast: Color::rgb(0x8FA9B5),
        border: Color::rgb(0xA8998A),
        focus_border: Color::rgb(0x6F5F4F),
        region: Color::rgb(0xD9D0C3),
        disputed_line: Color::rgb(0x8A7A68),
        country_label: Color::rgb(0x5D5145),
        focus_label: Color::rgb(0x3D3229),
        place_label: Color::rgb(0x332C26),
        minor_label: Color::rgb(0x5C5146),
        water_label: Color::rgb(0x33576B),
        halo: Color::rgb(0xFFFFFF),
        unknown: Color::rgb(0xD8D4CC),
        dim: Color::rgb(0xECE6DA),
    },
    ui: UiInk {
        panel: Color::rgb(0xFFFFFF),
        panel_sunk: Color::rgb(0xF7F4EE),
        hairline: Color::rgb(0xCFC6B8),
        hairline_strong: Color::rgb(0xB9AD9C),
        text: Color::rgb(0x1C1814),
        text_2: Color::rgb(0x4A4239),
        text_3: Color::rgb(0x5F564C),
        accent: Color::rgb(0x0F5C66),
        accent_soft: Color::rgb(0xD8E8E8),
        on_accent: Color::rgb(0xFFFFFF),
        selection: Color::rgb(0x0F5C66),
        error: Color::rgb(0xA8172B),
        warn: Color::rgb(0x85560A),
        focus_ring: Color::rgb(0x0F5C66),
        playhead: Color::rgb(0x26211C),
        chip: Color::rgb(0xF0EBE1),
        hist: Color::rgb(0xB8AC9B),
        hist_on: Color::rgb(0x5A5047),
        curve: Color::rgb(0xD9CFBF),
        shadow: Color::rgba(0x26211C22),
    },
    holders: [
        Color::rgb(0x16308F),
        Color::rgb(0x2A89C9),
        Color::rgb(0x7345C4),
        Color::rgb(0xAE1035),
        Color::rgb(0x7E0C35),
        Color::rgb(0xAE7901),
        Color::rgb(0x331E11),
        Color::rgb(0x398B55),
        Color::rgb(0xA05908),
        Color::rgb(0x04606B),
        Color::rgb(0x454906),
        Color::rgb(0x0D0B0A),
        Color::rgb(0x77726E),
    ],
    blocs: [
        Color::rgb(0x8A4206),
        Color::rgb(0x1B5A3C),
        Color::rgb(0x0A6378),
        Color::rgb(0x6034BA),
        Color::rgb(0x4A3A08),
    ],
    category: CategoryInk {
        withdrawal: Color::rgb(0xA65610),
        deployment: Color::rgb(0x3A5A24),
        airspace: Color::rgb(0xC4183C),
        alliance: Color::rgb(0x5336C0),
        coup: Color::rgb(0x100E0D),
        sanction: Color::rgb(0x7A1058),
        diplomacy: Color::rgb(0x2679C6),
        agreement: Color::rgb(0x0F7F76),
        attack: Color::rgb(0x4A2A12),
        transition: Color::rgb(0x857500),
    },
    sky: SkyInk {
        all: Color::rgb(0xC4183C),
        some: Color::rgb(0xA86A00),
        open: Color::rgb(0x2E7D4F),
        all_text: Color::rgb(0xA5102F),
        some_text: Color::rgb(0x805000),
    },
};

pub(super) const PROJECTOR: Palette = Palette {
    map: MapInk {
        land: Color::rgb(0xE3DBCB),
        focus_land: Color::rgb(0xFFFDF8),
        sea: Color::rgb(0xBFD3DC),
        lake: Color::rgb(0xC3D6DF),
        river: Color::rgb(0x5F8CA2),
        coast: Color::rgb(0x8FA9B5),
        border: Color::rgb(0x85735F),
        focus_border: Color::rgb(0x3F3329),
        region: Color::rgb(0xCFC3B2),
        disputed_line: Color::rgb(0x8A7A68),
        country_label: Color::rgb(0x4A3E33),
        focus_label: Color::rgb(0x2B231C),
        place_label: Color::rgb(0x15110E),
        minor_label: Color::rgb(0x3A3028),
        water_label: Color::rgb(0x234B61),
        halo: Color::rgb(0xFFFDF8),
        unknown: Color::rgb(0xD8D4CC),
        dim: Color::rgb(0xECE6DA),
    },
    ui: UiInk {
        panel: Color::rgb(0xFCFAF6),
        panel_sunk: Color::rgb(0xF3EFE7),
        hairline: Color::rgb(0xDED6C9),
        hairline_strong: Color::rgb(0xB9AD9C),
        text: Color::rgb(0x100D0A),
        text_2: Color::rgb(0x332B24),
        text_3: Color::rgb(0x4A4038),
        accent: Color::rgb(0x0F5C66),
        accent_soft: Color::rgb(0xD8E8E8),
        on_accent: Color::rgb(0xFFFFFF),
        selection: Color::rgb(0x0F5C66),
        error: Color::rgb(0xA8172B),
        warn: Color::rgb(0x85560A),
        focus_ring: Color::rgb(0x0F5C66),
        playhead: Color::rgb(0x26211C),
        chip: Color::rgb(0xF0EBE1),
        hist: Color::rgb(0xB8AC9B),
        hist_on: Color::rgb(0x5A5047),
        curve: Color::rgb(0xD9CFBF),
        shadow: Color::rgba(0x26211C22),
    },
    holders: [
        Color::rgb(0x192F86),
        Color::rgb(0x0F709E),
        Color::rgb(0x5A27CB),
        Color::rgb(0xA91132),
        Color::rgb(0x7A1837),
        Color::rgb(0xA47201),
        Color::rgb(0x351D12),
        Color::rgb(0x148D54),
        Color::rgb(0x984E03),
        Color::rgb(0x005862),
        Color::rgb(0x3E3F06),
        Color::rgb(0x0D0B0A),
        Color::rgb(0x66605B),
    ],
    blocs: [
        Color::rgb(0x8A4206),
        Color::rgb(0x1B5A3C),
        Color::rgb(0x0A6378),
        Color::rgb(0x6034BA),
        Color::rgb(0x4A3A08),
    ],
    category: CategoryInk {
        withdrawal: Color::rgb(0x8F4400),
        deployment: Color::rgb(0x3A5A24),
        airspace: Color::rgb(0xB00A2E),
        alliance: Color::rgb(0x5336C0),
        coup: Color::rgb(0x100E0D),
        sanction: Color::rgb(0x7A1058),
        diplomacy: Color::rgb(0x1864AE),
        agreement: Color::rgb(0x0A6B63),
        attack: Color::rgb(0x4A2A12),
        transition: Color::rgb(0x6B5E00),
    },
    sky: SkyInk {
        all: Color::rgb(0xB00A2E),
        some: Color::rgb(0x8A5200),
        open: Color::rgb(0x2E7D4F),
        all_text: Color::rgb(0x970524),
        some_text: Color::rgb(0x6B4200),
    },
};
