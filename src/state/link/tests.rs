//! Links there and back, links as people and programs spoil them, and any text at all.

use super::super::Selected;
use super::any::any_view;
use super::*;
use crate::geo::{Camera, LonLat};
use crate::lang::Lang;
use crate::state::{Compare, How, State};
use crate::style::{CountryTheme, Theme};
use jiff::civil::date;
use proptest::prelude::*;

fn first() -> KeptView {
    KeptView::of(&State::new(date(2012, 1, 1), date(2026, 6, 4)))
}

pub(super) fn camera(lat: f64, lon: f64, zoom: f64) -> Camera {
    let center = LonLat { lon, lat }.to_map();
    Camera { center, zoom }
}

fn gao() -> KeptView {
    KeptView {
        day: date(2022, 8, 15),
        mode: Mode::Instant,
        trail_days: 120,
        camera: Some(camera(16.27, -0.04, 5.6)),
        fill: CountryTheme::Airspace,
        hidden: ["layer:names", "bloc:g5"].map(str::to_owned).into(),
        filter: Filter::EVERYTHING,
        selection: Some(Selected::Base("gao-airport-base".to_owned())),
        compare: Some(Compare {
            other: date(2021, 8, 14),
            how: How::Swipe { share: 0.25 },
        }),
        lang: Lang::Fr,
        theme: Theme::Dark,
    }
}

/// The sentences about a link, in English.
fn told(text: &str) -> Vec<String> {
    let reading = read(text, &first());
    reading
        .faults
        .iter()
        .map(|f| f.sentence(Lang::En))
        .collect()
}

#[test]
fn a_link_is_short_and_reads_well() {
    assert_eq!(
        write(&gao()),
        "sahelscope:1?day=2022-08-15&trail=120&at=16.27,-0.04,5.6&fill=airspace\
         &hide=bloc:g5,layer:names&select=base:gao-airport-base\
         &compare=2021-08-14&swipe=0.25&lang=fr&look=dark"
    );
    assert_eq!(
        write(&first()),
        "sahelscope:1?day=2026-06-04&trail=60&at=home&fill=alliance&lang=en&look=light"
    );
}

#[test]
fn a_filter_is_short_in_a_link_and_comes_back() {
    let text = "sahelscope:1?day=2022-08-15&trail=120&at=16.27,-0.04,5.6&fill=airspace\
                &hide=bloc:g5,layer:names&category=withdrawal,coup&country=MLI,NER&actor=FRA\
                &sure=confirmed&area=15,-4;15,1;18.5,1&words=last%20convoy\
                &select=base:gao-airport-base&lang=fr&look=dark";
    let reading = read(text, &first());
    assert_eq!(reading.faults, []);
    assert_eq!(reading.view.filter.chips().len(), 8);
    assert_eq!(write(&reading.view), text);
    let without = read("sahelscope:1?day=2022-08-15", &reading.view);
    assert!(without.view.filter.is_everything());
}

#[test]
fn what_a_filter_asks_in_vain_is_told() {
    let link = "sahelscope:1?category=coup,picnic&sure=maybe&country=MLI,XYZ&actor=,&area=1,2;3,4";
    let mut reading = read(link, &first());
    reading.check_filter(&crate::data::shipped().expect("the shipped data load"));
    let sentences: Vec<String> = reading
        .faults
        .iter()
        .map(|f| f.sentence(Lang::En))
        .collect();
    assert_eq!(
        sentences,
        [
            "category: expected withdrawal, deployment, airspace, alliance, coup, sanction, diplomacy, \
             agreement, attack or transition, found `coup,picnic`",
            "sure: expected confirmed, reported, disputed or unsourced, found `maybe`",
            "actor: expected codes such as FRA,WAGNER, found `,`",
            "area: expected three or more corners, latitude and longitude, such as 15,-4;15,1;18,1, \
             found `1,2;3,4`",
            "country: the data know no code `XYZ`, it is left out",
        ]
    );
    assert_eq!(
        reading.view.filter.chips().len(),
        2,
        "coup and Mali are left"
    );
}

