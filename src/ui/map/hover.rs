//! Pointing at things on the map: outline, tooltip, selection, menu, and the same by keyboard.
//!
//! What lies where is told by the composition; the countries by the basemap.

use super::fan::FanView;
use crate::geo::{MapPt, Viewport};
use crate::lang::ui_words as w;
use crate::scene::Hit;
use crate::scene::item::Subject;
use crate::state::{Action, MapAction};
use crate::ui::facts::{Naming, naming, selected_of};
use crate::ui::shown::Shown;
use crate::ui::theme::{Type, ink};
use crate::ui::widgets::choice_ui;
use egui::{CursorIcon, Key, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, pos2};

/// How near the pointer must come to a symbol.
const REACH_PT: f32 = 3.0;
/// The zoom that a thing is brought to.
const NEAR: f64 = 7.6;

/// Before a class the pointer points for so many seconds after it moved.
const POINTS_SECS: f32 = 3.0;

/// Where a button was let go in this frame: in a slow frame the pointer may be elsewhere by now.
fn released_at(ui: &Ui) -> Option<Pos2> {
    ui.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            egui::Event::PointerButton {
                pos,
                pressed: false,
                ..
            } => Some(*pos),
            _ => None,
        })
    })
}

/// Has the pointer been left where it is before a class? Then it points at nothing.
fn is_left_lying(ui: &Ui, shown: &Shown<'_>) -> bool {
    if shown.state.stage.presenting.is_none() {
        return false;
    }
    let rests_secs = ui.input(|input| input.pointer.time_since_last_movement());
    let is_left = rests_secs > POINTS_SECS;
    match is_left {
        true => ui.ctx().set_cursor_icon(CursorIcon::None),
        false => ui
            .ctx()
            .request_repaint_after_secs(POINTS_SECS - rests_secs + 0.05),
    }
    is_left
}

/// What is open on the map.
#[derive(Default)]
pub struct Hover {
    /// The thing whose menu is open.
    menu: Option<Subject>,
    /// What is spread out.
    fan: FanView,
}

impl Hover {
    /// Takes the keys that the fan answers to.
    pub fn keys(&mut self, ctx: &egui::Context, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        self.fan.keys(ctx, shown, actions);
    }

    /// Draws what is pointed at and pushes what is asked for.
    pub fn hover_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        viewport: Viewport,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        self.focusable_ui(ui, shown, response.rect, actions);
        if self.fan.fan_ui(ui, shown, response, actions) {
            return;
        }
        let clicked_at =
            released_at(ui).filter(|_| response.clicked() || response.secondary_clicked());
        let hovered = response
            .hover_pos()
            .filter(|_| !response.dragged() && !is_left_lying(ui, shown));
        let pointer = clicked_at.or(hovered);
        let page = pointer.map(|at| at - response.rect.min.to_vec2());
        let pointed = page.and_then(|at| under(shown, viewport, at));
        if response.secondary_clicked() {
            self.menu.clone_from(&pointed);
        }
        self.menu_ui(shown, viewport, response, actions);
        let Some(subject) = pointed else {
            if response.clicked() {
                actions.push(Action::Select(None));
            }
            return;
        };
        outline(ui, shown, viewport, response.rect, &subject);
        let response = response.clone().on_hover_cursor(CursorIcon::PointingHand);
        // A double click zooms in, which is the gestures' business.
        if response.clicked() && !response.double_clicked() {
            self.click(&subject, actions);
        }
        if let Some(naming) = naming(shown, &subject) {
            response.on_hover_ui_at_pointer(|ui| tooltip_ui(ui, shown, &naming));
        }
    }

    fn click(&mut self, subject: &Subject, actions: &mut Vec<Action>) {
        match subject {
            Subject::Cluster(_) | Subject::Bases(_) => self.fan.open(subject.clone()),
            other => actions.push(Action::Select(selected_of(other))),
        }
    }

    /// One focusable spot a thing, in the order of reading, so that Tab reaches everything and Enter opens it.
    fn focusable_ui(&mut self, ui: &Ui, shown: &Shown<'_>, page: Rect, actions: &mut Vec<Action>) {
        let seen = page.intersect(ui.clip_rect());
        for (index, hit) in shown.composition.hits.iter().enumerate() {
            let area = on_screen(hit, page);
            let Some(name) = naming(shown, &hit.subject).filter(|_| seen.intersects(area)) else {
                continue;
            };
            let id = ui.scope_id().with(("hit", index));
            let response = ui.interact(area.intersect(seen), id, Sense::focusable_noninteractive());
            let said = format!("{}, {}", name.name, name.detail);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
            let clicked =
                ui.input(|i| i.has_accesskit_action_request(id, egui::accesskit::Action::Click));
            if response.has_focus() {
                let ring = Stroke::new(2.0, ink(shown.ink().focus_ring));
                ui.painter()
                    .rect_stroke(area.expand(3.0), 4.0, ring, StrokeKind::Outside);
            }
            let entered = response.has_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            if clicked || entered {
                self.click(&hit.subject, actions);
                if entered && self.fan.is_open() {
                    // From here on the arrow keys are the fan's.
                    response.surrender_focus();
                    self.fan.choose_first();
                }
            }
        }
    }

    fn menu_ui(
        &mut self,
        shown: &Shown<'_>,
        viewport: Viewport,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let Some(subject) = self.menu.clone() else {
            return;
        };
        response.context_menu(|ui| {
            if let Some(selected) = selected_of(&subject)
                && choice_ui(ui, shown, &shown.say(w::SELECT), false)
            {
                actions.push(Action::Select(Some(selected)));
            }
            if choice_ui(ui, shown, &shown.say(w::ZOOM_TO), false)
                && let Some(place) = place_of(shown, viewport, &subject)
            {
                actions.push(Action::Map(MapAction::CenterOn(place, NEAR)));
            }
            if let Some(naming) = naming(shown, &subject)
                && choice_ui(ui, shown, &shown.say(w::COPY_NAME), false)
            {
                actions.push(Action::Copy(naming.name));
            }
        });
    }
}

