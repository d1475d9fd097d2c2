//! The lanes of the time panel: which are folded, and whether the curve of troops stands behind them.
//!
//! What they hold and how they are drawn is the panel's.

use std::collections::BTreeSet;

/// A lane of the time panel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LaneKind {
    /// Closed skies.
    Airspace,
    /// Standings in alliances.
    Alliances,
    /// Withdrawals and deployments.
    Troops,
    /// Events about airspace and alliances.
    Pacts,
    /// Coups, attacks and transitions.
    Power,
    /// Diplomacy, agreements and sanctions.
    Diplomacy,
}

impl LaneKind {
    /// All of them, from the top.
    pub const ALL: [LaneKind; 6] = [
        LaneKind::Airspace,
        LaneKind::Alliances,
        LaneKind::Troops,
        LaneKind::Pacts,
        LaneKind::Power,
        LaneKind::Diplomacy,
    ];

    /// The name in saved settings.
    pub const fn id(self) -> &'static str {
        match self {
            LaneKind::Airspace => "airspace",
            LaneKind::Alliances => "alliances",
            LaneKind::Troops => "troops",
            LaneKind::Pacts => "pacts",
            LaneKind::Power => "power",
            LaneKind::Diplomacy => "diplomacy",
        }
    }

    /// The lane of a name in saved settings.
    pub fn from_id(id: &str) -> Option<LaneKind> {
        LaneKind::ALL.into_iter().find(|lane| lane.id() == id)
    }
}

/// How the lanes are shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Lanes {
    /// Those that are folded to a line.
    pub folded: BTreeSet<LaneKind>,
    /// Does the curve of foreign troops stand behind them?
    pub troop_curve: bool,
}

impl Default for Lanes {
    fn default() -> Self {
        Lanes {
            folded: BTreeSet::new(),
            troop_curve: true,
        }
    }
}

/// What can be done to the lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LanesAction {
    /// Fold a lane, or open it.
    Toggle(LaneKind),
    /// Show the curve of foreign troops, or not.
    ToggleTroopCurve,
}

impl Lanes {
    pub(super) fn apply(&mut self, action: LanesAction) {
        match action {
            LanesAction::Toggle(lane) => {
                if !self.folded.remove(&lane) {
                    self.folded.insert(lane);
                }
            }
            LanesAction::ToggleTroopCurve => self.troop_curve = !self.troop_curve,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_folds_and_opens() {
        let mut lanes = Lanes::default();
        for folded in [true, false] {
            lanes.apply(LanesAction::Toggle(LaneKind::Pacts));
            assert_eq!(lanes.folded.contains(&LaneKind::Pacts), folded);
        }
    }

    #[test]
    fn names_lead_back_to_their_lanes() {
        for lane in LaneKind::ALL {
            assert_eq!(LaneKind::from_id(lane.id()), Some(lane));
        }
    }
}
