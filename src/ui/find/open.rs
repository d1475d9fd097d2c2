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
        Kind::Mission => go_into(shown, atlas.missions.get(at)?.span(), actions),
        Kind::Alliance => {
            let alliance = atlas.alliances.get(at)?;
            actions.push(Action::Map(MapAction::SetTheme(CountryTheme::Alliance)));
            let span = Span {
                from: alliance.formed,
                to: alliance.dissolved,
            };
            go_into(shown, span, actions);
        }
        Kind::Actor => {
            let code = &atlas.parties.values().nth(at)?.code;
            let concerned = atlas
                .events
                .iter()
                .filter(|event| event.actors.contains(code) || event.targets.contains(code));
            match concerned.min_by_key(|event| (event.date.first(), &event.id)) {
                Some(event) => shown.open_event(event, actions),
                None => go_to_first_base(shown, code, actions),
            }
        }
        Kind::Town => {
            let town = atlas.basemap.towns.get(at)?;
            let place = town.position.to_map();
            actions.push(Action::Map(MapAction::CenterOn(place, NEAR_ZOOM)));
        }
    }
    Some(())
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

fn go_to_first_base(shown: &Shown<'_>, code: &str, actions: &mut Vec<Action>) {
    let periods = shown.atlas.bases.iter().flat_map(|base| {
        let own = base.periods.iter().filter(|t| t.operator == *code);
        own.filter_map(|t| Some((t.from?.first(), &base.id)))
    });
    if let Some((day, id)) = periods.min() {
        actions.push(Action::Select(Some(Selected::Base(id.clone()))));
        actions.push(Action::Time(TimeAction::Goto(day)));
    }
}