/// What lies under a page point: symbols before countries.
fn under(shown: &Shown<'_>, viewport: Viewport, page: Pos2) -> Option<Subject> {
    if let Some(subject) = shown.composition.pick([page.x, page.y], REACH_PT) {
        return Some(subject.clone());
    }
    let level = shown.atlas.basemap.level(2);
    let country = level.country_at(viewport.map_from_page([page.x, page.y]))?;
    Some(Subject::Country(country.iso.clone()))
}

fn place_of(shown: &Shown<'_>, viewport: Viewport, subject: &Subject) -> Option<MapPt> {
    if let Subject::Country(iso) = subject {
        return shown
            .atlas
            .basemap
            .level(2)
            .country(iso)
            .map(|c| c.bounds.center());
    }
    let hits = &shown.composition.hits;
    let hit = hits.iter().rev().find(|hit| hit.subject == *subject)?;
    Some(viewport.map_from_page(hit.area.center()))
}

fn on_screen(hit: &Hit, page: Rect) -> Rect {
    let corner = |p: [f32; 2]| pos2(page.min.x + p[0], page.min.y + p[1]);
    Rect::from_min_max(corner(hit.area.min), corner(hit.area.max))
}

fn outline(ui: &Ui, shown: &Shown<'_>, viewport: Viewport, page: Rect, subject: &Subject) {
    let color = ink(shown.ink().selection.with_opacity(0.75));
    let painter = ui.painter().with_clip_rect(page.intersect(ui.clip_rect()));
    if let Subject::Country(iso) = subject {
        let level = shown.atlas.basemap.level(1);
        for ring in level.country(iso).into_iter().flat_map(|c| &c.rings) {
            let points = level.points(ring).into_iter().map(|p| {
                let at = viewport.page_from_map(p);
                pos2(page.min.x + at[0], page.min.y + at[1])
            });
            painter.add(Shape::closed_line(
                points.collect(),
                Stroke::new(1.2, color),
            ));
        }
        return;
    }
    let hits = shown
        .composition
        .hits
        .iter()
        .filter(|hit| hit.subject == *subject);
    for area in hits.map(|hit| on_screen(hit, page)) {
        let radius = area.size().max_elem() / 2.0 + 4.0;
        painter.circle_stroke(area.center(), radius, Stroke::new(1.6, color));
    }
}

pub(super) fn tooltip_ui(ui: &mut Ui, shown: &Shown<'_>, naming: &Naming) {
    ui.set_max_width(300.0);
    ui.label(shown.strong(&naming.name));
    if !naming.detail.is_empty() {
        ui.label(Type::Small.text(&naming.detail, shown.ink().text_2));
    }
}
