//! Files of one's own: what opens, what is asked, what is refused and where, and what comes out again.
//!
//! Rows of ACLED and UCDP form here are made up for the test; they tell of nothing that happened.

use sahelscope::data::own::{
    self, Answer, CoordinateOrder, DateOrder, Gazetteer, Input, Mapping, Options, Question, Read,
    Role, Written,
};
use sahelscope::geo::MapBox;
use sahelscope::lang::Lang;
use sahelscope::model::layer::{Index, Layer, PlacedBy, Precise};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn read_with(bytes: &[u8], mapping: Mapping) -> Read {
    let gazetteer = Gazetteer::shipped();
    let options = Options {
        mapping,
        gazetteer: Some(&gazetteer),
        ..Options::default()
    };
    own::read(Input::Bytes(bytes), "made.csv", &options)
}

fn read(text: &str) -> Read {
    read_with(text.as_bytes(), Mapping::default())
}

fn said(read: &Read) -> String {
    let complaints = read.report.complaints("f", Lang::En);
    complaints.iter().map(|c| format!("{c}\n")).collect()
}

/// Each feature as `when @ lon lat title`.
fn shown(layer: &Layer) -> Vec<String> {
    let features = 0..u32::try_from(layer.len()).expect("few");
    let one = |f| {
        let place = layer.place(f).map_or("nowhere".to_owned(), |p| {
            format!("{} {}", p.lon_lat[0], p.lon_lat[1])
        });
        format!("{} @ {place} {}", layer.when(f), layer.title(f))
            .trim_end()
            .to_owned()
    };
    features.map(one).collect()
}

/// Reads the text and expects these features and nothing said.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let read = read(text);
    let layer = read
        .layer
        .as_ref()
        .unwrap_or_else(|| panic!("no layer: {}", said(&read)));
    assert_eq!(shown(layer), expected, "{text}\n{}", said(&read));
}

/// Reads the text and expects these parts among what is said.
#[track_caller]
fn check_said(text: &str, parts: &[&str]) {
    let said = said(&read(text));
    for part in parts {
        assert!(said.contains(part), "{text}\nexpected {part}\nfound {said}");
    }
}

#[test]
fn tables_of_every_make_open() {
    check(
        "date,lon,lat,title\n2022-02-17,-0.05,16.27,Gao\n",
        &["2022-02-17 @ -0.05 16.27 Gao"],
    );
    check(
        "date;lon;lat;nom\n17/02/2022;-0,05;16,27;Gao\n",
        &["2022-02-17 @ -0.05 16.27 Gao"],
    );
    check(
        "date\tlongitude\tlatitude\n2022-02\t1\t13\n",
        &["2022-02 @ 1 13"],
    );
    check("date|x|y\n2022|1|13\n", &["2022 @ 1 13"]);
    check("sep=;\ndate;lon;lat\n2022-W07;1;13\n", &["2022-W07 @ 1 13"]);
    check(
        "\u{feff}year,month,lat,lon\n2022,2,13,1\n2021,,13,1\n",
        &["2022-02 @ 1 13", "2021 @ 1 13"],
    );
    check(
        "start,end,lon,lat\n2013-01,2014,1,13\n2015,,1,13\n",
        &["2013-01/2014 @ 1 13", "2015/ @ 1 13"],
    );
    check(
        "date,coordinates\n1645056000,\"13.5, 2.1\"\n",
        &["2022-02-17 @ 2.1 13.5"],
    );
    check(
        "date,lat,lon\n2022-02-17T23:59:00-05:00,16°16'12\"N,0°3'W\n",
        &["2022-02-17 @ -0.05 16.27"],
    );
    check("2022-02-17,-0.05,16.27,Gao\n", &["2022-02-17 @ nowhere"]);
    check(
        "date,wkt\n2022,\"LINESTRING(0 10,2 12,4 14)\"\n",
        &["2022 @ 2 12"],
    );
    check(
        "date,lon,lat\r2022,1,13\r2021,1,13\r",
        &["2022 @ 1 13", "2021 @ 1 13"],
    );
}

