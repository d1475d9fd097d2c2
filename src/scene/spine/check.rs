//! throwaway
use super::set::{Setting, set};
use super::*;
use crate::geo::{Camera, LonLat, Viewport};
use crate::scene::item::*;
use crate::scene::metrics;
use std::fmt::Write;

fn sheet(
    path: &str,
    bounds: MapBox,
    size_pt: [f32; 2],
    scale: f32,
    name_pt: f32,
    fr: bool,
    all: usize,
) {
    let atlas = crate::data::shipped().expect("x");
    let level = atlas.basemap.level(2);
    let v = Viewport {
        camera: Camera::fit(&bounds, size_pt),
        size_pt,
    };
    let mut s = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}'><rect width='100%' height='100%' fill='#cfdde4'/>",
        size_pt[0], size_pt[1]
    );
    let cols = [
        "#c03020", "#2060c0", "#208040", "#b08020", "#8040a0", "#40a0a0", "#a0a0a0", "#d080a0",
    ];
    for c in &level.countries {
        let mut d = String::new();
        for r in &c.rings {
            for (i, p) in level.points(r).iter().enumerate() {
                let q = v.page_from_map(*p);
                write!(
                    d,
                    "{}{:.1} {:.1}",
                    if i == 0 { "M" } else { "L" },
                    q[0],
                    q[1]
                )
                .unwrap();
            }
            d.push('Z');
        }
        write!(
            s,
            "<path d='{d}' fill='{}' fill-rule='evenodd' stroke='#886' stroke-width='.8'/>",
            if atlas.is_focus(&c.iso) {
                "#fffdf6"
            } else {
                "#f0e9dc"
            }
        )
        .unwrap();
    }
    for c in &level.countries {
        let sp = spines(level, &c.iso);
        for (i, x) in sp.iter().take(all).enumerate().rev() {
            let pts: Vec<String> = x
                .points
                .iter()
                .map(|p| {
                    let q = v.page_from_map(*p);
                    format!("{:.1},{:.1}", q[0], q[1])
                })
                .collect();
            write!(
                s,
                "<polyline points='{}' fill='none' stroke='{}' stroke-width='{}' opacity='.6'/>",
                pts.join(" "),
                cols[i],
                if i == 0 { 2.0 } else { 1.0 }
            )
            .unwrap();
        }
        if let Some(x) = sp.first() {
            let curve: Vec<Pt> = x.points.iter().map(|p| v.page_from_map(*p)).collect();
            let name = if fr { &c.name.fr } else { &c.name.en };
            let face = if atlas.is_focus(&c.iso) {
                Face::Bold
            } else {
                Face::Regular
            };
            for pt in [name_pt, name_pt - 2.0, name_pt - 4.0] {
                if let Some(l) = set(&name.to_uppercase(), &curve, &Setting::spread(face, pt)) {
                    for l in l {
                        write!(s, "<text x='0' y='0' transform='translate({:.2} {:.2}) rotate({:.2})' font-family='Noto Sans' font-weight='{}' font-size='{pt}'>{}</text>", l.at[0], l.at[1], l.angle.to_degrees(), if face == Face::Bold { 700 } else { 400 }, l.ch).unwrap();
                    }
                    break;
                }
            }
        }
    }
    s.push_str("</svg>");
    let mut db = resvg::usvg::fontdb::Database::new();
    for f in [Face::Regular, Face::Bold, Face::Italic] {
        db.load_font_data(metrics::font_bytes(f).to_vec());
    }
    let o = resvg::usvg::Options {
        fontdb: std::sync::Arc::new(db),
        ..Default::default()
    };
    let t = resvg::usvg::Tree::from_str(&s, &o).unwrap();
    let mut pm =
        resvg::tiny_skia::Pixmap::new((size_pt[0] * scale) as u32, (size_pt[1] * scale) as u32)
            .unwrap();
    resvg::render(
        &t,
        resvg::tiny_skia::Transform::from_scale(scale, scale),
        &mut pm.as_mut(),
    );
    std::fs::create_dir_all("/tmp/h/spines-out").unwrap();
    pm.save_png(path).unwrap();
}

