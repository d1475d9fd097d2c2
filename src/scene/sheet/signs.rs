//! Events, bases, their states, markers and movements on the sheet of signs.

use super::{CAPTION_PT, Cell, MARGIN_PT, Pen, bare};
use crate::calendar::Precision;
use crate::lang::{Lang, Words};
use crate::model::{BaseKind, Category};
use crate::scene::item::{Face, Item, Pt, Subject, Symbol};
use crate::scene::layers::{bases as base_layer, events as event_layer, movements as move_layer};
use crate::scene::legend::holder_name;
use crate::scene::signs::{base_shape, category_color, category_glyph, holder_mark};
use crate::scene::symbols::{BaseShape, BaseState, Edge, Glyph, HolderMark, Road, arrow};
use crate::style::{Color, Holder, Palette, size};

/// Where the columns of the table of bases begin.
const TABLE_LEFT_PT: f32 = 112.0;

fn symbol(glyph: Glyph, at: Pt, size_pt: f32, ink: Color, palette: &Palette) -> Symbol {
    Symbol {
        glyph,
        at,
        size_pt,
        ink,
        ground: palette.map.halo,
        accent: ink,
        opacity: 1.0,
    }
}

fn say(lang: Lang, en: &str, fr: &str) -> String {
    match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    }
}

/// The categories: bare at four sizes, then as markers.
pub(super) fn events(pen: &mut Pen) {
    pen.section(Words {
        en: "Events: in lists at 12, 16, 24 and 48 points; on the map",
        fr: "Événements : dans les listes à 12, 16, 24 et 48 points ; sur la carte",
    });
    let (palette, lang) = (pen.palette, pen.lang);
    let count = Category::ALL.len();
    for (i, category) in Category::ALL.iter().enumerate() {
        let x = Pen::column(MARGIN_PT, i, count);
        let ink = category_color(*category, palette);
        let mut y = pen.y;
        for size_pt in [12.0, 16.0, 24.0, 48.0] {
            y += size_pt / 2.0 + 5.0;
            let glyph = Glyph::Event(category_glyph(*category));
            let item = bare(symbol(glyph, [x, y], size_pt, ink, palette));
            pen.items.push(item);
            y += size_pt / 2.0;
        }
        let marker = marker(*category, Edge::Confirmed, Precision::Day);
        let item = bare(symbol(marker, [x, y + 19.0], 22.0, ink, palette));
        pen.items.push(item);
        pen.caption(x, y + 44.0, category.word(lang), 57.0);
    }
    pen.y += 120.0 + 44.0 + CAPTION_PT;
}

fn marker(category: Category, edge: Edge, date: Precision) -> Glyph {
    Glyph::Marker {
        glyph: category_glyph(category),
        edge,
        date,
    }
}

/// The table of bases: a row a holder, a column a kind.
pub(super) fn bases(pen: &mut Pen) {
    pen.section(Words {
        en: "Bases: shape by kind, colour and inner mark by holder",
        fr: "Bases : forme selon la nature, couleur et marque selon le détenteur",
    });
    let (palette, lang) = (pen.palette, pen.lang);
    let count = BaseKind::ALL.len();
    for (i, kind) in BaseKind::ALL.iter().enumerate() {
        let x = Pen::column(TABLE_LEFT_PT, i, count);
        pen.caption(x, pen.y + 10.0, kind.word(lang), 74.0);
    }
    pen.y += 18.0;
    for holder in Holder::ALL {
        let y = pen.y + 9.0;
        let name = holder_name(holder, lang);
        pen.text([MARGIN_PT, y + 4.0], &name, Face::Regular, size::SMALL_PT);
        for (i, kind) in BaseKind::ALL.iter().enumerate() {
            let glyph = Glyph::Base {
                kind: base_shape(*kind),
                mark: holder_mark(holder),
                state: BaseState::Held,
            };
            let x = Pen::column(TABLE_LEFT_PT, i, count);
            let item = bare(symbol(glyph, [x, y], 13.0, holder.color(palette), palette));
            pen.items.push(item);
        }
        pen.y += 19.0;
    }
}

