//! The fan on the map: the members of a cluster or a row of bases, spread out around their place.
//!
//! Where they stand is told by `scene::fan`. It closes on Escape, on a click elsewhere, and when what was
//! opened is no longer on the map.

use super::hover::tooltip_ui;
use crate::scene::fan::{Fan, Member, fan, members, next};
use crate::scene::item::{Rect as PageRect, Subject, Symbol};
use crate::scene::symbols::Glyph;
use crate::state::Action;
use crate::style::size;
use crate::ui::facts::{naming, selected_of};
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, ink};
use crate::ui::widgets::event_row_ui;
use egui::{
    CursorIcon, Id, Key, Mesh, Modifiers, Order, Pos2, Rect, Response, ScrollArea, Sense, Shape,
    Stroke, Ui, pos2, vec2,
};

/// A list stands beside the fan of more members than this.
const MOST_WITHOUT_LIST: usize = 16;
/// Width and greatest height of that list.
const LIST_PT: [f32; 2] = [320.0, 300.0];
/// Opacity of the ground under the fan.
const VEIL: f32 = 0.82;

/// What is spread out on the map.
#[derive(Default)]
pub struct FanView {
    opened: Option<Opened>,
}

struct Opened {
    /// The merged thing.
    subject: Subject,
    /// The member that the keyboard is at.
    chosen: Option<usize>,
    /// Opened in this frame: the click that did it must not close it.
    fresh: bool,
}

impl FanView {
    /// Spreads a merged thing out.
    pub fn open(&mut self, subject: Subject) {
        self.opened = Some(Opened {
            subject,
            chosen: None,
            fresh: true,
        });
    }

    /// Is anything spread out?
    pub fn is_open(&self) -> bool {
        self.opened.is_some()
    }

    /// Puts the keyboard at the first member.
    pub fn choose_first(&mut self) {
        if let Some(opened) = &mut self.opened {
            opened.chosen = Some(0);
        }
    }

    /// Takes the keys it answers to: arrows go around, Enter selects, Escape closes.
    pub fn keys(&mut self, ctx: &egui::Context, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let Some(opened) = self.opened.as_mut().filter(|_| !ctx.text_edit_focused()) else {
            return;
        };
        let all = spread_out(shown, &opened.subject);
        let pressed = |key: Key| ctx.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        for (key, forward) in [
            (Key::ArrowRight, true),
            (Key::ArrowDown, true),
            (Key::ArrowLeft, false),
            (Key::ArrowUp, false),
        ] {
            if pressed(key) {
                opened.chosen = next(all.len(), opened.chosen, forward);
            }
        }
        if let Some(member) = opened.chosen.and_then(|i| all.get(i))
            && pressed(Key::Enter)
        {
            actions.push(Action::Select(selected_of(&member.subject)));
        }
        if pressed(Key::Escape) {
            self.opened = None;
        }
    }

    /// Draws the fan; true while the pointer is its own.
    pub fn fan_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        response: &Response,
        actions: &mut Vec<Action>,
    ) -> bool {
        let page = response.rect;
        let Some(opened) = &mut self.opened else {
            return false;
        };
        let hits = &shown.composition.hits;
        let anchor = hits.iter().find(|hit| hit.subject == opened.subject);
        let all = spread_out(shown, &opened.subject);
        let Some(anchor) = anchor.filter(|_| !all.is_empty()) else {
            self.opened = None;
            return false;
        };
        // Under a swipe bar only a half of the page is this day's.
        let seen = page
            .intersect(ui.clip_rect())
            .translate(-page.min.to_vec2());
        let whole = PageRect::new(seen.min.into(), seen.max.into());
        let fan = fan(anchor.area.center(), all.len(), whole);
        ground_ui(ui, shown, &fan, page);
        let mut pointed = false;
        for (i, (member, place)) in all.iter().zip(&fan.places).enumerate() {
            let at = page.min + vec2(place[0], place[1]);
            let chosen = opened.chosen == Some(i);
            let spot = member_ui(ui, shown, member, (at, i), chosen, page);
            pointed |= spot.hovered();
            if spot.clicked() {
                opened.chosen = None;
                actions.push(Action::Select(selected_of(&member.subject)));
            }
        }
        let in_list = all.len() > MOST_WITHOUT_LIST
            && list_ui(ui, shown, &all, list_corner(&fan, page), actions);
        let middle = page.min + vec2(fan.middle[0], fan.middle[1]);
        let over = |at: Pos2| at.distance(middle) < fan.radius_pt;
        let own = pointed || in_list || response.hover_pos().is_some_and(over);
        let fresh = std::mem::take(&mut opened.fresh);
        if response.clicked() && !pointed && !in_list && !fresh {
            self.opened = None;
            return true;
        }
        own
    }
}

fn spread_out(shown: &Shown<'_>, subject: &Subject) -> Vec<Member> {
    members(shown.atlas, shown.world, shown.state.look.theme, subject)
}

