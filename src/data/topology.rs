//! TopoJSON to a level of the basemap, and the towns.
//!
//! Arcs are quantised and delta-encoded degrees (TopoJSON specification 1.0); here they become map
//! points once and for all. A level is read whole or refused.

use super::records::Geo;
use super::report::Complaint;
use super::source::Source;
use crate::geo::{LonLat, MapBox, MapPt};
use crate::lang::Bilingual;
use crate::model::basemap::{
    ArcRef, Border, BorderClass, Country, DisputedArea, DisputedName, Level, Line, Region, Status,
    Town, TownKind, Walk, Water, walked,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection<CountryFields>,
    coast: Collection<Nothing>,
    borders: Collection<BorderFields>,
    region_lines: Collection<Nothing>,
    regions: Collection<RegionFields>,
    rivers: Collection<WaterFields>,
    lakes: Collection<WaterFields>,
    disputed: Collection<DisputedFields>,
    disputed_names: Points,
}

#[derive(Deserialize)]
struct Points {
    geometries: Vec<NamedPoint>,
}

/// A point on the grid of the arcs, with the name of a disputed area.
#[derive(Deserialize)]
struct NamedPoint {
    coordinates: [i64; 2],
    properties: DisputedNameFields,
}

#[derive(Deserialize)]
struct Collection<T> {
    geometries: Vec<Shape<T>>,
}

#[derive(Deserialize)]
struct Shape<T> {
    arcs: Nest,
    properties: Option<T>,
}

/// Arc numbers, nested as deep as the kind of geometry asks.
#[derive(Deserialize)]
#[serde(untagged)]
enum Nest {
    Line(Vec<i64>),
    Lines(Vec<Vec<i64>>),
    Polygons(Vec<Vec<Vec<i64>>>),
}

#[derive(Deserialize)]
struct Nothing {}

#[derive(Deserialize)]
struct CountryFields {
    iso: String,
    name: Bilingual,
    status: String,
}

#[derive(Deserialize)]
struct BorderFields {
    class: String,
    left: String,
    right: String,
}

#[derive(Deserialize)]
struct RegionFields {
    country: String,
    name: String,
}

#[derive(Deserialize)]
struct WaterFields {
    name: Option<Bilingual>,
    rank: u8,
}

#[derive(Deserialize)]
struct DisputedFields {
    /// Missing where the area is a country of its own.
    over: Option<String>,
}

#[derive(Deserialize)]
struct DisputedNameFields {
    over: String,
    name: Bilingual,
}

/// Reads a level; the sentence says why it cannot be used.
pub(super) fn read_level(text: &str) -> Result<Level, String> {
    let topology: Topology = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let arcs: Vec<Line> = topology
        .arcs
        .iter()
        .map(|arc| line(arc, &topology.transform))
        .collect();
    let walks = Walks { count: arcs.len() };
    let objects = topology.objects;
    let mut countries = Vec::new();
    for shape in objects.countries.geometries {
        let fields = shape.properties.ok_or("a country without properties")?;
        let rings = walks.of(shape.arcs)?;
        countries.push(Country {
            bounds: bounds(&arcs, &rings),
            iso: fields.iso,
            name: fields.name,
            status: status(&fields.status)?,
            rings,
        });
    }
    let mut borders = Vec::new();
    for shape in objects.borders.geometries {
        let fields = shape.properties.ok_or("a border without properties")?;
        borders.push(Border {
            class: class(&fields.class)?,
            left: fields.left,
            right: fields.right,
            lines: walks.of(shape.arcs)?,
        });
    }
    let mut disputed = Vec::new();
    for shape in objects.disputed.geometries {
        let fields = shape
            .properties
            .ok_or("a disputed area without properties")?;
        if let Some(over) = fields.over {
            let rings = walks.of(shape.arcs)?;
            disputed.push(DisputedArea { over, rings });
        }
    }
    let named = objects.disputed_names.geometries.into_iter();
    let disputed_names = named.map(|point| DisputedName {
        name: point.properties.name,
        over: point.properties.over,
        at: topology.transform.map(point.coordinates),
    });
    Ok(Level {
        countries,
        borders,
        disputed,
        disputed_names: disputed_names.collect(),
        coast: walks.all(objects.coast)?,
        region_lines: walks.all(objects.region_lines)?,
        regions: walks.regions(objects.regions, &arcs)?,
        rivers: walks.waters(objects.rivers)?,
        lakes: walks.waters(objects.lakes)?,
        arcs,
    })
}

