//! Where a record is: its geometry, its cells of coordinates, or the name of its place.
//!
//! What a name gives is marked as such; coordinates off the earth are refused, never moved.

use super::{Given, Record, Stop, Taker};
use crate::data::own::mapping::CoordinateOrder;
use crate::data::own::note::{Fault, Wanted};
use crate::data::own::plan::PlacePlan;
use crate::data::own::{codes, degrees, geometry, wkt};
use crate::data::report::Severity;
use crate::model::layer::{Place, PlacedBy, Precise, Shape};

/// Where a record is by its geometry, and that geometry when it is more than a point.
type Found = (Option<[f64; 2]>, Option<Shape>);

impl Taker<'_> {
    pub(super) fn place(
        &mut self,
        record: &Record<'_>,
        given: Given,
    ) -> Result<(Option<Place>, Option<Shape>), Stop> {
        let (lon_lat, shape) = match given {
            Given::Point(at) => (Some(self.swapped(at)), None),
            Given::Shape(mut shape) => {
                self.shape(record, &mut shape)?;
                if self.plan.coordinates == CoordinateOrder::Swapped {
                    let paths = shape.paths.iter_mut();
                    paths
                        .flat_map(|path| &mut path.points)
                        .for_each(|p| p.reverse());
                }
                (shape.anchor(), Some(shape))
            }
            Given::Nowhere => (None, None),
            Given::Columns => self.columns_place(record)?,
        };
        if let Some(lon_lat) = lon_lat {
            if shape.is_none() {
                self.is_on_earth(record, lon_lat)?;
            }
            let precise = self.precise(record);
            let by_name = self
                .plan
                .placed_by
                .is_some_and(|at| record.cell(at) == "gazetteer");
            let by = if by_name {
                PlacedBy::Gazetteer
            } else {
                PlacedBy::File
            };
            let place = Place {
                lon_lat,
                precise,
                by,
            };
            return Ok((Some(place), shape));
        }
        Ok((self.named_place(record), shape))
    }

    /// Mends a shape and says so, or stops when it is not sound.
    fn shape(&mut self, record: &Record<'_>, shape: &mut Shape) -> Result<(), Stop> {
        let mended = geometry::mend(shape);
        let field = "geometry";
        let stop = |wanted| (None, Fault::new(field, wanted, found_of(wanted, shape)));
        geometry::is_sound(shape).map_err(stop)?;
        let (line, column) = record.position(None);
        if mended.closed > 0 {
            let found = format!("{} open", mended.closed);
            let fault = Fault::new(field, Wanted::ClosedRing, found);
            self.report.say(Severity::Repaired, line, column, fault);
        }
        if !geometry::is_wound(shape) {
            let found = "the other direction";
            self.report
                .say_once(Wanted::Winding, field, || (line, column), found);
        }
        Ok(())
    }

    fn swapped(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        match self.plan.coordinates {
            CoordinateOrder::AsNamed => [lon, lat],
            CoordinateOrder::Swapped => [lat, lon],
        }
    }

    fn columns_place(&mut self, record: &Record<'_>) -> Result<Found, Stop> {
        if let Some(at) = self.plan.wkt {
            let cell = record.cell(at);
            if !cell.trim().is_empty() {
                let read = wkt::read(cell);
                let bad = || (Some(at), Fault::quoting(self.name(at), Wanted::Wkt, cell));
                return match read.ok_or_else(bad)? {
                    wkt::Read::Empty => Ok((None, None)),
                    wkt::Read::Point(at) => Ok((Some(at), None)),
                    wkt::Read::Shape(mut shape) => {
                        self.shape(record, &mut shape)?;
                        Ok((shape.anchor(), Some(shape)))
                    }
                };
            }
        }
        let found = match self.plan.place {
            PlacePlan::Nothing => None,
            PlacePlan::Two { lon, lat } => self.two(record, lon, lat)?,
            PlacePlan::One { at, order } => self.pair(record, at, order)?,
        };
        Ok((found, None))
    }

    fn two(
        &mut self,
        record: &Record<'_>,
        lon: usize,
        lat: usize,
    ) -> Result<Option<[f64; 2]>, Stop> {
        let cells = [record.cell(lon), record.cell(lat)];
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(None);
        }
        let read = |at: usize, cell: &str| {
            let bad = || {
                (
                    Some(at),
                    Fault::quoting(self.name(at), Wanted::Coordinate, cell),
                )
            };
            degrees::read(cell).ok_or_else(bad)
        };
        let found = [read(lon, cells[0])?, read(lat, cells[1])?];
        Ok(Some(self.swapped(found)))
    }

    fn pair(
        &mut self,
        record: &Record<'_>,
        at: usize,
        order: CoordinateOrder,
    ) -> Result<Option<[f64; 2]>, Stop> {
        let cell = record.cell(at).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        let bad = || {
            (
                Some(at),
                Fault::quoting(self.name(at), Wanted::Coordinates, cell),
            )
        };
        Ok(Some(match degrees::read_pair(cell).ok_or_else(bad)? {
            Ok(lon_lat) => lon_lat,
            Err([a, b]) => self.swapped(match order {
                CoordinateOrder::AsNamed => [a, b],
                CoordinateOrder::Swapped => [b, a],
            }),
        }))
    }

    fn is_on_earth(&mut self, record: &Record<'_>, [lon, lat]: [f64; 2]) -> Result<(), Stop> {
        let at = match self.plan.place {
            PlacePlan::Two { lon: x, lat: y } => Some(if lat.abs() > 90.0 { y } else { x }),
            PlacePlan::One { at, .. } => Some(at),
            PlacePlan::Nothing => None,
        };
        let field = at.map_or("geometry", |at| self.name(at));
        if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
            return Err((
                at,
                Fault::new(field, Wanted::OnEarth, format!("({lon}, {lat})")),
            ));
        }
        if lon == 0.0 && lat == 0.0 {
            let place = || record.position(at);
            self.report
                .say_once(Wanted::NotNullIsland, field, place, "(0, 0)");
        }
        Ok(())
    }

    fn precise(&mut self, record: &Record<'_>) -> Precise {
        let Some(at) = self.plan.place_precision else {
            return Precise::Unsaid;
        };
        let cell = record.cell(at);
        codes::precise(cell, self.plan.codebook).unwrap_or_else(|| {
            if !cell.trim().is_empty() {
                let (line, column) = record.position(Some(at));
                let fault = Fault::quoting(self.name(at), Wanted::Precision, cell);
                self.report.say(Severity::Warning, line, column, fault);
            }
            Precise::Unsaid
        })
    }

    /// A place from its name, marked as such.
    fn named_place(&mut self, record: &Record<'_>) -> Option<Place> {
        let has_columns = self.plan.place != PlacePlan::Nothing || self.plan.wkt.is_some();
        let at = self.plan.place_name.or(self.plan.country);
        let Some(gazetteer) = self.plan.gazetteer else {
            if has_columns {
                self.nowhere(record);
            }
            return None;
        };
        let cell = |at: Option<usize>| at.map_or("", |at| record.cell(at).trim());
        let (place, country) = (cell(self.plan.place_name), cell(self.plan.country));
        if place.is_empty() && country.is_empty() {
            if has_columns || at.is_some() {
                self.nowhere(record);
            }
            return None;
        }
        let named = match place {
            "" => gazetteer.country(country),
            place => gazetteer.place(place).or_else(|| gazetteer.country(place)),
        };
        let at = at.unwrap_or(0);
        let Some(named) = named else {
            let (line, column) = record.position(Some(at));
            let text = if place.is_empty() { country } else { place };
            let fault = Fault::quoting(self.name(at), Wanted::KnownPlace, text);
            self.report.say(Severity::Warning, line, column, fault);
            return None;
        };
        self.once(record, at, Wanted::CoordinatesNotName);
        Some(Place {
            lon_lat: [named.at.lon, named.at.lat],
            precise: named.precise,
            by: PlacedBy::Gazetteer,
        })
    }

    fn nowhere(&mut self, record: &Record<'_>) {
        let place = || record.position(None);
        self.report.say_once(Wanted::SomePlace, "place", place, "");
    }
}

/// What is wrong with a shape, in words.
fn found_of(wanted: Wanted, shape: &Shape) -> String {
    let fewest = shape.paths.iter().map(|path| path.points.len()).min();
    let far = |p: &&[f64; 2]| !(p[0].abs() <= 180.0 && p[1].abs() <= 90.0);
    match wanted {
        Wanted::OnEarth => {
            let mut points = shape.paths.iter().flat_map(|path| &path.points);
            let far = points.find(far);
            far.map_or(String::new(), |[lon, lat]| format!("({lon}, {lat})"))
        }
        _ => fewest.map_or(String::new(), |count| count.to_string()),
    }
}
