//! The window without a window system: driven by accessible names, as a screen reader would.

#![cfg(feature = "gui")]

mod window;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use sahelscope::app::Session;
use sahelscope::lang::Lang;
use sahelscope::state::{Action, Selected};
use window::{atlas, window};

#[test]
fn play_plays_and_pause_pauses() {
    let mut harness = window(Vec::new());
    harness.get_by_label("Play").click();
    harness.run_steps(5);
    assert!(harness.state().state.time.playing);
    assert!(harness.state().state.time.date > date(2022, 8, 15));
    harness.get_by_label("Pause").click();
    harness.run_steps(2);
    assert!(!harness.state().state.time.playing);
}

#[test]
fn the_language_changes_every_text() {
    let mut harness = window(Vec::new());
    harness.get_by_label("Layers");
    harness.get_by_label("Français").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.look.lang, Lang::Fr);
    harness.get_by_label("Couches");
    assert!(harness.query_by_label("Layers").is_none());
}

#[test]
fn an_eye_hides_a_line_and_shows_it_again() {
    let mut harness = window(Vec::new());
    let hidden =
        |h: &Harness<'static, Session>| h.state().state.map.hidden.contains("holder:france");
    harness.get_by_label("Hide France").click();
    harness.run_steps(3);
    assert!(hidden(&harness));
    harness.get_by_label("Show France").click();
    harness.run_steps(3);
    assert!(!hidden(&harness));
}

#[test]
fn a_date_is_typed_or_refused_with_the_reason() {
    let mut harness = window(Vec::new());
    let type_date = |harness: &mut Harness<'static, Session>, text: &str| {
        harness.key_press(egui::Key::G);
        harness.run_steps(3);
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run_steps(2);
        harness.key_press(egui::Key::Enter);
        harness.run_steps(3);
    };
    type_date(&mut harness, "10 aug 2023");
    assert_eq!(harness.state().state.time.date, date(2023, 8, 10));
    type_date(&mut harness, "31 February 2022");
    assert_eq!(harness.state().state.time.date, date(2023, 8, 10));
    harness.get_by_label("February 2022 has 28 days: there is no 31.");
}

#[test]
fn a_selected_event_is_told_with_its_sources() {
    let atlas = atlas();
    let last = atlas
        .events
        .iter()
        .find(|e| e.title.en.starts_with("Last French troops leave Gao"));
    let event = last.expect("the event of 15 August 2022");
    let harness = window(vec![Action::Select(Some(Selected::Event(
        event.id.clone(),
    )))]);
    // Once as the name of the picture, once as the title in the inspector.
    assert_eq!(harness.query_all_by_label(&event.title.en).count(), 2);
    harness.get_by_label(&format!("Sources ({})", event.sources.len()));
    let source = &event.sources[0];
    harness.get_by_label(&format!("1 {}, {}", source.publisher, source.title));
}

#[test]
fn relations_are_chosen_with_their_country() {
    let mut harness = window(Vec::new());
    let theme = |h: &Harness<'static, Session>| h.state().state.map.theme.id();
    let choose = |harness: &mut Harness<'static, Session>, field: &str, line: &str| {
        harness.get_by_label(field).click();
        harness.run_steps(3);
        harness.get_by_label(line).click();
        harness.run_steps(3);
    };
    choose(&mut harness, "Countries by: Alliance", "Relations");
    assert_eq!(theme(&harness), "relations:FRA");
    choose(&mut harness, "Relations with: France", "Algeria");
    assert_eq!(theme(&harness), "relations:DZA");
    choose(&mut harness, "Countries by: Relations", "Foreign troops");
    assert_eq!(theme(&harness), "troops");
    harness.get_by_label("Show Figures by force").click();
    harness.run_steps(3);
    assert!(!harness.state().state.map.hidden.contains("troops:bars"));
    harness.key_press(egui::Key::Num4);
    harness.run_steps(3);
    assert_eq!(theme(&harness), "relations:FRA");
}

