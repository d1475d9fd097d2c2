//! What stands in the list under the search field, as plain data: headings, results, commands.
//!
//! It chooses the words; it draws nothing and opens nothing.

use super::{COMMANDS, palette};
use crate::calendar::Span;
use crate::lang::{Bilingual, Lang, Words, typeset, ui_words as w};
use crate::model::search::{Field, Found, Group, Hit, Kind, Matched, Rank, Thing};
use crate::model::{BaseKind, Category};
use crate::style::Holder;
use crate::ui::commands::Command;
use crate::ui::facts::{counted, country_name, short_date, sky_title};
use crate::ui::shown::Shown;
use std::cmp::Reverse;
use std::ops::Range;

/// How many results of a kind are listed at first.
const FEW: usize = 8;
/// How many are listed when more are asked for.
const MANY: usize = 200;
/// How much of a text stands before what matched, in bytes.
const BEFORE: usize = 36;

/// A text with what is to be bold.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The bold parts, in bytes, ascending.
    pub marks: Vec<Range<usize>>,
}

/// The sign at the head of a line.
#[derive(Clone, Copy, Debug)]
pub enum Sign {
    /// An event's glyph.
    Event(Category),
    /// A base's shape and its last holder.
    Base(BaseKind, Holder),
    /// A town's dot.
    Town,
    /// A closed sky.
    Sky,
    /// Nothing.
    None,
}

/// What choosing a line does.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    /// Opens a thing.
    Open(Thing),
    /// Carries a command out.
    Command(Command),
    /// Lists all results of a kind.
    Whole(Kind),
}

/// A line that can be chosen.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its sign.
    pub sign: Sign,
    /// What it is called.
    pub title: Marked,
    /// The text that matched, when that was not the title.
    pub below: Option<Marked>,
    /// Where it is, or what.
    pub place: String,
    /// When, or the key of a command.
    pub end: String,
    /// What is read aloud.
    pub name: String,
    /// What choosing it does.
    pub does: Does,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub enum Line {
    /// The name of a group, and how many of it are listed when not all are.
    Heading(String, String),
    /// A line that can be chosen.
    Item(Item),
}

/// The whole list.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Its lines.
    pub lines: Vec<Line>,
    /// What to do, when there are none.
    pub hint: Option<Words>,
    /// How many results there are, in words.
    pub status: String,
}

impl Listing {
    /// The list for a text; `whole` is the kind whose results are all wanted.
    pub fn of(shown: &Shown<'_>, text: &str, whole: Option<Kind>) -> Listing {
        let text = text.trim_start();
        if let Some(name) = text.strip_prefix(COMMANDS) {
            return palette::commands(shown, name);
        }
        if text.is_empty() {
            return Listing {
                hint: Some(w::SEARCH_START),
                ..Listing::default()
            };
        }
        let most = |kind| if whole == Some(kind) { MANY } else { FEW };
        let found = shown.atlas.search().find(shown.atlas, text, most);
        let mut listing = Listing {
            status: counted(found.count(), w::RESULT_ONE, w::RESULT_MANY, shown.lang()),
            hint: found.groups.is_empty().then_some(w::NOTHING_FOUND),
            lines: Vec::new(),
        };
        for group in &found.groups {
            listing.add(shown, &found, group, whole);
        }
        listing
    }

    /// The lines that can be chosen.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.lines.iter().filter_map(|line| match line {
            Line::Item(item) => Some(item),
            Line::Heading(..) => None,
        })
    }

    fn add(&mut self, shown: &Shown<'_>, found: &Found<'_>, group: &Group, whole: Option<Kind>) {
        let heading = shown.say(heading(group.kind));
        let more = group.count - group.hits.len();
        let of = match (more, shown.lang()) {
            (0, _) => String::new(),
            (_, Lang::En) => format!("{} of {}", group.hits.len(), group.count),
            (_, Lang::Fr) => format!("{} sur {}", group.hits.len(), group.count),
        };
        self.lines.push(Line::Heading(heading.clone(), of));
        for hit in &group.hits {
            let item = item(shown, found, hit, &heading);
            self.lines.push(Line::Item(item));
        }
        if more > 0 && whole != Some(group.kind) {
            let text = match shown.lang() {
                Lang::En => format!("{more} more"),
                Lang::Fr => format!("{more} de plus"),
            };
            self.lines.push(Line::Item(Item {
                sign: Sign::None,
                name: format!("{heading}, {text}"),
                title: Marked {
                    text,
                    marks: Vec::new(),
                },
                below: None,
                place: String::new(),
                end: String::new(),
                does: Does::Whole(group.kind),
            }));
        }
    }
}

fn heading(kind: Kind) -> Words {
    match kind {
        Kind::Country => w::FOUND_COUNTRIES,
        Kind::Base => w::FOUND_BASES,
        Kind::Alliance => w::ALLIANCES,
        Kind::Mission => w::FOUND_MISSIONS,
        Kind::Actor => w::FOUND_ACTORS,
        Kind::Sky => w::FOUND_SKIES,
        Kind::Event => w::FOUND_EVENTS,
        Kind::Town => w::FOUND_TOWNS,
    }
}

/// What a result is called, where it is and when.
struct Told {
    sign: Sign,
    title: String,
    place: String,
    date: String,
}

