//! The dates of the two days on their maps; a click, or a key, makes a field of either.
//!
//! What is typed wrongly is answered beside the field, and the old day stays.

use crate::calendar::{Date, date_words, parse_user_date};
use crate::lang::{Words, compare_words as c, typeset};
use crate::state::{Action, Compare, CompareAction, TimeAction};
use crate::ui::commands::{Command, key_of};
use crate::ui::icon;
use crate::ui::layout::Areas;
use crate::ui::shown::Shown;
use crate::ui::theme::{GRID, Type, ink};
use crate::ui::top::{below_ui, select};
use egui::{
    Align2, CursorIcon, Key, Margin, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};

/// Height of a date.
const HEIGHT_PT: f32 = 32.0;
/// Width of a field.
const FIELD_PT: f32 = 196.0;
/// What the zoom buttons take at the right edge, with the space before them.
const BUTTONS_PT: f32 = 52.0;

/// One of the two days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Which {
    /// The other day.
    A,
    /// The shown day.
    B,
}

/// What is being typed.
#[derive(Default)]
pub(super) struct Dates {
    field: Option<Field>,
}

struct Field {
    which: Which,
    /// Nothing before the first frame: the date is put in then.
    text: Option<String>,
    error: Option<String>,
}

impl Dates {
    /// Makes a field of a date.
    pub fn open(&mut self, which: Which) {
        self.field = Some(Field {
            which,
            text: None,
            error: None,
        });
    }

    /// Makes dates of the field again; was there a field?
    pub fn close(&mut self) -> bool {
        self.field.take().is_some()
    }

    /// Draws both dates at the top of their maps.
    pub fn dates_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        areas: &Areas,
        compare: Compare,
        actions: &mut Vec<Action>,
    ) {
        let Some(other) = areas.other else {
            return;
        };
        let y = areas.map.top() + 12.0;
        let b_is_right = areas.bar_x(compare.how).is_some();
        let b_at = if b_is_right {
            pos2(areas.map.right() - BUTTONS_PT, y)
        } else {
            pos2(areas.map.left() + 12.0, y)
        };
        let b_side = if b_is_right {
            Align2::RIGHT_TOP
        } else {
            Align2::LEFT_TOP
        };
        let days = [
            (
                Which::A,
                compare.other,
                pos2(other.left() + 12.0, y),
                Align2::LEFT_TOP,
            ),
            (Which::B, shown.state.time.date, b_at, b_side),
        ];
        for (which, day, at, side) in days {
            if self
                .field
                .as_ref()
                .is_some_and(|field| field.which == which)
            {
                let rect = side.anchor_size(at, vec2(FIELD_PT, HEIGHT_PT));
                self.field_ui(ui, shown, rect, (day, compare.other), actions);
            } else if date_ui(ui, shown, which, day, (at, side)).clicked() {
                self.open(which);
            }
        }
    }

    fn field_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        rect: Rect,
        (day, other): (Date, Date),
        actions: &mut Vec<Action>,
    ) {
        let Some(field) = &mut self.field else {
            return;
        };
        let fresh = field.text.is_none();
        let lang = shown.lang();
        let text = field.text.get_or_insert_with(|| date_words(day, lang));
        let name = match field.which {
            Which::A => c::FIELD_A,
            Which::B => c::FIELD_B,
        };
        ui.painter().rect_filled(rect, 4.0, ink(shown.ink().panel));
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name.en));
        let edit = TextEdit::singleline(text)
            .font(Type::Title.font())
            .text_color(ink(shown.ink().text))
            .desired_width(rect.width())
            .margin(Margin::symmetric(8, 5));
        let response = inner.add(edit).accessible_name(shown.say(name));
        if fresh {
            response.request_focus();
            select(ui.ctx(), &response, 0, text.chars().count());
        }
        if response.changed() {
            field.error = None;
        }
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if entered {
            match meant(shown, field.which, text, other) {
                Ok(action) => {
                    actions.push(action);
                    self.field = None;
                    return;
                }
                Err(why) => {
                    field.error = Some(why);
                    response.request_focus();
                }
            }
        }
        let palette = shown.ink();
        match &field.error {
            Some(why) => below_ui(shown, &response, why, palette.error, palette.error),
            None => {
                let hint = shown.say(c::DATE_HINT);
                below_ui(shown, &response, &hint, palette.text_2, palette.hairline);
            }
        }
        if response.lost_focus() && !entered {
            self.field = None;
        }
    }
}

/// What a typed date asks for, or why it cannot be had.
fn meant(shown: &Shown<'_>, which: Which, text: &str, other: Date) -> Result<Action, String> {
    let lang = shown.lang();
    let time = &shown.state.time;
    let typed = parse_user_date(text).map_err(|why| why.sentence(lang))?;
    let (day, days) = (typed.first(), time.first_day..=time.last_day);
    if !days.contains(&day) {
        let (first, last) = (
            date_words(*days.start(), lang),
            date_words(*days.end(), lang),
        );
        let why = format!("{} {first} – {last}.", c::OUTSIDE.get(lang));
        return Err(typeset(&why, lang));
    }
    match which {
        Which::A if day == time.date => Err(shown.say(c::IS_B)),
        Which::B if day == other => Err(shown.say(c::IS_A)),
        Which::A => Ok(Action::Compare(CompareAction::With(day))),
        Which::B => Ok(Action::Time(TimeAction::Goto(day))),
    }
}

/// A letter in a disc and a date; a click makes a field of it.
fn date_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    which: Which,
    day: Date,
    (at, side): (Pos2, Align2),
) -> Response {
    let palette = shown.ink();
    let (letter, words, command): (&str, Words, Command) = match which {
        Which::A => ("A", c::DAY_A, Command::TypeOtherDay),
        Which::B => ("B", c::DAY_B, Command::GotoDate),
    };
    let date = date_words(day, shown.lang());
    let painter = ui.painter();
    let set =
        |text: &str, color| painter.layout_no_wrap(text.to_owned(), Type::Title.font(), ink(color));
    let galley = set(&date, palette.text);
    let width = GRID * 2.0 + 20.0 + GRID * 2.0 + galley.size().x + GRID * 3.0;
    let rect = side.anchor_size(at, vec2(width, HEIGHT_PT));
    let response = ui.interact(rect, ui.scope_id().with(("date", letter)), Sense::click());
    let name = format!("{} {date}", shown.say(words));
    icon::named(ui, &response, &name);
    let ground = if response.hovered() {
        palette.panel_sunk
    } else {
        palette.panel
    };
    let edge = Stroke::new(1.0, ink(palette.hairline_strong));
    painter.rect(rect, 4.0, ink(ground), edge, StrokeKind::Outside);
    let disc = pos2(rect.left() + GRID * 2.0 + 10.0, rect.center().y);
    painter.circle_filled(disc, 10.0, ink(palette.accent));
    painter.text(
        disc,
        Align2::CENTER_CENTER,
        letter,
        Type::SmallStrong.font(),
        ink(palette.on_accent),
    );
    let corner = pos2(
        disc.x + 10.0 + GRID * 2.0,
        rect.center().y - galley.size().y / 2.0,
    );
    painter.galley(corner, galley, ink(palette.text));
    icon::focus_ring(painter, &response, rect.expand(2.0), palette);
    let key = key_of(command, shown.lang());
    let response = response.on_hover_cursor(CursorIcon::Text);
    icon::tooltip(response, &name, &key, palette)
}