#[test]
fn the_keyboard_reaches_time_and_map() {
    let mut harness = window(Vec::new());
    for (key, expected) in [
        (egui::Key::ArrowRight, date(2022, 8, 16)),
        (egui::Key::ArrowLeft, date(2022, 8, 15)),
    ] {
        harness.key_press(key);
        harness.run_steps(2);
        assert_eq!(harness.state().state.time.date, expected);
    }
    let before = harness.state().state.map.camera.zoom;
    harness.key_press(egui::Key::Plus);
    harness.run_steps(12);
    assert!((harness.state().state.map.camera.zoom - before - 0.5).abs() < 1e-6);
    harness.key_press(egui::Key::Home);
    harness.run_steps(2);
    assert_eq!(harness.state().state.map.camera.zoom, before);
    harness.key_press(egui::Key::F1);
    harness.run_steps(3);
    assert!(harness.state().state.look.help_open);
    assert!(
        harness.query_all_by_label("Keys").count() > 1,
        "the button, and the list over the map"
    );
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    assert!(!harness.state().state.look.help_open);
}

#[test]
fn a_cluster_opens_into_a_fan_that_answers_to_clicks_and_keys() {
    let mut harness = window(Vec::new());
    let day = harness.state().state.time.date;
    let selected = |h: &Harness<'static, Session>| h.state().state.selection.clone();
    let mut clusters = harness.query_all_by_label_contains(" events, ");
    clusters.next().expect("a cluster on the map").click();
    drop(clusters);
    harness.run_steps(3);
    // The keyboard goes around the members, and the day stays what it is.
    harness.key_press(egui::Key::ArrowRight);
    harness.run_steps(2);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    let first = selected(&harness);
    assert!(matches!(first, Some(Selected::Event(_))), "{first:?}");
    harness.key_press(egui::Key::ArrowRight);
    harness.run_steps(2);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_ne!(selected(&harness), first);
    assert_eq!(harness.state().state.time.date, day);
    // Escape closes the fan and nothing else; then the arrows step through the days again.
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    assert!(selected(&harness).is_some());
    harness.key_press(egui::Key::ArrowRight);
    harness.run_steps(2);
    assert_ne!(harness.state().state.time.date, day);
}

/// The text that was put on the clipboard in the last frame.
fn copied(harness: &Harness<'static, Session>) -> Option<String> {
    let commands = &harness.output().platform_output.commands;
    commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn back_and_forward_lead_through_what_was_seen() {
    let mut harness = window(Vec::new());
    assert!(harness.get_by_label("Back").accesskit_node().is_disabled());
    assert!(
        harness
            .get_by_label("Forward")
            .accesskit_node()
            .is_disabled()
    );
    harness.key_press(egui::Key::N);
    harness.run_steps(12);
    let there = harness.state().state.time.date;
    assert!(there > date(2022, 8, 15));
    harness.get_by_label("Back").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.time.date, date(2022, 8, 15));
    assert!(harness.get_by_label("Back").accesskit_node().is_disabled());
    harness.get_by_label("Forward").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.time.date, there);
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    harness.run_steps(3);
    assert_eq!(harness.state().state.time.date, date(2022, 8, 15));
}

#[test]
fn playing_is_one_entry_and_so_is_a_selection() {
    let mut harness = window(Vec::new());
    harness.get_by_label("Play").click();
    harness.run_steps(30);
    harness.get_by_label("Pause").click();
    harness.run_steps(12);
    assert_eq!(harness.state().state.history.depth(), 1);
    harness.get_by_label("Back").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.time.date, date(2022, 8, 15));
    assert!(!harness.state().state.time.playing);
}

#[test]
fn a_view_link_is_copied_and_opened_again() {
    let mut harness = window(vec![Action::Select(Some(Selected::Base(
        "gao-airport-base".into(),
    )))]);
    harness.event(egui::Event::Key {
        key: egui::Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
    });
    harness.step();
    let link = copied(&harness).expect("a link on the clipboard");
    assert!(link.starts_with("sahelscope:1?day=2022-08-15&"), "{link}");
    harness.key_press(egui::Key::Escape);
    harness.key_press(egui::Key::N);
    harness.run_steps(3);
    assert!(harness.state().state.selection.is_none());
    harness.event(egui::Event::Paste(link));
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!(state.time.date, date(2022, 8, 15));
    assert_eq!(
        state.selection,
        Some(Selected::Base("gao-airport-base".into()))
    );
    assert_eq!(harness.state().window.notice, None);
}

