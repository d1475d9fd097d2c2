//! The kinds of fact, one type a kind, as the files in `data/` hold them.
//!
//! Field names and the order of fields are those of the files, so that what is read can be written
//! back as it was. Rules between records are checked in `data`, not here.

use super::kinds::{
    AllianceKind, BaseKind, Category, Confidence, PartyKind, Precise, Qualifier, RelationState,
    SkyClass, Standing, Traffic, WhichMeasure,
};
use crate::calendar::{Date, PartialDate, Precision, Span, day_number};
use crate::geo::LonLat;
use crate::lang::Bilingual;
use serde::{Deserialize, Serialize};

/// Where a fact comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    pub publisher: String,
    /// Title of the page or paper.
    pub title: String,
    /// Address, if it has one.
    pub url: Option<String>,
    /// Day of publication, if known.
    pub date: Option<PartialDate>,
}

/// A named place of an event.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name.
    pub name: Bilingual,
    /// Longitude in degrees.
    pub lon: f64,
    /// Latitude in degrees.
    pub lat: f64,
}

impl Place {
    /// Its position.
    pub fn position(&self) -> LonLat {
        LonLat {
            lon: self.lon,
            lat: self.lat,
        }
    }
}

/// The two ends of a movement; at least one is known.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// Where it starts.
    pub from: Option<Place>,
    /// Where it ends.
    pub to: Option<Place>,
}

/// Something that happened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// `date-slug`; never changes.
    #[serde(skip)]
    pub id: String,
    /// When it happened or began.
    pub date: PartialDate,
    /// Last day of something that lasted.
    pub end: Option<PartialDate>,
    /// Its kind.
    pub category: Category,
    /// A line.
    pub title: Bilingual,
    /// A paragraph.
    pub summary: Bilingual,
    /// Codes of who acts.
    pub actors: Vec<String>,
    /// Codes of whom it is done to or about.
    pub targets: Vec<String>,
    /// Codes of the countries where it happens or that it concerns.
    pub countries: Vec<String>,
    /// Where; the first is the main one.
    pub places: Vec<Place>,
    /// From where to where, when somebody moves.
    pub movement: Option<Movement>,
    /// Persons concerned, when known and meaningful.
    pub troops: Option<u32>,
    /// Ids of events it follows from or belongs with.
    pub related: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

impl Event {
    /// All days that it may have happened on.
    pub fn span(&self) -> Span {
        Span {
            from: Some(self.date),
            to: Some(self.end.unwrap_or(self.date)),
        }
    }

    /// Is it news on a day of its span? A battle of three days is on each of them, a closure of a year
    /// only on its first; what is known to a month may have happened on any of its days.
    pub fn is_news_on(&self, day: Date) -> bool {
        let days = |end: Date| day_number(end) - day_number(self.date.first());
        self.date.first() == day
            || match self.end {
                Some(end) => days(end.last()) <= BRIEF_DAYS,
                None => self.date.precision() != Precision::Day,
            }
    }
}

/// An event that lasts at most so many days is news on each of them.
const BRIEF_DAYS: i32 = 7;

/// A base or another site that foreign forces held.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// Slug; never changes.
    #[serde(skip)]
    pub id: String,
    /// Its position (the geometry of the feature).
    #[serde(skip)]
    pub position: Option<LonLat>,
    /// Its name.
    pub name: Bilingual,
    /// Other names.
    pub aka: Vec<String>,
    /// Code of the state it stands in.
    pub host: String,
    /// How well its place is known.
    pub coordinate_precision: Precise,
    /// Its kind.
    pub kind: BaseKind,
    /// The best confidence of its periods.
    pub confidence: Confidence,
    /// Who held it when, in order of start; several may hold it at once.
    pub periods: Vec<Tenure>,
}

/// One holder's time at a base.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenure {
    /// Code of the holder.
    pub operator: String,
    /// Name of the operation.
    pub mission: Option<Bilingual>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Persons, the most telling figure of the period.
    pub troops: Option<u32>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A sky or a border closed (or opened) to somebody.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Slug; unique among skies, and among borders.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Code of whose sky or border it is: a state or a group.
    pub country: String,
    /// Codes of the states concerned.
    pub countries: Vec<String>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// When no end is known: the last date on which a source shows it in force.
    pub known_until: Option<PartialDate>,
    /// Codes of who is shut out.
    pub against: Vec<String>,
    /// What is stopped.
    pub traffic: Traffic,
    /// What it is.
    pub measure: WhichMeasure,
    /// Code of who decided it.
    pub measure_by: String,
    /// A single refusal or claim, not a lasting rule.
    pub one_off: bool,
    /// The reason given.
    pub reason: Option<Bilingual>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How it ended or partly ended.
    pub lifted: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