/// The veil over the map and the lines that join the members to their place.
fn ground_ui(ui: &Ui, shown: &Shown<'_>, fan: &Fan, page: Rect) {
    let painter = ui.painter().with_clip_rect(page.intersect(ui.clip_rect()));
    let map = &shown.palette().map;
    let middle = page.min + vec2(fan.middle[0], fan.middle[1]);
    painter.circle(
        middle,
        fan.radius_pt + 3.0,
        ink(map.halo.with_opacity(VEIL)),
        Stroke::new(1.0, ink(shown.ink().hairline_strong)),
    );
    for leader in &fan.leaders {
        let points = leader.iter().map(|p| page.min + vec2(p[0], p[1]));
        let stroke = Stroke::new(1.0, ink(map.minor_label.with_opacity(0.7)));
        painter.add(Shape::line(points.collect(), stroke));
    }
    if let Some(place) = fan.leaders.first().and_then(|l| l.first()) {
        let at = page.min + vec2(place[0], place[1]);
        painter.circle_filled(at, 2.6, ink(map.minor_label));
    }
}

/// One member: its symbol, a ring when it is selected or the keyboard is at it, its tooltip.
fn member_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    member: &Member,
    (at, index): (Pos2, usize),
    chosen: bool,
    page: Rect,
) -> Response {
    let painter = ui.painter().with_clip_rect(page.intersect(ui.clip_rect()));
    let side = member.symbol.size_pt.max(20.0) + 4.0;
    let id = ui.scope_id().with(("fan", index));
    let area = Rect::from_center_size(at, vec2(side, side));
    let response = ui.interact(area, id, Sense::click());
    let mut mesh = Mesh::default();
    let feather = 1.0 / painter.pixels_per_point();
    let mut set = |symbol: Symbol| {
        let symbol = Symbol {
            at: [at.x, at.y],
            ..symbol
        };
        shown
            .glyphs
            .set(&symbol, pos2(0.0, 0.0), feather, &mut mesh);
    };
    set(member.symbol);
    let selected = selected_of(&member.subject).is_some_and(|it| shown.is_selected(&it));
    if selected {
        set(Symbol {
            glyph: Glyph::Selection,
            size_pt: size::EVENT_PT + 9.0,
            accent: shown.ink().selection,
            opacity: 1.0,
            ..member.symbol
        });
    }
    painter.add(Shape::mesh(mesh));
    if chosen || response.has_focus() {
        let ring = Stroke::new(2.0, ink(shown.ink().focus_ring));
        painter.circle_stroke(at, side / 2.0 + 1.0, ring);
    } else if response.hovered() {
        let ring = Stroke::new(1.6, ink(shown.ink().selection.with_opacity(0.75)));
        painter.circle_stroke(at, side / 2.0, ring);
    }
    let Some(naming) = naming(shown, &member.subject) else {
        return response;
    };
    let said = format!("{}, {}", naming.name, naming.detail);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if chosen {
        response.show_tooltip_ui(|ui| tooltip_ui(ui, shown, &naming));
        return response;
    }
    response.on_hover_ui(|ui| tooltip_ui(ui, shown, &naming))
}

/// The upper left corner of the list: beside the fan, on the side where there is more room.
fn list_corner(fan: &Fan, page: Rect) -> Pos2 {
    let middle = page.min + vec2(fan.middle[0], fan.middle[1]);
    let off = fan.radius_pt + GRID * 3.0;
    let right = page.right() - middle.x - off;
    let left = middle.x - off - LIST_PT[0] - GRID * 6.0;
    let x = if right >= LIST_PT[0] + GRID * 6.0 || right > middle.x - page.left() {
        middle.x + off
    } else {
        left.max(page.left() + GRID)
    };
    let top = middle.y - LIST_PT[1] / 2.0;
    let lowest = (page.bottom() - LIST_PT[1] - GRID * 6.0).max(page.top() + GRID);
    pos2(x, top.clamp(page.top() + GRID, lowest))
}

/// The members of a large fan as a list; true while the pointer is in it.
fn list_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    all: &[Member],
    corner: Pos2,
    actions: &mut Vec<Action>,
) -> bool {
    let area = egui::Area::new(Id::unique("fan list"))
        .order(Order::Middle)
        .fixed_pos(corner)
        .constrain_to(ui.clip_rect());
    let shown_area = area.show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_width(LIST_PT[0]);
            let scrolled = ScrollArea::vertical().max_height(LIST_PT[1]);
            scrolled.show(ui, |ui| {
                for member in all {
                    let Subject::Event(id) = &member.subject else {
                        continue;
                    };
                    let Some(event) = shown.atlas.event(id) else {
                        continue;
                    };
                    if event_row_ui(ui, shown, event).clicked() {
                        actions.push(Action::Select(selected_of(&member.subject)));
                    }
                }
            });
        });
    });
    shown_area.response.contains_pointer()
}