impl Transform {
    /// A point of the grid in map space.
    fn map(&self, at: [i64; 2]) -> MapPt {
        LonLat {
            lon: at[0] as f64 * self.scale[0] + self.translate[0],
            lat: at[1] as f64 * self.scale[1] + self.translate[1],
        }
        .to_map()
    }
}

/// Turns arc numbers into walks; knows how many arcs there are.
struct Walks {
    count: usize,
}

impl Walks {
    fn of(&self, nest: Nest) -> Result<Vec<Walk>, String> {
        let lines = match nest {
            Nest::Line(line) => vec![line],
            Nest::Lines(lines) => lines,
            Nest::Polygons(polygons) => polygons.into_iter().flatten().collect(),
        };
        lines
            .iter()
            .map(|line| line.iter().map(|&n| self.step(n)).collect())
            .collect()
    }

    /// A negative number is the one's complement of an arc walked backwards.
    fn step(&self, number: i64) -> Result<ArcRef, String> {
        let reversed = number < 0;
        let arc = if reversed { !number } else { number };
        match u32::try_from(arc) {
            Ok(arc) if (arc as usize) < self.count => Ok(ArcRef { arc, reversed }),
            Ok(_) | Err(_) => Err(format!("arc {number} of {}", self.count)),
        }
    }

    fn all<T>(&self, collection: Collection<T>) -> Result<Vec<Walk>, String> {
        let shapes = collection.geometries.into_iter();
        let walks: Result<Vec<Vec<Walk>>, String> = shapes.map(|s| self.of(s.arcs)).collect();
        walks.map(|w| w.into_iter().flatten().collect())
    }

    fn regions(
        &self,
        collection: Collection<RegionFields>,
        arcs: &[Line],
    ) -> Result<Vec<Region>, String> {
        let mut regions = Vec::new();
        for shape in collection.geometries {
            let fields = shape.properties.ok_or("a region without properties")?;
            let walks = self.of(shape.arcs)?;
            let rings = walks
                .iter()
                .map(|w| walked(w, |arc| Some(&arcs[arc as usize].points)))
                .collect::<Vec<_>>();
            let largest = rings.iter().max_by_key(|ring| ring.len());
            if let Some((center, half_width)) = largest.and_then(|ring| roomiest(ring)) {
                regions.push(Region {
                    country: fields.country,
                    name: fields.name,
                    center,
                    half_width,
                });
            }
        }
        regions.sort_by(|a, b| (&a.country, &a.name).cmp(&(&b.country, &b.name)));
        Ok(regions)
    }

    fn waters(&self, collection: Collection<WaterFields>) -> Result<Vec<Water>, String> {
        let shapes = collection.geometries.into_iter();
        shapes
            .map(|shape| {
                let fields = shape.properties.ok_or("a water without properties")?;
                Ok(Water {
                    name: fields.name,
                    rank: fields.rank,
                    lines: self.of(shape.arcs)?,
                })
            })
            .collect()
    }
}

/// The point of a ring's inside from which the way to the nearer of west and east is longest, and
/// that way: where a level line of text has most room. Looked for on a grid of rows.
fn roomiest(ring: &[MapPt]) -> Option<(MapPt, f64)> {
    const ROWS: u8 = 16;
    let bounds = MapBox::around(ring);
    let mut best: Option<(f64, MapPt, f64)> = None;
    for row in 1..ROWS {
        let share = f64::from(row) / f64::from(ROWS);
        let y = bounds.min[1] + (bounds.max[1] - bounds.min[1]) * share;
        let mut crossings: Vec<f64> = ring
            .windows(2)
            .filter(|pair| (pair[0][1] > y) != (pair[1][1] > y))
            .map(|pair| {
                let t = (y - pair[0][1]) / (pair[1][1] - pair[0][1]);
                pair[0][0] + t * (pair[1][0] - pair[0][0])
            })
            .collect();
        crossings.sort_by(f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let half = (pair[1] - pair[0]) / 2.0;
            // Away from the northern and southern ends a name looks at home.
            let score = half * (1.0 - (share - 0.5).abs());
            if best.is_none_or(|(s, ..)| score > s) {
                best = Some((score, [pair[0] + half, y], half));
            }
        }
    }
    best.map(|(_, center, half)| (center, half))
}

