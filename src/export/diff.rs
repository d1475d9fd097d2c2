//! What changed between two days, in the shape that scripts rely on: the JSON of the README's manual.
//!
//! What changed is found by `model::Changes`; the text is in `briefing`.

use crate::model::{Changed, Changes, Turn, Turned};
use serde::Serialize;
use serde_json::{Value, json};

/// The changes as JSON; lists sorted, objects in the order of the manual.
pub fn json(changes: &Changes) -> Value {
    let (closed, reopened) = turned(&changes.skies);
    let (shut, open) = turned(&changes.borders);
    let (imposed, lifted) = turned(&changes.sanctions);
    let (started, ended) = turned(&changes.missions);
    json!({
        "from": changes.from,
        "to": changes.to,
        "bases": bases(changes),
        "airspace": {"closed": closed, "reopened": reopened},
        "borders": {"closed": shut, "reopened": open},
        "sanctions": {"imposed": imposed, "lifted": lifted},
        "memberships": pairs(&changes.memberships, ["country", "alliance"]),
        "troops": pairs(&changes.troops, ["force", "country"]),
        "missions": {"started": started, "ended": ended},
        "relations": pairs(&changes.relations, ["a", "b"]),
        "events": changes.events,
    })
}

fn bases(changes: &Changes) -> Value {
    let all = &changes.bases;
    let opened = all.iter().filter(|b| b.from.is_empty());
    let closed = all.iter().filter(|b| b.to.is_empty());
    let handed = all
        .iter()
        .filter(|b| !b.from.is_empty() && !b.to.is_empty());
    json!({
        "opened": opened.map(|b| b.id.as_str()).collect::<Vec<_>>(),
        "closed": closed.map(|b| b.id.as_str()).collect::<Vec<_>>(),
        "handed_over": handed
            .map(|b| json!({"id": b.id, "from": b.from, "to": b.to}))
            .collect::<Vec<_>>(),
    })
}

/// Ids of what began and of what ended.
fn turned(all: &[Turned]) -> (Vec<&str>, Vec<&str>) {
    let of = |turn: Turn| {
        let chosen = all.iter().filter(|t| t.turn == turn);
        chosen.map(|t| t.id.as_str()).collect()
    };
    (of(Turn::Began), of(Turn::Ended))
}

fn pairs<T: Serialize>(all: &[Changed<T>], names: [&str; 2]) -> Vec<Value> {
    let row = |c: &Changed<T>| json!({names[0]: c.pair.0, names[1]: c.pair.1, "from": c.from, "to": c.to});
    all.iter().map(row).collect()
}