#[test]
fn what_a_link_does_not_say_stays() {
    let reading = read("sahelscope:1?day=2013-01-20", &gao());
    assert_eq!(reading.faults, []);
    assert_eq!(reading.said, BTreeSet::from(["day"]));
    let expected = KeptView {
        day: date(2013, 1, 20),
        hidden: first_hidden(),
        filter: Filter::EVERYTHING,
        selection: None,
        compare: None,
        ..gao()
    };
    assert_eq!(reading.view, expected);
}

#[test]
fn spoiled_links_open_all_the_same() {
    let link = write(&gao());
    let encoded = percent::encode(&link).replace(':', "%3A");
    for spoiled in [
        format!("  {link}\n"),
        format!("<{link}>"),
        format!("“{link}”"),
        link.replace("&fill", "\r\n  &fill"),
        link.replace('&', "&amp;"),
        link.replace("sahelscope", "SahelScope"),
        link.replace(',', "%2C")
            .replace(':', "%3a")
            .replacen("%3a", ":", 1),
        format!("{link}&"),
        encoded,
    ] {
        assert!(is_meant(&spoiled), "{spoiled}");
        let reading = read(&spoiled, &first());
        assert_eq!(reading.faults, [], "{spoiled}");
        assert_eq!(reading.view, gao(), "{spoiled}");
    }
}

#[test]
fn faults_are_told_in_plain_sentences() {
    for (text, sentence) in [
        (
            "sahelscope:1?day=2022-13-01&trail=30",
            "day: expected a day such as 2022-08-15, found `2022-13-01`",
        ),
        (
            "sahelscope:1?day=2022-08-15&trail=many",
            "trail: expected a number of days such as 60, found `many`",
        ),
        (
            "sahelscope:1?day=2022-08-15&at=16.27,-0.0",
            "at: expected latitude, longitude and zoom such as 16.27,-0.04,5.6, or home, found `16.27,-0.0`",
        ),
        (
            "sahelscope:1?day=2022-08-15&fill=pink",
            "fill: expected alliance, airspace or none, found `pink`",
        ),
        (
            "sahelscope:1?day=2022-08-15&compare=2022-02-31",
            "compare: expected a day such as 2022-08-14, found `2022-02-31`",
        ),
        (
            "sahelscope:1?day=2022-08-15&compare=2022-13-01",
            "compare: expected a day such as 2022-08-14, found `2022-13-01`",
        ),
        (
            "sahelscope:1?day=2022-08-15&compare=0000-01-01",
            "compare: expected a day such as 2022-08-14, found `0000-01-01`",
        ),
        (
            "sahelscope:1?day=2022-08-15&compare=99999-01-01",
            "compare: expected a day such as 2022-08-14, found `99999-01-01`",
        ),
        (
            "sahelscope:1?day=2022-08-15&compare=2021-01-01&swipe=1.5",
            "swipe: expected the bar’s place from 0 to 1, such as 0.5, after compare, found `1.5`",
        ),
        (
            "sahelscope:1?day=2022-08-15&swipe=0.5",
            "swipe: expected the bar’s place from 0 to 1, such as 0.5, after compare, found `0.5`",
        ),
        (
            "sahelscope:1?day=2022-08-15&lang=de",
            "lang: expected en or fr, found `de`",
        ),
        (
            "sahelscope:1?day=2022-08-15&look=%FF",
            "look: expected light, dark, print or projector, found `%FF`",
        ),
        (
            "sahelscope:1?day=2022-08-15&speed=9",
            "`speed` is not known in a view link",
        ),
        (
            "sahelscope:2?day=2022-08-15",
            "the view link is of version `2`, this program reads version 1",
        ),
        (
            "day=2022-08-15",
            "expected a view link such as sahelscope:1?day=2022-08-15, found `day=2022-08-15`",
        ),
        ("sahelscope:1?", "there is nothing in the view link"),
    ] {
        let sentence = sentence.to_owned();
        let told = told(text);
        if !text.contains("fill=") {
            assert_eq!(told, [sentence], "{text}");
        } else {
            // The themes grow; the form of the sentence does not.
            assert!(
                told[0].starts_with("fill: expected alliance, airspace"),
                "{told:?}"
            );
            assert!(told[0].ends_with("or none, found `pink`"), "{told:?}");
        }
    }
}

