//! A story as one HTML page to click through: maps as vectors, words as text, notes and sources folded.
//!
//! It asks nobody for anything: fonts are inside, and the browser is told that this script and these styles are the
//! only ones. What several maps share is written once. Without a script all steps stand one below the other, and so
//! they are printed.

use super::{Done, StoryFileError, Told, slides, sources};
use crate::calendar::date_words;
use crate::export::html::encode::{base64, policy_sum};
use crate::export::html::font;
use crate::export::svg;
use crate::lang::{Lang, slide_words as w, typeset};
use crate::model::Source;
use crate::scene::item::Face;
use crate::scene::slide::{Run, Slide};
use crate::scene::{Composer, slide};
use crate::story::Step;
use std::collections::HashMap;
use std::fmt::Write;

const TEMPLATE: &str = include_str!("../../../assets/page/story.html");
const STYLE: &str = include_str!("../../../assets/page/story.css");
const SCRIPT: &str = include_str!("../../../assets/page/story.js");

/// The page of a map, in points: a slide without its words, which stand below it.
const MAP_PT: [f32; 2] = [960.0, 432.0];
/// Outlines of so many bytes are worth writing once.
const LONG: usize = 160;
/// Parts of a slide that the page says itself.
const SAID_BY_THE_PAGE: [&str; 3] = ["page:text", "page:credit", "page:dots"];

/// The page.
pub(super) fn html(told: &Told, done: &mut Done<'_>) -> Result<Vec<u8>, StoryFileError> {
    let lang = told.view.lang;
    let mut composer = Composer::default();
    let mut maps = Vec::new();
    for (at, step) in told.story.steps.iter().enumerate() {
        maps.push(map(told, at, step, &mut composer));
        done(at + 1)?;
    }
    let (shared, maps) = share(&maps);
    let mut steps = String::new();
    for ((at, step), map) in told.story.steps.iter().enumerate().zip(&maps) {
        steps.push_str(&section(told, at, step, map));
    }
    let title = escaped(&told.story.title.set(lang));
    let summary = escaped(&told.story.summary.set(lang));
    let list: String = told
        .story
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| entry(at, step, lang))
        .collect();
    let palette = told.view.theme.palette();
    let ui = &palette.ui;
    let colours = [
        ("panel", ui.panel),
        ("sunk", ui.panel_sunk),
        ("text", ui.text),
        ("quiet", ui.text_2),
        ("rule", ui.hairline_strong),
        ("accent", ui.accent),
        ("on-accent", ui.on_accent),
    ];
    let colours: String = colours
        .iter()
        .map(|(name, c)| format!("--{name}:{};", c.hex()))
        .collect();
    let fonts = font::rules(&format!("{TEMPLATE}{steps}{list}{title}{summary}{SCRIPT}"));
    let fonts = fonts.map_err(|error| StoryFileError::Page(error.to_string()))?;
    let style = format!("{fonts}:root{{{colours}}}\n{STYLE}");
    let script = format!("//<![CDATA[\n{SCRIPT}//]]>");
    let said = |words: crate::lang::Words| escaped(&typeset(words.get(lang), lang));
    let filling = [
        ("lang", lang.id().to_owned()),
        ("style_sum", policy_sum(&style)),
        ("script_sum", policy_sum(&script)),
        ("title", title),
        ("summary", summary),
        ("style", style),
        ("shared", shared),
        ("steps", steps),
        ("list", list),
        ("back", said(w::BACK)),
        ("next", said(w::NEXT)),
        ("all_steps", said(w::ALL_STEPS)),
        ("keys", said(w::KEYS)),
        ("credit", escaped(&told.credit())),
        ("works_alone", said(w::WORKS_ALONE)),
        ("script", script),
    ];
    Ok(filled(TEMPLATE, &filling).into_bytes())
}

/// The template with every `{{name}}` replaced; what is filled in is not looked into again.
fn filled(template: &str, filling: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(2 << 20);
    let mut parts = template.split("{{");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or(("", part));
        let found = filling.iter().find(|(key, _)| *key == name);
        out.push_str(found.map_or("", |(_, text)| text.as_str()));
        out.push_str(rest);
    }
    out
}