/// What is known of a base, the change of hands, the three sizes, the disc of a town.
pub(super) fn states(pen: &mut Pen) {
    pen.section(Words {
        en: "Bases: state, certainty, size, place",
        fr: "Bases : état, certitude, effectif, lieu",
    });
    let (palette, lang) = (pen.palette, pen.lang);
    let wagner = Holder::Wagner.color(palette);
    let un = Holder::Un.color(palette);
    let state = |state: BaseState, size_pt: f32| {
        let glyph = Glyph::Base {
            kind: BaseShape::Main,
            mark: HolderMark::Diagonal,
            state,
        };
        move |at: Pt| vec![bare(symbol(glyph, at, size_pt, wagner, palette))]
    };
    let cell = |en: &str, fr: &str, known: BaseState| {
        let (small, large) = (state(known, 10.0), state(known, 17.0));
        Cell::new(say(lang, en, fr), move |[x, y]| {
            let mut items = small([x - 12.0, y]);
            items.extend(large([x + 9.0, y]));
            items
        })
    };
    pen.row(
        34.0,
        vec![
            cell("in use", "occupée", BaseState::Held),
            cell("left, 30 days", "quittée, 30 jours", BaseState::Closed),
            cell("planned", "prévue", BaseState::Planned),
            cell("reported", "rapportée", BaseState::Reported),
            cell("disputed", "contestée", BaseState::Disputed),
            handover(
                lang,
                "changes hands",
                "change de mains",
                Edge::Confirmed,
                palette,
            ),
            handover(lang, "… reported", "… rapporté", Edge::Reported, palette),
            handover(lang, "… disputed", "… contesté", Edge::Disputed, palette),
        ],
    );
    let sized = |caption: String, size_pt: f32| {
        let glyph = Glyph::Base {
            kind: BaseShape::Air,
            mark: HolderMark::Dot,
            state: BaseState::Held,
        };
        Cell::new(caption, move |at| {
            vec![bare(symbol(glyph, at, size_pt, un, palette))]
        })
    };
    let town = Cell::new(
        say(lang, "town only (5 km)", "ville seulement (5 km)"),
        move |at| {
            let mut items: Vec<Item> = base_layer::disc(at, 22.0, un).into();
            let glyph = Glyph::Base {
                kind: BaseShape::Forward,
                mark: HolderMark::Dot,
                state: BaseState::Held,
            };
            items.push(bare(symbol(glyph, at, 13.0, un, palette)));
            items
        },
    );
    let [small, middle, large] = size::BASE_PT;
    pen.row(
        46.0,
        vec![
            sized(
                say(lang, "under 200 or not known", "moins de 200 ou inconnu"),
                small,
            ),
            sized("200 – 999".to_owned(), middle),
            sized(say(lang, "1,000 and more", "1 000 et plus"), large),
            town,
        ],
    );
}

fn handover<'a>(lang: Lang, en: &str, fr: &str, edge: Edge, palette: &'a Palette) -> Cell<'a> {
    Cell::new(say(lang, en, fr), move |at| {
        let glyph = Glyph::Handover {
            kind: BaseShape::Main,
            old: holder_mark(Holder::Un),
            new: holder_mark(Holder::Wagner),
            edge,
        };
        let size_pt = size::BASE_PT[2];
        let old = Holder::Un.color(palette);
        let symbol = Symbol {
            accent: Holder::Wagner.color(palette),
            ..symbol(glyph, at, size_pt, old, palette)
        };
        vec![bare(symbol)]
    })
}

