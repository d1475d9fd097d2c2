//! Which days a film shows, and for how long: even steps or eased ones, and stops on days of events.
//!
//! Events of note are of the chosen kinds, known to the day, and in or about a focus country; an event
//! of no focus country is news elsewhere and does not stop the film.

use crate::calendar::{Date, Precision, date_of_day_number, day_number};
use crate::model::{Atlas, Category, Event};
use crate::scene::film::Telling;
use std::collections::BTreeSet;

/// More frames than this are refused, whatever is confirmed.
pub const MOST_FRAMES: u64 = 100_000;
/// What stands for so many seconds or longer can be read.
const READABLE_SECONDS: f32 = 0.5;
/// Days of a month, on average.
const MONTH_DAYS: f32 = 30.44;

/// The time between two frames.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// So many days.
    Days(u32),
    /// So many months: the same day of the month, or the last one of a shorter month.
    Months(u32),
    /// To the next day on which something happened in or about a focus country.
    Events,
}

/// How time passes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ease {
    /// Each frame a step after the one before.
    #[default]
    Even,
    /// As many frames, slower where the film begins, stops and ends.
    Gentle,
}

/// What is asked of a film's time.
#[derive(Clone, PartialEq, Debug)]
pub struct Pace {
    /// The first day.
    pub from: Date,
    /// The last day; it is always shown.
    pub to: Date,
    /// From one frame to the next.
    pub step: Step,
    /// How time passes.
    pub ease: Ease,
    /// Ticks a second; a frame stands for one tick.
    pub fps: u32,
    /// Ticks for which the film stays on a day of an event of note, and on its last day; 0 does not stop.
    pub hold_ticks: u32,
    /// The kinds of event that it stops for.
    pub hold_on: Vec<Category>,
}

/// One frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shot {
    /// The day it shows.
    pub date: Date,
    /// For how many ticks.
    pub ticks: u32,
    /// Can it be read?
    pub telling: Telling,
    /// Does the film stay on it for an event?
    pub is_stop: bool,
}

/// Why a pace gives no film.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaceError {
    /// The end is before the beginning.
    #[error("expected a last day that is not before the first, found {from} to {to}")]
    Backwards {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// A step of nothing.
    #[error("expected a step of at least one day")]
    NoStep,
    /// Nothing a second.
    #[error("expected at least one frame a second")]
    NoRate,
    /// Too long.
    #[error(
        "{0} frames are more than the {MOST_FRAMES} that a film may have; choose a longer step"
    )]
    TooMany(u64),
}

/// The frames of a film.
///
/// # Errors
/// When the pace cannot be kept.
pub fn shots(
    pace: &Pace,
    atlas: &Atlas,
    hidden: &BTreeSet<String>,
) -> Result<Vec<Shot>, PaceError> {
    if pace.to < pace.from {
        let (from, to) = (pace.from, pace.to);
        return Err(PaceError::Backwards { from, to });
    }
    let step_days = match pace.step {
        Step::Days(0) | Step::Months(0) => return Err(PaceError::NoStep),
        Step::Days(days) => days as f32,
        Step::Months(months) => months as f32 * MONTH_DAYS,
        // There are no more frames than days, and none that takes long.
        Step::Events => 1.0,
    };
    if pace.fps == 0 {
        return Err(PaceError::NoRate);
    }
    let days = day_number(pace.to) - day_number(pace.from);
    let about = (days as f32 / step_days) as u64 + 1;
    if about > MOST_FRAMES {
        return Err(PaceError::TooMany(about));
    }
    let stops = stops(pace, atlas, hidden);
    let mut dates: BTreeSet<Date> = match (pace.step, pace.ease) {
        (Step::Events, Ease::Even | Ease::Gentle) => days_of(pace, atlas, hidden, Category::ALL),
        (Step::Days(_) | Step::Months(_), Ease::Even) => even(pace),
        (Step::Days(_) | Step::Months(_), Ease::Gentle) => gentle(pace, &stops, step_days),
    };
    dates.extend([pace.from, pace.to]);
    dates.extend(&stops);
    let readable = (pace.fps as f32 * READABLE_SECONDS).ceil() as u32;
    let shots = dates.into_iter().map(|date| {
        let is_stop = stops.contains(&date);
        let stays = is_stop || date == pace.to;
        let ticks = if stays { pace.hold_ticks.max(1) } else { 1 };
        let telling = if ticks >= readable {
            Telling::Story
        } else {
            Telling::Running
        };
        Shot {
            date,
            ticks,
            telling,
            is_stop,
        }
    });
    Ok(shots.collect())
}

/// Days of events of note.
fn stops(pace: &Pace, atlas: &Atlas, hidden: &BTreeSet<String>) -> BTreeSet<Date> {
    if pace.hold_ticks == 0 {
        return BTreeSet::new();
    }
    days_of(pace, atlas, hidden, &pace.hold_on)
}

/// Days of events of those kinds that are known to the day.
fn days_of(
    pace: &Pace,
    atlas: &Atlas,
    hidden: &BTreeSet<String>,
    kinds: &[Category],
) -> BTreeSet<Date> {
    let of_note = |event: &&Event| {
        let concerns = |iso: &String| atlas.is_focus(iso);
        let key = format!("category:{}", event.category.id());
        kinds.contains(&event.category)
            && event.date.precision() == Precision::Day
            && event.countries.iter().chain(&event.targets).any(concerns)
            && !hidden.contains(&key)
    };
    let days = atlas.events.iter().filter(of_note).map(|e| e.date.first());
    days.filter(|day| (pace.from..=pace.to).contains(day))
        .collect()
}