/// The map of a step as SVG, its identifiers its own.
fn map(told: &Told, at: usize, step: &Step, composer: &mut Composer) -> String {
    let lang = told.view.lang;
    let (mut view, _) = slides::view(step, &told.view);
    view.theme = told.view.theme;
    view.hidden.extend(SAID_BY_THE_PAGE.map(str::to_owned));
    let photo = told.photos.get(at).and_then(Option::as_ref);
    let said = Slide {
        photo: photo.and_then(|photo| slides::photo(step, photo.size_px, lang)),
        ..slides::slide(&told.story, at, lang)
    };
    let (composition, _) = slides::compose(composer, &told.atlas, (step, &said), &view, MAP_PT);
    let mut svg = svg::svg(&composition.picture);
    let area = slide::photo_box(&said, MAP_PT, lang, &view.hidden);
    if let (Some(photo), Some(area), Some(picture)) = (photo, area, &step.picture) {
        let pixels = crate::export::raster::Pixels {
            width: photo.size_px[0],
            height: photo.size_px[1],
            bands: vec![photo.rgb.clone()],
        };
        let packed = crate::export::png::pack(pixels, None, &[]).map(|png| base64(&png));
        let [x, y] = area.min;
        let image = format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" href=\"data:image/png;base64,{}\"><title>{}</title></image>\n</svg>\n",
            area.width(),
            area.height(),
            packed.unwrap_or_default(),
            escaped(&picture.alt.set(lang)),
        );
        if let Some(end) = svg.rfind("</svg>") {
            svg.truncate(end);
            svg.push_str(&image);
        }
    }
    owned(&svg, at + 1)
}

/// A drawing whose identifiers and references begin with the number of its step, so that many fit one page.
fn owned(svg: &str, number: usize) -> String {
    let mut out = String::with_capacity(svg.len() + 4096);
    for (i, part) in svg.split('<').enumerate() {
        if i > 0 {
            out.push('<');
        }
        // Only tags are changed, never words that happen to look like it.
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let tag = tag
            .replace(" id=\"", &format!(" id=\"s{number}-"))
            .replace("url(#", &format!("url(#s{number}-"))
            .replace("href=\"#", &format!("href=\"#s{number}-"));
        out.push_str(&tag);
        if part.contains('>') {
            out.push('>');
            out.push_str(text);
        }
    }
    out
}

/// The outline of a path without a name of its own: what stands before it, and itself.
fn outline(tag: &str) -> Option<(&str, &str)> {
    let rest = tag.strip_prefix("path ")?.strip_suffix("/")?;
    let (before, data) = rest
        .split_once("d=\"")
        .filter(|(before, _)| !before.contains("id=\""))?;
    let data = data
        .strip_suffix('"')
        .filter(|data| data.len() >= LONG && !data.contains('"'))?;
    Some((before, data))
}

/// Long outlines that are drawn more than once as definitions, and the drawings that use them.
fn share(maps: &[String]) -> (String, Vec<String>) {
    let tags = |map: &'_ str| -> Vec<String> {
        map.split('<')
            .filter_map(|p| p.split_once('>'))
            .map(|(tag, _)| tag.to_owned())
            .collect()
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for tag in maps.iter().flat_map(|map| tags(map)) {
        if let Some((_, data)) = outline(&tag) {
            *counts.entry(data.to_owned()).or_default() += 1;
        }
    }
    let mut shared = String::new();
    // Only looked up: numbers follow the order of the drawings.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let rewritten = maps.iter().map(|map| {
        let mut out = String::with_capacity(map.len());
        for (i, part) in map.split('<').enumerate() {
            if i > 0 {
                out.push('<');
            }
            let tag = part.split_once('>').map(|(tag, _)| tag);
            let found = tag
                .and_then(outline)
                .filter(|(_, d)| counts.get(*d).is_some_and(|n| *n > 1));
            let (Some(tag), Some((before, data))) = (tag, found) else {
                out.push_str(part);
                continue;
            };
            let next = numbers.len();
            let number = *numbers.entry(data.to_owned()).or_insert_with(|| {
                // Writing to a String cannot fail.
                let _ = writeln!(shared, "<path id=\"p{next}\" d=\"{data}\"/>");
                next
            });
            let _ = write!(out, "use {before}href=\"#p{number}\"/");
            out.push_str(&part[tag.len()..]);
        }
        out
    });
    let rewritten = rewritten.collect();
    (shared, rewritten)
}

