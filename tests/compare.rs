//! Two days at once in the window, driven by keys and accessible names.

#![cfg(feature = "gui")]

mod window;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::{Date, date};
use sahelscope::app::Session;
use sahelscope::export::briefing::Briefing;
use sahelscope::lang::Lang;
use sahelscope::model::{Changes, World};
use sahelscope::state::{
    Action, Compare, CompareAction, How, KeptView, LookAction, Selected, TimeAction, link,
};
use window::{atlas, window};

type Window = Harness<'static, Session>;

fn compared(other: Date) -> Action {
    Action::Compare(CompareAction::With(other))
}

fn days(window: &Window) -> (Option<Date>, Date) {
    let state = &window.state().state;
    (state.compare.map(|c| c.other), state.time.date)
}

fn how(window: &Window) -> Option<How> {
    window.state().state.compare.map(|c| c.how)
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(3);
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(3);
}

#[test]
fn the_keyboard_alone_compares_the_day_before_with_a_year_later() {
    let mut window = window(Vec::new());
    press(&mut window, Modifiers::NONE, Key::X);
    assert_eq!(days(&window), (Some(date(2022, 8, 14)), date(2022, 8, 15)));
    press(&mut window, Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(days(&window), (Some(date(2022, 8, 14)), date(2023, 8, 15)));
    window.get_by_label("Day A: 14 August 2022");
    window.get_by_label("Day B: 15 August 2023");
    window.get_by_label("From 14 August 2022 to 15 August 2023");
    window.get_by_label_contains("Gao airport base, Mali: France → Wagner");
    let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    press(&mut window, both, Key::ArrowLeft);
    assert_eq!(days(&window).0, Some(date(2021, 8, 14)));
    press(&mut window, Modifiers::SHIFT, Key::X);
    assert_eq!(days(&window), (Some(date(2023, 8, 15)), date(2021, 8, 14)));
    // The list reads from the earlier day to the later one, whichever is A.
    window.get_by_label("From 14 August 2021 to 15 August 2023");
    press(&mut window, Modifiers::NONE, Key::V);
    assert_eq!(how(&window), Some(How::SideBySide));
    press(&mut window, Modifiers::NONE, Key::X);
    assert_eq!(days(&window).0, None);
    assert!(window.query_by_label("What changed").is_none());
}

#[test]
fn the_bar_moves_by_keys() {
    let mut window = window(vec![compared(date(2020, 8, 17))]);
    press(&mut window, Modifiers::SHIFT, Key::D);
    assert_eq!(how(&window), Some(How::Swipe { share: 0.55 }));
    window.get_by_label("Swipe bar").focus();
    window.run_steps(2);
    let before = window.state().state.time.date;
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    let Some(How::Swipe { share }) = how(&window) else {
        panic!("{:?}", how(&window));
    };
    assert!((share - 0.45).abs() < 1e-5, "{share}");
    assert_eq!(window.state().state.time.date, before);
}

#[test]
fn bad_dates_are_explained_beside_the_field_and_the_old_day_stays() {
    let mut window = window(vec![compared(date(2020, 8, 17))]);
    let typed = |window: &mut Window, text: &str| {
        press(window, Modifiers::SHIFT, Key::G);
        window.event(egui::Event::Text(text.to_owned()));
        window.run_steps(2);
        press(window, Modifiers::NONE, Key::Enter);
    };
    for (text, why) in [
        (
            "31 February 2022",
            "February 2022 has 28 days: there is no 31.",
        ),
        (
            "2022-13-01",
            "There is no month 13: months go from 1 to 12.",
        ),
        ("1 Jan 0", "The year 0 is outside 1 to 9999."),
        ("1 Jan 99999", "The year 99999 is outside 1 to 9999."),
        (
            "15 Aug 2022",
            "That is day B: type another day to compare it with.",
        ),
        (
            "soon",
            "Not a date: try 15 Aug 2022, August 2022, 2022, 2022-08-15 or 15/08/2022.",
        ),
    ] {
        typed(&mut window, text);
        window.get_by_label(why);
        assert_eq!(days(&window), (Some(date(2020, 8, 17)), date(2022, 8, 15)));
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    typed(&mut window, "1850");
    window.get_by_label_contains("That day is outside what can be shown: 1 January 2012 – ");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(
        days(&window).0,
        Some(date(2020, 8, 17)),
        "Escape left the field only"
    );
    typed(&mut window, "janvier 2021");
    assert_eq!(days(&window).0, Some(date(2021, 1, 1)));
}

#[test]
fn a_comparison_begins_with_the_list_whatever_is_selected() {
    let gao = Selected::Base("gao-airport-base".to_owned());
    let mut window = window(vec![Action::Select(Some(gao))]);
    press(&mut window, Modifiers::NONE, Key::X);
    window.get_by_label("From 14 August 2022 to 15 August 2022");
}

#[test]
fn typing_day_a_begins_to_compare() {
    let mut window = window(Vec::new());
    press(&mut window, Modifiers::SHIFT, Key::G);
    window.event(egui::Event::Text("2020-08-17".to_owned()));
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(days(&window), (Some(date(2020, 8, 17)), date(2022, 8, 15)));
}

#[test]
fn everything_has_a_button() {
    let mut window = window(Vec::new());
    click(&mut window, "Compare two days");
    click(&mut window, "Side by side");
    assert_eq!(how(&window), Some(How::SideBySide));
    click(&mut window, "Swap A and B");
    assert_eq!(days(&window), (Some(date(2022, 8, 15)), date(2022, 8, 14)));
    click(&mut window, "Day B: 14 August 2022");
    window.get_by_label("Day B").focus();
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Stop comparing");
    assert_eq!(days(&window).0, None);
}

#[test]
fn each_map_tells_of_its_own_day() {
    let side = Action::Compare(CompareAction::SetHow(How::SideBySide));
    let later = Action::Time(TimeAction::Goto(date(2022, 12, 1)));
    let near = sahelscope::state::MapAction::CenterOn(
        atlas()
            .base("gao-airport-base")
            .and_then(|b| b.position)
            .expect("a place")
            .to_map(),
        9.0,
    );
    let window = window(vec![
        later,
        compared(date(2022, 8, 1)),
        side,
        Action::Map(near),
    ]);
    // Once on the map of each day.
    window.get_by_label("Gao airport base, main base · France");
    window.get_by_label("Gao airport base, main base · Wagner");
}

#[test]
fn a_row_selects_and_its_date_leads_to_the_day_and_back() {
    let mut window = window(vec![
        Action::Time(TimeAction::Goto(date(2023, 12, 31))),
        compared(date(2020, 8, 17)),
    ]);
    window.run_steps(10);
    let row = "Gao airport base, Mali: France, Takuba → Wagner, 15 Aug 2022";
    click(&mut window, row);
    let gao = Some(Selected::Base("gao-airport-base".to_owned()));
    assert_eq!(window.state().state.selection, gao);
    assert_eq!(days(&window), (Some(date(2020, 8, 17)), date(2023, 12, 31)));
    window.get_by_label(row);
    click(&mut window, "Details");
    window.get_by_label("Gao airport base");
    click(&mut window, "What changed");
    let mut dates = window.query_all_by_label("Stop comparing and go to 15 Aug 2022");
    dates.next().expect("the date of the row").click();
    drop(dates);
    window.run_steps(3);
    assert_eq!(days(&window), (None, date(2022, 8, 15)));
    press(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(days(&window), (Some(date(2020, 8, 17)), date(2023, 12, 31)));
}

#[test]
fn the_list_is_copied_as_the_text_of_diff_in_both_languages() {
    for (lang, button) in [
        (Lang::En, "Copy the list as text"),
        (Lang::Fr, "Copier la liste en texte"),
    ] {
        let mut window = window(vec![
            compared(date(2020, 8, 17)),
            Action::Look(LookAction::SetLang(lang)),
        ]);
        window.get_by_label(button).click();
        window.run_steps(1);
        let copied = |window: &Window| {
            let commands = window.output().platform_output.commands.iter();
            let mut texts = commands.filter_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            });
            texts.next()
        };
        let mut text = copied(&window);
        for _ in 0..3 {
            if text.is_none() {
                window.run_steps(1);
                text = copied(&window);
            }
        }
        let atlas = atlas();
        let world = |day| World::at(&atlas, day, 0);
        let (from, to) = (date(2020, 8, 17), date(2022, 8, 15));
        let changes = Changes::between(&atlas, &world(from), &world(to));
        assert_eq!(text, Some(Briefing::of(&atlas, &changes, lang).text(lang)));
    }
}

#[test]
fn a_day_with_itself_says_so() {
    let mut window = window(vec![compared(date(2022, 8, 14))]);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    window.get_by_label("A and B are the same day: choose another one to compare.");
}

#[test]
fn a_link_brings_the_comparison_back() {
    let window = window(vec![compared(date(2020, 8, 17))]);
    let link = link::write(&KeptView::of(&window.state().state));
    assert!(link.contains("&compare=2020-08-17&swipe=0.5"), "{link}");
    let mut again = self::window(Vec::new());
    again.event(egui::Event::Paste(link));
    again.run_steps(3);
    let expected = Compare {
        other: date(2020, 8, 17),
        how: How::Swipe { share: 0.5 },
    };
    assert_eq!(again.state().state.compare, Some(expected));
}

#[test]
fn f6_leads_the_keyboard_to_the_list_of_changes() {
    let mut window = window(vec![compared(date(2023, 8, 10))]);
    for part in ["Layers and filters", "The map", "What is selected"] {
        press(&mut window, Modifiers::NONE, Key::F6);
        assert!(window.get_by_label(part).is_focused(), "{part}");
    }
    // A few Tabs into the panel stands the list; Enter shows the change.
    for _ in 0..30 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let first = window.get_all_by_label_contains("Mali: France").next();
        if first.is_some_and(|row| row.is_focused()) {
            break;
        }
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.state().state.selection.is_some());
    press(&mut window, Modifiers::SHIFT, Key::F6);
    assert!(window.get_by_label("The map").is_focused());
}
