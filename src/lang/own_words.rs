//! Words about files of one's own: what a reader expected, what it asks, in both languages.
//!
//! `{n}` stands for a number. What was found is the file's own.

words! {
    /// What stands in a cell of dates.
    DATE = "a date such as 2022-02-17, 17 Feb 2022, 2022-02 or 2022", "une date comme 2022-02-17, 17 févr. 2022, 2022-02 ou 2022";
    /// The same, of one of the two orders.
    DATE_IN_ORDER = "a date in the order of day and month that was answered", "une date dans l’ordre jour et mois qui a été indiqué";
    /// A year is missing its century.
    FULL_YEAR = "a year of four digits", "une année à quatre chiffres";
    /// A date that is there at all.
    SOME_DATE = "a date; without one it is shown on every day", "une date ; sans date, l’objet est montré tous les jours";
    /// An end before its start.
    END_AFTER_START = "an end on or after the start", "une fin qui ne précède pas le début";
    /// Dates with a time of day.
    CIVIL_DATE = "civil dates; the day is kept as written, the time of day and zone are not", "des dates civiles ; le jour est gardé tel quel, l’heure et le fuseau non";
    /// Seconds since 1970.
    EPOCH = "dates; numbers were read as seconds or milliseconds since 1970 (UTC)", "des dates ; les nombres ont été lus comme secondes ou millisecondes depuis 1970 (UTC)";
    /// A code of precision.
    PRECISION = "a precision that the codebook knows", "une précision que connaît le livre de codes";
    /// Coordinates.
    COORDINATES = "two coordinates", "deux coordonnées";
    /// One coordinate.
    COORDINATE = "a coordinate in degrees", "une coordonnée en degrés";
    /// Coordinates on the earth.
    ON_EARTH = "longitude -180 to 180 and latitude -90 to 90", "une longitude de -180 à 180 et une latitude de -90 à 90";
    /// Zero, zero.
    NOT_NULL_ISLAND = "a place; 0, 0 lies in the Gulf of Guinea and often means none", "un lieu ; 0, 0 est dans le golfe de Guinée et veut souvent dire aucun";
    /// A place that is there at all.
    SOME_PLACE = "a place; without one it is not on the map", "un lieu ; sans lieu, l’objet n’est pas sur la carte";
    /// A name of the gazetteer.
    KNOWN_PLACE = "coordinates, or a place that the gazetteer knows", "des coordonnées, ou un lieu que connaît l’index des lieux";
    /// Placed by its name.
    COORDINATES_NOT_NAME = "coordinates; it was placed by its name", "des coordonnées ; il a été placé d’après son nom";
    /// A row as long as the header.
    CELLS = "{n} cells, as in the first row", "{n} cellules, comme à la première ligne";
    /// A quoted cell that ends.
    QUOTE_END = "a closing quotation mark", "un guillemet fermant";
    /// Text that can be decoded.
    ENCODING = "UTF-8; it was read as Windows-1252", "de l’UTF-8 ; lu comme Windows-1252";
    /// Letters that the encoding has.
    LETTERS = "text in the encoding of the file", "du texte dans l’encodage du fichier";
    /// A name used once.
    UNIQUE_COLUMN = "each column named once", "chaque colonne nommée une fois";
    /// A column with dates.
    DATE_COLUMN = "a column of dates; without one all rows are shown on every day", "une colonne de dates ; sans elle, toutes les lignes sont montrées tous les jours";
    /// A column with places.
    PLACE_COLUMN = "columns of coordinates or of places; without them nothing is on the map", "des colonnes de coordonnées ou de lieux ; sans elles, rien n’est sur la carte";
    /// A column of the mapping.
    MAPPED_COLUMN = "the column that the mapping names", "la colonne que nomme la correspondance";
    /// The order of day and month.
    KNOWN_ORDER = "a known order of day and month; answer with \"date_order\": \"day-month\" or \"month-day\" in a mapping", "un ordre connu du jour et du mois ; répondez par \"date_order\": \"day-month\" ou \"month-day\" dans une correspondance";
    /// Coordinates not swapped.
    NOT_SWAPPED = "longitude and latitude in their own columns; answer with \"coordinates\": \"as-named\" or \"swapped\" in a mapping", "longitude et latitude dans leurs colonnes ; répondez par \"coordinates\": \"as-named\" ou \"swapped\" dans une correspondance";
    /// A file that can be read.
    READABLE = "a readable file", "un fichier lisible";
    /// A file that is not too large.
    SMALL_ENOUGH = "at most {n} bytes", "au plus {n} octets";
    /// A file that stays as it is.
    STILL = "a file that does not change while it is read", "un fichier qui ne change pas pendant sa lecture";
    /// A file with something in it.
    SOMETHING = "at least one row or feature", "au moins une ligne ou un objet";
    /// A kind of file that can be read.
    KNOWN_KIND = "CSV, TSV, GeoJSON or newline-delimited GeoJSON", "du CSV, du TSV, du GeoJSON ou du GeoJSON ligne à ligne";
    /// Fewer columns.
    FEWER_COLUMNS = "at most {n} columns", "au plus {n} colonnes";
    /// JSON.
    JSON = "valid JSON", "du JSON valide";
    /// A whole JSON text.
    JSON_END = "the rest of the JSON text", "la suite du texte JSON";
    /// A shorter feature.
    SMALLER_FEATURE = "a feature of at most {n} bytes", "un objet d’au plus {n} octets";
    /// A feature.
    FEATURE = "a GeoJSON feature", "un objet GeoJSON";
    /// A type.
    GEOJSON_TYPE = "a GeoJSON type", "un type GeoJSON";
    /// A list of features.
    FEATURES = "a list of features", "une liste d’objets";
    /// A geometry.
    GEOMETRY = "a GeoJSON geometry", "une géométrie GeoJSON";
    /// Properties.
    PROPERTIES = "an object or null", "un objet ou null";
    /// A position.
    POSITION = "at least two numbers", "au moins deux nombres";
    /// A line.
    LINE = "a line of two or more positions", "une ligne d’au moins deux positions";
    /// A ring.
    RING = "a ring of four or more positions", "un anneau d’au moins quatre positions";
    /// A closed ring.
    CLOSED_RING = "a ring that ends where it starts", "un anneau qui finit où il commence";
    /// The direction of rings.
    WINDING = "outer rings counter-clockwise and holes clockwise", "des anneaux extérieurs en sens antihoraire et des trous en sens horaire";
    /// Well-known text.
    WKT = "a geometry in well-known text", "une géométrie en texte WKT";
    /// Heights.
    NO_HEIGHT = "longitude and latitude; heights are not kept", "longitude et latitude ; les altitudes ne sont pas gardées";
    /// WGS84.
    WGS84 = "longitude and latitude (WGS84), as RFC 7946 demands", "longitude et latitude (WGS84), comme l’exige la RFC 7946";
    /// An empty cell was found.
    NOTHING = "nothing", "rien";
    /// A question about dates.
    ASK_ORDER = "Which comes first in these dates, the day or the month?", "Dans ces dates, qu’est-ce qui vient d’abord, le jour ou le mois ?";
    /// Its answer.
    DAY_FIRST = "The day", "Le jour";
    /// Its answer.
    MONTH_FIRST = "The month", "Le mois";
    /// A question about coordinates.
    ASK_SWAPPED = "Longitude and latitude seem to be swapped. Swap them?", "Longitude et latitude semblent inversées. Les échanger ?";
    /// Its answer.
    SWAP = "Swap them", "Les échanger";
    /// Its answer.
    AS_NAMED = "Leave them as named", "Les laisser comme nommées";
    /// A question about columns.
    ASK_DATE = "Which column holds the dates?", "Quelle colonne contient les dates ?";
    /// A question about columns.
    ASK_PLACE = "Which columns hold longitude and latitude, or the name of the place?", "Quelles colonnes contiennent la longitude et la latitude, ou le nom du lieu ?";
}
