//! A mapping from names and the first rows: which column is what, ACLED and UCDP GED by their headers.
//!
//! A mapping that is given says the last word; what it leaves out is recognised. What cannot be told is
//! left open and asked by `question`.

use super::mapping::{Codebook, CoordinateOrder, DateOrder, Mapping, Role};
use super::{dates, degrees, names, wkt};

/// The names of the columns and the first rows of a file.
#[derive(Debug, Default)]
pub struct Sample {
    /// The names.
    pub names: Vec<String>,
    /// The cells of the first rows, each as long as the names.
    pub rows: Vec<Vec<String>>,
    /// Has each record a geometry of its own?
    pub has_geometry: bool,
    /// Longitudes and latitudes of the first geometries, as the file has them.
    pub points: Vec<[f64; 2]>,
}

impl Sample {
    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .filter_map(move |row| row.get(column))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    }

    /// The share of the cells that are not empty which `fits`; `None` when all are empty.
    fn share(&self, column: usize, fits: impl Fn(&str) -> bool) -> Option<f64> {
        let (mut all, mut fitting) = (0_u32, 0_u32);
        for cell in self.cells(column) {
            all += 1;
            fitting += u32::from(fits(cell));
        }
        (all > 0).then(|| f64::from(fitting) / f64::from(all))
    }

    fn mostly(&self, column: usize, fits: impl Fn(&str) -> bool) -> bool {
        self.share(column, fits).is_none_or(|share| share >= 0.5)
    }

    /// The position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|n| n == name)
    }
}

/// The given mapping with what can be recognised.
pub fn recognise(sample: &Sample, given: &Mapping) -> Mapping {
    let mut mapping = given.clone();
    if mapping.codebook.is_none() {
        mapping.codebook = codebook(sample);
    }
    if let Some(codebook) = mapping.codebook {
        for (role, name) in known_columns(codebook) {
            if sample.column(name).is_some() {
                mapping
                    .columns
                    .entry(*role)
                    .or_insert_with(|| (*name).to_owned());
            }
        }
    }
    // A mapping that names columns for time or place has decided about them.
    let decided_time = TIMES.iter().any(|role| mapping.columns.contains_key(role));
    let decided_place = PLACES.iter().any(|role| mapping.columns.contains_key(role));
    for (role, columns) in names::candidates(&sample.names) {
        let decided =
            decided_time && TIMES.contains(&role) || decided_place && PLACES.contains(&role);
        if decided || mapping.columns.contains_key(&role) {
            continue;
        }
        let taken = |column: &usize| {
            mapping
                .columns
                .values()
                .any(|n| *n == sample.names[*column])
        };
        let fit = columns
            .into_iter()
            .filter(|c| !taken(c))
            .find(|c| suits(sample, role, *c));
        if let Some(column) = fit {
            mapping.columns.insert(role, sample.names[column].clone());
        }
    }
    settle(sample, &mut mapping);
    if mapping.date_order.is_none() {
        mapping.date_order = proven_order(sample, &mapping);
    }
    mapping
}

/// Roles of columns that say when.
const TIMES: [Role; 7] = [
    Role::Date,
    Role::Start,
    Role::End,
    Role::Year,
    Role::Month,
    Role::Day,
    Role::Week,
];
/// Roles of columns that say where by coordinates.
const PLACES: [Role; 5] = [Role::Lon, Role::Lat, Role::LonLat, Role::LatLon, Role::Wkt];

fn codebook(sample: &Sample) -> Option<Codebook> {
    let has = |names: &[&str]| names.iter().all(|name| sample.column(name).is_some());
    if has(&[
        "event_date",
        "time_precision",
        "event_type",
        "actor1",
        "geo_precision",
    ]) {
        Some(Codebook::Acled)
    } else if has(&[
        "date_start",
        "date_end",
        "date_prec",
        "where_prec",
        "type_of_violence",
    ]) {
        Some(Codebook::UcdpGed)
    } else {
        None
    }
}

