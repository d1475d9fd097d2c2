//! The page itself: its template filled with the drawings, the cards, the script and the fonts.
//!
//! Whatever is filled in is escaped before or made here; the browser is told by sums that this script and these
//! styles are the only ones, and that nothing may be fetched.

use super::draw::{self, Artist};
use super::encode::policy_sum;
use super::table::Written;
use super::text::{both, escaped, label, put, said};
use super::{Book, font, number, shown_at_first, view_of};
use crate::calendar::{Date, date_words, period_words};
use crate::export::carried::{Carried, PROGRAM, html_metadata};
use crate::export::film::{Film, FilmError};
use crate::lang::{Lang, page_words as w, typeset};
use crate::state::link;
use crate::style::{Color, Theme};
use std::collections::BTreeMap;

const TEMPLATE: &str = include_str!("../../../assets/page/page.html");
const STYLE: &str = include_str!("../../../assets/page/page.css");
const SCRIPT: &str = include_str!("../../../assets/page/page.js");

/// A day that tells of more is a busy one, of which the printed sheet says less; the script says so as well.
const BUSY: usize = 9;

/// What stands for what in the template.
type Filling = BTreeMap<&'static str, String>;

/// The whole page.
///
/// # Errors
/// When the data or a font cannot be packed.
pub(super) fn written(film: &Film, mut book: Book<'_>) -> Result<Vec<u8>, FilmError> {
    let lang = film.view.lang;
    let day = shown_at_first(film);
    let mut filling = Filling::new();
    words(film, &book, day, &mut filling);
    controls(film, day, &mut filling);
    lists(&mut book, day, &mut filling);
    // After the lists, whose signs are among the definitions.
    let drawn = book.table.written(day, lang);
    filling.insert("data", data(film, &book, &drawn)?);
    let Written {
        definitions,
        layers,
        pool,
        index: _,
    } = drawn;
    filling.insert("definitions", definitions);
    filling.insert("layers", layers);
    filling.insert("pool", pool);
    let style = style(film, &book, day, &filling)?;
    filling.insert("style_sum", policy_sum(&style));
    filling.insert("style", style);
    // Readers of XML are told not to look into it.
    let script = format!("//<![CDATA[\n{SCRIPT}//]]>");
    filling.insert("script_sum", policy_sum(&script));
    filling.insert("script", script);
    Ok(filled(TEMPLATE, &filling).into_bytes())
}

/// The template with every `{{name}}` replaced; what is filled in is not looked into again.
fn filled(template: &str, filling: &Filling) -> String {
    let mut out = String::with_capacity(3 << 20);
    let mut parts = template.split("{{");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or(("", part));
        out.push_str(filling.get(name).map_or("", String::as_str));
        out.push_str(rest);
    }
    out
}

/// What the day that is shown at first is called, in the language of the page.
fn period(film: &Film, day: usize, lang: Lang) -> String {
    period_words(super::first_day(film), film.shots[day].date, lang)
}

fn words(film: &Film, book: &Book<'_>, day: usize, filling: &mut Filling) {
    let (atlas, lang) = (&film.atlas, film.view.lang);
    let date = period(film, day, lang);
    let [headline, earlier] = &book.titles[number(lang)][day];
    let title = typeset(w::PAGE_TITLE.get(lang), lang);
    let about = both(|lang| {
        let legend = book.keys[number(lang)].all();
        Artist::new(film, lang).about(&film.shots[day], legend)
    });
    let credit = both(|lang| {
        let made = atlas.credits.iter().map(|c| c.text.set(lang));
        let version = match atlas.data_version.parse::<Date>() {
            Ok(day) => date_words(day, lang),
            Err(_) => atlas.data_version.clone(),
        };
        let data = match lang {
            Lang::En => format!("{PROGRAM}, data of {version}."),
            Lang::Fr => format!("{PROGRAM}, données du {version}."),
        };
        made.chain([typeset(&data, lang)])
            .collect::<Vec<_>>()
            .join(" ")
    });
    let carried = Carried {
        view: link::write(&view_of(film)),
        data: atlas.data_version.clone(),
    };
    filling.extend([
        ("lang", lang.id().to_owned()),
        ("program", escaped(PROGRAM)),
        ("carried", html_metadata(&carried)),
        ("description", escaped(&format!("{date}. {headline}"))),
        ("title", escaped(&format!("{date} – {title}"))),
        ("date", escaped(&date)),
        ("headline", escaped(headline)),
        ("earlier", escaped(earlier)),
        ("about", about),
        ("credit", credit),
        (
            "no_script",
            said(match film.shots.len() {
                1 => w::NO_SCRIPT_DAY,
                _ => w::NO_SCRIPT,
            }),
        ),
        ("works_alone", said(w::WORKS_ALONE)),
        ("keys", said(w::KEYS)),
        ("hint", said(w::CLICK_TO_KEEP)),
        ("legend_title", said(w::LEGEND)),
        ("told_title", said(w::EVENTS_AND_SKIES)),
        ("nothing", said(w::NOTHING)),
    ]);
}