fn line(deltas: &[[i64; 2]], transform: &Transform) -> Line {
    let mut at = [0i64; 2];
    let points: Vec<MapPt> = deltas
        .iter()
        .map(|delta| {
            at = [
                at[0].saturating_add(delta[0]),
                at[1].saturating_add(delta[1]),
            ];
            transform.map(at)
        })
        .collect();
    Line {
        bounds: MapBox::around(&points),
        points,
    }
}

fn bounds(arcs: &[Line], rings: &[Walk]) -> MapBox {
    let mut all = MapBox::EMPTY;
    for step in rings.iter().flatten() {
        let arc = &arcs[step.arc as usize].bounds;
        all.add(arc.min);
        all.add(arc.max);
    }
    all
}

fn status(name: &str) -> Result<Status, String> {
    match name {
        "sovereign" => Ok(Status::Sovereign),
        "disputed" => Ok(Status::Disputed),
        "breakaway" => Ok(Status::Breakaway),
        other => Err(format!("status `{other}`")),
    }
}

fn class(name: &str) -> Result<BorderClass, String> {
    match name {
        "international" => Ok(BorderClass::International),
        "disputed" => Ok(BorderClass::Disputed),
        "line-of-control" => Ok(BorderClass::LineOfControl),
        "indefinite" => Ok(BorderClass::Indefinite),
        other => Err(format!("border class `{other}`")),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TownFields {
    name: Bilingual,
    country: String,
    kind: String,
    rank: u8,
    population: u32,
}

/// Reads the towns.
pub(super) fn read_towns(source: Source<'_>, complaints: &mut Vec<Complaint>) -> Vec<Town> {
    let mut towns = Vec::new();
    for record in source.records("places/1", complaints) {
        let town = record.read::<TownFields>().and_then(|fields| {
            let kind = match fields.kind.as_str() {
                "capital" => TownKind::Capital,
                "region-capital" => TownKind::RegionCapital,
                "town" => TownKind::Town,
                other => {
                    let expected = "capital, region-capital or town";
                    return Err(record.fault("kind", expected, format!("`{other}`")));
                }
            };
            Ok(Town {
                id: record.id.to_owned(),
                name: fields.name,
                country: fields.country,
                kind,
                rank: fields.rank,
                population: fields.population,
                position: record.point()?,
            })
        });
        match town {
            Ok(town) => towns.push(town),
            Err(complaint) => complaints.push(complaint),
        }
    }
    towns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topology(arcs: &str, ring: &str) -> String {
        let none = "{\"geometries\":[]}";
        format!(
            "{{\"transform\":{{\"scale\":[0.5,0.5],\"translate\":[0,0]}},\"arcs\":{arcs},\"objects\":{{\
             \"countries\":{{\"geometries\":[{{\"type\":\"Polygon\",\"arcs\":{ring},\"properties\":\
             {{\"iso\":\"MLI\",\"name\":{{\"en\":\"Mali\",\"fr\":\"Mali\"}},\"status\":\"sovereign\"}}}}]}},\
             \"coast\":{none},\"borders\":{none},\"region_lines\":{none},\"regions\":{none},\"rivers\":{none},\"lakes\":{none},\
             \"disputed\":{none},\"disputed_names\":{none}}}}}"
        )
    }

    #[test]
    fn arcs_are_walked_both_ways() {
        let text = topology("[[[0,0],[4,0],[0,4]],[[0,0],[4,4]]]", "[[0,-2]]");
        let level = read_level(&text).expect("a small topology");
        let mali = level.country("MLI").expect("Mali");
        let ring = level.points(&mali.rings[0]);
        assert_eq!(ring.len(), 4);
        assert_eq!(ring[0], ring[3]);
        let inside = LonLat { lon: 1.5, lat: 0.5 }.to_map();
        assert_eq!(
            level.country_at(inside).map(|c| c.iso.as_str()),
            Some("MLI")
        );
    }

    #[test]
    fn arcs_that_do_not_exist_are_refused() {
        assert!(read_level(&topology("[]", "[[0]]")).is_err());
        assert!(read_level(&topology("[[[0,0]]]", "[[-5]]")).is_err());
        assert!(read_level("{}").is_err());
    }
}
