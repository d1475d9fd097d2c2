//! Sizes and widths, in points (a point of the screen at 100 %, or of paper).
//!
//! Grid of 4 points, two corner radii, three text sizes and a display size. It holds no colours.

/// Text of the date on screen.
pub const DISPLAY_PT: f32 = 20.0;
/// Titles.
pub const TITLE_PT: f32 = 16.0;
/// Running text.
pub const BODY_PT: f32 = 12.5;
/// Small text.
pub const SMALL_PT: f32 = 11.0;

/// Letter-spaced names of countries.
pub const COUNTRY_PT: f32 = 13.0;
/// Capitals of states.
pub const CAPITAL_PT: f32 = 12.0;
/// Towns.
pub const TOWN_PT: f32 = 11.0;
/// Small places and neighbours.
pub const MINOR_PT: f32 = 10.0;
/// Rivers and lakes.
pub const WATER_PT: f32 = 10.5;
/// Seas.
pub const SEA_PT: f32 = 13.0;
/// First-level regions.
pub const REGION_NAME_PT: f32 = 9.0;
/// Words of the day's story.
pub const STORY_PT: f32 = 15.0;
/// Date above the words of the story.
pub const STORY_DATE_PT: f32 = 12.0;

/// Line from a crowded place to its name.
pub const LEADER_PT: f32 = 0.7;
/// Halo of a name, as a full stroke width.
pub const HALO_PT: f32 = 2.6;

/// Coast line.
pub const COAST_PT: f32 = 0.7;
/// Borders.
pub const BORDER_PT: f32 = 0.9;
/// Borders of focus countries.
pub const FOCUS_BORDER_PT: f32 = 1.6;
/// First-level regions.
pub const REGION_PT: f32 = 0.5;
/// Meridians and parallels.
pub const GRATICULE_PT: f32 = 0.5;
/// Large rivers.
pub const RIVER_MAJOR_PT: f32 = 1.3;
/// Other rivers.
pub const RIVER_PT: f32 = 0.8;
/// Dashes of disputed lines: on, off.
pub const DISPUTED_DASH_PT: [f32; 2] = [4.0, 3.0];
/// Outline of the area that a filter has drawn.
pub const AREA_PT: f32 = 1.8;
/// Its dashes: on, off.
pub const AREA_DASH_PT: [f32; 2] = [7.0, 4.0];
/// Outline of an alliance.
pub const ALLIANCE_PT: f32 = 2.2;
/// Outline of an alliance on the day it forms or changes.
pub const ALLIANCE_FORMED_PT: f32 = 4.0;

/// Hatching: spacing and line width.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hatch {
    /// Distance between line centres.
    pub spacing_pt: f32,
    /// Width of a line.
    pub width_pt: f32,
}

/// A sky closed to all.
pub const HATCH_SKY_ALL: Hatch = Hatch {
    spacing_pt: 7.0,
    width_pt: 2.0,
};
/// A sky closed to some.
pub const HATCH_SKY_SOME: Hatch = Hatch {
    spacing_pt: 11.0,
    width_pt: 1.3,
};
/// A suspended member.
pub const HATCH_SUSPENDED: Hatch = Hatch {
    spacing_pt: 13.0,
    width_pt: 4.0,
};
/// A leaving member; clearly finer than a sky closed to all, which it must not be taken for in grey.
pub const HATCH_WITHDRAWING: Hatch = Hatch {
    spacing_pt: 6.0,
    width_pt: 1.3,
};
/// A disputed area.
pub const HATCH_DISPUTED: Hatch = Hatch {
    spacing_pt: 5.0,
    width_pt: 0.6,
};
/// Distance that hatching keeps from names and symbols.
pub const HATCH_CLEARANCE_PT: f32 = 2.5;
/// Relations below normal, the worse the closer: strained, recalled, expelled, broken.
pub const HATCH_RELATIONS: [Hatch; 4] = [
    Hatch {
        spacing_pt: 15.0,
        width_pt: 0.9,
    },
    Hatch {
        spacing_pt: 10.0,
        width_pt: 1.2,
    },
    Hatch {
        spacing_pt: 6.5,
        width_pt: 1.5,
    },
    Hatch {
        spacing_pt: 4.5,
        width_pt: 2.0,
    },
];
/// How far inside the border the innermost line of an alliance lies, and the next ones after it.
pub const INNER_BORDER_PT: f32 = 3.4;

/// Base symbols by strength: under 200 or not known, 200 to 999, 1,000 and more.
pub const BASE_PT: [f32; 3] = [10.0, 13.0, 17.0];
/// An event's disc on the map.
pub const EVENT_PT: f32 = 20.0;
/// An event's disc when it is the story of the day.
pub const EVENT_STORY_PT: f32 = 28.0;
/// An event's bare glyph in lists and lanes.
pub const EVENT_LIST_PT: f32 = 12.0;
/// Discs of merged events: 2 to 4, 5 to 14, 15 and more.
pub const CLUSTER_PT: [f32; 3] = [26.0, 30.0, 36.0];

/// Days for which a closed base stays on the map as a hollow symbol.
pub const CLOSED_BASE_DAYS: i32 = 30;
/// How much of its own colour a country keeps that is not in the history that is told.
pub const FADED_COUNTRY: f32 = 0.38;
/// Opacity of marks and words that are not in the history that is told.
pub const FADED_MARK: f32 = 0.3;
/// Opacity of an event at the end of the trail.
pub const TRAIL_END_OPACITY: f32 = 0.28;
/// Opacity of an event that is in dispute.
pub const DISPUTED_OPACITY: f32 = 0.62;

/// Panels of the window at 100 %.
pub mod panel {
    /// Layer list, width.
    pub const LEFT_PT: f32 = 232.0;
    /// Width of the story panel, which stands there too.
    pub const STORY_PT: f32 = 336.0;
    /// Inspector, width.
    pub const RIGHT_PT: f32 = 316.0;
    /// Time panel, height.
    pub const TIME_PT: f32 = 252.0;
    /// Top bar, height.
    pub const TOP_PT: f32 = 44.0;
    /// Small corner radius.
    pub const RADIUS_PT: u8 = 3;
    /// Large corner radius.
    pub const RADIUS_LARGE_PT: u8 = 8;
}