#[test]
fn encodings_are_told_apart() {
    let text = "date;lon;lat;titre\n2022;1;13;Ménaka évacuée\n";
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let marked = [&[0xFF, 0xFE][..], &wide(u16::to_le_bytes)].concat();
    for bytes in [
        latin.clone(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        marked,
        text.into(),
    ] {
        let read = read_with(&bytes, Mapping::default());
        let layer = read.layer.as_ref().expect("a layer");
        assert_eq!(layer.title(0), "Ménaka évacuée");
    }
    let read = read_with(&latin, Mapping::default());
    assert!(
        said(&read).contains("f:2:1: warning: text: expected UTF-8; it was read as Windows-1252")
    );
    let asked = Mapping {
        encoding: Some("windows-1252".to_owned()),
        ..Mapping::default()
    };
    assert!(read_with(&latin, asked).report.is_good());
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    let text = "date,lon,lat,title\n2022-02-30,1,13,a\n2022-02-17,999,13,b\n2022-02-17,NaN,13,c\n2022-02-17,1,13,d,e\n17/02/22,1,13,f\n2022-02-17,1\n99999,1,13,g\n0000,1,13,h\n";
    check_said(
        text,
        &[
            "f:2:1: refused: date: expected a date such as",
            "found `2022-02-30`",
            "f:3:12: refused: lon: expected longitude -180 to 180 and latitude -90 to 90, found (999, 13)",
            "f:4:12: refused: lon: expected a coordinate in degrees, found `NaN`",
            "f:5:1: refused: row: expected 4 cells, as in the first row, found 5",
            "f:6:1: refused: date: expected a year of four digits, found `17/02/22`",
            "f:7:1: repaired: row: expected 4 cells, as in the first row, found 2",
            "found `99999`",
            "found `0000`",
        ],
    );
    let good = read(text);
    assert_eq!(
        (good.report.refused, good.report.kept.len()),
        (8, 8),
        "{}",
        said(&good)
    );
    check_said(
        "date,lon,lat\n2022,\"1,13\n2021,1,13\n",
        &["f:2:1: refused: row: expected a closing quotation mark"],
    );
    check_said(
        "a,a,lon,lat\n1,2,0,0\n",
        &[
            "each column named once",
            "Gulf of Guinea",
            "a column of dates",
        ],
    );
    check_said("", &["found an empty file"]);
    check_said("PK\u{3}\u{4}", &["a ZIP archive"]);
    check_said("<kml/>", &["XML or HTML"]);
    check_said("a,b\0c\n", &["binary data"]);
}

#[test]
fn a_thousand_faults_are_listed_and_all_are_counted() {
    let rows = "soon,1,13\n".repeat(5_000);
    let read = read(&format!(
        "date,lon,lat\n2022,1,13\n2022,1,13\n{rows}2022,1,13\n"
    ));
    assert_eq!((read.report.refused, read.report.accepted), (5_000, 3));
    assert_eq!(read.report.listed.len(), own::MOST_LISTED);
}

#[test]
fn the_order_of_day_and_month_is_asked_unless_the_file_proves_it() {
    let ambiguous = "date,lon,lat\n03/04/2022,1,13\n05/06/2022,1,13\n";
    let asked = read(ambiguous);
    assert!(asked.layer.is_none());
    let [
        Question::DateOrder {
            either, examples, ..
        },
    ] = &asked.questions[..]
    else {
        panic!("{:?}", asked.questions);
    };
    assert_eq!((*either, examples.len()), (2, 2));
    for (order, expected) in [
        (DateOrder::DayMonth, "2022-04-03"),
        (DateOrder::MonthDay, "2022-03-04"),
    ] {
        let mut mapping = asked.mapping.clone();
        Answer::Order(order).into_mapping(&mut mapping);
        let answered = read_with(ambiguous.as_bytes(), mapping);
        let layer = answered.layer.expect("answered");
        assert_eq!(layer.when(0).to_string(), expected);
    }
    // Proven a long way down, by the order that was not assumed.
    let rows = "03/04/2022,1,13\n".repeat(200_000);
    let proven = read(&format!("date,lon,lat\n{rows}03/24/2022,1,13\n"));
    let layer = proven.layer.expect("proven");
    assert_eq!(layer.when(0).to_string(), "2022-03-04");
    assert_eq!(proven.mapping.date_order, Some(DateOrder::MonthDay));
    let both = read("date,lon,lat\n24/03/2022,1,13\n03/24/2022,1,13\n03/04/2022,1,13\n");
    assert!(both.layer.is_none() && both.questions[0].must_be_answered());
}

#[test]
fn swapped_coordinates_are_asked_about() {
    let impossible = "date,lon,lat\n2022,13,-100\n2022,14,120\n";
    let asked = read(impossible);
    assert!(
        asked
            .questions
            .contains(&Question::Swapped { certain: true }),
        "{:?}",
        asked.questions
    );
    let likely = "date,lon,lat\n2022,16.27,-0.05\n2022,13.5,2.1\n2022,12.6,-8\n";
    let asked = read(likely);
    assert!(
        asked
            .questions
            .contains(&Question::Swapped { certain: false }),
        "{}",
        said(&asked)
    );
    let mapping = Mapping {
        coordinates: Some(CoordinateOrder::Swapped),
        ..Mapping::default()
    };
    let answered = read_with(likely.as_bytes(), mapping);
    assert_eq!(
        shown(&answered.layer.expect("answered"))[0],
        "2022 @ -0.05 16.27"
    );
    assert!(answered.questions.is_empty());
    let right = read("date,lon,lat\n2022,-0.05,16.27\n2022,2.1,13.5\n2022,-8,12.6\n");
    assert!(right.questions.is_empty(), "{:?}", right.questions);
}

#[test]
fn acled_is_known_by_its_headers() {
    let text = "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,country,location,latitude,longitude,geo_precision,notes,fatalities\n\
        TEST1,17 February 2022,2022,1,Made-up type,Made-up subtype,Nobody,Mali,Gao,16.27,-0.05,1,made for a test,0\n\
        TEST2,2022-02-18,2022,2,Made-up type,Other,Nobody,Mali,Gao,16.27,-0.05,3,made for a test,0\n\
        TEST3,2022-02-17,2022,3,Made-up type,Other,Nobody,Mali,Gao,16.27,-0.05,2,made for a test,0\n";
    let read = read(text);
    let layer = read.layer.as_ref().expect("a layer");
    assert_eq!(read.mapping.codebook, Some(own::Codebook::Acled));
    let days: Vec<String> = (0..3).map(|f| layer.when(f).to_string()).collect();
    assert_eq!(days, ["2022-02-17", "2022-02-18", "2022-02"]);
    let (from, to) = layer.days(1);
    assert_eq!(to - from, 6);
    let precise: Vec<Precise> = (0..3)
        .filter_map(|f| layer.place(f))
        .map(|p| p.precise)
        .collect();
    assert_eq!(precise, [Precise::Town, Precise::Region, Precise::Region]);
    assert_eq!(layer.category(0), "Made-up type");
    assert!(
        read.questions.is_empty() && read.report.is_good(),
        "{}",
        said(&read)
    );
}

#[test]
fn ucdp_ged_is_known_by_its_headers() {
    let text = "id,type_of_violence,dyad_name,side_a,side_b,where_prec,where_coordinates,latitude,longitude,country,date_prec,date_start,date_end,best\n\
        1,3,Made-up dyad,A,B,1,Gao town,16.27,-0.05,Mali,1,2012-03-26,2012-03-26,0\n\
        2,3,Made-up dyad,A,B,6,Mali,17,-4,Mali,4,2012-03-01,2012-03-31,0\n";
    let read = read(text);
    let layer = read.layer.as_ref().expect("a layer");
    assert_eq!(read.mapping.codebook, Some(own::Codebook::UcdpGed));
    assert_eq!(
        shown(layer),
        [
            "2012-03-26 @ -0.05 16.27 Made-up dyad",
            "2012-03 @ -4 17 Made-up dyad"
        ]
    );
    let precise: Vec<Precise> = (0..2)
        .filter_map(|f| layer.place(f))
        .map(|p| p.precise)
        .collect();
    assert_eq!(precise, [Precise::Exact, Precise::Country]);
    assert!(read.report.is_good(), "{}", said(&read));
}

#[test]
fn places_without_coordinates_are_looked_up_and_marked() {
    let read = read("date,lieu,lon,lat\n2022,menaka,,\n2022,Xqzvw,,\n2022,Gao,-0.05,16.27\n");
    let layer = read.layer.as_ref().expect("a layer");
    let place = layer.place(0).expect("found");
    assert!(
        place.by == PlacedBy::Gazetteer && (place.lon_lat[1] - 15.9).abs() < 0.3,
        "{place:?}"
    );
    assert_eq!(layer.place(1), None);
    assert_eq!(layer.place(2).map(|p| p.by), Some(PlacedBy::File));
    let said = said(&read);
    assert!(
        said.contains("placed by its name, found `menaka`") && said.contains("found `Xqzvw`"),
        "{said}"
    );
}

#[test]
fn geojson_of_every_make_opens() {
    let point = r#""geometry":{"type":"Point","coordinates":[1,13]}"#;
    for (properties, when) in [
        (r#"{"date":"2022-02-17"}"#, "2022-02-17"),
        (r#"{"time":"2022-02-17T10:00:00Z"}"#, "2022-02-17"),
        (
            r#"{"times":["2022-02-01","2022-02-03","2022-02-17"]}"#,
            "2022-02-01/2022-02-17",
        ),
        (
            r#"{"times":[1645056000000,1645142400000]}"#,
            "2022-02-17/2022-02-18",
        ),
        (r#"{"timestamp":1645056000}"#, "2022-02-17"),
        (r#"{"start":"2022-02","end":"2022-03"}"#, "2022-02/2022-03"),
        (r#"{"when":{"start":"2022-02-17"}}"#, "2022-02-17/"),
        (r#"{"year":2022}"#, "2022"),
    ] {
        let feature = format!(r#"{{"type":"Feature",{point},"properties":{properties}}}"#);
        let collection =
            format!(r#"{{"type":"FeatureCollection","features":[{feature},{feature}]}}"#);
        let lines = format!("{feature}\n{feature}\n");
        let sequence = format!("\u{1e}{feature}\n\u{1e}{feature}\n");
        for text in [collection, lines, sequence] {
            let read = read(&text);
            let layer = read
                .layer
                .as_ref()
                .unwrap_or_else(|| panic!("{text}\n{}", said(&read)));
            assert_eq!(shown(layer), vec![format!("{when} @ 1 13"); 2], "{text}");
        }
    }
}

#[test]
fn files_of_others_open() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own");
    for entry in fs::read_dir(folder.join("geojson")).expect("fixtures") {
        let path = entry.expect("fixtures").path();
        let read = own::read(Input::File(&path), "x", &Options::default());
        assert!(
            read.report.refused == 0 && read.report.accepted > 0,
            "{}: {}",
            path.display(),
            said(&read)
        );
    }
    for (name, accepted) in [
        ("smallpop", 10),
        ("smallpop-no-headers", 10),
        ("uspop-latin1", 100),
        ("uspop-null", 100),
    ] {
        let path = folder.join(format!("csv/{name}.csv"));
        let read = own::read(Input::File(&path), "x", &Options::default());
        assert_eq!(
            (read.report.refused, read.report.accepted),
            (0, accepted),
            "{name}: {}",
            said(&read)
        );
    }
}

#[test]
fn geojson_faults_are_said_where_they_stand() {
    for (text, part) in [
        (r#"{"type":"Point","coordinates":[999,5]}"#, "(999, 5)"),
        (r#"{"type":"Point","coordinates":[1]}"#, "refused"),
        (
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
            "repaired: geometry: expected a ring that ends",
        ),
        (
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}"#,
            "warning: geometry: expected outer rings",
        ),
        (
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
            "a ring of four or more positions",
        ),
        (r#"{"type":"Banana"}"#, "`Banana`"),
        (r#"{"type":"FeatureCollection"}"#, "a list of features"),
        (
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}}"#,
            "the rest of the JSON text",
        ),
        (r#"{}"#, "a GeoJSON type"),
        (r#"{"type":"#, "valid JSON"),
        (
            "{\"type\":\"Feature\",\n\"geometry\":{\"type\":\"Point\",\"coordinates\":[999,5]},\"properties\":{}}",
            "f:2:12: refused",
        ),
        (
            "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}},\n{\"type\":\"Feature\",\"geometry\":nul}]}",
            "f:3:",
        ),
    ] {
        check_said(text, &[part]);
    }
    let deep = "[".repeat(1_000_000);
    check_said(&deep, &["refused"]);
    check_said(
        &format!("{{\"type\":\"GeometryCollection\",\"geometries\":{deep}"),
        &["refused"],
    );
}

fn written(layer: &Layer, form: Written) -> String {
    let mut out = Vec::new();
    own::write(layer, form, &mut out).expect("memory");
    String::from_utf8(out).expect("text")
}

#[test]
fn what_is_written_reads_the_same() {
    let texts = [
        "date,end,lon,lat,title,n\n2022-02-17,,-0.0512345678901,16.27,\"a \"\"b\"\"\nc\",1.50\n2014-03,2015,1,13,é,7\n2020,,,,x,\n",
        "start,end,lon,lat,title\n2015,,1,13,open\n,2014,1,13,closed\n",
        "date,wkt,title\n2022,\"POLYGON((0 0,4 0,4 4,0 0),(1 1,1 2,2 2,1 1))\",area\n2021,\"MULTILINESTRING((0 0,1 1),(2 2,3 3))\",lines\n",
        "date,date_precision,lon,lat,title\n2022-02-17,week,1,13,about\n",
        "date,lieu,title\n2022,Gao,by name\n",
    ];
    for text in texts {
        let first = read(text);
        let layer = first.layer.as_ref().expect("a layer");
        for form in [Written::Csv, Written::Tsv, Written::GeoJson, Written::Lines] {
            let out = written(layer, form);
            let again = read(&out);
            let second = again
                .layer
                .as_ref()
                .unwrap_or_else(|| panic!("{out}\n{}", said(&again)));
            assert_eq!(shown(layer), shown(second), "{form:?}\n{out}");
            let marks = |l: &Layer| (0..l.len() as u32).map(|f| l.place(f)).collect::<Vec<_>>();
            assert_eq!(marks(layer), marks(second), "{form:?}\n{out}");
        }
    }
    let formula = read("date,lon,lat,title\n2022,1,13,=1+1\n");
    let out = written(formula.layer.as_ref().expect("a layer"), Written::Csv);
    assert!(out.contains("'=1+1"), "{out}");
    let typed =
        r#"{"type":"Feature","geometry":null,"properties":{"n":5,"s":"5","l":[1],"b":true}}"#;
    let out = written(read(typed).layer.as_ref().expect("a layer"), Written::Lines);
    assert!(out.contains(r#""n":5,"s":"5","l":[1],"b":true"#), "{out}");
}

#[test]
fn an_index_counts_what_counting_counts() {
    let mut text = "start,end,lon,lat\n".to_owned();
    for i in 0..2_000_u32 {
        let (lon, lat) = (
            f64::from(i * 37 % 400) / 10.0 - 17.0,
            f64::from(i * 91 % 150) / 10.0 + 8.0,
        );
        let (year, month) = (2012 + i % 10, 1 + i % 12);
        let end = if i % 3 == 0 {
            format!("{}-12", year + 1)
        } else {
            format!("{year}-12-31")
        };
        text.push_str(&format!("{year}-{month:02}-05,{end},{lon},{lat}\n"));
    }
    let read = read(&text);
    let layer = read.layer.as_ref().expect("a layer");
    let index = Index::of_all(layer);
    let view = MapBox::from_lon_lat(-10.0, 10.0, 15.0, 20.0);
    let mut cells = Vec::new();
    for days in [
        (15_000, 20_000),
        (16_000, 16_100),
        (17_000, 17_000),
        (0, 100),
    ] {
        index.cells(&view, 1.0 / 64.0, days, &mut cells);
        let holds = |f: &u32| {
            let (from, to) = layer.days(*f);
            from <= days.1 && days.0 <= to
        };
        for cell in &cells {
            let inside = |f: &u32| {
                let [lon, lat] = layer.place(*f).expect("placed").lon_lat;
                let [x, y] = sahelscope::geo::LonLat { lon, lat }.to_map();
                let [west, north] = cell.bounds.min;
                let [east, south] = cell.bounds.max;
                west <= x && x < east && north <= y && y < south
            };
            let counted = (0..2_000).filter(holds).filter(inside).count();
            assert_eq!(cell.count as usize, counted, "{days:?} {cell:?}");
            assert!(cell.bounds.contains(cell.at));
        }
        let whole = MapBox {
            min: [0.0, 0.0],
            max: [1.0, 1.0],
        };
        let (all, complete) = index.features_in(layer, &whole, days, 5_000);
        assert!(complete);
        let mut all = all;
        all.sort_unstable();
        assert_eq!(all, (0..2_000).filter(holds).collect::<Vec<u32>>());
        assert_eq!(index.time().between(days.0, days.1) as usize, all.len());
    }
}

fn run(args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_sahelscope");
    Command::new(program).args(args).output().expect("runs")
}

#[test]
fn convert_asks_by_mapping_and_gives_refused_rows_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("plain").to_owned();
    let [input, output, refused, mapping] =
        ["in.csv", "out.geojson", "refused.csv", "m.json"].map(path);
    fs::write(&input, "date,lon,lat\n03/04/2022,1,13\nsoon,1,13\n").expect("written");
    let out = run(&["convert", &input, &output, "--save-mapping", &mapping]);
    let err = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1), "{err}");
    assert!(
        err.contains("day or the month") && !Path::new(&output).exists(),
        "{err}"
    );
    let answered = fs::read_to_string(&mapping).expect("saved").replacen(
        '{',
        "{\"date_order\": \"day-month\",",
        1,
    );
    fs::write(&mapping, answered).expect("written");
    let out = run(&["convert", &input, &output, "--mapping", &mapping]);
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("--refused FILE"));
    let out = run(&[
        "convert",
        &input,
        &output,
        "--mapping",
        &mapping,
        "--refused",
        &refused,
    ]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    assert!(
        fs::read_to_string(&output)
            .expect("written")
            .contains("2022-04-03")
    );
    let back = fs::read_to_string(&refused).expect("written");
    assert!(
        back.starts_with("refused_line,refused_because,date,lon,lat\r\n3,"),
        "{back}"
    );
    fs::write(&refused, back.replace(",soon,", ",2022-05-06,")).expect("mended");
    let mended = path("mended.csv");
    let out = run(&["convert", &refused, &mended]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    assert_eq!(
        fs::read_to_string(&mended).expect("written"),
        "date,lon,lat\r\n2022-05-06,1,13\r\n"
    );
    assert_eq!(
        run(&["convert", &input, &path("out.xyz")]).status.code(),
        Some(2)
    );
    assert_eq!(
        run(&["convert", "/no/such/file", &output]).status.code(),
        Some(1)
    );
}

#[test]
fn check_judges_tables() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.csv");
    fs::write(&path, "date,lon,lat\n2022,1,13\n2022,1,99\n").expect("written");
    let name = path.to_str().expect("plain");
    let out = run(&["check", name]);
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert_eq!(out.status.code(), Some(1));
    assert!(
        text.contains(&format!("{name}:3:8: refused: lat: expected longitude")),
        "{text}"
    );
    assert!(
        text.ends_with(": done: 1 accepted, 1 refused, 0 repaired, 0 warnings\n"),
        "{text}"
    );
    let link = folder.path().join("loop.csv");
    std::os::unix::fs::symlink(&link, &link).expect("a link");
    let out = run(&["check", link.to_str().expect("plain")]);
    assert!(String::from_utf8_lossy(&out.stdout).contains("expected a readable file"));
    let huge = folder.path().join("huge.csv");
    fs::File::create(&huge)
        .and_then(|f| f.set_len(2 << 30))
        .expect("a sparse file");
    let out = run(&["check", huge.to_str().expect("plain")]);
    assert!(String::from_utf8_lossy(&out.stdout).contains("at most 1073741824 bytes"));
}

#[test]
fn columns_may_be_chosen_by_a_mapping() {
    let mut mapping = Mapping::default();
    for (role, name) in [
        (Role::Date, "quand_exactement"),
        (Role::Lon, "a"),
        (Role::Lat, "b"),
    ] {
        mapping.columns.insert(role, name.to_owned());
    }
    let read = read_with(b"quand_exactement,a,b\n2022,1,13\n", mapping.clone());
    assert_eq!(shown(&read.layer.expect("a layer")), ["2022 @ 1 13"]);
    let read = read_with(b"other,a,b\n2022,1,13\n", mapping);
    assert!(said(&read).contains("the column that the mapping names, found `quand_exactement`"));
}