/// A step: its map, its words, notes and sources.
fn section(told: &Told, at: usize, step: &Step, map: &str) -> String {
    let lang = told.view.lang;
    let number = at + 1;
    let mut out = String::with_capacity(map.len() + 8192);
    let title = escaped(&step.title.set(lang));
    let _ = writeln!(
        out,
        "<section class=\"step\" id=\"step-{number}\" aria-labelledby=\"title-{number}\">"
    );
    let _ = writeln!(out, "<div class=\"map\">{map}</div>");
    let _ = writeln!(
        out,
        "<div class=\"words\">\n<h2 id=\"title-{number}\">{title}</h2>"
    );
    out.push_str(&paragraphs(step.caption.get(lang), lang));
    let notes = paragraphs(step.notes.get(lang), lang);
    let sources = sources::sources(step, &told.atlas);
    if !notes.is_empty() || !sources.is_empty() {
        let mut heads = Vec::new();
        heads.extend((!notes.is_empty()).then(|| w::NOTES.get(lang)));
        heads.extend((!sources.is_empty()).then(|| w::SOURCES.get(lang)));
        let _ = writeln!(
            out,
            "<details><summary>{}</summary>\n<div class=\"more\">",
            heads.join(", ")
        );
        out.push_str(&notes);
        if !sources.is_empty() {
            out.push_str("<ol>\n");
            sources
                .iter()
                .for_each(|source| out.push_str(&listed(source, lang)));
            out.push_str("</ol>\n");
        }
        out.push_str("</div></details>\n");
    }
    out.push_str("</div>\n</section>\n");
    out
}

/// A line of the list of steps.
fn entry(at: usize, step: &Step, lang: Lang) -> String {
    let date = escaped(&date_words(step.day, lang));
    let title = escaped(&step.title.set(lang));
    let number = at + 1;
    format!("<li><a href=\"#step-{number}\"><span>{date}</span> {title}</a></li>\n")
}

fn paragraphs(text: &str, lang: Lang) -> String {
    let run = |run: &Run| {
        let text = escaped(&run.text);
        match run.face {
            Face::Regular => text,
            Face::Bold => format!("<strong>{text}</strong>"),
            Face::Italic => format!("<em>{text}</em>"),
        }
    };
    let all = slides::paragraphs(text, lang);
    let set = all
        .iter()
        .map(|runs| format!("<p>{}</p>\n", runs.iter().map(run).collect::<String>()));
    set.collect()
}

/// A source as an item; only plain web addresses become links.
fn listed(source: &Source, lang: Lang) -> String {
    let title = escaped(&source.title);
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let title = match source.url.as_deref().filter(is_web) {
        Some(url) => format!(
            "<a href=\"{}\" rel=\"noreferrer\">{title}</a>",
            escaped(url)
        ),
        None => format!("<cite>{title}</cite>"),
    };
    let date = source
        .date
        .map(|date| crate::calendar::partial_words(date, lang));
    let parts: Vec<String> = [Some(source.publisher.clone()), date]
        .into_iter()
        .flatten()
        .collect();
    format!(
        "<li>{title} <small>{}</small></li>\n",
        escaped(&parts.join(", "))
    )
}

fn escaped(text: &str) -> String {
    svg::escaped(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_outlines_are_written_once() {
        let long = "M0 0".to_owned() + &"L1 1".repeat(60);
        let drawing = format!(
            "<svg><path id=\"a\" d=\"M1\"/><path fill=\"red\" d=\"{long}\"/><text>d=\"x\"</text></svg>"
        );
        let maps = [owned(&drawing, 1), owned(&drawing, 2)];
        let (shared, maps) = share(&maps);
        assert_eq!(shared.matches(&long).count(), 1);
        assert!(
            maps.iter()
                .all(|m| m.contains("<use fill=\"red\" href=\"#p0\"/>")),
            "{maps:?}"
        );
        assert!(maps[1].contains("id=\"s2-a\""));
        let (none, same) = share(&maps[..1]);
        assert!(none.is_empty() && same[0] == maps[0]);
    }

    #[test]
    fn what_is_filled_in_is_not_looked_into_again() {
        let filling = [("a", "{{b}}".to_owned()), ("b", "no".to_owned())];
        assert_eq!(filled("<{{a}}|{{none}}>", &filling), "<{{b}}|>");
    }
}