#[test]
fn faults_are_told_in_french_too() {
    let reading = read("sahelscope:3?day=2022-13-01&zzz&trail=1", &first());
    let told: Vec<String> = reading
        .faults
        .iter()
        .map(|f| f.sentence(Lang::Fr))
        .collect();
    assert_eq!(
        told,
        [
            "le lien de vue est de la version `3`, ce programme lit la version 1",
            "day\u{202F}: attendu un jour tel que 2022-08-15, trouvé `2022-13-01`",
            "`zzz` est inconnu dans un lien de vue",
        ]
    );
}

#[test]
fn another_version_opens_what_looks_the_same() {
    let reading = read("sahelscope:7?day=2013-01-20&tilt=30", &first());
    assert_eq!(reading.view.day, date(2013, 1, 20));
    assert_eq!(reading.faults.len(), 2);
}

#[test]
fn nothing_understood_changes_nothing() {
    for text in [
        "",
        "hello",
        "sahelscope:",
        "sahelscope:1",
        "\u{0}\u{1}\u{7f}",
        "https://a.b/c?d=e",
    ] {
        let reading = read(text, &gao());
        assert!(
            reading.said.is_empty() && !reading.faults.is_empty(),
            "{text}"
        );
        assert_eq!(reading.view, gao(), "{text}");
    }
    assert!(!is_meant("https://a.b/c?day=2022-08-15") && !is_meant(""));
}

#[test]
fn a_range_is_written_by_its_first_day() {
    let with = |mode| KeptView { mode, ..gao() };
    let from = date(2020, 1, 1);
    for (mode, part) in [
        (Mode::Range { from }, "&from=2020-01-01&"),
        (Mode::Cumulative, "&from=start&"),
    ] {
        let link = write(&with(mode));
        assert!(link.contains(part), "{link}");
        assert_eq!(read(&link, &first()).view, with(mode));
    }
    assert!(!write(&gao()).contains("from="));
    let onto = with(Mode::Cumulative);
    let alone = read("sahelscope:1?day=2022-08-15", &onto).view;
    assert_eq!(alone.mode, Mode::Instant, "a link without a range is a day");
}

#[test]
fn a_range_that_runs_backwards_is_told_and_the_day_is_shown() {
    for (body, part) in [
        (
            "day=2022-08-15&from=2023-01-01",
            "from: 2023-01-01 is after 2022-08-15",
        ),
        ("from=2023-01-01&day=2022-08-15", "that day alone is shown"),
        (
            "day=2022-08-15&from=2022-02-31",
            "expected a day such as 2020-01-01",
        ),
        (
            "day=2022-08-15&from=2022-13-01",
            "expected a day such as 2020-01-01",
        ),
        (
            "day=2022-08-15&from=0000-01-01",
            "expected a day such as 2020-01-01",
        ),
        ("day=2022-08-15&from=", "expected a day such as 2020-01-01"),
    ] {
        let link = format!("sahelscope:1?{body}");
        let told = told(&link);
        assert!(
            told.len() == 1 && told[0].contains(part),
            "{body}: {told:?}"
        );
        let view = read(&link, &first()).view;
        assert_eq!((view.day, view.mode), (date(2022, 8, 15), Mode::Instant));
    }
}

#[test]
fn bad_lines_spoil_only_themselves() {
    let reading = read("sahelscope:1?day=2022-08-15&hide=layer:names,§,x", &first());
    assert_eq!(reading.view.hidden, ["layer:names".to_owned()].into());
    assert_eq!(reading.faults.len(), 1);
    let all = read("sahelscope:1?hide=none", &first());
    assert!(all.view.hidden.is_empty() && all.faults.is_empty());
}

#[test]
fn absurd_lengths_are_survived_and_counted() {
    let long = format!("sahelscope:1?day=2022-08-15&{}", "x=1&".repeat(5_000));
    let told = told(&long);
    assert_eq!(told.len(), MOST_FAULTS + 1);
    assert!(
        told[0].contains("longer than 10000 characters"),
        "{}",
        told[0]
    );
    assert!(told[MOST_FAULTS].contains("more parts"));
    let one = read(
        &format!("sahelscope:1?select=base:{}", "é".repeat(9_000)),
        &first(),
    );
    assert_eq!(one.faults, []);
}

