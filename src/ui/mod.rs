//! The window's panels: they see the state and push actions; they change nothing themselves.
//!
//! Scratch (an open menu, a date being typed, the stretch of the lanes) stays in the panel it belongs to. There is no clock, no
//! thread and no file here.

pub mod commands;
mod compare;
mod copied;
mod countries_by;
pub mod export;
mod facts;
mod filters;
mod find;
mod help;
mod icon;
mod inspector;
mod keyboard;
mod layers;
pub mod layout;
pub mod links;
pub mod map;
mod names;
mod notice;
mod parts;
pub mod present;
mod shown;
mod story;
pub mod theme;
mod time;
mod told;
mod top;
mod widgets;

pub use export::{Job, Offered};
pub use shown::{Beside, Shown};

use crate::lang::ui_words as w;
use crate::state::{Action, ExportAction, LookAction, Panel, link};
use egui::{Rect, Sense, Stroke, Ui, UiBuilder, vec2};
use filters::{Asks, Tab};
use keyboard::Wish;
use layout::Areas;
use map::MapView;
use parts::Part;
use theme::{GRID, ink};

/// What the panels remember from frame to frame.
#[derive(Default)]
pub struct Window {
    top: top::Top,
    find: find::Find,
    filters: filters::Filters,
    map: MapView,
    inspector: inspector::Inspector,
    compare: compare::CompareView,
    time: time::TimeView,
    copied: copied::Copied,
    /// The part that the keyboard was last led to.
    part: Option<Part>,
    /// The export dialog.
    pub export: export::ExportDialog,
    /// What is presented with.
    pub present: present::PresentView,
    story: story::StoryPanel,
    /// What went wrong, until it is dismissed.
    pub notice: Option<String>,
}