impl Closure {
    /// Is it a standing closure (and not a single refusal or an opening)?
    pub fn stands(&self) -> bool {
        !self.one_off && self.measure != WhichMeasure::Open
    }
}

/// A measure against a state or an organisation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sanction {
    /// Slug.
    pub id: String,
    /// Code of who imposes it.
    pub by: String,
    /// Code of whom it strikes.
    pub on: String,
    /// What it is, in words.
    pub kind: Bilingual,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// An alliance, a union or a treaty.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alliance {
    /// Slug.
    pub id: String,
    /// Code-like abbreviation.
    pub short: String,
    /// Abbreviation as people write it.
    pub short_name: Bilingual,
    /// Full name.
    pub name: Bilingual,
    /// Its kind.
    pub kind: AllianceKind,
    /// A treaty of two or few parties.
    pub bilateral: bool,
    /// Day it was founded.
    pub formed: Option<PartialDate>,
    /// Last day.
    pub dissolved: Option<PartialDate>,
    /// Who stood how in it when.
    pub members: Vec<Membership>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A state's standing in an alliance over a time.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Code of the state.
    pub country: String,
    /// Its standing.
    pub status: Standing,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A military or civilian mission.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mission {
    /// Slug.
    pub id: String,
    /// Code-like abbreviation.
    pub short: String,
    /// Abbreviation as people write it.
    pub short_name: Bilingual,
    /// Full name.
    pub name: Bilingual,
    /// Code of who leads it.
    pub lead: String,
    /// Codes of the states it is in.
    pub hosts: Vec<String>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Highest strength, in persons.
    pub peak_troops: Option<u32>,
    /// Codes of who takes part.
    pub contributors: Vec<String>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A figure: so many troops of a force in a country on a date, until the next figure.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strength {
    /// `force-country-date`.
    pub id: String,
    /// Code of the force.
    pub force: String,
    /// Name of the operation.
    pub mission: Option<Bilingual>,
    /// Code of the country, or `SAHEL` for the whole theatre.
    pub country: String,
    /// From when the figure holds.
    pub date: PartialDate,
    /// Persons.
    pub troops: u32,
    /// How the figure is meant.
    pub qualifier: Qualifier,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// The state of two states' relations over a time.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Slug; unique among relations.
    pub id: String,
    /// Code of one state.
    pub a: String,
    /// Code of the other.
    pub b: String,
    /// How they stand.
    pub state: RelationState,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A flight information region.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fir {
    /// Slug.
    pub id: String,
    /// ICAO code.
    pub icao: String,
    /// Its name.
    pub name: Bilingual,
    /// Who runs it.
    pub run_by: Bilingual,
    /// Where it is run from.
    pub seat: Bilingual,
    /// States under it.
    pub states: Vec<FirState>,
    /// What else is known.
    pub note: Option<Bilingual>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A state's part in a flight information region.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirState {
    /// Code of the state.
    pub iso: String,
    /// Which part of it.
    pub part: Bilingual,
}

/// Whoever can act or be acted upon: what a code stands for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// ISO 3166-1 alpha-3 for states, capitals for the rest.
    pub code: String,
    /// What it is.
    pub kind: PartyKind,
    /// Full name.
    pub name: Bilingual,
    /// Short name.
    pub short: Bilingual,
}

/// Gives every dated record its span.
macro_rules! spanned {
    ($($name:ident),*) => { $(impl $name {
        /// From its first to its last day.
        pub fn span(&self) -> Span {
            Span { from: self.from, to: self.to }
        }
    })* };
}
spanned!(Tenure, Closure, Sanction, Membership, Mission, Relation);

impl Closure {
    /// How this record closes a sky on `day`, for hatching it; `None` when it closes none: single
    /// refusals, openings, airlines that stay away of their own accord, safety advice to airlines of
    /// the EU, drone rules, and measures that no source shows in force any more.
    pub fn closes_sky(&self, day: crate::calendar::Date) -> Option<SkyClass> {
        let advice = self.traffic == Traffic::Commercial && self.against.iter().any(|c| c == "EU");
        let own = self.measure_by == self.country;
        let known = self.to.is_some() || self.known_until.is_none_or(|d| day <= d.last());
        if !self.stands() || !own || !known || advice || self.traffic == Traffic::Drones {
            return None;
        }
        let everybody = self.against.iter().all(|c| c == "ALL") && !self.against.is_empty();
        let open_to_none = match self.traffic {
            Traffic::All | Traffic::Commercial => everybody,
            Traffic::Military | Traffic::Drones | Traffic::Specific => false,
        };
        Some(if open_to_none {
            SkyClass::All
        } else {
            SkyClass::Some
        })
    }
}