#[test]
fn what_a_pasted_link_leaves_unclear_is_told() {
    let mut harness = window(Vec::new());
    let paste = |harness: &mut Harness<'static, Session>, text: &str| {
        harness.event(egui::Event::Paste(text.to_owned()));
        harness.run_steps(3);
        harness.state().window.notice.clone().unwrap_or_default()
    };
    let told = paste(&mut harness, "sahelscope:1?day=2022-13-01&fill=airspace");
    assert!(told.contains("found `2022-13-01`"), "{told}");
    assert_eq!(harness.state().state.map.theme.id(), "airspace");
    assert_eq!(harness.state().state.time.date, date(2022, 8, 15));
    let told = paste(&mut harness, "hello");
    assert!(told.starts_with("There is no view link"), "{told}");
    let told = paste(&mut harness, "sahelscope:1?lang=fr&select=base:nowhere");
    assert!(told.contains("les données n’ont pas"), "{told}");
}

#[test]
fn a_link_is_typed_into_the_bar() {
    let mut harness = window(Vec::new());
    harness.get_by_label("More").click();
    harness.run_steps(3);
    harness.get_by_label("Open view link…").click();
    harness.run_steps(3);
    let enter = |harness: &mut Harness<'static, Session>, text: &str| {
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run_steps(2);
        harness.key_press(egui::Key::Enter);
        harness.run_steps(3);
    };
    enter(&mut harness, "nothing");
    harness.get_by_label("Not a view link: it begins with sahelscope:1?");
    harness.event(egui::Event::Key {
        key: egui::Key::A,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::COMMAND,
    });
    enter(&mut harness, "sahelscope:1?day=2013-01-20&at=home");
    assert_eq!(harness.state().state.time.date, date(2013, 1, 20));
}

/// Opens the search field with its key and types.
fn search(harness: &mut Harness<'static, Session>, text: &str) {
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    harness.run_steps(3);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(3);
}

#[test]
fn a_base_is_found_by_its_name_and_opened() {
    let mut harness = window(Vec::new());
    let before = harness.state().state.map.camera;
    search(&mut harness, "menaka");
    harness.get_by_label("Search results");
    harness.get_by_label("Bases, Ménaka forward base, Mali, 2018–");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!(
        state.selection,
        Some(Selected::Base("menaka-forward-base".to_owned()))
    );
    assert_ne!(state.map.camera, before);
    assert!(harness.query_by_label("Search results").is_none());
}

#[test]
fn the_keyboard_chooses_an_event_and_escape_leaves_all_as_it_was() {
    let mut harness = window(Vec::new());
    search(&mut harness, "french gao");
    harness.key_press(egui::Key::ArrowDown);
    harness.run_steps(2);
    let chosen = harness
        .query_all_by_role(egui::Role::ListBoxOption)
        .position(|row| row.accesskit_node().is_selected() == Some(true));
    assert_eq!(chosen, Some(1));
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label("Search results").is_none());
    assert_eq!(harness.state().state.selection, None);
    assert_eq!(harness.state().state.time.date, date(2022, 8, 15));
    // The keys are the window's again.
    harness.key_press(egui::Key::ArrowRight);
    harness.run_steps(2);
    assert_eq!(harness.state().state.time.date, date(2022, 8, 16));

    search(&mut harness, "cross into niger french");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    let state = &harness.state().state;
    assert!(matches!(&state.selection, Some(Selected::Event(_))));
    assert_eq!(state.time.date, date(2022, 8, 15));
}

#[test]
fn results_are_clicked_in_french_and_more_are_shown() {
    let french = Action::Look(sahelscope::state::LookAction::SetLang(Lang::Fr));
    let mut harness = window(vec![french]);
    search(&mut harness, "cedeao");
    let rows =
        |h: &Harness<'static, Session>| h.query_all_by_role(egui::Role::ListBoxOption).count();
    let few = rows(&harness);
    let more = harness.get_all_by_label_contains("de plus").last();
    more.expect("more events than are listed").click();
    harness.run_steps(4);
    assert!(rows(&harness) > few);
    let first =
        "Alliances, Communauté économique des États de l’Afrique de l’Ouest (Cédéao), 1975–";
    harness.get_by_label(first).click();
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label("Résultats de la recherche")
            .is_none()
    );
}

#[test]
fn nothing_found_says_what_to_do() {
    let mut harness = window(Vec::new());
    search(&mut harness, "xqzvwxqzvw");
    harness.get_by_label_contains("Nothing found. Try fewer words");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().state.selection, None);
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    search(&mut harness, &"gao menaka ".repeat(1_000));
    assert!(harness.query_by_label("Search results").is_some());
}

