//! A mapping made ready for the columns of a file: which column is read as what, and which are kept as
//! properties.

use super::dates;
use super::gazetteer::Gazetteer;
use super::mapping::{Codebook, CoordinateOrder, DateOrder, Mapping, OpenEnd, Role};
use super::names;
use super::recognise::Sample;

/// Which of day and month comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    /// Answered by the mapping, or proven by the first rows.
    Known(DateOrder),
    /// Not known: this one is taken until the file has been read.
    Assumed(DateOrder),
}

/// Which columns say when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TimePlan {
    /// None.
    Nothing,
    /// A column of dates, perhaps one of ends.
    Dates {
        from: usize,
        to: Option<usize>,
        open: OpenEnd,
    },
    /// Only ends.
    Ends { to: usize },
    /// Columns of parts of a date.
    Parts {
        year: usize,
        month: Option<usize>,
        day: Option<usize>,
        week: Option<usize>,
    },
}

/// Which columns say where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PlacePlan {
    /// None, or the records have geometries of their own.
    Nothing,
    /// Two columns.
    Two { lon: usize, lat: usize },
    /// Both in one column; swapped when latitude comes first.
    One { at: usize, order: CoordinateOrder },
}

/// The plan.
#[derive(Debug)]
pub(super) struct Plan<'g> {
    pub names: Vec<String>,
    pub codebook: Option<Codebook>,
    pub order: Order,
    pub time: TimePlan,
    pub date_precision: Option<usize>,
    pub place: PlacePlan,
    pub wkt: Option<usize>,
    pub coordinates: CoordinateOrder,
    pub place_precision: Option<usize>,
    pub placed_by: Option<usize>,
    pub place_name: Option<usize>,
    pub country: Option<usize>,
    /// For each column the name under which it is kept, if it is.
    pub kept: Vec<Option<String>>,
    pub gazetteer: Option<&'g Gazetteer>,
    /// Records have geometries of their own.
    pub has_geometry: bool,
}

impl<'g> Plan<'g> {
    /// The plan of a mapping for the columns of a sample; and the roles whose column is missing.
    pub fn new(
        sample: &Sample,
        mapping: &Mapping,
        gazetteer: Option<&'g Gazetteer>,
    ) -> (Plan<'g>, Vec<(Role, String)>) {
        let column = |role: Role| sample.column(mapping.column(role)?);
        let missing = mapping
            .columns
            .iter()
            .filter(|(_, n)| !n.is_empty() && sample.column(n).is_none());
        let missing = missing.map(|(role, name)| (*role, name.clone())).collect();
        let time = time_plan(mapping, &column);
        let place = match (column(Role::Lon), column(Role::Lat)) {
            (Some(lon), Some(lat)) => PlacePlan::Two { lon, lat },
            (Some(_), None) | (None, Some(_) | None) => {
                let one = |role, order| column(role).map(|at| PlacePlan::One { at, order });
                one(Role::LonLat, CoordinateOrder::AsNamed)
                    .or_else(|| one(Role::LatLon, CoordinateOrder::Swapped))
                    .unwrap_or(PlacePlan::Nothing)
            }
        };
        let mut plan = Plan {
            names: sample.names.clone(),
            codebook: mapping.codebook,
            order: mapping
                .date_order
                .map_or(Order::Assumed(DateOrder::DayMonth), Order::Known),
            time,
            date_precision: column(Role::DatePrecision),
            place,
            wkt: column(Role::Wkt),
            coordinates: mapping.coordinates.unwrap_or(CoordinateOrder::AsNamed),
            place_precision: column(Role::PlacePrecision),
            placed_by: column(Role::PlacedBy),
            place_name: column(Role::Place),
            country: column(Role::Country),
            kept: Vec::new(),
            gazetteer,
            has_geometry: sample.has_geometry,
        };
        plan.kept = (0..sample.names.len())
            .map(|at| plan.kept_as(sample, at))
            .collect();
        (plan, missing)
    }

    /// The name under which a column is kept. Coordinates and dates that are held already are not; dates
    /// written in another form are, since a time of day may be in them.
    fn kept_as(&self, sample: &Sample, at: usize) -> Option<String> {
        let name = &sample.names[at];
        let ours = [names::REFUSED_BECAUSE, names::REFUSED_LINE];
        let placed = match self.place {
            PlacePlan::Nothing => false,
            PlacePlan::Two { lon, lat } => at == lon || at == lat,
            PlacePlan::One { at: one, .. } => at == one,
        };
        let codeless = self.codebook.is_none();
        let held = placed
            || self.wkt == Some(at)
            || self.placed_by == Some(at)
            || codeless && (self.date_precision == Some(at) || self.place_precision == Some(at));
        if held || ours.contains(&name.as_str()) {
            return None;
        }
        let dated = match self.time {
            TimePlan::Nothing => false,
            TimePlan::Dates { from, to, .. } => at == from || to == Some(at),
            TimePlan::Ends { to } => at == to,
            TimePlan::Parts {
                year,
                month,
                day,
                week,
            } => {
                return (![Some(year), month, day, week].contains(&Some(at))).then(|| name.clone());
            }
        };
        if !dated {
            return Some(name.clone());
        }
        let mut cells = sample
            .rows
            .iter()
            .filter_map(|row| row.get(at))
            .filter(|c| !c.is_empty());
        let canonical = cells.all(|cell| match dates::read(cell) {
            Ok((dates::Cell::Days(span, grain), aside)) => {
                let text = crate::model::layer::When::Some(span, grain).to_string();
                !aside.time && !aside.epoch && text == *cell
            }
            Ok((dates::Cell::Interval(_) | dates::Cell::Either { .. }, _)) | Err(_) => false,
        });
        (!canonical).then(|| format!("{name} (as written)"))
    }
}

fn time_plan(mapping: &Mapping, column: &impl Fn(Role) -> Option<usize>) -> TimePlan {
    let to = column(Role::End);
    let dates = |from, open| TimePlan::Dates {
        from,
        to,
        open: mapping.open_end.unwrap_or(open),
    };
    if let Some(from) = column(Role::Start) {
        return dates(from, OpenEnd::Ongoing);
    }
    if let Some(from) = column(Role::Date) {
        return dates(from, OpenEnd::SameDay);
    }
    match (column(Role::Year), to) {
        (Some(year), _) => TimePlan::Parts {
            year,
            month: column(Role::Month),
            day: column(Role::Day),
            week: column(Role::Week),
        },
        (None, Some(to)) => TimePlan::Ends { to },
        (None, None) => TimePlan::Nothing,
    }
}
