//! The stories that ship rest on the facts: every date, figure and name of a record in their words is borne
//! out by the facts that the step lists, in both languages, and what they speak of is seen.
//!
//! It reads dates and numbers, not sentences: whether a sentence is fair is for people. A number of the same
//! value in a record of the step counts as borne out, whatever it counts there.

#[path = "stories/rests_on.rs"]
mod rests_on;
#[path = "stories/words.rs"]
mod words;

use rests_on::RestsOn;
use sahelscope::calendar::{Date, PartialDate};
use sahelscope::geo::{Camera, LonLat, MapBox};
use sahelscope::lang::{Bilingual, Lang};
use sahelscope::model::filter::sift;
use sahelscope::model::{Atlas, Thing, World};
use sahelscope::state::{KeptView, Layer, State, frame_box, view_of};
use sahelscope::story::built_in::{ALL, BuiltIn};
use sahelscope::story::{Step, Story, markdown};
use sahelscope::style::Holder;
use std::collections::BTreeSet;
use std::sync::Arc;
use words::named;

/// Steps that a story has.
const STEPS: std::ops::RangeInclusive<usize> = 8..=14;
/// Longest title in characters, so that it fits one line in large type.
const TITLE_CHARS: usize = 45;
/// Longest caption in characters, so that it is read from the back row.
const CAPTION_CHARS: usize = 210;
/// Least distance from the edge of the frame, as a share of its width and height, so that a sign is seen whole.
const EDGE_SHARE: f64 = 0.015;
/// Keys of the legend that are neither a layer nor a holder.
const OTHER_LINES: [&str; 9] = [
    "page:graticule",
    "troops:bars",
    "bloc:aes",
    "bloc:ecowas",
    "bloc:ecowas:suspended",
    "bloc:ecowas:withdrawing",
    "bloc:g5",
    "bloc:uemoa",
    "bloc:au",
];

fn atlas() -> Arc<Atlas> {
    sahelscope::data::shipped().unwrap_or_else(|e| panic!("{e}"))
}

