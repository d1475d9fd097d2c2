//! What is drawn, second half: what the facts can be (disputed, handed over, reported, crowded, forming,
//! leaving), absurd views, selection.
//!
//! As in `table.rs`; numbers go on from there.

use crate::cases::{
    Case, Pick, Shows, Size, by_airspace, by_nothing, choosing, day, filled_by, in_french, in_grey,
    in_theme, of, part, sized, trailing, with, without,
};
use sahelscope::style::{CountryTheme, Iso, Theme};

const BLANK: &[&str] = &[
    "layer:bases",
    "layer:events",
    "layer:movements",
    "layer:skies",
];
const EMPTY: &[&str] = &[
    "layer:bases",
    "layer:events",
    "layer:movements",
    "layer:skies",
    "layer:names",
];

/// Pictures in the order of their numbers.
pub const ALL: &[Case] = &[
    // Disputed areas.
    part(
        "disputed-western-sahara",
        "2020-11-13",
        [-18.0, 20.0, -4.0, 30.5],
        "Western Sahara as an area of its own, dashed, with the berm, and said to be disputed",
    ),
    part(
        "disputed-abyei",
        "2022-08-15",
        [25.0, 6.0, 33.0, 12.5],
        "Abyei, dashed",
    ),
    part(
        "disputed-halaib",
        "2022-08-15",
        [31.0, 19.5, 38.5, 25.0],
        "Hala'ib, dashed",
    ),
    part(
        "disputed-ilemi",
        "2022-08-15",
        [33.0, 2.5, 38.0, 7.0],
        "Ilemi, dashed",
    ),
    part(
        "disputed-under-a-closed-sky",
        "2023-04-20",
        [25.0, 6.0, 33.0, 12.5],
        "Abyei while the sky of Sudan is closed to all: still dashed, still said to be disputed",
    ),
    // States of bases.
    part(
        "base-handed-over",
        "2022-08-15",
        [-3.0, 14.0, 3.5, 18.0],
        "Gao handed over that day: French upper left, the new holder lower right, dashed because disputed",
    ),
    part(
        "base-closed",
        "2024-01-12",
        [-6.5, 13.0, 3.5, 21.5],
        "bases left by the UN in the thirty days before: hollow, paler with age",
    ),
    part(
        "base-closed-old",
        "2024-02-20",
        [-6.5, 13.0, 3.5, 21.5],
        "the same more than thirty days later: gone",
    ),
    part(
        "base-reported",
        "2022-03-10",
        [-8.5, 11.8, -2.0, 15.5],
        "Russian camps in central Mali that are reported: pale, dashed",
    ),
    part(
        "base-disputed",
        "2025-06-20",
        [-4.0, 15.5, 3.0, 21.5],
        "Africa Corps in northern Mali, disputed: paler, finer dash",
    ),
    // A story of every category.
    day(
        "story-withdrawal",
        "2023-12-22",
        "the last French troops leave Niger",
    ),
    day(
        "story-deployment",
        "2013-01-11",
        "Serval: troops arrive, the arrow from beyond the page named",
    ),
    day(
        "story-airspace",
        "2021-10-03",
        "Algeria closes its sky to French military aircraft",
    ),
    day(
        "story-alliance",
        "2024-07-06",
        "the AES becomes a confederation",
    ),
    in_theme(
        day("story-coup", "2023-07-26", "the coup in Niger"),
        Theme::Dark,
    ),
    in_theme(
        day(
            "story-sanction",
            "2022-01-09",
            "ECOWAS shuts borders with Mali",
        ),
        Theme::Projector,
    ),
    in_french(day(
        "story-diplomacy",
        "2022-01-31",
        "Mali expels the French ambassador",
    )),
    day(
        "story-agreement",
        "2015-05-15",
        "the Algiers accord signed in Bamako",
    ),
    day(
        "story-attack",
        "2024-07-26",
        "Tinzaouaten, disputed: dotted ring, on its second day",
    ),
    in_french(day(
        "story-transition",
        "2012-04-06",
        "Azawad proclaimed at Kidal",
    )),
    part(
        "event-reported",
        "2023-12-20",
        [-4.0, 14.0, 5.0, 21.5],
        "an event that is reported only: dashed ring, and said in words",
    ),
    day(
        "event-month",
        "2012-07-10",
        "an event known to the month only (EUCAP Sahel Niger, July 2012), on a day of that month",
    ),
    // Crowds.
    trailing(
        day(
            "clusters",
            "2023-11-05",
            "the UN leaves the north: clusters with counts and rings of shares",
        ),
        120,
    ),
    trailing(
        part(
            "old-trail",
            "2024-03-01",
            [-13.0, 9.0, 17.0, 24.5],
            "a trail of a year: the oldest events at their palest, still to be read",
        ),
        365,
    ),
    trailing(
        in_theme(
            day("old-trail-dark", "2024-03-01", "the same, dark"),
            Theme::Dark,
        ),
        365,
    ),
    of(
        day(
            "constructed-crowd",
            "2018-05-01",
            "CONSTRUCTED, not facts: forty events on one day at one place",
        ),
        Shows::Crowd,
    ),
    of(
        part(
            "constructed-crowd-near",
            "2018-05-01",
            [-0.25, 16.15, 0.15, 16.4],
            "CONSTRUCTED, not facts: the same from near",
        ),
        Shows::Crowd,
    ),
    // Alliances coming and going, skies at other times.
    with(
        day(
            "g5-formed",
            "2014-02-16",
            "the G5 Sahel forms: its dashed outline lit, its name once across",
        ),
        &["bloc:g5"],
    ),
    with(
        day(
            "g5-and-aes",
            "2023-11-10",
            "G5 and AES at once: two outlines stay readable",
        ),
        &["bloc:g5"],
    ),
    day(
        "suspended",
        "2022-02-10",
        "Mali, Burkina Faso and Guinea suspended from ECOWAS: wide hatching",
    ),
    day(
        "leaving",
        "2024-06-01",
        "three members leaving ECOWAS: narrow hatching, not to be taken for a closed sky",
    ),
    in_grey(day("leaving-grey", "2024-06-01", "the same in grey")),
    in_theme(
        day(
            "leaving-dark",
            "2024-06-01",
            "the same in dark, where it is nearest to a closed sky",
        ),
        Theme::Dark,
    ),
    day(
        "left",
        "2025-01-29",
        "the day they have left: unfilled, the AES still outlined",
    ),
    by_airspace(day(
        "mali-ecowas",
        "2022-01-20",
        "Mali and the ECOWAS states closed to each other, Algeria closed to French military aircraft",
    )),
    by_airspace(in_french(day(
        "algeria-mali",
        "2025-04-07",
        "Algeria and Mali close their skies to each other, in French",
    ))),
    by_airspace(part(
        "sudan-sky",
        "2023-04-20",
        [12.0, 3.0, 40.0, 24.0],
        "Sudan closed to all at the outbreak of war",
    )),
    // Views and sizes nobody should ask for.
    part(
        "far-away",
        "2022-08-15",
        [100.0, -40.0, 120.0, -20.0],
        "a frame outside the data: the map comes back to its bounds",
    ),
    part(
        "atlantic",
        "2022-08-15",
        [-60.0, 5.0, -30.0, 20.0],
        "the open Atlantic",
    ),
    part(
        "a-point",
        "2022-08-15",
        [0.0, 15.0, 0.0001, 15.0001],
        "a frame of a few metres: the nearest zoom",
    ),
    sized(
        "size-tiny",
        Size::Points(40.0, 40.0, 4.0),
        "a page of 40 points: no furniture, no panic",
    ),
    sized(
        "size-small",
        Size::Points(320.0, 200.0, 2.0),
        "a page of 320 by 200 points",
    ),
    sized("size-ribbon", Size::Points(3000.0, 120.0, 1.0), "a ribbon"),
    sized("size-tower", Size::Points(160.0, 1600.0, 1.0), "a tower"),
    sized(
        "size-huge",
        Size::Points(4000.0, 2600.0, 1.0),
        "a poster at its own size: letters small, everything sharp",
    ),
    sized(
        "size-narrow-window",
        Size::Screen(240.0, 600.0),
        "the window at its narrowest",
    ),
    // Selection, layers.
    choosing(
        part(
            "select-base",
            "2022-03-10",
            [-6.0, 13.5, 3.0, 19.0],
            "Gao air base selected: a ring around all its holders",
        ),
        Pick::Base("gao-airport-base"),
    ),
    choosing(
        day(
            "select-event",
            "2022-06-20",
            "an event selected: a ring around its disc",
        ),
        Pick::Event("2022-06-13-barkhane-leaves-menaka"),
    ),
    choosing(
        day(
            "select-country",
            "2022-08-15",
            "Mali selected: a heavy outline",
        ),
        Pick::Country("MLI"),
    ),
    without(
        day(
            "only-the-ground",
            "2022-08-15",
            "no bases, events, movements, skies: a blank map with names",
        ),
        BLANK,
    ),
    without(
        by_nothing(day("nothing-but-land", "2022-08-15", "no names either")),
        EMPTY,
    ),
    without(
        trailing(
            day(
                "only-movements",
                "2023-12-22",
                "movements of half a year without bases and events",
            ),
            180,
        ),
        &["layer:bases", "layer:events"],
    ),
    // Countries by foreign troops and by relations.
    filled_by(
        day(
            "troops",
            "2022-08-15",
            "foreign troops in five classes, the rounded figure under each name, old figures with their year",
        ),
        CountryTheme::Troops,
    ),
    in_grey(filled_by(
        day(
            "troops-grey",
            "2022-08-15",
            "the same in grey: the figures say what shades cannot",
        ),
        CountryTheme::Troops,
    )),
    in_theme(
        filled_by(
            day("troops-dark", "2018-07-01", "foreign troops in the dark"),
            CountryTheme::Troops,
        ),
        Theme::Dark,
    ),
    with(
        filled_by(
            day(
                "troops-bars",
                "2022-08-15",
                "bars by force in every focus country",
            ),
            CountryTheme::Troops,
        ),
        &["troops:bars"],
    ),
    choosing(
        filled_by(
            day(
                "troops-selected",
                "2014-08-15",
                "Mali selected: its forces as bars",
            ),
            CountryTheme::Troops,
        ),
        Pick::Country("MLI"),
    ),
    filled_by(
        day(
            "relations-france",
            "2023-10-01",
            "relations with France: the worse, the redder and the closer the hatching",
        ),
        CountryTheme::Relations(Iso::FRANCE),
    ),
    in_grey(filled_by(
        day("relations-grey", "2023-10-01", "the same in grey"),
        CountryTheme::Relations(Iso::FRANCE),
    )),
    in_theme(
        filled_by(
            day(
                "relations-print",
                "2025-05-01",
                "relations with France on white paper",
            ),
            CountryTheme::Relations(Iso::FRANCE),
        ),
        Theme::Print,
    ),
    // Every alliance at once, and the graticule.
    with(
        day(
            "all-blocs",
            "2023-09-20",
            "five alliances at once: fill, hatching and lines side by side inside the border",
        ),
        &["bloc:g5", "bloc:uemoa", "bloc:au"],
    ),
    with(
        day(
            "graticule",
            "2016-05-01",
            "a graticule with its degrees at the frame",
        ),
        &["page:graticule"],
    ),
    without(
        day(
            "only-the-map",
            "2022-08-15",
            "every part of the page switched off: the map fills it",
        ),
        &[
            "page:title",
            "page:text",
            "page:legend",
            "page:scale",
            "page:sources",
            "page:credit",
            "page:locator",
        ],
    ),
];
