//! What a change of the filter costs: the chosen set and all counts, on the shipped data and on a
//! constructed record of a million events.
//!
//! `cargo bench --bench filter`

use criterion::Criterion;
use sahelscope::calendar::{PartialDate, date_of_day_number};
use sahelscope::lang::Bilingual;
use sahelscope::model::basemap::{Basemap, Level};
use sahelscope::model::filter::{Area, Columns, FacetValue, Filter, sift};
use sahelscope::model::{Atlas, Category, Confidence, Coverage, Event, Place};
use std::hint::black_box;

const EVENTS: usize = 1_000_000;
/// As many different actors as a large export of armed-conflict events has.
const ACTORS: usize = 3_000;
const COUNTRIES: usize = 40;

/// Spreads numbers evenly, always the same (Knuth's multiplicative hash).
fn spread(number: usize, below: usize) -> usize {
    (number as u32).wrapping_mul(2_654_435_761) as usize % below
}

fn event(number: usize) -> Event {
    let actor = |shift: usize| format!("A{}", spread(number + shift, ACTORS));
    let place = Place {
        name: Bilingual::default(),
        lon: spread(number, 40_000) as f64 / 1_000.0 - 18.0,
        lat: spread(number + 7, 20_000) as f64 / 1_000.0 + 5.0,
    };
    Event {
        id: format!("{number:07}"),
        date: PartialDate::Day(date_of_day_number(15_000 + (number / 200) as i32)),
        end: None,
        category: Category::ALL[spread(number, Category::ALL.len())],
        title: Bilingual::default(),
        summary: Bilingual::default(),
        actors: vec![actor(0)],
        targets: vec![actor(1)],
        countries: vec![format!("C{}", spread(number, COUNTRIES))],
        places: vec![place],
        movement: None,
        troops: None,
        related: Vec::new(),
        confidence: Confidence::ALL[spread(number + 3, Confidence::ALL.len())],
        sources: Vec::new(),
    }
}

fn record() -> Atlas {
    let day = |n| date_of_day_number(n);
    let coverage = Coverage {
        from: day(15_000),
        to: day(20_000),
    };
    let basemap = Basemap::new(Vec::new(), Box::new(|_| Level::default()));
    let mut atlas = Atlas::empty("constructed".to_owned(), coverage, basemap);
    atlas.events = (0..EVENTS).map(event).collect();
    atlas
}

/// Filters by name: everything, one category, several facets, an area.
fn filters(actor: &str, country: &str) -> [(&'static str, Filter); 4] {
    let mut category = Filter::EVERYTHING;
    category.toggle(FacetValue::Category(Category::Coup));
    let mut several = category.clone();
    several.toggle(FacetValue::Category(Category::Attack));
    several.toggle(FacetValue::Actor(actor.to_owned()));
    several.toggle(FacetValue::Country(country.to_owned()));
    several.toggle(FacetValue::Confidence(Confidence::Confirmed));
    let area = Filter {
        area: Area::from_text("12,-6;13,0;12,4;15,5;18.5,4;18,0;18.5,-6;15,-7"),
        ..Filter::EVERYTHING
    };
    [
        ("everything", Filter::EVERYTHING),
        ("a category", category),
        ("four facets", several),
        ("an area of eight corners", area),
    ]
}

fn changes(c: &mut Criterion, name: &str, atlas: &Atlas, codes: [&str; 2]) {
    let mut group = c.benchmark_group(name);
    group.sample_size(20);
    // The columns are made when they are first asked for.
    black_box(atlas.columns());
    for (what, filter) in filters(codes[0], codes[1]) {
        group.bench_function(what, |b| b.iter(|| black_box(sift(atlas, &filter))));
    }
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let shipped = sahelscope::data::shipped().expect("the shipped data");
    changes(
        &mut criterion,
        "filter the shipped data",
        &shipped,
        ["FRA", "MLI"],
    );
    let large = record();
    changes(
        &mut criterion,
        "filter a million events",
        &large,
        ["A7", "C3"],
    );
    let mut group = criterion.benchmark_group("read all facets");
    group.sample_size(10);
    group.bench_function("of a million events", |b| {
        b.iter(|| black_box(Columns::new(&large)))
    });
    group.finish();
    criterion.final_summary();
}
