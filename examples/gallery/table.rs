//! What is drawn, first half: signs, themes, languages, grey, zooms, formats. The rest is in `table_facts.rs`.
//!
//! A case says only in what it differs from the usual one. Its caption says what is to be seen, so that
//! whoever looks can say whether it is there. Days were found with `sahelscope events` and `state`.

use crate::cases::{
    Case, Shows, Size, as_svg_too, by_airspace, by_nothing, day, in_french, in_grey, in_theme, of,
    part, sized, trailing,
};
use sahelscope::style::Theme;

/// Pictures in the order of their numbers.
pub const ALL: &[Case] = &[
    // The signs themselves.
    in_theme(
        of(
            day(
                "signs-light",
                "2022-08-15",
                "every sign in the theme light: bases by kind, holder, size and state, glyphs, discs, closed skies",
            ),
            Shows::Plate,
        ),
        Theme::Light,
    ),
    in_theme(
        of(
            day(
                "signs-dark",
                "2022-08-15",
                "every sign in the theme dark: bases by kind, holder, size and state, glyphs, discs, closed skies",
            ),
            Shows::Plate,
        ),
        Theme::Dark,
    ),
    in_theme(
        of(
            day(
                "signs-print",
                "2022-08-15",
                "every sign in the theme print: bases by kind, holder, size and state, glyphs, discs, closed skies",
            ),
            Shows::Plate,
        ),
        Theme::Print,
    ),
    in_theme(
        of(
            day(
                "signs-projector",
                "2022-08-15",
                "every sign in the theme projector: bases by kind, holder, size and state, glyphs, discs, closed skies",
            ),
            Shows::Plate,
        ),
        Theme::Projector,
    ),
    in_grey(of(
        day(
            "signs-grey",
            "2022-08-15",
            "every sign in grey: no two holders, no two categories look alike",
        ),
        Shows::Plate,
    )),
    // Three busy days in every theme, both languages and in grey.
    as_svg_too(day(
        "gao-light",
        "2022-08-15",
        "Gao changes hands: one loud arrow to Niger, the story beside it, both colours at Gao",
    )),
    in_french(day(
        "gao-french",
        "2022-08-15",
        "Gao changes hands: one loud arrow to Niger, the story beside it, both colours at Gao, in French",
    )),
    in_theme(
        day(
            "gao-dark",
            "2022-08-15",
            "Gao changes hands: one loud arrow to Niger, the story beside it, both colours at Gao, dark",
        ),
        Theme::Dark,
    ),
    in_theme(
        in_french(day(
            "gao-print",
            "2022-08-15",
            "Gao changes hands: one loud arrow to Niger, the story beside it, both colours at Gao, for white paper, in French",
        )),
        Theme::Print,
    ),
    in_theme(
        day(
            "gao-projector",
            "2022-08-15",
            "Gao changes hands: one loud arrow to Niger, the story beside it, both colours at Gao, for a bad projector",
        ),
        Theme::Projector,
    ),
    in_grey(day(
        "gao-grey",
        "2022-08-15",
        "the same in grey: holders told apart by their marks, members by fill and hatching",
    )),
    as_svg_too(by_airspace(day(
        "niger-sky-light",
        "2023-08-10",
        "Niger closed to all in narrow red hatching, the ECOWAS states to Niger in wide amber hatching",
    ))),
    by_airspace(in_theme(
        in_french(day(
            "niger-sky-dark",
            "2023-08-10",
            "Niger closed to all in narrow red hatching, the ECOWAS states to Niger in wide amber hatching, dark, in French",
        )),
        Theme::Dark,
    )),
    by_airspace(in_theme(
        day(
            "niger-sky-print",
            "2023-08-10",
            "Niger closed to all in narrow red hatching, the ECOWAS states to Niger in wide amber hatching, print",
        ),
        Theme::Print,
    )),
    by_airspace(in_theme(
        day(
            "niger-sky-projector",
            "2023-08-10",
            "Niger closed to all in narrow red hatching, the ECOWAS states to Niger in wide amber hatching, projector",
        ),
        Theme::Projector,
    )),
    by_airspace(in_grey(day(
        "niger-sky-grey",
        "2023-08-10",
        "the two classes of closed sky told apart in grey",
    ))),
    day(
        "niger-sky-over-alliances",
        "2023-08-10",
        "the same closures while countries are filled by alliance",
    ),
    as_svg_too(day(
        "aes-light",
        "2023-09-16",
        "the AES outlined together and named once, its members in wide hatching as suspended from ECOWAS",
    )),
    in_theme(
        day(
            "aes-dark",
            "2023-09-16",
            "the AES outlined together and named once, its members in wide hatching as suspended from ECOWAS, dark",
        ),
        Theme::Dark,
    ),
    in_theme(
        in_french(day(
            "aes-print",
            "2023-09-16",
            "the AES outlined together and named once, its members in wide hatching as suspended from ECOWAS, print, in French",
        )),
        Theme::Print,
    ),
    in_theme(
        day(
            "aes-projector",
            "2023-09-16",
            "the AES outlined together and named once, its members in wide hatching as suspended from ECOWAS, projector",
        ),
        Theme::Projector,
    ),
    in_grey(day(
        "aes-grey",
        "2023-09-16",
        "alliance, member, suspended member told apart in grey",
    )),
    // Quiet days, and days outside the record.
    day(
        "quiet-2016",
        "2016-08-10",
        "a day without an event for months: no story, and the page says so",
    ),
    in_french(by_nothing(day(
        "quiet-plain",
        "2016-08-10",
        "the same with countries unfilled, in French",
    ))),
    day(
        "before-the-record",
        "2011-12-31",
        "before the record begins: the page says that nothing is known, not that nothing was",
    ),
    in_theme(
        day(
            "after-the-record",
            "2027-03-01",
            "after the record ends: the same",
        ),
        Theme::Dark,
    ),
    trailing(
        day(
            "busy-2023-10-21",
            "2023-10-21",
            "three events on one day and a dense trail",
        ),
        120,
    ),
    trailing(
        day(
            "busy-2026-04-26",
            "2026-04-26",
            "an attack of four days across Mali and a reported withdrawal",
        ),
        90,
    ),
    // From all of North Africa to one town.
    part(
        "zoom-north-africa",
        "2022-08-15",
        [-20.0, 0.0, 40.0, 37.0],
        "all of North Africa: only the largest names, symbols merged",
    ),
    part(
        "zoom-west-africa",
        "2022-08-15",
        [-18.0, 3.0, 16.0, 28.0],
        "West Africa",
    ),
    part(
        "zoom-sahel",
        "2022-08-15",
        [-13.0, 9.0, 17.0, 24.5],
        "the central Sahel",
    ),
    part("zoom-mali", "2022-08-15", [-12.5, 10.0, 4.5, 25.2], "Mali"),
    part(
        "zoom-north-mali",
        "2022-08-15",
        [-4.5, 15.0, 3.5, 21.5],
        "northern Mali: bases by name",
    ),
    part(
        "zoom-gao-region",
        "2022-08-15",
        [-2.0, 14.8, 2.5, 17.6],
        "the region of Gao",
    ),
    part(
        "zoom-gao-town",
        "2022-08-15",
        [-0.25, 16.15, 0.15, 16.4],
        "the town of Gao: bases side by side, discs of imprecise places",
    ),
    part(
        "zoom-bamako",
        "2023-06-01",
        [-8.35, 12.4, -7.65, 12.9],
        "the town of Bamako, with its bases and its event",
    ),
    part(
        "zoom-niamey",
        "2023-12-22",
        [1.8, 13.3, 2.5, 13.75],
        "the town of Niamey, with its bases and its event",
    ),
    part(
        "zoom-ndjamena",
        "2024-12-10",
        [14.7, 11.9, 15.4, 12.35],
        "the town of N'Djamena, with its bases and its event",
    ),
    part(
        "zoom-agadez",
        "2024-08-05",
        [7.6, 16.7, 8.4, 17.25],
        "the town of Agadez, with its bases and its event",
    ),
    // Formats.
    sized("size-9x16", Size::Pixels(1080, 1920), "a telephone upright"),
    sized("size-1x1", Size::Pixels(1080, 1080), "a square"),
    sized("size-4x3", Size::Pixels(1600, 1200), "an old projector"),
    sized("size-16x9", Size::Pixels(1920, 1080), "a slide"),
    sized("size-3x1", Size::Pixels(2100, 700), "a banner"),
    in_french(sized(
        "size-a4-landscape",
        Size::Paper(297.0, 210.0, 150.0),
        "A4, landscape",
    )),
    in_french(sized(
        "size-a4-portrait",
        Size::Paper(210.0, 297.0, 150.0),
        "A4, portrait",
    )),
    as_svg_too(sized(
        "size-1x",
        Size::Points(1280.0, 720.0, 1.0),
        "one pixel a point",
    )),
    sized(
        "size-3x",
        Size::Points(1280.0, 720.0, 3.0),
        "the same page at three pixels a point: everything grows together, nothing moves",
    ),
    sized(
        "size-window",
        Size::Screen(1100.0, 760.0),
        "the map of the window: scale and credit only",
    ),
];