/// Asks something of every step and tells all complaints at once.
fn check(ask: impl Fn(&Atlas, &Step) -> Vec<String>) {
    let atlas = atlas();
    let mut complaints = Vec::new();
    for built_in in ALL {
        for (at, step) in built_in.story().steps.iter().enumerate() {
            let found = ask(&atlas, step);
            let place = format!("{} step {}", built_in.id, at + 1);
            complaints.extend(found.into_iter().map(|what| format!("{place}: {what}")));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

fn shown_view(atlas: &Atlas, step: &Step) -> (KeptView, Vec<String>) {
    let first = KeptView::of(&State::new(atlas.coverage.from, atlas.coverage.to));
    let mut reading = view_of(step, &first);
    reading.check_selection(atlas);
    reading.check_filter(atlas);
    let faults = reading.faults.iter().map(|fault| fault.sentence(Lang::En));
    (reading.view.clone(), faults.collect())
}

/// The days on which something is seen: the last, the first of a played range, the one compared with.
fn shown_days(atlas: &Atlas, step: &Step) -> Vec<Date> {
    let compared = shown_view(atlas, step)
        .0
        .compare
        .map(|compare| compare.other);
    let played = step.play.map(|play| play.from);
    [Some(step.day), played, compared]
        .into_iter()
        .flatten()
        .collect()
}

fn rests_on(atlas: &Atlas, step: &Step) -> RestsOn {
    let things = step.facts.iter().map(|pointer| &pointer.0);
    RestsOn::of(atlas, things, &shown_days(atlas, step))
}

fn texts(step: &Step) -> [(&'static str, &Bilingual); 3] {
    [
        ("title", &step.title),
        ("caption", &step.caption),
        ("notes", &step.notes),
    ]
}

#[test]
fn every_story_is_whole() {
    let atlas = atlas();
    for BuiltIn { id, .. } in ALL {
        let story = BuiltIn::of_id(id).expect("it is one of them").story();
        assert_eq!(story.missing(&atlas), [], "{id}");
        assert!(
            STEPS.contains(&story.steps.len()),
            "{id}: {} steps",
            story.steps.len()
        );
        for text in [&story.title, &story.summary] {
            assert!(
                Lang::ALL.iter().all(|lang| !text.get(*lang).is_empty()),
                "{id}"
            );
        }
        let last = story.steps.last().map(|step| shown_view(&atlas, step).0);
        assert!(
            last.is_some_and(|view| view.compare.is_some()),
            "{id}: ends without comparing"
        );
    }
}

#[test]
fn what_a_step_shows_is_understood() {
    check(|atlas, step| {
        let (view, mut faults) = shown_view(atlas, step);
        let coverage = atlas.coverage;
        let is_outside = |day: &Date| *day < coverage.from || *day > coverage.to;
        let outside = shown_days(atlas, step).into_iter().filter(is_outside);
        faults.extend(outside.map(|day| format!("{day} is not covered")));
        let holders = Holder::ALL.map(|holder| format!("holder:{holder:?}").to_lowercase());
        let layers = Layer::ALL.map(|layer| layer.id().to_owned());
        let is_line = |key: &&String| {
            holders.contains(key) || layers.contains(key) || OTHER_LINES.contains(&key.as_str())
        };
        let unknown = view.hidden.iter().filter(|key| !is_line(key));
        faults.extend(unknown.map(|key| format!("{key} hides nothing")));
        faults
    });
}

#[test]
fn words_exist_in_both_languages_and_fit() {
    check(|_, step| {
        let mut faults = Vec::new();
        for lang in Lang::ALL {
            for (name, text) in texts(step) {
                let plain = markdown::plain(text.get(lang));
                let count = plain.chars().count();
                let most = match name {
                    "title" => TITLE_CHARS,
                    "caption" => CAPTION_CHARS,
                    _ => usize::MAX,
                };
                if !(1..=most).contains(&count) {
                    faults.push(format!("{} {name}: {count} characters", lang.id()));
                }
                if plain.contains(['\'', '"', '\u{a0}', '\u{202f}']) {
                    faults.push(format!("{} {name}: ’ “ ” « » and plain blanks", lang.id()));
                }
            }
        }
        faults
    });
}

#[test]
fn every_step_rests_on_facts_with_sources() {
    check(|atlas, step| {
        let rests = rests_on(atlas, step);
        let mut faults: Vec<String> = (rests.unsourced.iter())
            .map(|thing| format!("{thing} has no source"))
            .collect();
        let is_sourced = |thing: &Thing| !matches!(thing, Thing::Actor(_) | Thing::Country(_));
        if !step.facts.iter().any(|pointer| is_sourced(&pointer.0)) {
            faults.push("no fact with a source".to_owned());
        }
        faults
    });
}

/// Dates in the words of a step that no fact of it bears out.
fn wrong_dates(atlas: &Atlas, step: &Step) -> Vec<String> {
    let rests = rests_on(atlas, step);
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for (name, text) in texts(step) {
            let found = named(&markdown::plain(text.get(lang)), lang, step.day);
            let wrong = found.dates.iter().filter(|date| !rests.bears_date(**date));
            let wrong = wrong
                .map(ToString::to_string)
                .chain(found.impossible.clone());
            faults.extend(wrong.map(|date| format!("{} {name}: {date}", lang.id())));
        }
    }
    faults
}

/// Numbers in the words of a step that no fact of it bears out.
fn wrong_numbers(atlas: &Atlas, step: &Step) -> Vec<String> {
    let rests = rests_on(atlas, step);
    let is_shown = |value: f64| kinds(step).any(|count| f64::from(count) == value);
    let is_asked = |number: &words::Number| !number.is_spelled || counts_things(&number.noun);
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for (name, text) in texts(step) {
            let found = named(&markdown::plain(text.get(lang)), lang, step.day);
            for number in found.numbers.into_iter().filter(is_asked) {
                let (value, noun) = (number.value, number.noun);
                if !rests.bears_number(value, &noun) && !is_shown(value) {
                    faults.push(format!("{} {name}: {value} {noun}", lang.id()));
                }
            }
        }
    }
    faults
}

#[test]
fn dates_in_words_are_those_of_the_facts() {
    check(wrong_dates);
}

#[test]
fn numbers_in_words_are_those_of_the_facts() {
    check(wrong_numbers);
}

/// Replaces a word of the step in that language and tells what is wrong then.
fn spoiled(step: &Step, (lang, from, to): (Lang, &str, &str)) -> Vec<String> {
    let mut step = step.clone();
    for text in [&mut step.title, &mut step.caption] {
        let text = match lang {
            Lang::En => &mut text.en,
            Lang::Fr => &mut text.fr,
        };
        *text = text.replace(from, to);
    }
    let atlas = atlas();
    let mut faults = wrong_dates(&atlas, &step);
    faults.extend(wrong_numbers(&atlas, &step));
    faults
}

#[test]
fn a_wrong_date_or_number_is_found() {
    let story = BuiltIn::of_id("un-leaves-mali").expect("it ships").story();
    let step = |title: &str| {
        let found = story.steps.iter().find(|step| step.title.en == title);
        found.unwrap_or_else(|| panic!("no step “{title}”"))
    };
    let (camps, bases) = (
        "Three camps in ten days",
        "Six months to leave thirteen bases",
    );
    for (title, spoil, told) in [
        (
            camps,
            (Lang::En, "21 October", "22 October"),
            "en caption: 2023-10-22",
        ),
        (
            camps,
            (Lang::En, "the 23rd", "the 24th"),
            "en caption: 2023-10-24",
        ),
        (
            camps,
            (Lang::Fr, "le 31.", "le 30."),
            "fr caption: 2023-10-30",
        ),
        (camps, (Lang::Fr, "Trois", "Cinq"), "fr title: 5 camps"),
        (
            bases,
            (Lang::En, "2023 the", "2022 the"),
            "en caption: 2022-06-30",
        ),
        (
            bases,
            (Lang::En, "11,600", "12,600"),
            "en caption: 12600 soldiers",
        ),
        (
            bases,
            (Lang::Fr, "1 500", "1 700"),
            "fr caption: 1700 policiers",
        ),
        (bases, (Lang::En, "Six", "Eight"), "en title: 8 months"),
        (bases, (Lang::Fr, "treize", "douze"), "fr title: 12 bases"),
    ] {
        assert_eq!(spoiled(step(title), spoil), [told], "{spoil:?}");
    }
}

/// How many things of each kind a step points at.
fn kinds(step: &Step) -> impl Iterator<Item = u32> {
    let mut counts = std::collections::BTreeMap::new();
    for pointer in &step.highlight {
        *counts.entry(rests_on::kind(&pointer.0)).or_insert(0) += 1;
    }
    counts.into_values()
}

/// Nouns behind a spelled number that make it a claim; `two versions` is a way of speaking.
fn counts_things(noun: &str) -> bool {
    const NOUNS: &str = "camps bases outposts states presidents members coups soldiers people peacekeepers \
        months years weeks days hours convoys contingents vehicles zones governments postes états présidents \
        membres soldats personnes casques mois ans semaines jours heures convois véhicules gouvernements";
    NOUNS.split_whitespace().any(|known| known == noun)
}

/// The dates that a text names, as the data write them.
fn set(found: &words::Named) -> BTreeSet<String> {
    found.dates.iter().map(ToString::to_string).collect()
}

#[test]
fn both_languages_name_the_same_dates() {
    check(|_, step| {
        let mut faults = Vec::new();
        for (name, text) in texts(step) {
            let of = |lang: Lang| set(&named(&markdown::plain(text.get(lang)), lang, step.day));
            let (en, fr) = (of(Lang::En), of(Lang::Fr));
            if en != fr {
                faults.push(format!("{name}: {en:?} and {fr:?}"));
            }
        }
        faults
    });
}

/// The places of a thing that a frame can hold; the ends of a movement where movements are shown.
fn places(atlas: &Atlas, thing: &Thing, view: &KeptView) -> Vec<LonLat> {
    let bounds = Camera::bounds();
    let on_map = |at: &LonLat| bounds.contains(at.to_map());
    match thing {
        Thing::Event(id) => {
            let event = atlas.event(id).expect("another test asks what is missing");
            let moves = event
                .movement
                .as_ref()
                .filter(|_| shows(view, Layer::Movements));
            let ends = moves.into_iter().flat_map(|m| [&m.from, &m.to]);
            let places = event.places.first().into_iter().chain(ends.flatten());
            places
                .map(|place| place.position())
                .filter(on_map)
                .collect()
        }
        Thing::Base(id) => {
            let base = atlas.base(id).expect("another test asks what is missing");
            base.position.into_iter().collect()
        }
        Thing::Country(_)
        | Thing::Sky(_)
        | Thing::Actor(_)
        | Thing::Alliance(_)
        | Thing::Mission(_) => Vec::new(),
    }
}

fn shows(view: &KeptView, layer: Layer) -> bool {
    !view.hidden.contains(layer.id())
}

/// Across from the left and down from the top, 0 to 1 inside.
fn share(frame: &MapBox, at: LonLat) -> [f64; 2] {
    let at = at.to_map();
    [0, 1].map(|axis| (at[axis] - frame.min[axis]) / (frame.max[axis] - frame.min[axis]))
}

#[test]
fn what_is_pointed_at_is_in_the_frame() {
    check(|atlas, step| {
        let Some(frame) = frame_box(step) else {
            return vec!["no frame".to_owned()];
        };
        let (view, mut faults) = shown_view(atlas, step);
        for pointer in &step.highlight {
            for at in places(atlas, &pointer.0, &view) {
                let [x, y] = share(&frame, at);
                let inside = EDGE_SHARE..1.0 - EDGE_SHARE;
                if !inside.contains(&x) || !inside.contains(&y) {
                    faults.push(format!("{} at {x:.2}, {y:.2}", pointer.0));
                }
            }
        }
        faults
    });
}

#[test]
fn what_is_pointed_at_is_on_the_map_that_day() {
    check(|atlas, step| {
        let (view, _) = shown_view(atlas, step);
        let world = World::at(atlas, step.day, view.trail_days);
        let world = world.with_only(&sift(atlas, &view.filter).chosen);
        let is_there = |thing: &Thing| match thing {
            Thing::Event(id) => {
                let of_trail = world.events_of_trail(atlas);
                let mut events = world.events_of_day(atlas).chain(of_trail);
                events.any(|event| event.id == *id)
            }
            Thing::Base(id) => {
                let has_left = |(base, _): &(u32, u32)| atlas.bases[*base as usize].id == *id;
                !world.tenures_of(atlas, id).is_empty() || world.left.iter().any(has_left)
            }
            Thing::Sky(id) => world
                .skies
                .iter()
                .any(|at| atlas.skies[*at as usize].id == *id),
            Thing::Alliance(id) => world.member_rows(atlas).any(|row| row.0 == id),
            Thing::Mission(id) => {
                let mut missions = world.missions.iter();
                missions.any(|at| atlas.missions[*at as usize].id == *id)
            }
            Thing::Country(_) | Thing::Actor(_) => true,
        };
        let unseen = step
            .highlight
            .iter()
            .filter(|pointer| !is_there(&pointer.0));
        unseen
            .map(|pointer| format!("{} is not shown", pointer.0))
            .collect()
    });
}

/// The things of the facts that a page links to, in order.
fn linked(page: &str) -> Vec<String> {
    let blocks = markdown::blocks(page);
    let runs = blocks.into_iter().flat_map(|block| block.runs);
    runs.filter_map(|run| run.link).collect()
}

#[test]
fn the_teachers_pages_rest_on_the_facts() {
    let atlas = atlas();
    for built_in in ALL {
        let story: Story = built_in.story();
        let (en, fr) = (built_in.notes(Lang::En), built_in.notes(Lang::Fr));
        assert_eq!(linked(en), linked(fr), "{}", built_in.id);
        let things: Vec<Thing> = (linked(en).iter())
            .map(|link| Thing::parse(link).unwrap_or_else(|| panic!("{}: {link}", built_in.id)))
            .collect();
        for thing in &things {
            assert!(thing.is_in(&atlas), "{}: {thing}", built_in.id);
        }
        let last = story
            .steps
            .last()
            .map(|step| step.day)
            .expect("it has steps");
        let told = story
            .steps
            .iter()
            .flat_map(|step| &step.facts)
            .map(|pointer| &pointer.0);
        let rests = RestsOn::of(&atlas, told.chain(&things), &[last]);
        let mut dates = Vec::new();
        for (lang, page) in [(Lang::En, en), (Lang::Fr, fr)] {
            let found = named(&markdown::plain(page), lang, last);
            let wrong: Vec<&PartialDate> = found
                .dates
                .iter()
                .filter(|date| !rests.bears_date(**date))
                .collect();
            assert!(wrong.is_empty(), "{} {}: {wrong:?}", built_in.id, lang.id());
            let steps = found
                .numbers
                .iter()
                .find(|n| ["steps", "étapes"].contains(&n.noun.as_str()));
            let count = steps.map(|n| n.value as usize);
            assert_eq!(
                count,
                Some(story.steps.len()),
                "{} {}",
                built_in.id,
                lang.id()
            );
            dates.push(set(&found));
            let heading = format!("# {}", story.title.get(lang));
            assert!(page.starts_with(&heading), "{} {}", built_in.id, lang.id());
            assert!(
                !page.contains(['\'', '"']),
                "{} {}: ’ “ ” « »",
                built_in.id,
                lang.id()
            );
        }
        assert_eq!(dates[0], dates[1], "{}", built_in.id);
    }
}
