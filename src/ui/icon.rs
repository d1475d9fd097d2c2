//! Icons as lines of one weight, and the buttons that carry them.
//!
//! An icon is drawn on a grid of 16 points; nothing is a font's glyph. Every button has a name and a tooltip.

use super::theme::{GRID, Type, ink};
use crate::style::UiInk;
use egui::{Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// Weight of every icon's line.
const LINE_PT: f32 = 1.6;

/// Which icon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// Triangle.
    Play,
    /// Two bars.
    Pause,
    /// Bar and chevron to the left.
    Previous,
    /// Chevron and bar to the right.
    Next,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// House.
    Home,
    /// Eye.
    Eye,
    /// Crossed-out eye.
    EyeOff,
    /// Chevron down.
    Down,
    /// Chevron to the left.
    Back,
    /// Chevron to the right.
    Forward,
    /// Three dots.
    More,
    /// Cross.
    Close,
    /// Question mark.
    Help,
    /// Sun.
    Sun,
    /// Moon.
    Moon,
    /// Window with a panel at the left.
    PanelLeft,
    /// Window with a panel at the right.
    PanelRight,
    /// Window with a panel below.
    PanelBelow,
    /// Arrow to the right.
    Arrow,
    /// Magnifying glass.
    Search,
    /// Triangle to the left.
    PlayBack,
    /// Arrow that runs in a ring.
    Loop,
    /// Tick.
    Check,
    /// Two pages side by side.
    Compare,
    /// Two arrows past each other.
    Swap,
    /// Two sheets, one before the other.
    Copy,
    /// Tray with an arrow that leaves it.
    Export,
    /// A screen on a stand.
    Screen,
    /// An open book.
    Story,
    /// Chevron up.
    Up,
    /// Arrow that turns back.
    Undo,
    /// Arrow that turns forward.
    Redo,
    /// Bin.
    Bin,
    /// Frame of a camera.
    Frame,
}

type Lines = Vec<Vec<[f32; 2]>>;

