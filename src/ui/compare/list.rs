//! What changed between the two days, in the inspector's place; its other tab is the inspector.
//!
//! The lines are those of `diff`. A row selects its thing and brings it into view while the comparison stays;
//! its date leads to that day and leaves the comparison, which Back returns to.

use super::row::{Asked, row_ui};
use crate::calendar::PartialDate;
use crate::export::briefing::{Line, Section};
use crate::geo::{MapPt, Viewport};
use crate::lang::{compare_words as c, number};
use crate::state::{Action, CompareAction, MapAction, Selected, TimeAction};
use crate::ui::icon::{self, Icon};
use crate::ui::inspector::Inspector;
use crate::ui::layout::Areas;
use crate::ui::part;
use crate::ui::shown::{Beside, Shown};
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::widgets::{ends_ui, paragraph_ui, rule_ui, with_margin};
use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

/// Height of the line of tabs.
const TABS_PT: f32 = 40.0;
/// So near the edge of the map a thing is not in view.
const EDGE_PT: f32 = 40.0;

/// A page of the panel.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    /// What changed.
    #[default]
    Changes,
    /// What is selected.
    Details,
}

/// What the panel remembers.
#[derive(Default)]
pub(super) struct Panel {
    tab: Tab,
    /// The selection when it was last looked at.
    seen: Option<Selected>,
}

impl Panel {
    /// While nothing is compared: opens the list, and what is selected meanwhile is nothing new to it.
    pub fn rest(&mut self, shown: &Shown<'_>) {
        self.tab = Tab::Changes;
        if self.seen != shown.state.selection {
            self.seen.clone_from(&shown.state.selection);
        }
    }

    /// Draws the tabs and the open page into the whole of `ui`.
    pub fn panel_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        inspector: &mut Inspector,
        actions: &mut Vec<Action>,
    ) {
        // What is selected on the map is told; what is selected in the list leaves the list open.
        if self.seen != shown.state.selection {
            self.seen.clone_from(&shown.state.selection);
            self.tab = match self.seen {
                Some(_) => Tab::Details,
                None => Tab::Changes,
            };
        }
        let rect = ui.max_rect();
        self.tabs_ui(ui, shown, actions);
        let below = Rect::from_min_max(pos2(rect.left(), rect.top() + TABS_PT), rect.max);
        let mut page = part(ui, "comparison page", below);
        match (self.tab, shown.beside) {
            (Tab::Details, _) | (Tab::Changes, None) => {
                inspector.inspector_ui(&mut page, shown, actions);
            }
            (Tab::Changes, Some(beside)) => {
                self.changes_ui(&mut page, shown, beside, areas, actions)
            }
        }
    }

    fn tabs_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, actions: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let line = Rect::from_min_size(rect.min, vec2(rect.width(), TABS_PT));
        let layout = Layout::left_to_right(Align::Center);
        let builder = UiBuilder::new().max_rect(line.shrink2(vec2(GRID * 4.0, 0.0)));
        let mut row = ui.new_child(builder.layout(layout).id_salt("comparison tabs"));
        row.spacing_mut().item_spacing.x = GRID * 4.0;
        for (tab, words) in [(Tab::Changes, c::WHAT_CHANGED), (Tab::Details, c::DETAILS)] {
            if tab_ui(&mut row, shown, &shown.say(words), self.tab == tab) {
                self.tab = tab;
            }
        }
        row.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = shown.say(c::COPY_CHANGES);
            let copy = icon::button_ui(ui, Icon::Copy, &name, "", shown.ink());
            if let Some(beside) = shown.beside.filter(|_| copy.clicked()) {
                actions.push(Action::Copy(beside.briefing.text(shown.lang())));
            }
        });
        let edge = egui::Stroke::new(1.0, ink(shown.ink().hairline));
        ui.painter()
            .hline(line.x_range(), line.bottom() - 0.5, edge);
    }

    fn changes_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        beside: Beside<'_>,
        areas: &Areas,
        actions: &mut Vec<Action>,
    ) {
        let body = ui.max_rect().shrink2(vec2(GRID * 4.0, GRID * 2.0));
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body).id_salt("changes"));
        let width = body.width();
        let mut inner = with_margin(&mut inner);
        let scroll = ScrollArea::vertical()
            .id_salt("change list")
            .auto_shrink(false);
        scroll.show(&mut inner, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = GRID;
            let briefing = beside.briefing;
            paragraph_ui(ui, shown.strong(&briefing.title));
            paragraph_ui(ui, shown.small(&briefing.extent));
            if briefing.sections.is_empty() {
                let same = beside.world.date == shown.world.date;
                let words = if same {
                    c::SAME_DAY
                } else {
                    c::NOTHING_CHANGED
                };
                paragraph_ui(ui, shown.body(shown.say(words)));
            } else {
                paragraph_ui(ui, shown.small(shown.say(c::LIST_HINT)));
            }
            for section in &briefing.sections {
                self.section_ui(ui, shown, section, areas, actions);
            }
            ui.add_space(GRID * 4.0);
        });
    }

    fn section_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        section: &Section,
        areas: &Areas,
        actions: &mut Vec<Action>,
    ) {
        rule_ui(ui, shown);
        let count = u32::try_from(section.lines.len()).unwrap_or(u32::MAX);
        let title = Type::Strong.text(shown.say(section.title), shown.ink().text);
        ends_ui(ui, title, shown.small(number(count, shown.lang())));
        let figures = section.lines.iter().filter_map(|line| line.figures);
        let most = figures.flatten().max().unwrap_or(0);
        for line in &section.lines {
            match row_ui(ui, shown, line, most) {
                Asked::Nothing => {}
                Asked::Show => self.show(shown, line, areas, actions),
                Asked::Go(when) => go(line, when, actions),
            }
        }
    }

    /// Selects what a line is about and brings it into view.
    fn show(&mut self, shown: &Shown<'_>, line: &Line, areas: &Areas, actions: &mut Vec<Action>) {
        let Some(selected) = &line.selected else {
            return;
        };
        self.seen = Some(selected.clone());
        actions.push(Action::Select(self.seen.clone()));
        let viewport = Viewport {
            camera: shown.state.map.camera,
            size_pt: areas.map.size().into(),
        };
        if let Some(place) = place_of(shown, selected) {
            let at = viewport.page_from_map(place);
            let seen = Rect::from_min_size(pos2(0.0, 0.0), areas.map.size()).shrink(EDGE_PT);
            if !seen.contains(pos2(at[0], at[1])) {
                actions.push(Action::Map(MapAction::CenterOn(place, 0.0)));
            }
        }
    }
}