/// Markers: certainty, date, age, selection; clusters.
pub(super) fn markers(pen: &mut Pen) {
    pen.section(Words {
        en: "Events on the map: certainty, date, age; several at one place",
        fr: "Événements sur la carte : certitude, date, âge ; plusieurs au même lieu",
    });
    let (palette, lang) = (pen.palette, pen.lang);
    let ink = category_color(Category::Withdrawal, palette);
    let one = |en: &str, fr: &str, edge: Edge, date: Precision, opacity: f32| {
        let glyph = marker(Category::Withdrawal, edge, date);
        Cell::new(say(lang, en, fr), move |at| {
            let faded = palette.faded(ink, opacity);
            vec![bare(symbol(glyph, at, 22.0, faded, palette))]
        })
    };
    let (sure, day) = (Edge::Confirmed, Precision::Day);
    let selected = Cell::new(say(lang, "selected", "choisi"), move |at| {
        let ring = Symbol {
            accent: palette.ui.selection,
            ..symbol(Glyph::Selection, at, 32.0, ink, palette)
        };
        let glyph = marker(Category::Withdrawal, sure, day);
        vec![bare(symbol(glyph, at, 22.0, ink, palette)), bare(ring)]
    });
    pen.row(
        32.0,
        vec![
            one("confirmed", "confirmé", sure, day, 1.0),
            one("reported", "rapporté", Edge::Reported, day, 1.0),
            one(
                "disputed",
                "contesté",
                Edge::Disputed,
                day,
                size::DISPUTED_OPACITY,
            ),
            one("month known", "mois connu", sure, Precision::Month, 1.0),
            one("year known", "année connue", sure, Precision::Year, 1.0),
            one("half of the trail", "milieu de la traîne", sure, day, 0.64),
            one(
                "end of the trail",
                "fin de la traîne",
                sure,
                day,
                size::TRAIL_END_OPACITY,
            ),
            selected,
        ],
    );
    let several = |counts: Vec<(Category, usize)>, size_pt: f32| {
        let total: usize = counts.iter().map(|(_, n)| n).sum();
        let caption = match lang {
            Lang::En => format!("{total} events"),
            Lang::Fr => format!("{total} événements"),
        };
        Cell::new(caption, move |at| {
            let shapes = event_layer::cluster_at(at, size_pt, &counts, 1.0, palette);
            shapes.into_iter().map(bare).collect()
        })
    };
    use Category as C;
    let [small, middle, large] = size::CLUSTER_PT;
    let all = C::ALL
        .iter()
        .map(|c| (*c, 1 + usize::from(*c == C::Attack) * 13));
    pen.row(
        38.0,
        vec![
            several(vec![(C::Withdrawal, 2)], small),
            several(vec![(C::Withdrawal, 1), (C::Transition, 1)], small),
            several(vec![(C::Airspace, 1), (C::Diplomacy, 2)], small),
            several(
                vec![
                    (C::Withdrawal, 1),
                    (C::Deployment, 1),
                    (C::Attack, 1),
                    (C::Coup, 1),
                ],
                small,
            ),
            several(
                vec![(C::Alliance, 2), (C::Sanction, 3), (C::Agreement, 1)],
                middle,
            ),
            several(all.collect(), large),
        ],
    );
}

/// Arrows: width, certainty, age, growth.
pub(super) fn movements(pen: &mut Pen) {
    pen.section(Words {
        en: "Movements: width by number; certainty, age, under way",
        fr: "Mouvements : largeur selon l’effectif ; certitude, âge, en cours",
    });
    let (palette, lang) = (pen.palette, pen.lang);
    let ink = Holder::France.color(palette);
    let cell = |caption: String, troops: Option<u32>, edge: Edge, color: Color, growth: f32| {
        Cell::new(caption, move |[x, y]: Pt| {
            let width_pt = move_layer::width_pt(troops);
            let road = Road::new([x - 34.0, y + 10.0], [x + 34.0, y - 8.0], 0.16, width_pt);
            let mut items = Vec::new();
            if growth < 1.0 {
                let spine = arrow(&road, 1.0).spine;
                items.push(move_layer::ahead(&spine, growth, color, &Subject::None));
            }
            let outline = arrow(&road, growth).outline;
            items.extend(move_layer::body(
                &outline,
                color,
                edge,
                palette,
                &Subject::None,
            ));
            items
        })
    };
    let sure = Edge::Confirmed;
    let mut cells: Vec<Cell<'_>> = move_layer::class_labels(lang)
        .into_iter()
        .map(|(troops, label)| cell(label, troops, sure, ink, 1.0))
        .collect();
    let pale = ink.over(palette.map.halo, 0.64);
    let some = Some(1000);
    cells.push(cell(
        say(lang, "half of the trail", "milieu de la traîne"),
        some,
        sure,
        pale,
        1.0,
    ));
    cells.push(cell(
        say(lang, "reported", "rapporté"),
        some,
        Edge::Reported,
        ink,
        1.0,
    ));
    cells.push(cell(
        say(lang, "disputed", "contesté"),
        some,
        Edge::Disputed,
        ink,
        1.0,
    ));
    cells.push(cell(
        say(lang, "under way", "en cours"),
        some,
        sure,
        ink,
        0.5,
    ));
    pen.row(34.0, cells);
}