impl Window {
    /// Draws the whole window and pushes what the user asks for.
    pub fn window_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        actions: &mut Vec<Action>,
    ) {
        if shown.state.stage.presenting.is_some() {
            let parts = present::Parts {
                map: &mut self.map,
                compare: &mut self.compare,
                inspector: &mut self.inspector,
            };
            self.present.present_ui(ui, shown, areas, parts, actions);
            return;
        }
        self.present.rest();
        // What is spread out on the map answers to its keys before the window does.
        self.map.keys(ui.ctx(), shown, actions);
        self.compare.keys(ui.ctx(), shown, actions);
        present::quiz::keys(ui.ctx(), shown, actions);
        self.story.keys(ui.ctx(), actions);
        let wishes = keyboard::keyboard(ui.ctx(), shown, areas, actions);
        self.carry_out(ui.ctx(), &wishes, shown, areas, actions);
        let mut top = part(ui, "top", areas.top);
        if let Some(link) = self.top.top_ui(&mut top, shown, &mut self.find, actions) {
            self.notice = links::open(&link, shown, actions);
        }
        if let Some(command) = self.find.take_command() {
            let mut wishes = Vec::new();
            keyboard::run(command, shown, areas, actions, &mut wishes);
            self.carry_out(ui.ctx(), &wishes, shown, areas, actions);
        }
        if let Some(rect) = areas.layers {
            parts::begin_ui(ui, shown, areas, Part::Left);
            let mut panel = side(ui, shown, "layers", rect, Edge::Right);
            match shown.state.look.story_open {
                true => self.story.story_ui(&mut panel, shown, actions),
                false => self.left_ui(&mut panel, shown, actions),
            }
        }
        parts::begin_ui(ui, shown, areas, Part::Map);
        let before_map = actions.len();
        match shown.state.compare {
            None => {
                self.compare.rest(shown);
                let mut map = part(ui, "map", areas.map);
                self.map.map_ui(&mut map, shown, actions);
            }
            Some(compare) => {
                let map = (&mut self.map, &mut *actions);
                self.compare.maps_ui(ui, shown, areas, compare, map);
            }
        }
        present::quiz::clicked(ui, shown, areas.map, actions, before_map);
        present::quiz::quiz_ui(ui, shown, areas.map, actions);
        if let Some(text) = self.notice.clone()
            && notice::notice_ui(ui, shown, areas.map, &text)
        {
            self.notice = None;
        }
        if let Some(rect) = areas.inspector {
            parts::begin_ui(ui, shown, areas, Part::Right);
            let sheet = side(ui, shown, "inspector", rect, Edge::Left);
            let mut panel = part(ui, "inspector text", sheet.clip_rect());
            let inspector = &mut self.inspector;
            match shown.beside {
                None => inspector.inspector_ui(&mut panel, shown, actions),
                Some(_) => {
                    let compare = &mut self.compare;
                    compare.panel_ui(&mut panel, shown, areas, inspector, actions);
                }
            }
        }
        parts::begin_ui(ui, shown, areas, Part::Time);
        let mut time = part(ui, "time", areas.time);
        self.time.time_ui(&mut time, shown, actions);
        parts::ring_ui(ui, shown, areas);
        self.copied.copied_ui(ui, shown, areas.map, actions);
        help::help_ui(ui, shown, actions);
        self.export.export_ui(ui, shown, areas, actions);
    }

    /// Says for a moment that something else than a text was copied.
    pub fn say_copied(&mut self, ctx: &egui::Context, what: String) {
        self.copied.say(ctx, what);
    }

    /// The panel at the left: the layers or the filters.
    fn left_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        filters::tabs_ui(ui, shown, &mut self.filters.tab, actions);
        match self.filters.tab {
            Tab::Layers => layers::layers_ui(ui, shown, actions),
            Tab::Filters => match self.filters.filters_ui(ui, shown, actions) {
                Some(Asks::Draw) => self.map.draw(ui.ctx()),
                None => {}
            },
        }
    }

    /// Opens the filters at the left, or leads back to the layers when they are open.
    fn toggle_filters(&mut self, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let look = &shown.state.look;
        let is_open = look.layers_open && !look.story_open;
        if is_open && self.filters.tab == Tab::Filters {
            self.filters.tab = Tab::Layers;
            return;
        }
        if !is_open {
            actions.push(Action::Look(LookAction::Toggle(Panel::Layers)));
        }
        self.filters.begin();
    }

    fn carry_out(
        &mut self,
        ctx: &egui::Context,
        wishes: &[Wish],
        shown: &Shown<'_>,
        areas: &Areas,
        actions: &mut Vec<Action>,
    ) {
        for wish in wishes {
            match wish {
                Wish::TypeDate => self.top.type_date(shown),
                Wish::TypeOtherDay => self.compare.type_other(shown, actions),
                Wish::TypeLink => self.top.type_link(),
                Wish::Part(by) => parts::lead(ctx, areas, &mut self.part, *by),
                Wish::Story(command) => self.story.run(*command, shown, actions),
                Wish::Filters => self.toggle_filters(shown, actions),
                Wish::DrawArea => self.map.draw(ctx),
                Wish::Paste(text) if link::is_meant(text) => {
                    self.notice = links::open(text, shown, actions);
                }
                Wish::Paste(_) => self.notice = Some(shown.say(w::NO_LINK_COPIED)),
                Wish::ZoomTime(by) => self.time.zoom(shown, *by),
                Wish::WholeTime => self.time.show_whole(shown),
                Wish::Zoom(by) => self.map.zoom(areas.map.size(), f64::from(*by) * 0.5),
                Wish::Search | Wish::Commands => {
                    if shown.state.look.help_open {
                        actions.push(Action::Look(LookAction::Toggle(Panel::Help)));
                    }
                    self.find.begin(*wish == Wish::Commands);
                }
                Wish::Cite(style) => {
                    let selected = shown.state.selection.as_ref();
                    let copied = selected.map(|s| facts::citations(shown, s, *style));
                    actions.extend(copied.map(Action::Copy));
                }
                Wish::Escape if shown.state.export.is_open => {
                    actions.push(Action::Export(ExportAction::Toggle));
                }
                Wish::Escape if shown.state.look.help_open => {
                    actions.push(Action::Look(LookAction::Toggle(Panel::Help)));
                }
                Wish::Escape if self.notice.is_some() => self.notice = None,
                Wish::Escape if shown.state.shelf.question.is_some() => {
                    actions.push(story::stay());
                }
                // Whoever types leaves the field first.
                Wish::Escape if self.compare.close_field() || self.top.close_field() => {}
                Wish::Escape => actions.push(Action::Escape),
            }
        }
    }
}

/// On which side of a panel its hairline runs.
enum Edge {
    Left,
    Right,
}

/// A child that fills a rectangle and draws nothing outside it.
fn part(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let mut part = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name));
    part.set_clip_rect(rect.intersect(ui.clip_rect()));
    part
}

/// A side panel: its ground, its hairline, its margins. What lies under it is out of reach.
fn side(ui: &mut Ui, shown: &Shown<'_>, name: &str, rect: Rect, edge: Edge) -> Ui {
    let palette = shown.ink();
    ui.interact(
        rect,
        ui.scope_id().with((name, "ground")),
        Sense::CLICK | Sense::DRAG,
    );
    ui.painter().rect_filled(rect, 0.0, ink(palette.panel));
    let x = match edge {
        Edge::Left => rect.left() + 0.5,
        Edge::Right => rect.right() - 0.5,
    };
    ui.painter()
        .vline(x, rect.y_range(), Stroke::new(1.0, ink(palette.hairline)));
    let mut panel = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(vec2(GRID * 4.0, GRID * 3.0)))
            .id_salt(name),
    );
    panel.set_clip_rect(rect.intersect(ui.clip_rect()));
    panel
}