/// Lines of an icon on its grid.
fn lines(icon: Icon) -> Lines {
    let window = vec![
        [2.0, 3.0],
        [14.0, 3.0],
        [14.0, 13.0],
        [2.0, 13.0],
        [2.0, 3.0],
    ];
    match icon {
        Icon::Play => vec![vec![[5.5, 3.2], [13.0, 8.0], [5.5, 12.8], [5.5, 3.2]]],
        Icon::Pause => vec![
            vec![[5.5, 3.5], [5.5, 12.5]],
            vec![[10.5, 3.5], [10.5, 12.5]],
        ],
        Icon::Previous => vec![
            vec![[4.0, 3.0], [4.0, 13.0]],
            vec![[12.0, 3.5], [7.0, 8.0], [12.0, 12.5]],
        ],
        Icon::Next => vec![
            vec![[12.0, 3.0], [12.0, 13.0]],
            vec![[4.0, 3.5], [9.0, 8.0], [4.0, 12.5]],
        ],
        Icon::Plus => vec![vec![[8.0, 3.0], [8.0, 13.0]], vec![[3.0, 8.0], [13.0, 8.0]]],
        Icon::Minus => vec![vec![[3.0, 8.0], [13.0, 8.0]]],
        Icon::Home => vec![
            vec![[2.0, 8.2], [8.0, 2.8], [14.0, 8.2]],
            vec![[3.8, 7.0], [3.8, 13.2], [12.2, 13.2], [12.2, 7.0]],
        ],
        Icon::Eye => eye(),
        Icon::EyeOff => {
            let mut all = eye();
            all.push(vec![[2.8, 13.2], [13.2, 2.8]]);
            all
        }
        Icon::Down => vec![vec![[4.0, 6.0], [8.0, 10.0], [12.0, 6.0]]],
        Icon::Back => vec![vec![[10.0, 3.5], [5.5, 8.0], [10.0, 12.5]]],
        Icon::Forward => vec![vec![[6.0, 3.5], [10.5, 8.0], [6.0, 12.5]]],
        Icon::More => [3.0, 8.0, 13.0].map(|x| ring(x, 8.0, 0.5, 0.0, 1.0)).into(),
        Icon::Close => vec![
            vec![[3.8, 3.8], [12.2, 12.2]],
            vec![[12.2, 3.8], [3.8, 12.2]],
        ],
        Icon::Help => {
            let mut hook = ring(8.0, 6.0, 2.6, 0.5, 1.15);
            hook.extend([[8.0, 9.2], [8.0, 10.0]]);
            vec![
                ring(8.0, 8.0, 6.6, 0.0, 1.0),
                hook,
                vec![[8.0, 11.6], [8.0, 12.2]],
            ]
        }
        Icon::Sun => {
            let ray = |i: i32| {
                let turn = i as f32 * std::f32::consts::TAU / 8.0;
                let (y, x) = turn.sin_cos();
                vec![
                    [8.0 + x * 5.2, 8.0 + y * 5.2],
                    [8.0 + x * 6.8, 8.0 + y * 6.8],
                ]
            };
            let mut all: Lines = (0..8).map(ray).collect();
            all.push(ring(8.0, 8.0, 3.0, 0.0, 1.0));
            all
        }
        Icon::Moon => vec![moon()],
        Icon::PanelLeft => vec![window, vec![[6.0, 3.0], [6.0, 13.0]]],
        Icon::PanelRight => vec![window, vec![[10.0, 3.0], [10.0, 13.0]]],
        Icon::PanelBelow => vec![window, vec![[2.0, 9.5], [14.0, 9.5]]],
        Icon::Search => vec![
            ring(6.9, 6.9, 4.4, 0.0, 1.0),
            vec![[10.1, 10.1], [13.8, 13.8]],
        ],
        Icon::PlayBack => vec![vec![[10.5, 3.2], [3.0, 8.0], [10.5, 12.8], [10.5, 3.2]]],
        Icon::Loop => vec![
            ring(8.0, 8.0, 5.2, -0.08, 0.78),
            vec![[9.6, 4.9], [13.0, 5.3], [13.4, 1.9]],
        ],
        Icon::Check => vec![vec![[3.2, 8.4], [6.6, 11.8], [12.8, 4.6]]],
        Icon::Screen => screen(),
        Icon::Compare => two_pages(),
        Icon::Swap => two_arrows(),
        Icon::Copy => two_sheets(),
        Icon::Export => tray(),
        Icon::Story => book(),
        Icon::Up => vec![vec![[4.0, 10.0], [8.0, 6.0], [12.0, 10.0]]],
        Icon::Undo => turned(|x| x),
        Icon::Redo => turned(|x| 16.0 - x),
        Icon::Bin => bin(),
        Icon::Frame => corners(),
        Icon::Arrow => vec![
            vec![[2.5, 8.0], [13.0, 8.0]],
            vec![[9.0, 4.2], [13.0, 8.0], [9.0, 11.8]],
        ],
    }
}

/// A screen on its stand.
fn screen() -> Lines {
    let (left, top, right, floor) = (2.0, 3.0, 14.0, 11.0);
    vec![
        vec![
            [left, top],
            [right, top],
            [right, floor],
            [left, floor],
            [left, top],
        ],
        vec![[8.0, floor], [8.0, 13.6]],
        vec![[5.0, 13.6], [11.0, 13.6]],
    ]
}

/// A tray, and an arrow up out of it.
fn tray() -> Lines {
    let (left, right, edge, floor) = (3.0, 13.0, 7.6, 13.6);
    vec![
        vec![[8.0, 10.0], [8.0, 2.4]],
        vec![[4.9, 5.4], [8.0, 2.4], [11.1, 5.4]],
        vec![
            [5.0, edge],
            [left, edge],
            [left, floor],
            [right, floor],
            [right, edge],
            [11.0, edge],
        ],
    ]
}

/// Two lids and a pupil.
fn eye() -> Lines {
    let lid = |up: f32| -> Vec<[f32; 2]> {
        let bend = |i: i32| {
            let t = i as f32 / 10.0;
            [
                1.5 + 13.0 * t,
                8.0 - up * 4.4 * (std::f32::consts::PI * t).sin(),
            ]
        };
        (0..=10).map(bend).collect()
    };
    vec![lid(1.0), lid(-1.0), ring(8.0, 8.0, 1.9, 0.0, 1.0)]
}

/// An open book.
fn book() -> Lines {
    let page = |x: fn(f32) -> f32| {
        vec![
            [8.0, 4.6],
            [x(5.6), 3.2],
            [x(1.8), 3.2],
            [x(1.8), 12.0],
            [x(5.6), 12.0],
            [8.0, 13.4],
        ]
    };
    vec![
        page(|x| x),
        page(|x| 16.0 - x),
        vec![[8.0, 4.6], [8.0, 13.4]],
    ]
}