/// Leaves the comparison for the day of a change.
fn go(line: &Line, when: PartialDate, actions: &mut Vec<Action>) {
    actions.push(Action::Compare(CompareAction::Leave));
    if line.selected.is_some() {
        actions.push(Action::Select(line.selected.clone()));
    }
    actions.push(Action::Time(TimeAction::Goto(when.first())));
}

fn place_of(shown: &Shown<'_>, selected: &Selected) -> Option<MapPt> {
    let middle = |iso: &str| {
        let country = shown.atlas.basemap.level(2).country(iso)?;
        Some(country.bounds.center())
    };
    match selected {
        Selected::Base(id) => Some(shown.atlas.base(id)?.position?.to_map()),
        Selected::Event(id) => Some(shown.atlas.event(id)?.places.first()?.position().to_map()),
        Selected::Sky(id) => middle(shown.atlas.sky(id)?.countries.first()?),
        Selected::Country(iso) => middle(iso),
        Selected::Actor(_) | Selected::Alliance(_) | Selected::Mission(_) => None,
    }
}

/// A tab: its words, underlined while it is open.
fn tab_ui(ui: &mut Ui, shown: &Shown<'_>, name: &str, open: bool) -> bool {
    let palette = shown.ink();
    let color = if open { palette.text } else { palette.text_2 };
    let kind = if open { Type::Strong } else { Type::Body };
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), kind.font(), ink(color));
    let size = vec2(galley.size().x, TABS_PT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, open, name));
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink(color));
    if open || response.hovered() {
        let line = egui::Stroke::new(
            2.0,
            ink(if open {
                palette.accent
            } else {
                palette.hairline_strong
            }),
        );
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 1.0, line);
    }
    icon::focus_ring(
        ui.painter(),
        &response,
        rect.shrink2(vec2(-3.0, 6.0)),
        palette,
    );
    response.clicked()
}
