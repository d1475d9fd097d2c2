//! The values that fields of facts may have: categories, kinds, standings, qualifiers.
//!
//! Each has the name the files use and a word in both languages.

use crate::lang::{Lang, Words};
use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have the name the files use and words in both languages.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal, $en:literal, $fr:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $id)] $variant,)*
        }

        impl $name {
            /// Every value, in the order they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The name in the files.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id,)* }
            }

            /// The value of a name in the files.
            pub fn from_id(id: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.id() == id)
            }

            /// The word for it.
            pub const fn word(self, lang: Lang) -> &'static str {
                match self { $($name::$variant => Words { en: $en, fr: $fr },)* }.get(lang)
            }
        }
    };
}

named! {
    /// What kind of event.
    Category {
        /// Troops leave.
        Withdrawal = "withdrawal", "Withdrawal", "Retrait";
        /// Troops arrive.
        Deployment = "deployment", "Deployment", "Déploiement";
        /// A sky closes or opens.
        Airspace = "airspace", "Airspace", "Espace aérien";
        /// An alliance forms, changes or ends.
        Alliance = "alliance", "Alliance", "Alliance";
        /// Power is seized.
        Coup = "coup", "Coup", "Coup d’État";
        /// A sanction is imposed or lifted.
        Sanction = "sanction", "Sanction", "Sanction";
        /// Envoys, words and visits.
        Diplomacy = "diplomacy", "Diplomacy", "Diplomatie";
        /// Something is signed.
        Agreement = "agreement", "Agreement", "Accord";
        /// An attack or a battle.
        Attack = "attack", "Attack", "Attaque";
        /// Elections, charters, changes of government.
        Transition = "transition", "Transition", "Transition";
    }
}

named! {
    /// How sure a fact is.
    Confidence {
        /// Several sources or an authoritative one.
        Confirmed = "confirmed", "confirmed", "confirmé";
        /// One source, or an estimate.
        Reported = "reported", "reported", "rapporté";
        /// Sources or parties contradict each other.
        Disputed = "disputed", "disputed", "contesté";
        /// Common knowledge without a source here.
        Unsourced = "unsourced", "unsourced", "sans source";
    }
}

named! {
    /// What kind of base.
    BaseKind {
        /// A main base.
        Main = "main-base", "main base", "base principale";
        /// An air base.
        Air = "air-base", "air base", "base aérienne";
        /// A forward base or outpost.
        Forward = "forward-base", "forward base", "base avancée";
        /// A base for drones.
        Drone = "drone-base", "drone base", "base de drones";
        /// A headquarters.
        Headquarters = "headquarters", "headquarters", "état-major";
        /// A logistics site.
        Logistics = "logistics", "logistics", "logistique";
        /// A training site.
        Training = "training", "training", "formation";
    }
}

named! {
    /// How well the place of a base is known.
    Precise {
        /// A runway or a located camp, within 1 km.
        Exact = "exact", "located", "localisé";
        /// The town only.
        Town = "town", "town only", "ville seulement";
    }
}

named! {
    /// Whom or what a closure stops.
    Traffic {
        /// Everything.
        All = "all", "all traffic", "tout trafic";
        /// Military movements.
        Military = "military", "military", "militaire";
        /// Commercial movements.
        Commercial = "commercial", "commercial", "commercial";
        /// Drones.
        Drones = "drones", "drones", "drones";
        /// Certain movements told in the note.
        Specific = "specific", "certain movements", "certains mouvements";
    }
}

named! {
    /// What a closure is.
    WhichMeasure {
        /// A sky closed or restricted.
        Restriction = "restriction", "sky closed", "ciel fermé";
        /// An opening worth showing.
        Open = "open", "opening", "ouverture";
        /// A land border closed.
        Border = "border", "border closed", "frontière fermée";
        /// An embargo by a group of states.
        Embargo = "embargo", "embargo", "embargo";
        /// Trade stopped.
        Trade = "trade", "trade stopped", "commerce arrêté";
        /// A blockade by an armed group.
        Blockade = "blockade", "blockade", "blocus";
    }
}

named! {
    /// A state's standing in an alliance.
    Standing {
        /// Member in full.
        Member = "member", "member", "membre";
        /// Suspended.
        Suspended = "suspended", "suspended", "suspendu";
        /// Has given notice and is not yet out.
        Withdrawing = "withdrawing", "leaving", "sur le départ";
        /// Observer or partner.
        Observer = "observer", "observer", "observateur";
    }
}

named! {
    /// What kind of alliance.
    AllianceKind {
        /// Political.
        Political = "political", "political", "politique";
        /// Military.
        Military = "military", "military", "militaire";
        /// Economic.
        Economic = "economic", "economic", "économique";
        /// A mission of several states.
        Mission = "mission", "mission", "mission";
    }
}

named! {
    /// How a figure of troops is meant.
    Qualifier {
        /// Rounded.
        About = "about", "about", "environ";
        /// A ceiling.
        UpTo = "up to", "up to", "jusqu’à";
        /// Counted.
        Exact = "exact", "exactly", "exactement";
        /// A floor.
        AtLeast = "at least", "at least", "au moins";
    }
}

named! {
    /// The state of two countries' relations, from best to worst.
    RelationState {
        /// Allied.
        Allied = "allied", "allied", "alliés";
        /// Normal.
        Normal = "normal", "normal", "normales";
        /// Restored after a break.
        Restored = "restored", "restored", "rétablies";
        /// Strained.
        Strained = "strained", "strained", "tendues";
        /// An ambassador recalled.
        Recalled = "ambassador-recalled", "ambassador recalled", "ambassadeur rappelé";
        /// An ambassador expelled.
        Expelled = "ambassador-expelled", "ambassador expelled", "ambassadeur expulsé";
        /// Broken off.
        Broken = "broken", "broken", "rompues";
    }
}

named! {
    /// What a code stands for.
    PartyKind {
        /// A state.
        State = "state", "state", "État";
        /// An organisation of states.
        Organisation = "organisation", "organisation", "organisation";
        /// An armed group.
        ArmedGroup = "armed-group", "armed group", "groupe armé";
        /// A company.
        Company = "company", "company", "société";
        /// A mission that stands for itself.
        Mission = "mission", "mission", "mission";
        /// A region, or everybody.
        Region = "region", "region", "région";
    }
}

/// How a sky is closed, as a map shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SkyClass {
    /// Closed to some.
    Some,
    /// Closed to all.
    All,
}