/// An arrow that turns round to one side.
fn turned(x: fn(f32) -> f32) -> Lines {
    let bow = ring(9.0, 9.0, 3.8, 0.25, -0.25);
    let mut line = vec![[x(5.0), 12.8]];
    line.extend(bow.into_iter().map(|[at, y]| [x(at), y]));
    line.push([x(3.0), 5.2]);
    let head = vec![[x(5.8), 2.4], [x(3.0), 5.2], [x(5.8), 8.0]];
    vec![line, head]
}

/// A bin with its lid.
fn bin() -> Lines {
    vec![
        vec![[2.8, 4.4], [13.2, 4.4]],
        vec![[6.0, 4.2], [6.0, 2.6], [10.0, 2.6], [10.0, 4.2]],
        vec![[4.0, 4.6], [4.8, 13.4], [11.2, 13.4], [12.0, 4.6]],
    ]
}

/// The corners of a frame, and what it is around.
fn corners() -> Lines {
    let corner = |x: f32, y: f32, right: f32, down: f32| {
        vec![[x + right * 3.2, y], [x, y], [x, y + down * 3.2]]
    };
    vec![
        corner(2.4, 2.8, 1.0, 1.0),
        corner(13.6, 2.8, -1.0, 1.0),
        corner(2.4, 13.2, 1.0, -1.0),
        corner(13.6, 13.2, -1.0, -1.0),
        ring(8.0, 8.0, 1.6, 0.0, 1.0),
    ]
}

/// Two pages side by side.
fn two_pages() -> Lines {
    let page = |x: f32| {
        let (right, top, bottom) = (x + 4.5, 3.0, 13.0);
        vec![
            [x, top],
            [right, top],
            [right, bottom],
            [x, bottom],
            [x, top],
        ]
    };
    [2.0, 9.5].map(page).into()
}

/// Two arrows past each other.
fn two_arrows() -> Lines {
    vec![
        vec![[2.5, 5.5], [13.0, 5.5]],
        vec![[10.2, 2.8], [13.0, 5.5], [10.2, 8.2]],
        vec![[13.5, 10.8], [3.0, 10.8]],
        vec![[5.8, 8.1], [3.0, 10.8], [5.8, 13.5]],
    ]
}

/// Two sheets, one before the other.
fn two_sheets() -> Lines {
    let front = vec![
        [5.5, 5.5],
        [13.5, 5.5],
        [13.5, 13.5],
        [5.5, 13.5],
        [5.5, 5.5],
    ];
    let back = vec![
        [10.5, 5.5],
        [10.5, 2.5],
        [2.5, 2.5],
        [2.5, 10.5],
        [5.5, 10.5],
    ];
    vec![front, back]
}

/// Part of a circle; turns count from the right, clockwise.
fn ring(x: f32, y: f32, radius: f32, from_turn: f32, to_turn: f32) -> Vec<[f32; 2]> {
    let point = |i: i32| {
        let turn = from_turn + (to_turn - from_turn) * i as f32 / 20.0;
        let (sin, cos) = (turn * std::f32::consts::TAU).sin_cos();
        [x + radius * cos, y + radius * sin]
    };
    (0..=20).map(point).collect()
}

/// A crescent: a circle less another one that is shifted up and to the right.
fn moon() -> Vec<[f32; 2]> {
    let mut edge = ring(7.6, 8.4, 5.6, 0.03, 0.72);
    edge.extend(ring(10.6, 5.4, 4.3, 0.60, 0.15).into_iter().filter(|p| {
        let (dx, dy) = (p[0] - 7.6, p[1] - 8.4);
        dx * dx + dy * dy < 5.6 * 5.6
    }));
    edge.push(edge[0]);
    edge
}

/// Draws an icon around a centre.
pub fn paint(painter: &Painter, icon: Icon, center: Pos2, color: egui::Color32) {
    let corner = center - Vec2::splat(8.0);
    for line in lines(icon) {
        let points: Vec<Pos2> = line.iter().map(|p| corner + vec2(p[0], p[1])).collect();
        if matches!(icon, Icon::Play | Icon::PlayBack) {
            painter.add(Shape::convex_polygon(
                points.clone(),
                color,
                Stroke::new(LINE_PT, color),
            ));
        }
        let weight = if icon == Icon::Pause {
            LINE_PT * 1.5
        } else {
            LINE_PT
        };
        painter.add(Shape::line(points, Stroke::new(weight, color)));
    }
}

