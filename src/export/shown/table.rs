//! What a picture shows as a table: a row a thing, with its dates, place and sources.
//!
//! Bases are as they are held on the day; codes are those of the data.

use super::Shown;
use crate::calendar::PartialDate;
use crate::export::facts::defused;
use crate::lang::Bilingual;
use crate::model::{Atlas, Source, World};
use crate::scene::item::Picture;

const COLUMNS: [&str; 13] = [
    "kind",
    "id",
    "name_en",
    "name_fr",
    "what",
    "from",
    "to",
    "parties",
    "countries",
    "lon",
    "lat",
    "confidence",
    "sources",
];

/// A row of the table.
type Row = [String; COLUMNS.len()];

/// The table as CSV (RFC 4180): events by date, then bases, closed skies and countries. Cells that a
/// spreadsheet would run as a formula are defused.
///
/// # Errors
/// Never for things of an atlas: only when a row could not be written to memory.
///
/// Of two days compared, `world` is that of day B: bases and countries are as on that day, and what stood only
/// on day A is told with its dates.
pub fn table(picture: &Picture, atlas: &Atlas, world: &World) -> Result<String, csv::Error> {
    let shown = Shown::on(picture);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    let rows = events(&shown, atlas)
        .into_iter()
        .chain(shown.bases.iter().filter_map(|id| base(id, atlas, world)))
        .chain(shown.skies.iter().filter_map(|id| sky(id, atlas)))
        .chain(shown.countries.iter().map(|iso| country(iso, atlas, world)));
    for row in rows {
        writer.write_record(row.map(defused))?;
    }
    let bytes = writer.into_inner().map_err(|e| e.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn date(date: Option<PartialDate>) -> String {
    date.map_or(String::new(), |d| d.to_string())
}

fn urls<'a>(sources: impl IntoIterator<Item = &'a Source>) -> String {
    let mut found: Vec<&str> = Vec::new();
    for url in sources.into_iter().filter_map(|s| s.url.as_deref()) {
        if !found.contains(&url) {
            found.push(url);
        }
    }
    found.join(" ")
}

fn named(kind: &str, id: &str, name: &Bilingual) -> [String; 4] {
    [kind, id, &name.en, &name.fr].map(str::to_owned)
}

fn events(shown: &Shown, atlas: &Atlas) -> Vec<Row> {
    let mut events: Vec<_> = shown
        .events
        .iter()
        .filter_map(|id| atlas.event(id))
        .collect();
    events.sort_by_key(|event| (event.date.first(), &event.id));
    let row = |event: &&crate::model::Event| {
        let [kind, id, en, fr] = named("event", &event.id, &event.title);
        let place = event.places.first();
        let number = |of: fn(&crate::model::Place) -> f64| {
            place.map_or(String::new(), |place| of(place).to_string())
        };
        let parties: Vec<&str> = event
            .actors
            .iter()
            .chain(&event.targets)
            .map(String::as_str)
            .collect();
        [
            kind,
            id,
            en,
            fr,
            event.category.id().to_owned(),
            event.date.to_string(),
            date(event.end),
            parties.join(" "),
            event.countries.join(" "),
            number(|p| p.lon),
            number(|p| p.lat),
            event.confidence.id().to_owned(),
            urls(&event.sources),
        ]
    };
    events.iter().map(row).collect()
}

fn base(id: &str, atlas: &Atlas, world: &World) -> Option<Row> {
    let base = atlas.base(id)?;
    let held = world.tenures_of(atlas, id);
    let left = || {
        let of_base = |(b, _): &&(u32, u32)| atlas.bases[*b as usize].id == id;
        let last = world.left.iter().rfind(of_base);
        last.map(|(b, t)| &atlas.bases[*b as usize].periods[*t as usize])
    };
    let tenures = match held.is_empty() {
        true => left().into_iter().collect(),
        false => held,
    };
    let [kind, id, en, fr] = named("base", id, &base.name);
    let operators: Vec<&str> = tenures.iter().map(|t| t.operator.as_str()).collect();
    let first = tenures
        .iter()
        .filter_map(|t| t.from)
        .min_by_key(|d| d.first());
    let ends: Option<Vec<PartialDate>> = tenures.iter().map(|t| t.to).collect();
    let last = ends.and_then(|ends| ends.into_iter().max_by_key(|d| d.last()));
    let number = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
    Some([
        kind,
        id,
        en,
        fr,
        base.kind.id().to_owned(),
        date(first),
        date(last),
        operators.join(" "),
        base.host.clone(),
        number(base.position.map(|p| p.lon)),
        number(base.position.map(|p| p.lat)),
        base.confidence.id().to_owned(),
        urls(tenures.iter().flat_map(|t| &t.sources)),
    ])
}

fn sky(id: &str, atlas: &Atlas) -> Option<Row> {
    let sky = atlas.sky(id)?;
    let [en, fr] =
        crate::lang::Lang::ALL.map(|lang| atlas.full_name(&sky.country, lang).to_owned());
    let [kind, id, en, fr] = named("sky", id, &Bilingual { en, fr });
    Some([
        kind,
        id,
        en,
        fr,
        sky.traffic.id().to_owned(),
        date(sky.from),
        date(sky.to),
        sky.against.join(" "),
        sky.country.clone(),
        String::new(),
        String::new(),
        sky.confidence.id().to_owned(),
        urls(&sky.sources),
    ])
}

/// A country with the alliances it stands in on the day.
fn country(iso: &str, atlas: &Atlas, world: &World) -> Row {
    let [en, fr] = crate::lang::Lang::ALL.map(|lang| atlas.full_name(iso, lang).to_owned());
    let [kind, id, en, fr] = named("country", iso, &Bilingual { en, fr });
    let rows: Vec<_> = world
        .member_rows(atlas)
        .filter(|(_, row)| row.country == iso)
        .collect();
    let standings: Vec<String> = rows
        .iter()
        .map(|(alliance, row)| format!("{alliance}:{}", row.status.id()))
        .collect();
    [
        kind,
        id,
        en,
        fr,
        standings.join(" "),
        String::new(),
        String::new(),
        String::new(),
        iso.to_owned(),
        String::new(),
        String::new(),
        String::new(),
        urls(rows.iter().flat_map(|(_, row)| &row.sources)),
    ]
}
