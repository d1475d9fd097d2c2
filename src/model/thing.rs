//! One thing of the facts by its name: what can be selected, pointed at, and linked to.
//!
//! As text it is `base:gao-airport-base`: links, settings and stories all write it so. It holds no facts.

use super::{Atlas, Topic};
use std::fmt;

/// A thing of the facts; ids and codes as in the data. Whether there is such a thing is asked of the atlas.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Thing {
    /// An event.
    Event(String),
    /// A base.
    Base(String),
    /// A country, by its code.
    Country(String),
    /// The record of a closed sky.
    Sky(String),
    /// Whoever acts, by its code: an operator, a force, a state as an actor.
    Actor(String),
    /// An alliance.
    Alliance(String),
    /// A mission.
    Mission(String),
}

impl Thing {
    /// The thing of a text such as `base:gao-airport-base`; nothing when the kind is unknown or there is no id.
    pub fn parse(text: &str) -> Option<Thing> {
        let (kind, id) = text.split_once(':')?;
        let id = (!id.is_empty()).then(|| id.to_owned())?;
        match kind {
            "event" => Some(Thing::Event(id)),
            "base" => Some(Thing::Base(id)),
            "country" => Some(Thing::Country(id)),
            "sky" => Some(Thing::Sky(id)),
            "actor" => Some(Thing::Actor(id)),
            "alliance" => Some(Thing::Alliance(id)),
            "mission" => Some(Thing::Mission(id)),
            _ => None,
        }
    }

    /// Do the facts hold it?
    pub fn is_in(&self, atlas: &Atlas) -> bool {
        match self {
            Thing::Event(id) => atlas.event(id).is_some(),
            Thing::Base(id) => atlas.base(id).is_some(),
            Thing::Sky(id) => atlas.sky(id).is_some(),
            Thing::Actor(code) => atlas.parties.contains_key(code),
            Thing::Alliance(id) => atlas.alliance(id).is_some(),
            Thing::Mission(id) => atlas.mission(id).is_some(),
            Thing::Country(iso) => atlas.basemap.level(2).country(iso).is_some(),
        }
    }

    /// What its history is told of; an event and the record of a sky are parts of histories and have none.
    pub fn topic(&self) -> Option<Topic<'_>> {
        match self {
            Thing::Base(id) => Some(Topic::Base(id)),
            Thing::Country(iso) => Some(Topic::Country(iso)),
            Thing::Actor(code) => Some(Topic::Actor(code)),
            Thing::Alliance(id) => Some(Topic::Alliance(id)),
            Thing::Mission(id) => Some(Topic::Mission(id)),
            Thing::Event(_) | Thing::Sky(_) => None,
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, id) = match self {
            Thing::Event(id) => ("event", id),
            Thing::Base(id) => ("base", id),
            Thing::Country(iso) => ("country", iso),
            Thing::Sky(id) => ("sky", id),
            Thing::Actor(code) => ("actor", code),
            Thing::Alliance(id) => ("alliance", id),
            Thing::Mission(id) => ("mission", id),
        };
        write!(f, "{kind}:{id}")
    }
}

#[cfg(test)]
mod tests {
    use super::Thing;

    #[test]
    fn a_thing_reads_as_it_is_written() {
        for text in ["event:2022-08-15-x", "sky:a:b", "country:MLI"] {
            let thing = Thing::parse(text).map(|thing| thing.to_string());
            assert_eq!(thing.as_deref(), Some(text));
        }
        for text in ["", "base", "base:", "camp:gao"] {
            assert_eq!(Thing::parse(text), None, "{text}");
        }
    }
}