#[test]
fn absurd_cameras_are_refused_or_held() {
    for at in [
        "NaN,0,5", "1,inf,5", "91,0,5", "0,181,5", "0,0,31", "1,2,3,4", ",,", "0,0,-1",
    ] {
        let reading = read(&format!("sahelscope:1?day=2022-08-15&at={at}"), &first());
        assert_eq!(reading.faults.len(), 1, "{at}");
    }
    let far = read("sahelscope:1?at=-80,170,1", &first()).view.camera;
    let held = far.expect("a place on earth");
    assert!(Camera::bounds().contains(held.center) && Camera::ZOOM.contains(&held.zoom));
}

#[test]
fn what_the_facts_do_not_hold_is_told() {
    let atlas = crate::data::shipped().expect("the shipped data load");
    let days = atlas.coverage.from..=atlas.coverage.to;
    let mut good = read(&write(&gao()), &first());
    good.check_selection(&atlas);
    good.check_day(days.clone());
    assert_eq!(good.faults, []);
    for thing in ["base:gao-air", "country:XXX", "event:", "sky:x"] {
        let mut reading = read(
            &format!("sahelscope:1?day=1850-01-01&select={thing}"),
            &first(),
        );
        reading.check_selection(&atlas);
        reading.check_day(days.clone());
        assert_eq!(reading.view.selection, None);
        assert_eq!(reading.view.day, atlas.coverage.from);
        assert_eq!(reading.faults.len(), 2, "{thing}");
    }
    let mut reading = read("sahelscope:1?day=2022-08-15&compare=1850-01-01", &first());
    reading.check_day(atlas.coverage.from..=atlas.coverage.to);
    assert_eq!(
        reading.view.compare.map(|c| c.other),
        Some(atlas.coverage.from)
    );
    let told = reading.faults[0].sentence(Lang::En);
    assert!(told.starts_with("compare: 1850-01-01 is outside"), "{told}");
}

proptest! {
    #[test]
    fn any_view_comes_back(view in any_view(), onto in any_view()) {
        let reading = read(&write(&view), &onto);
        prop_assert_eq!(reading.faults, []);
        prop_assert_eq!(reading.view, view);
    }

    #[test]
    fn any_view_is_shown_and_kept(view in any_view()) {
        let mut state = State::new(date(1, 1, 1), date(9999, 12, 31));
        view.show(&mut state);
        prop_assert_eq!(KeptView::of(&state), view);
    }

    #[test]
    fn any_camera_is_written_once_and_for_all(x in 0.44..0.62f64, y in 0.38..0.5f64, zoom in 3.0..13.0f64) {
        let camera = Camera { center: [x, y], zoom }.held();
        let link = write(&KeptView { camera: Some(camera), ..first() });
        let again = read(&link, &first()).view;
        prop_assert_eq!(write(&again), link);
        let near = again.camera.expect("a camera was written");
        prop_assert!((near.zoom - camera.zoom).abs() < 0.0051);
        prop_assert!((near.center[0] - camera.center[0]).abs() < 2e-7);
    }

    #[test]
    fn no_text_is_too_much(text in "\\PC{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for text in [text.clone(), format!("sahelscope:1?{text}"), String::from_utf8_lossy(&bytes).into_owned()] {
            let reading = read(&text, &gao());
            prop_assert!(!reading.said.is_empty() || reading.view == gao());
            prop_assert!(!reading.said.is_empty() || !reading.faults.is_empty());
            for fault in &reading.faults {
                for lang in Lang::ALL {
                    prop_assert_eq!(fault.sentence(lang).lines().count(), 1);
                }
            }
        }
    }

    #[test]
    fn a_link_cut_anywhere_opens_what_it_can(view in any_view(), share in 0.0..1.0f64) {
        let link = write(&view);
        let cut: String = link.chars().take((link.len() as f64 * share) as usize).collect();
        let reading = read(&cut, &first());
        if cut.contains("&trail") {
            prop_assert_eq!(reading.view.day, view.day);
        }
        prop_assert!(reading.faults.len() <= 2);
    }
}
