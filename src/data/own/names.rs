//! Which names of columns mean what, in the languages that files about the Sahel come in.
//!
//! Names are compared without case, accents and signs. The first name of a list that a file has wins.

use super::mapping::Role;
use crate::model::search::folded;

/// For each role the names that mean it, the surest first, folded.
const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Start,
        &[
            "start",
            "start date",
            "date start",
            "startdate",
            "begin",
            "begin date",
            "valid from",
            "from",
            "from date",
            "date from",
            "debut",
            "date debut",
            "date de debut",
            "fecha inicio",
            "inicio",
            "beginn",
            "startdatum",
            "start time",
            "starttime",
            "begin date time",
            "when start",
            "when timespans start",
        ],
    ),
    (
        Role::End,
        &[
            "end",
            "end date",
            "date end",
            "enddate",
            "valid to",
            "valid until",
            "to",
            "to date",
            "until",
            "date to",
            "fin",
            "date fin",
            "date de fin",
            "fecha fin",
            "ende",
            "enddatum",
            "end time",
            "endtime",
            "stop",
            "when end",
            "when timespans end",
        ],
    ),
    (
        Role::Date,
        &[
            "event date",
            "date",
            "incident date",
            "date of event",
            "date event",
            "date evenement",
            "date de l evenement",
            "fecha",
            "data",
            "datum",
            "day date",
            "datetime",
            "date time",
            "dates",
            "timestamp",
            "time",
            "times",
            "when",
            "jour",
            "occurred",
            "occurred on",
            "created at",
            "heure",
            "quand",
            "epoch",
        ],
    ),
    (Role::Year, &["year", "annee", "an", "ano", "jahr"]),
    (Role::Month, &["month", "mois", "mes", "monat"]),
    (Role::Day, &["day", "jour du mois", "dia", "tag"]),
    (
        Role::Week,
        &["week", "iso week", "semaine", "semana", "woche"],
    ),
    (
        Role::DatePrecision,
        &[
            "date precision",
            "time precision",
            "precision date",
            "precision de la date",
        ],
    ),
    (
        Role::Lon,
        &[
            "longitude",
            "lon",
            "lng",
            "long",
            "longitud",
            "lange",
            "x coord",
            "xcoord",
            "coord x",
            "point x",
            "x",
        ],
    ),
    (
        Role::Lat,
        &[
            "latitude", "lat", "latitud", "breite", "y coord", "ycoord", "coord y", "point y", "y",
        ],
    ),
    (
        Role::LatLon,
        &[
            "lat lon",
            "latlon",
            "lat lng",
            "latlng",
            "latitude longitude",
            "coordinates",
            "coordonnees",
            "coords",
            "gps",
            "location coordinates",
            "geo",
            "geolocation",
            "coordenadas",
            "koordinaten",
        ],
    ),
    (
        Role::LonLat,
        &[
            "lon lat",
            "lonlat",
            "lng lat",
            "longitude latitude",
            "xy",
            "x y",
        ],
    ),
    (
        Role::Wkt,
        &[
            "wkt",
            "geom wkt",
            "geometry",
            "geom",
            "the geom",
            "wkt geom",
            "geometrie",
        ],
    ),
    (
        Role::PlacePrecision,
        &[
            "place precision",
            "geo precision",
            "location precision",
            "precision du lieu",
            "coordinate precision",
        ],
    ),
    (Role::PlacedBy, &["placed by"]),
    (
        Role::Place,
        &[
            "location",
            "place",
            "town",
            "city",
            "village",
            "lieu",
            "localite",
            "ville",
            "place name",
            "location name",
            "lugar",
            "ort",
            "commune",
            "where coordinates",
        ],
    ),
    (
        Role::Country,
        &[
            "country",
            "pays",
            "country name",
            "iso3",
            "iso",
            "country code",
            "pais",
            "land",
        ],
    ),
    (
        Role::Title,
        &[
            "title",
            "name",
            "titre",
            "nom",
            "headline",
            "label",
            "event",
            "evenement",
            "intitule",
            "titulo",
            "nombre",
            "titel",
        ],
    ),
    (
        Role::Category,
        &[
            "category",
            "event type",
            "type",
            "categorie",
            "kind",
            "class",
            "type of event",
            "type d evenement",
            "categoria",
            "tipo",
            "kategorie",
            "disorder type",
        ],
    ),
    (
        Role::Note,
        &[
            "notes",
            "note",
            "description",
            "summary",
            "comment",
            "comments",
            "resume",
            "remarques",
            "commentaire",
            "details",
            "text",
            "descripcion",
        ],
    ),
    (
        Role::Source,
        &[
            "source",
            "sources",
            "url",
            "link",
            "source url",
            "reference",
            "references",
            "lien",
            "fuente",
            "quelle",
        ],
    ),
];

/// A name as it is compared: words in small letters, `eventDate` and `event_date` alike.
pub fn plain(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(if c == '_' { ' ' } else { c });
        before = c;
    }
    folded(&spaced)
}

/// The columns that may play each role, the surest first.
pub fn candidates(names: &[String]) -> Vec<(Role, Vec<usize>)> {
    let plain: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let columns = |known: &[&str]| -> Vec<usize> {
        let found = known
            .iter()
            .filter_map(|k| plain.iter().position(|p| p == k));
        found.collect()
    };
    let roles = NAMES.iter().map(|(role, known)| (*role, columns(known)));
    roles.filter(|(_, found)| !found.is_empty()).collect()
}

/// The columns that say why a record was refused, which are not read again.
pub const REFUSED_BECAUSE: &str = "refused_because";
/// The line on which it stood.
pub const REFUSED_LINE: &str = "refused_line";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_several_languages() {
        let role = |name: &str| {
            candidates(&[name.to_owned()])
                .first()
                .map(|(role, _)| *role)
        };
        for (name, expected) in [
            ("Event_Date", Role::Date),
            ("eventDate", Role::Date),
            ("Année", Role::Year),
            ("date de début", Role::Start),
            ("LATITUDE", Role::Lat),
            ("lng", Role::Lon),
            ("Localité", Role::Place),
            ("Coordonnées", Role::LatLon),
        ] {
            assert_eq!(role(name), Some(expected), "{name}");
        }
        assert_eq!(role("fatalities"), None);
    }
}