fn even(pace: &Pace) -> BTreeSet<Date> {
    let nth = |n: u32| match pace.step {
        Step::Days(days) => {
            let ahead = i64::from(days) * i64::from(n);
            let day = i64::from(day_number(pace.from)) + ahead;
            i32::try_from(day).ok().map(date_of_day_number)
        }
        Step::Months(months) => {
            let ahead = jiff::Span::new()
                .try_months(i64::from(months) * i64::from(n))
                .ok()?;
            pace.from.checked_add(ahead).ok()
        }
        Step::Events => None,
    };
    let dates = (0..).map_while(nth);
    dates.take_while(|date| *date <= pace.to).collect()
}

/// From each stop to the next as many frames as even steps would take, the first and last ones closer
/// together.
fn gentle(pace: &Pace, stops: &BTreeSet<Date>, step_days: f32) -> BTreeSet<Date> {
    let mut marks: BTreeSet<i32> = stops.iter().map(|d| day_number(*d)).collect();
    marks.extend([day_number(pace.from), day_number(pace.to)]);
    let marks: Vec<i32> = marks.into_iter().collect();
    let mut dates = BTreeSet::new();
    for pair in marks.windows(2) {
        let days = (pair[1] - pair[0]) as f32;
        let frames = (days / step_days).round().max(1.0) as u32;
        for frame in 0..=frames {
            let t = frame as f32 / frames as f32;
            let eased = t * t * (3.0 - 2.0 * t);
            dates.insert(date_of_day_number(pair[0] + (days * eased).round() as i32));
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn pace(from: &str, to: &str, step: Step) -> Pace {
        Pace {
            from: date(from),
            to: date(to),
            step,
            ease: Ease::Even,
            fps: 10,
            hold_ticks: 0,
            hold_on: vec![Category::Coup],
        }
    }

    fn days(pace: &Pace) -> Result<Vec<Shot>, PaceError> {
        let atlas = crate::data::shipped().expect("the shipped data");
        shots(pace, &atlas, &BTreeSet::new())
    }

    #[track_caller]
    fn check(from: &str, to: &str, step: Step, expected: &[&str]) {
        let shots = days(&pace(from, to, step)).expect("a film");
        let found: Vec<String> = shots.iter().map(|s| s.date.to_string()).collect();
        assert_eq!(found, expected);
        assert!(
            shots
                .iter()
                .all(|s| s.ticks == 1 && s.telling == Telling::Running)
        );
    }

    #[test]
    fn months_keep_their_day_and_the_last_day_is_shown() {
        let expected = ["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-10"];
        check("2022-01-31", "2022-04-10", Step::Months(1), &expected);
    }

    #[test]
    fn days_step_evenly() {
        let expected = ["2022-01-01", "2022-01-08", "2022-01-15"];
        check("2022-01-01", "2022-01-15", Step::Days(7), &expected);
        check("2022-01-01", "2022-01-01", Step::Days(7), &["2022-01-01"]);
    }

    #[test]
    fn steps_from_event_to_event_show_the_days_of_events() {
        let shots = days(&pace("2020-08-01", "2020-09-01", Step::Events)).expect("a film");
        let has = |text: &str| shots.iter().any(|s| s.date == date(text));
        assert!(has("2020-08-01") && has("2020-08-18") && has("2020-09-01"));
        assert!(!has("2020-08-02") && shots.len() < 25, "{}", shots.len());
    }

    #[test]
    fn a_film_stops_on_days_of_events() {
        let mut pace = pace("2020-08-01", "2020-09-01", Step::Months(1));
        pace.hold_ticks = 10;
        let shots = days(&pace).expect("a film");
        let stop = shots.iter().find(|s| s.is_stop).expect("the coup in Mali");
        assert_eq!((stop.date, stop.ticks), (date("2020-08-18"), 10));
        assert_eq!(stop.telling, Telling::Story);
        assert_eq!(
            shots.last().map(|s| s.ticks),
            Some(10),
            "and on the last day"
        );
        pace.hold_on.clear();
        assert_eq!(days(&pace).expect("a film").len(), 2);
    }

    #[test]
    fn gentle_time_is_slow_at_the_ends_and_shows_as_much() {
        let even = pace("2022-01-01", "2022-12-31", Step::Days(7));
        let gentle = Pace {
            ease: Ease::Gentle,
            ..even.clone()
        };
        let (even, gentle) = (days(&even).expect("even"), days(&gentle).expect("gentle"));
        assert!(gentle.len().abs_diff(even.len()) <= 2);
        let step =
            |shots: &[Shot], i: usize| day_number(shots[i + 1].date) - day_number(shots[i].date);
        assert!(step(&gentle, 0) < 3 && step(&gentle, gentle.len() / 2) > 7);
    }

    #[test]
    fn what_is_no_film_is_refused() {
        let refused = |from: &str, to: &str, step: Step| days(&pace(from, to, step)).err();
        let backwards = refused("2022-01-02", "2022-01-01", Step::Days(1));
        assert!(matches!(backwards, Some(PaceError::Backwards { .. })));
        for step in [Step::Days(0), Step::Months(0)] {
            assert_eq!(
                refused("2022-01-01", "2022-01-02", step),
                Some(PaceError::NoStep)
            );
        }
        let endless = refused("0001-01-01", "9999-12-31", Step::Days(1));
        assert!(matches!(endless, Some(PaceError::TooMany(_))));
        let huge = days(&pace("2022-01-01", "2023-01-01", Step::Months(u32::MAX)));
        assert_eq!(huge.map(|s| s.len()), Ok(2));
    }
}