fn known_columns(codebook: Codebook) -> &'static [(Role, &'static str)] {
    match codebook {
        Codebook::Acled => &[
            (Role::Date, "event_date"),
            (Role::DatePrecision, "time_precision"),
            (Role::Lon, "longitude"),
            (Role::Lat, "latitude"),
            (Role::PlacePrecision, "geo_precision"),
            (Role::Place, "location"),
            (Role::Country, "country"),
            (Role::Category, "event_type"),
            (Role::Title, "sub_event_type"),
            (Role::Note, "notes"),
            (Role::Source, "source"),
        ],
        Codebook::UcdpGed => &[
            (Role::Start, "date_start"),
            (Role::End, "date_end"),
            (Role::DatePrecision, "date_prec"),
            (Role::Lon, "longitude"),
            (Role::Lat, "latitude"),
            (Role::PlacePrecision, "where_prec"),
            (Role::Place, "where_coordinates"),
            (Role::Country, "country"),
            (Role::Category, "type_of_violence"),
            (Role::Title, "dyad_name"),
            (Role::Note, "where_description"),
            (Role::Source, "source_article"),
        ],
    }
}

fn is_date(cell: &str) -> bool {
    dates::read(first_of_list(cell)).is_ok()
}

/// The first text of a JSON list, as `times` members hold them; any other text as it is.
pub fn first_of_list(cell: &str) -> &str {
    let inner = cell.strip_prefix('[').map(str::trim_start);
    let first = inner.and_then(|text| text.split([',', ']']).next());
    first.map_or(cell, |text| text.trim().trim_matches('"'))
}

/// Do the cells of a column fit what its name says? An empty column fits.
fn suits(sample: &Sample, role: Role, column: usize) -> bool {
    let whole = |cell: &str, most: u32| {
        let number = cell.strip_suffix(".0").unwrap_or(cell).parse::<u32>();
        number.is_ok_and(|n| (1..=most).contains(&n))
    };
    match role {
        // A name that means dates is believed as soon as one cell is a date: the others are refused, and said.
        Role::Date | Role::Start | Role::End => sample.share(column, is_date) != Some(0.0),
        Role::Year => sample.mostly(column, |cell| whole(cell, 9999)),
        Role::Month => sample.mostly(column, |cell| whole(cell, 12)),
        Role::Day => sample.mostly(column, |cell| whole(cell, 31)),
        Role::Week => sample.mostly(column, |cell| whole(cell, 53)),
        Role::Lon | Role::Lat => {
            sample.share(column, |cell| degrees::read(cell).is_some()) != Some(0.0)
        }
        Role::LonLat | Role::LatLon => {
            sample.mostly(column, |cell| degrees::read_pair(cell).is_some())
        }
        Role::Wkt => sample.mostly(column, |cell| wkt::read(cell).is_some()),
        Role::DatePrecision => {
            sample.mostly(column, |cell| super::codes::grain(cell, None).is_some())
        }
        Role::PlacePrecision => {
            sample.mostly(column, |cell| super::codes::precise(cell, None).is_some())
        }
        Role::PlacedBy => sample.mostly(column, |cell| cell == "gazetteer"),
        Role::Place | Role::Country | Role::Title | Role::Category | Role::Note | Role::Source => {
            true
        }
    }
}

/// What the roles together leave over: a start makes a date needless, a lone half of a pair is none, and
/// when no name told, a single column of dates is the date.
fn settle(sample: &Sample, mapping: &mut Mapping) {
    let named = |mapping: &Mapping, role| mapping.column(role).is_some();
    if named(mapping, Role::Start) && named(mapping, Role::Date) && mapping.codebook.is_none() {
        // `date` beside `start`: the start says more.
        mapping.columns.remove(&Role::Date);
    }
    if named(mapping, Role::Lon) != named(mapping, Role::Lat) {
        mapping.columns.remove(&Role::Lon);
        mapping.columns.remove(&Role::Lat);
    }
    if named(mapping, Role::Lon) {
        mapping.columns.remove(&Role::LonLat);
        mapping.columns.remove(&Role::LatLon);
    }
    let parts = [Role::Month, Role::Day, Role::Week];
    if !named(mapping, Role::Year) || named(mapping, Role::Date) || named(mapping, Role::Start) {
        for role in parts {
            mapping.columns.remove(&role);
        }
    }
    if named(mapping, Role::Date) || named(mapping, Role::Start) {
        mapping.columns.remove(&Role::Year);
    }
    if !TIMES.iter().any(|role| mapping.columns.contains_key(role)) {
        let plain_number = |cell: &str| cell.parse::<f64>().is_ok();
        let dated = |column: &usize| {
            let fits = |cell: &str| is_date(cell) && !plain_number(cell);
            sample
                .share(*column, fits)
                .is_some_and(|share| share >= 0.9)
        };
        let found: Vec<usize> = (0..sample.names.len()).filter(dated).collect();
        if let [column] = found[..] {
            mapping
                .columns
                .insert(Role::Date, sample.names[column].clone());
        }
    }
}