#[test]
fn commands_are_searched_and_carried_out() {
    let mut harness = window(Vec::new());
    let both = egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT);
    harness.key_press_modifiers(both, egui::Key::P);
    harness.run_steps(3);
    harness.get_by_label("Play or pause, Space");
    harness.event(egui::Event::Text("dark".to_owned()));
    harness.run_steps(3);
    harness.get_by_label("Light or dark, T");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    assert_eq!(
        harness.state().state.look.theme,
        sahelscope::style::Theme::Dark
    );
}

#[test]
fn a_slash_opens_the_search_and_is_not_typed() {
    let mut harness = window(Vec::new());
    harness.event(egui::Event::Text("/".to_owned()));
    harness.key_press(egui::Key::Slash);
    harness.run_steps(3);
    harness.get_by_label("Search results");
    harness.event(egui::Event::Text("tchad".to_owned()));
    harness.run_steps(3);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    let chad = Some(Selected::Country("TCD".to_owned()));
    assert_eq!(harness.state().state.selection, chad);
}

/// The filter's count as the time panel says it.
fn count_line(kept: usize) -> String {
    format!("{kept} of {} events", atlas().events.len())
}

#[test]
fn a_category_is_chosen_by_its_name_and_everything_follows() {
    use sahelscope::model::Category;
    let mut harness = window(Vec::new());
    harness.get_by_label("Filters").click();
    harness.run_steps(3);
    let atlas = atlas();
    let coups = atlas.events.iter();
    let coups = coups.filter(|e| e.category == Category::Coup).count();
    harness.get_by_label(&format!("Coup, {coups}")).click();
    harness.run_steps(3);
    assert_eq!(
        harness.query_all_by_label(&count_line(coups)).count(),
        2,
        "in the panel and beside the time"
    );
    // The next event is a coup now, and the day's list says what is kept back.
    harness.get_by_label_contains("events of this day are filtered out");
    harness.key_press(egui::Key::N);
    harness.run_steps(3);
    assert_eq!(harness.state().state.time.date, date(2022, 9, 30));
    // What has rested is a view to go back to. The chip on the map takes it away again.
    harness.run_steps(12);
    harness.get_by_label("Remove filter: Coup").click();
    harness.run_steps(3);
    assert!(harness.state().state.filter.is_everything());
    assert!(harness.query_by_label_contains("Remove filter").is_none());
    // Back leads to the filter, forward out of it.
    harness.run_steps(12);
    harness.get_by_label("Back").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.filter.chips().len(), 1);
    // The layers are where they were.
    harness.get_by_label("Layers").click();
    harness.run_steps(3);
    harness.get_by_label("Hide France");
}

#[test]
fn filters_are_set_and_taken_away_with_the_keyboard_alone() {
    let mut harness = window(Vec::new());
    harness.key_press(egui::Key::F);
    harness.run_steps(3);
    harness.event(egui::Event::Text("menaka".to_owned()));
    harness.run_steps(3);
    assert_eq!(harness.state().state.filter.words, "menaka");
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    assert_eq!(
        harness.state().state.filter.words,
        "menaka",
        "the field is left"
    );
    // Tab goes on to the lines; Space ticks one.
    for _ in 0..40 {
        harness.key_press(egui::Key::Tab);
        harness.run_steps(1);
        let ticks = harness.query_all_by_role(egui::Role::CheckBox);
        if ticks
            .into_iter()
            .any(|node| node.accesskit_node().is_focused())
        {
            break;
        }
    }
    harness.key_press(egui::Key::Space);
    harness.run_steps(3);
    assert_eq!(harness.state().state.filter.chips().len(), 2);
    assert!(!harness.state().state.time.playing);
    harness.key_press_modifiers(
        egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
        egui::Key::X,
    );
    harness.run_steps(3);
    assert!(harness.state().state.filter.is_everything());
    harness.key_press(egui::Key::F);
    harness.run_steps(3);
    harness.get_by_label("Hide France");
}

#[test]
fn a_long_list_is_shown_whole_and_searched() {
    let mut harness = window(Vec::new());
    harness.key_press(egui::Key::F);
    harness.run_steps(3);
    harness
        .get_all_by_label_contains("Show all (")
        .last()
        .expect("a long list")
        .click_accesskit();
    harness.run_steps(3);
    harness
        .get_by_label("Find in the list: Actors and targets")
        .focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("WAGN".to_owned()));
    harness.run_steps(3);
    harness.get_by_label_contains("Wagner, ").click_accesskit();
    harness.run_steps(3);
    harness.get_by_label("Remove filter: Actor: Wagner");
    harness
        .get_by_label("Find in the list: Actors and targets")
        .focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("qqq".to_owned()));
    harness.run_steps(3);
    harness.get_by_label("None in the list is called so.");
}

