//! What a keystroke costs: on the shipped data, and on a constructed record of a million short titles.
//!
//! `cargo bench --bench search`

use criterion::Criterion;
use sahelscope::calendar::{PartialDate, date_of_day_number};
use sahelscope::lang::Bilingual;
use sahelscope::model::basemap::{Basemap, Level};
use sahelscope::model::search::Search;
use sahelscope::model::{Atlas, Category, Confidence, Coverage, Event};
use std::hint::black_box;

const EVENTS: u32 = 1_000_000;
/// As many different words as a large export of armed-conflict events has.
const WORDS: u32 = 60_000;

/// What is typed: a first letter, a name letter by letter, two words, a phrase, mistakes, nonsense.
const TYPED: &[&str] = &[
    "a",
    "g",
    "ga",
    "gao",
    "menaka",
    "french gao",
    "\"french troops\"",
    "menakka",
    "timbouctu frnech",
    "attack in the south of the country near gao",
    "xqzvwxqzvw",
];

/// A sequence that looks drawn by lot and is always the same (a linear congruential generator).
struct Lots(u64);

impl Lots {
    fn next(&mut self, below: u32) -> u32 {
        let step = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = step.wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(below)) as u32
    }

    /// A word's number: small numbers far more often, as in any language (Zipf's law, roughly).
    fn word(&mut self) -> u32 {
        let within = 1 << self.next(17);
        self.next(within).min(WORDS - 1)
    }
}

fn word(number: u32) -> String {
    const KNOWN: [&str; 16] = [
        "the", "attack", "in", "of", "near", "gao", "army", "french", "troops", "menaka", "south",
        "country", "mali", "timbuktu", "base", "withdraw",
    ];
    if let Some(known) = KNOWN.get(number as usize) {
        return (*known).to_owned();
    }
    let mut lots = Lots(u64::from(number));
    let syllables = 2 + lots.next(3);
    let letter = |set: &str, lots: &mut Lots| set.as_bytes()[lots.next(set.len() as u32) as usize];
    (0..syllables)
        .flat_map(|_| {
            [
                letter("bcdfghklmnprstvwz", &mut lots),
                letter("aeiou", &mut lots),
            ]
        })
        .map(char::from)
        .collect()
}

fn title(words: &[String], lots: &mut Lots) -> String {
    let length = 4 + lots.next(6);
    let words: Vec<&str> = (0..length)
        .map(|_| words[lots.word() as usize].as_str())
        .collect();
    words.join(" ")
}

fn record() -> Atlas {
    let day = |n| date_of_day_number(n);
    let coverage = Coverage {
        from: day(15_000),
        to: day(20_000),
    };
    let basemap = Basemap::new(Vec::new(), Box::new(|_| Level::default()));
    let mut atlas = Atlas::empty("constructed".to_owned(), coverage, basemap);
    let words: Vec<String> = (0..WORDS).map(word).collect();
    let mut lots = Lots(1);
    let event = |number: u32| Event {
        id: format!("{number:07}"),
        date: PartialDate::Day(day(15_000 + (number / 200) as i32)),
        end: None,
        category: Category::Attack,
        title: Bilingual {
            en: title(&words, &mut lots),
            fr: title(&words, &mut lots),
        },
        summary: Bilingual::default(),
        actors: Vec::new(),
        targets: Vec::new(),
        countries: Vec::new(),
        places: Vec::new(),
        movement: None,
        troops: None,
        related: Vec::new(),
        confidence: Confidence::Reported,
        sources: Vec::new(),
    };
    atlas.events = (0..EVENTS).map(event).collect();
    atlas
}

fn keystrokes(c: &mut Criterion, name: &str, atlas: &Atlas) {
    let search = Search::new(atlas);
    let mut group = c.benchmark_group(name);
    group.sample_size(20);
    for typed in TYPED {
        group.bench_function(*typed, |b| {
            b.iter(|| black_box(search.find(atlas, typed, |_| 8).count()))
        });
    }
    let long: String = (0..2_000).map(|number| word(number) + " ").collect();
    group.bench_function("10,000 characters", |b| {
        b.iter(|| black_box(search.find(atlas, &long, |_| 8).count()));
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let shipped = sahelscope::data::shipped().expect("the shipped data");
    keystrokes(&mut criterion, "search the shipped data", &shipped);
    let large = record();
    keystrokes(&mut criterion, "search a million events", &large);
    let mut group = criterion.benchmark_group("read all texts");
    group.sample_size(10);
    group.bench_function("of the shipped data", |b| {
        b.iter(|| black_box(Search::new(&shipped)))
    });
    group.bench_function("of a million events", |b| {
        b.iter(|| black_box(Search::new(&large)))
    });
    group.finish();
    criterion.final_summary();
}