/// A ring around what has the keyboard's focus.
pub fn focus_ring(painter: &Painter, response: &Response, rect: Rect, ui: &UiInk) {
    if response.has_focus() {
        mark_focus(painter, rect, ui);
    }
}

/// The ring itself.
pub fn mark_focus(painter: &Painter, rect: Rect, ui: &UiInk) {
    let stroke = Stroke::new(2.0, ink(ui.focus_ring));
    painter.rect_stroke(rect, 3.0, stroke, StrokeKind::Inside);
}

/// A square button with an icon. `name` is read aloud and is the tooltip's first word; `key` stands beside it.
pub fn button_ui(ui: &mut Ui, icon: Icon, name: &str, key: &str, palette: &UiInk) -> Response {
    sized_button_ui(ui, icon, name, key, GRID * 7.0, palette)
}

/// The same, of a given size.
pub fn sized_button_ui(
    ui: &mut Ui,
    icon: Icon,
    name: &str,
    key: &str,
    size: f32,
    palette: &UiInk,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::click());
    named(ui, &response, name);
    if response.hovered() || response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, 3.0, ink(palette.panel_sunk));
    }
    let color = if response.hovered() {
        palette.text
    } else {
        palette.text_2
    };
    paint(ui.painter(), icon, rect.center(), ink(color));
    focus_ring(ui.painter(), &response, rect, palette);
    tooltip(response, name, key, palette)
}

/// Tells screen readers what a button is called.
pub fn named(ui: &Ui, response: &Response, name: &str) {
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name));
}

/// The tooltip of a button: its name, and its key.
pub fn tooltip(response: Response, name: &str, key: &str, palette: &UiInk) -> Response {
    response.on_hover_ui(|ui| {
        ui.horizontal(|ui| {
            ui.label(Type::Small.text(name, palette.text));
            if !key.is_empty() {
                key_cap_ui(ui, key, palette);
            }
        });
    })
}

/// A key as it stands on a keyboard.
pub fn key_cap_ui(ui: &mut Ui, key: &str, palette: &UiInk) {
    let galley =
        ui.painter()
            .layout_no_wrap(key.to_owned(), Type::Small.font(), ink(palette.text_2));
    let size = vec2((galley.size().x + GRID * 2.0).max(20.0), 18.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect(
        rect,
        3.0,
        ink(palette.panel_sunk),
        Stroke::new(1.0, ink(palette.hairline_strong)),
        StrokeKind::Inside,
    );
    let corner = rect.center() - galley.size() / 2.0;
    ui.painter()
        .galley(pos2(corner.x, corner.y), galley, ink(palette.text_2));
}

/// The same, smaller: inside a round button.
pub fn paint_small(painter: &Painter, icon: Icon, center: Pos2, color: egui::Color32) {
    let place = |p: &[f32; 2]| center + (vec2(p[0], p[1]) - Vec2::splat(8.0)) * 0.8;
    for line in lines(icon) {
        let points: Vec<Pos2> = line.iter().map(place).collect();
        if icon == Icon::Play {
            painter.add(Shape::convex_polygon(
                points[..3].to_vec(),
                color,
                Stroke::new(1.0, color),
            ));
        } else {
            painter.add(Shape::line(points, Stroke::new(LINE_PT * 1.4, color)));
        }
    }
}

/// An eye, lighter than other icons: there is one on every line of the legend.
pub fn paint_eye(painter: &Painter, open: bool, center: Pos2, color: egui::Color32) {
    let icon = if open { Icon::Eye } else { Icon::EyeOff };
    paint_light(painter, icon, center, color);
}

/// An icon that stands on many lines: smaller and lighter.
pub fn paint_light(painter: &Painter, icon: Icon, center: Pos2, color: egui::Color32) {
    for line in lines(icon) {
        let place = |p: &[f32; 2]| center + (vec2(p[0], p[1]) - Vec2::splat(8.0)) * 0.86;
        painter.add(Shape::line(
            line.iter().map(place).collect(),
            Stroke::new(1.2, color),
        ));
    }
}
