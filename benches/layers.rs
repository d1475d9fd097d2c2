//! What a layer of one's own costs at 10,000, 100,000 and 1,000,000 events: opening, indexing, scrubbing.
//!
//! `cargo bench --bench layers`

use criterion::{BenchmarkId, Criterion};
use sahelscope::data::own::{self, Input, Options, Written};
use sahelscope::geo::{LonLat, MapBox};
use sahelscope::model::layer::{Index, Layer};
use std::fmt::Write as _;
use std::hint::black_box;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
/// Days that the events are spread over: 2012 to 2025.
const DAYS: u32 = 5_000;
/// Towns that they happen about.
const TOWNS: u32 = 3_000;

/// A sequence that looks drawn by lot and is always the same (a linear congruential generator).
struct Lots(u64);

impl Lots {
    fn next(&mut self, below: u32) -> u32 {
        let step = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = step.wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(below)) as u32
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * f64::from(self.next(1 << 24)) / f64::from(1 << 24)
    }
}

/// Rows of about 90 bytes, in the order of time.
fn csv(events: u32) -> String {
    let mut lots = Lots(1);
    let towns: Vec<[f64; 2]> = (0..TOWNS)
        .map(|_| [lots.between(-17.0, 24.0), lots.between(10.0, 22.0)])
        .collect();
    let mut text = String::from("id,date,longitude,latitude,category,title\n");
    for event in 0..events {
        let day = u64::from(event) * u64::from(DAYS) / u64::from(events) + 15_340;
        let date = sahelscope::calendar::date_of_day_number(day as i32);
        let [lon, lat] = towns[lots.next(TOWNS) as usize];
        let (lon, lat) = (lon + lots.between(-0.1, 0.1), lat + lots.between(-0.1, 0.1));
        let (kind, number) = (lots.next(6), lots.next(100_000));
        let _ = writeln!(
            text,
            "{event},{date},{lon:.5},{lat:.5},kind {kind},constructed event number {number} near a town"
        );
    }
    text
}

fn opened(bytes: &[u8]) -> Layer {
    let read = own::read(Input::Bytes(bytes), "made.csv", &Options::default());
    read.layer.expect("good rows")
}

/// The Sahel in a window of 1920 by 1080 points.
fn view() -> (MapBox, f64) {
    let west = LonLat {
        lon: -20.0,
        lat: 16.0,
    }
    .to_map();
    let east = LonLat {
        lon: 27.0,
        lat: 16.0,
    }
    .to_map();
    let width = east[0] - west[0];
    let height = width * 1080.0 / 1920.0;
    let view = MapBox {
        min: [west[0], west[1] - height / 2.0],
        max: [east[0], west[1] + height / 2.0],
    };
    (view, width / 1920.0)
}

fn opening(criterion: &mut Criterion, events: u32, table: &str, layer: &Layer) {
    let mut group = criterion.benchmark_group("open");
    group.sample_size(10);
    let mut json = Vec::new();
    own::write(layer, Written::GeoJson, &mut json).expect("memory");
    group.bench_function(BenchmarkId::new("CSV", events), |b| {
        b.iter(|| black_box(opened(table.as_bytes())))
    });
    group.bench_function(BenchmarkId::new("GeoJSON", events), |b| {
        b.iter(|| black_box(opened(&json)))
    });
    group.bench_function(BenchmarkId::new("index", events), |b| {
        b.iter(|| black_box(Index::of_all(layer)))
    });
    group.finish();
}

fn scrubbing(criterion: &mut Criterion, events: u32, index: &Index) {
    let (view, unit) = view();
    let tenth = DAYS as i32 / 10;
    let mut group = criterion.benchmark_group("scrub");
    let mut cells = Vec::new();
    let mut day = 0;
    group.bench_function(
        BenchmarkId::new("10 % window, cells of 32 to 64 px", events),
        |b| {
            b.iter(|| {
                day = (day + 37) % (DAYS as i32 - tenth);
                let from = 15_340 + day;
                index.cells(
                    black_box(&view),
                    64.0 * unit,
                    (from, from + tenth),
                    &mut cells,
                );
                black_box(cells.len())
            });
        },
    );
    let edges: Vec<i32> = (0..=960)
        .map(|px| 15_340 + px * DAYS as i32 / 960)
        .collect();
    let mut bars = Vec::new();
    group.bench_function(BenchmarkId::new("histogram of 960 bars", events), |b| {
        b.iter(|| {
            index.time().histogram(black_box(&edges), &mut bars);
            black_box(bars.len())
        });
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for events in SIZES {
        let table = csv(events);
        let layer = opened(table.as_bytes());
        let index = Index::of_all(&layer);
        println!(
            "{events} events: {} bytes of CSV, layer {} bytes, index {} bytes",
            table.len(),
            layer.bytes(),
            index.bytes()
        );
        opening(&mut criterion, events, &table, &layer);
        scrubbing(&mut criterion, events, &index);
    }
    criterion.final_summary();
}