fn controls(film: &Film, day: usize, filling: &mut Filling) {
    let lang = film.view.lang;
    let map = draw::frame(&film.view, film.paper.size_pt);
    let ([x, y], w, h) = (map.min, map.width(), map.height());
    let scheme = match film.view.theme {
        Theme::Dark => "dark",
        Theme::Light | Theme::Print | Theme::Projector => "light",
    };
    filling.extend([
        ("box", format!("{x:.2} {y:.2} {w:.2} {h:.2}")),
        (
            "frame",
            format!("x=\"{x:.2}\" y=\"{y:.2}\" width=\"{w:.2}\" height=\"{h:.2}\""),
        ),
        ("scheme", scheme.to_owned()),
        ("last", (film.shots.len() - 1).to_string()),
        ("shown", day.to_string()),
    ]);
    filling.extend([
        ("label_language", label(w::LANGUAGE, lang)),
        ("label_map", label(w::MAP, lang)),
        ("label_time", label(w::TIME, lang)),
        ("label_back", label(w::EARLIER, lang)),
        ("label_play", label(w::PLAY_OR_PAUSE, lang)),
        ("label_on", label(w::LATER, lang)),
        ("label_slider", label(w::DAY_SHOWN, lang)),
        ("label_speed", label(w::SPEED, lang)),
        ("label_close", label(w::CLOSE, lang)),
    ]);
}

fn lists(book: &mut Book<'_>, day: usize, filling: &mut Filling) {
    let pieces = &mut book.table.pieces;
    let [en, fr] = Lang::ALL.map(|lang| book.keys[number(lang)].written(pieces, day));
    let [list, cards] = book.cards.written(day);
    let told = book.cards.days();
    let told = told.get(day).map_or(0, Vec::len);
    let hidden = if told > 0 { " hidden=\"\"" } else { "" };
    let busy = if told > BUSY { " busy" } else { "" };
    filling.extend([
        ("legend_en", en),
        ("legend_fr", fr),
        ("list", list),
        ("cards", cards),
        ("nothing_hidden", hidden.to_owned()),
        ("busy", busy.to_owned()),
    ]);
}

/// What the script needs to know, as JSON in which nothing can end an element.
fn data(film: &Film, book: &Book<'_>, drawn: &Written) -> Result<String, FilmError> {
    let of = |lang: Lang| &book.titles[number(lang)];
    let dates = |lang: Lang| -> Vec<String> {
        (0..film.shots.len())
            .map(|day| period(film, day, lang))
            .collect()
    };
    let title = |lang: Lang| typeset(w::PAGE_TITLE.get(lang), lang);
    let keys = |lang: Lang| book.keys[number(lang)].days();
    let days = film.shots.iter().map(|shot| shot.date.to_string());
    let ticks = film.shots.iter().map(|shot| shot.ticks);
    let value = serde_json::json!({
        "shown": shown_at_first(film),
        "fps": film.fps,
        "days": days.collect::<Vec<_>>(),
        "ticks": ticks.collect::<Vec<_>>(),
        "title": { "en": title(Lang::En), "fr": title(Lang::Fr) },
        "dates": { "en": dates(Lang::En), "fr": dates(Lang::Fr) },
        "titles": { "en": of(Lang::En), "fr": of(Lang::Fr) },
        "keys": { "en": keys(Lang::En), "fr": keys(Lang::Fr) },
        "told": book.cards.days(),
        "layers": drawn.index,
    });
    let text = serde_json::to_string(&value).map_err(|e| FilmError::Encode(e.to_string()))?;
    Ok(harmless(&text))
}

/// JSON that means the same and holds none of the signs of markup, which in JSON stand inside strings only.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => put!(out, "\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out
}

/// Fonts, colours, measures and rules.
fn style(film: &Film, book: &Book<'_>, day: usize, filling: &Filling) -> Result<String, FilmError> {
    let text: String = filling.values().map(String::as_str).collect();
    let mut out = font::rules(&(text + TEMPLATE))?;
    let [w, h] = draw::map_size(&film.view, film.paper.size_pt);
    let told = book.cards.days().get(day).map_or(0, Vec::len);
    put!(
        out,
        ":root{{--ratio:{};--told:{told};{}}}\n",
        w / h,
        colours(film.view.theme)
    );
    put!(out, "@media print{{:root{{{}}}}}\n", colours(Theme::Print));
    out.push_str(STYLE);
    Ok(out)
}

/// The colours of a theme as custom properties.
fn colours(theme: Theme) -> String {
    let palette = theme.palette();
    let ui = &palette.ui;
    let mut out = String::new();
    for (name, color) in [
        ("panel", ui.panel),
        ("hairline", ui.hairline),
        ("hairline-strong", ui.hairline_strong),
        ("text", ui.text),
        ("text-2", ui.text_2),
        ("text-3", ui.text_3),
        ("accent", ui.accent),
        ("accent-soft", ui.accent_soft),
        ("on-accent", ui.on_accent),
        ("chip", ui.chip),
        ("selection", ui.selection),
        ("focus-ring", ui.focus_ring),
        ("shadow", ui.shadow),
    ] {
        put!(out, "--{name}:{};", css(color));
    }
    out
}

fn css(color: Color) -> String {
    format!("{}{:02x}", color.hex(), color.a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_looked_into() {
        let filling = Filling::from([("a", "{{b}}".to_owned()), ("b", "x".to_owned())]);
        assert_eq!(filled("1{{a}}2{{b}}3{{c}}4", &filling), "1{{b}}2x34");
    }

    #[test]
    fn nothing_ends_the_data() {
        let hostile = serde_json::json!(["</script><!--", "]]>", "a&b\u{2028}\"'"]);
        let text = harmless(&hostile.to_string());
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let again: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(again, hostile);
    }

    #[test]
    fn script_and_style_end_where_they_are_to_end() {
        for text in [SCRIPT, STYLE] {
            assert!(!text.contains("</") && !text.contains("]]>") && !text.contains("<!--"));
        }
        assert!(!STYLE.contains(['<', '&']) && !STYLE.contains("url("));
    }
}