/// The order of day and month, when the first rows prove one and not the other.
fn proven_order(sample: &Sample, mapping: &Mapping) -> Option<DateOrder> {
    let mut proven = None;
    for role in [Role::Date, Role::Start, Role::End] {
        let column = mapping.column(role).and_then(|name| sample.column(name));
        for cell in column.into_iter().flat_map(|column| sample.cells(column)) {
            let order = dates::read(cell).ok().and_then(|(_, aside)| aside.order);
            match (proven, order) {
                (None, _) => proven = order,
                (Some(known), Some(order)) if known != order => return None,
                (Some(_), Some(_) | None) => {}
            }
        }
    }
    proven
}

/// How the first rows speak about which column is the longitude.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Swap {
    /// Nothing seems swapped, or the mapping has decided.
    Unlikely,
    /// Most rows lie about the Sahel only when swapped.
    Likely,
    /// Most rows are on the earth only when swapped.
    Certain,
}

/// The Sahel with its neighbours: west, south, east, north in degrees.
const REGION: [f64; 4] = [-26.0, 3.0, 42.0, 38.0];

/// Judges by the first rows whether longitude and latitude are swapped.
pub fn swapped(sample: &Sample, mapping: &Mapping) -> Swap {
    if mapping.coordinates.is_some() {
        return Swap::Unlikely;
    }
    let pairs = pairs(sample, mapping);
    let share = |fits: &dyn Fn(f64, f64) -> bool| {
        let fitting = pairs.iter().filter(|p| fits(p[0], p[1])).count();
        fitting as f64 / pairs.len().max(1) as f64
    };
    let on_earth = |lon: f64, lat: f64| lon.abs() <= 180.0 && lat.abs() <= 90.0;
    let in_region = |lon: f64, lat: f64| {
        let [west, south, east, north] = REGION;
        (west..=east).contains(&lon) && (south..=north).contains(&lat)
    };
    let impossible = share(&|lon, lat| !on_earth(lon, lat) && on_earth(lat, lon));
    let here = share(&in_region);
    let there = share(&|lon, lat| in_region(lat, lon));
    if impossible > 0.5 {
        Swap::Certain
    } else if there > 0.95 && here < 0.7 && pairs.len() >= 3 {
        Swap::Likely
    } else {
        Swap::Unlikely
    }
}

/// Coordinates of the first rows as their columns are named.
fn pairs(sample: &Sample, mapping: &Mapping) -> Vec<[f64; 2]> {
    if sample.has_geometry {
        return sample.points.clone();
    }
    let column = |role| mapping.column(role).and_then(|name| sample.column(name));
    let cell = |row: &Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
    if let (Some(lon), Some(lat)) = (column(Role::Lon), column(Role::Lat)) {
        let pair = |row| {
            Some([
                degrees::read(&cell(row, lon))?,
                degrees::read(&cell(row, lat))?,
            ])
        };
        return sample.rows.iter().filter_map(pair).collect();
    }
    let (at, turned) = match (column(Role::LonLat), column(Role::LatLon)) {
        (Some(at), _) => (at, CoordinateOrder::AsNamed),
        (None, Some(at)) => (at, CoordinateOrder::Swapped),
        (None, None) => return Vec::new(),
    };
    let pair = |row| match degrees::read_pair(&cell(row, at))? {
        // Letters have said which is which.
        Ok(_) => None,
        Err([a, b]) => Some(match turned {
            CoordinateOrder::AsNamed => [a, b],
            CoordinateOrder::Swapped => [b, a],
        }),
    };
    sample.rows.iter().filter_map(pair).collect()
}
