//! What choosing a result does: the day, the selection and the place on the map it leads to.
//!
//! It pushes actions and remembers nothing.

use crate::calendar::{PartialDate, Span};
use crate::model::search::{Kind, Thing};
use crate::state::{Action, MapAction, Selected, TimeAction};
use crate::style::CountryTheme;
use crate::ui::shown::Shown;

/// How near the map comes to a place that was searched for.
const NEAR_ZOOM: f64 = 7.0;

/// Opens a thing; nothing when the atlas has no such thing.
pub fn open(shown: &Shown<'_>, thing: Thing, actions: &mut Vec<Action>) -> Option<()> {
    let (atlas, at) = (shown.atlas, thing.at);
    let select = |selected| Action::Select(Some(selected));
    match thing.kind {
        Kind::Event => shown.open_event(atlas.events.get(at)?, actions),
        Kind::Base => {
            let base = atlas.bases.get(at)?;
            actions.push(select(Selected::Base(base.id.clone())));
            let place = base
                .position
                .map(|p| MapAction::CenterOn(p.to_map(), NEAR_ZOOM));
            actions.extend(place.map(Action::Map));
        }
        Kind::Country => {
            let country = atlas.basemap.level(2).countries.get(at)?;
            actions.push(select(Selected::Country(country.iso.clone())));
        }
        Kind::Sky => {
            let sky = atlas.skies.get(at)?;
            actions.push(select(Selected::Sky(sky.id.clone())));
            go_into(shown, sky.span(), actions);
        }
        Kind::Mission => {
            let mission = atlas.missions.get(at)?;
            actions.push(select(Selected::Mission(mission.id.clone())));
            go_to_life(shown, mission.span(), actions);
        }
        Kind::Alliance => {
            let alliance = atlas.alliances.get(at)?;
            actions.push(select(Selected::Alliance(alliance.id.clone())));
            actions.push(Action::Map(MapAction::SetTheme(CountryTheme::Alliance)));
            let span = Span {
                from: alliance.formed,
                to: alliance.dissolved,
            };
            go_to_life(shown, span, actions);
        }
        Kind::Actor => {
            let code = &atlas.parties.values().nth(at)?.code;
            actions.push(select(Selected::Actor(code.clone())));
        }
        Kind::Town => {
            let town = atlas.basemap.towns.get(at)?;
            let place = town.position.to_map();
            actions.push(Action::Map(MapAction::CenterOn(place, NEAR_ZOOM)));
        }
    }
    Some(())
}

/// Goes to the first day of a span, unless the shown day lies in it: then its history is told from there.
fn go_to_life(shown: &Shown<'_>, span: Span, actions: &mut Vec<Action>) {
    if !span.contains(shown.state.time.date) {
        go_into(shown, span, actions);
    }
}

/// Goes to the first day of a span; when that lies before the record, only if the shown day is outside
/// the span.
fn go_into(shown: &Shown<'_>, span: Span, actions: &mut Vec<Action>) {
    let time = &shown.state.time;
    let Some(first) = span.from.map(PartialDate::first) else {
        return;
    };
    if first >= time.first_day || !span.contains(time.date) {
        actions.push(Action::Time(TimeAction::Goto(first)));
    }
}