#[test]
fn an_area_is_drawn_by_the_hand_or_taken_from_the_view() {
    let mut harness = window(Vec::new());
    let area = |h: &Harness<'static, Session>| h.state().state.filter.area.clone();
    let draw = |harness: &mut Harness<'static, Session>| {
        harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::F);
        harness.run_steps(3);
    };
    let click = |harness: &mut Harness<'static, Session>, x: f32, y: f32| {
        let pos = egui::pos2(x, y);
        harness.event(egui::Event::PointerMoved(pos));
        harness.run_steps(1);
        for pressed in [true, false] {
            harness.event(egui::Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            harness.run_steps(1);
        }
        harness.run_steps(5);
    };
    draw(&mut harness);
    harness.get_by_label("Draw an area on the map");
    for (x, y) in [
        (400.0, 200.0),
        (900.0, 200.0),
        (900.0, 500.0),
        (300.0, 300.0),
    ] {
        click(&mut harness, x, y);
    }
    harness.key_press(egui::Key::Backspace);
    harness.run_steps(2);
    assert_eq!(area(&harness), None);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    assert_eq!(area(&harness).map(|a| a.corners().count()), Some(3));
    assert_eq!(
        harness.state().state.selection,
        None,
        "a corner selects nothing"
    );
    harness.get_by_label("Remove filter: Drawn area");
    // Escape leaves the drawing and nothing else.
    draw(&mut harness);
    click(&mut harness, 400.0, 200.0);
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    assert!(area(&harness).is_some());
    // Without a corner, Enter takes what is in view.
    draw(&mut harness);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    assert_eq!(area(&harness).map(|a| a.corners().count()), Some(4));
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    assert_eq!(area(&harness), None);
}

#[test]
fn a_range_is_chosen_played_and_left_by_name() {
    let mut harness = window(Vec::new());
    harness.get_by_label("Days shown: Range").click();
    harness.run_steps(3);
    let time = &harness.state().state.time;
    assert_eq!(time.from(), Some(date(2021, 8, 15)));
    assert!(
        harness
            .query_by_label_contains("Beginning of the range: 15 August 2021")
            .is_some()
    );
    harness.get_by_label("Play").click();
    harness.run_steps(5);
    let time = &harness.state().state.time;
    assert!(time.date < date(2022, 8, 15), "it plays from its beginning");
    assert_eq!(time.course(), (date(2021, 8, 15), date(2022, 8, 15)));
    harness.get_by_label("Pause").click();
    harness.run_steps(2);
    harness.get_by_label("Days shown: Day").click();
    harness.run_steps(2);
    assert_eq!(harness.state().state.time.from(), None);
}

#[test]
fn a_range_is_typed_or_explained() {
    let mut harness = window(Vec::new());
    let type_days = |harness: &mut Harness<'static, Session>, text: &str| {
        harness.key_press(egui::Key::G);
        harness.run_steps(3);
        harness.get_by_label("Go to date").type_text(text);
        harness.run_steps(2);
        harness.key_press(egui::Key::Enter);
        harness.run_steps(3);
    };
    type_days(&mut harness, "de janvier 2020 à mars 2021");
    let time = &harness.state().state.time;
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2020, 1, 1)), date(2021, 3, 31))
    );
    type_days(&mut harness, "2022..2020");
    assert!(
        harness
            .query_by_label_contains("2020 is before 2022")
            .is_some()
    );
    let time = &harness.state().state.time;
    assert_eq!(
        (time.from(), time.date),
        (Some(date(2020, 1, 1)), date(2021, 3, 31))
    );
}

#[test]
fn lanes_fold_by_click_and_by_key() {
    use sahelscope::state::LaneKind;
    let mut harness = window(Vec::new());
    harness.get_by_label("Closed skies (open)").click();
    harness.run_steps(2);
    let folded = |harness: &Harness<'static, Session>, lane| {
        harness.state().state.lanes.folded.contains(&lane)
    };
    assert!(folded(&harness, LaneKind::Airspace));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num1);
    harness.run_steps(2);
    assert!(!folded(&harness, LaneKind::Airspace));
    assert!(harness.query_by_label("Closed skies (open)").is_some());
}