#[test]
fn check_picture() {
    let b = |w, s, e, n| {
        let _ = LonLat { lon: 0., lat: 0. };
        MapBox::from_lon_lat(w, s, e, n)
    };
    sheet(
        "/tmp/h/spines-out/whole.png",
        b(-20.0, 0.0, 52.0, 37.0),
        [1800.0, 1000.0],
        1.0,
        15.0,
        false,
        3,
    );
    sheet(
        "/tmp/h/spines-out/west.png",
        b(-18.0, 3.5, 16.0, 28.0),
        [1500.0, 1150.0],
        1.0,
        17.0,
        false,
        3,
    );
    sheet(
        "/tmp/h/spines-out/plain.png",
        b(-18.0, 3.5, 26.0, 34.0),
        [1500.0, 1150.0],
        1.0,
        16.0,
        true,
        0,
    );
    sheet(
        "/tmp/h/spines-out/eight.png",
        b(-18.0, 3.5, 16.0, 28.0),
        [1500.0, 1150.0],
        1.0,
        17.0,
        false,
        8,
    );
    sheet(
        "/tmp/h/spines-out/small.png",
        b(-17.0, 11.0, -11.0, 15.0),
        [1500.0, 1000.0],
        1.0,
        16.0,
        false,
        8,
    );
    sheet(
        "/tmp/h/spines-out/benin.png",
        b(-9.0, 3.5, 5.0, 13.0),
        [1500.0, 1000.0],
        1.0,
        16.0,
        true,
        8,
    );
}

#[test]
fn check_time() {
    let atlas = crate::data::shipped().expect("x");
    let level = atlas.basemap.level(2);
    for _ in 0..5 {
        let t = std::time::Instant::now();
        let n: usize = level
            .countries
            .iter()
            .map(|c| spines(level, &c.iso).len())
            .sum();
        eprintln!(
            "{} countries {n} spines {:?}",
            level.countries.len(),
            t.elapsed()
        );
    }
    for c in &level.countries {
        let t = std::time::Instant::now();
        let sp = spines(level, &c.iso);
        let e = t.elapsed();
        if e.as_micros() > 1200 || sp.is_empty() {
            eprintln!("{} {} {:?}", c.iso, sp.len(), e);
        }
    }
    for r in &level.rivers {
        let t = std::time::Instant::now();
        let n: Vec<usize> = r
            .lines
            .iter()
            .map(|w| river_stretches(&level.points(w)).len())
            .collect();
        eprintln!(
            "{:?} {n:?} {:?}",
            r.name.as_ref().map(|n| &n.en),
            t.elapsed()
        );
    }
}
#[test]
fn check_stages() {
    let atlas = crate::data::shipped().expect("x");
    let level = atlas.basemap.level(2);
    for _ in 0..3 {
        let mut t = [0u128; 5];
        let now = std::time::Instant::now;
        for c in &level.countries {
            let a = now();
            let rings: Vec<Vec<MapPt>> = c.rings.iter().map(|w| level.points(w)).collect();
            let body = rings.iter().max_by_key(|r| r.len()).unwrap();
            t[0] += a.elapsed().as_nanos();
            let a = now();
            let Some(f) = Field::new(&rings, &MapBox::around(body)) else {
                continue;
            };
            t[1] += a.elapsed().as_nanos();
            let a = now();
            let s = f.seeds(SEEDS);
            t[2] += a.elapsed().as_nanos() + s.len() as u128 * 0;
            let a = now();
            let k = candidates(&f);
            t[3] += a.elapsed().as_nanos();
            let a = now();
            let o = Outline::new(&rings);
            let mut n = 0.0;
            for arc in k.iter().take(6) {
                n += measured(arc.points(POINTS).collect(), arc.length, &o)
                    .map_or(0.0, |s| s.length);
            }
            t[4] += a.elapsed().as_nanos() + (n as u128);
        }
        eprintln!(
            "rings {} field {} seeds {} candidates {} measured6 {} us",
            t[0] / 1000,
            t[1] / 1000,
            t[2] / 1000,
            t[3] / 1000,
            t[4] / 1000
        );
    }
}

#[test]
fn check_list() {
    let atlas = crate::data::shipped().expect("x");
    let level = atlas.basemap.level(2);
    for iso in ["DZA", "MLI", "BFA", "GMB", "TGO"] {
        for s in spines(level, iso) {
            let (m, d) = s.at(0.5);
            let g = LonLat::from_map(m);
            eprintln!(
                "list {iso} {:.1} {:.1} angle {:.0} len {:.5} clear {:.5}",
                g.lon,
                g.lat,
                d[1].atan2(d[0]).to_degrees(),
                s.length,
                s.clearance
            );
        }
    }
}