fn item(shown: &Shown<'_>, found: &Found<'_>, hit: &Hit, heading: &str) -> Item {
    let told = told(shown, hit.thing).unwrap_or(Told {
        sign: Sign::None,
        title: String::new(),
        place: String::new(),
        date: String::new(),
    });
    let title = Marked {
        marks: found.marks(&told.title),
        text: told.title,
    };
    let below = if title.marks.is_empty() {
        excerpt(shown, found, hit)
    } else {
        None
    };
    let said = [&title.text, &told.place, &told.date].map(String::as_str);
    let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
    Item {
        name: format!("{heading}, {}", said.join(", ")),
        sign: told.sign,
        below,
        title,
        place: told.place,
        end: told.date,
        does: Does::Open(hit.thing),
    }
}

fn told(shown: &Shown<'_>, thing: Thing) -> Option<Told> {
    let (atlas, lang, at) = (shown.atlas, shown.lang(), thing.at);
    let tell = |sign, title, place, date| {
        Some(Told {
            sign,
            title,
            place,
            date,
        })
    };
    let none = String::new;
    match thing.kind {
        Kind::Event => {
            let event = atlas.events.get(at)?;
            let place = event.places.first().map_or_else(none, |p| p.name.set(lang));
            let date = short_date(event.date, lang);
            tell(
                Sign::Event(event.category),
                event.title.set(lang),
                place,
                date,
            )
        }
        Kind::Base => {
            let base = atlas.bases.get(at)?;
            let holder = base
                .periods
                .last()
                .map_or(Holder::Other, |t| Holder::of_code(&t.operator));
            let spans = base.periods.iter().map(|t| t.span());
            let sign = Sign::Base(base.kind, holder);
            tell(
                sign,
                base.name.set(lang),
                shown.name(&base.host),
                years(spans),
            )
        }
        Kind::Alliance => {
            let alliance = atlas.alliances.get(at)?;
            let short = (!alliance.bilateral).then_some(&alliance.short_name);
            let title = full(short, &alliance.name, lang);
            let span = Span {
                from: alliance.formed,
                to: alliance.dissolved,
            };
            tell(Sign::None, title, none(), years([span]))
        }
        Kind::Mission => {
            let mission = atlas.missions.get(at)?;
            let title = full(Some(&mission.short_name), &mission.name, lang);
            tell(
                Sign::None,
                title,
                shown.names(&mission.hosts),
                years([mission.span()]),
            )
        }
        Kind::Actor => {
            let party = atlas.parties.values().nth(at)?;
            let title = full(Some(&party.short), &party.name, lang);
            tell(Sign::None, title, party.kind.word(lang).to_owned(), none())
        }
        Kind::Sky => {
            let sky = atlas.skies.get(at)?;
            let from = sky.from.map_or_else(none, |date| short_date(date, lang));
            tell(Sign::Sky, sky_title(shown, sky), none(), from)
        }
        Kind::Country => {
            let country = atlas.basemap.level(2).countries.get(at)?;
            tell(
                Sign::None,
                country_name(shown, &country.iso),
                none(),
                none(),
            )
        }
        Kind::Town => {
            let town = atlas.basemap.towns.get(at)?;
            let country = country_name(shown, &town.country);
            tell(Sign::Town, town.name.set(lang), country, none())
        }
    }
}

/// `Barkhane`, `ECOWAS · Economic Community of West African States`: a short name is not said twice.
fn full(short: Option<&Bilingual>, name: &Bilingual, lang: Lang) -> String {
    let name = name.set(lang);
    match short.map(|short| short.set(lang)) {
        Some(short) if !name.contains(&short) => format!("{short} · {name}"),
        Some(_) | None => name,
    }
}

/// From the first year to the last, open when it has no end: `2013–2022`, `2013–`.
fn years(spans: impl IntoIterator<Item = Span>) -> String {
    let spans: Vec<Span> = spans.into_iter().collect();
    let from = spans
        .iter()
        .map(|s| s.from.map(|d| d.first().year()))
        .min()
        .flatten();
    let to: Option<Vec<i16>> = spans
        .iter()
        .map(|s| s.to.map(|d| d.last().year()))
        .collect();
    let to = to.and_then(|years| years.into_iter().max());
    match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("{from}–"),
        (None, Some(to)) => format!("–{to}"),
        (None, None) => String::new(),
    }
}

/// The stretch of text around what matched: in the present language if it matched there, a name if that
/// is why it was found, else the text in which most matched.
fn excerpt(shown: &Shown<'_>, found: &Found<'_>, hit: &Hit) -> Option<Marked> {
    let lang = shown.lang();
    let by_name = !matches!(hit.rank, Rank::Text | Rank::ForgivenText);
    let worth = |(at, matched): &(usize, &Matched)| {
        let own = matched.lang.is_none_or(|known| known == lang);
        let most = if by_name { 0 } else { matched.marks.len() };
        (own, most, Reverse(*at))
    };
    let (_, matched) = hit.matched.iter().enumerate().max_by_key(worth)?;
    let mut text = typeset(&matched.text, matched.lang.unwrap_or(lang));
    if matches!(matched.field, Field::OtherName | Field::Code) {
        text = format!("{} {text}", shown.say(w::ALSO_CALLED));
    }
    let marks = found.marks(&text);
    let first = marks.first()?.start;
    let mut cut = first.saturating_sub(BEFORE);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    if cut > 0 {
        cut = text[cut..first]
            .find(' ')
            .map_or(first, |space| cut + space + 1);
    }
    if cut == 0 {
        return Some(Marked { text, marks });
    }
    let dots = "… ";
    let moved = |at: usize| at - cut + dots.len();
    Some(Marked {
        marks: marks.iter().map(|m| moved(m.start)..moved(m.end)).collect(),
        text: format!("{dots}{}", &text[cut..]),
    })
}
