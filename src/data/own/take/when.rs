//! When a record was: its cells of dates, ends, parts of dates and precision.
//!
//! An order of day and month that is not known is assumed here and counted; whether it holds is decided
//! when the whole file has been read.

use super::{EXAMPLES, Record, Stop, Taker};
use crate::data::own::mapping::{Codebook, DateOrder, OpenEnd};
use crate::data::own::note::{Fault, Wanted};
use crate::data::own::plan::{Order, TimePlan};
use crate::data::own::{codes, dates};
use crate::data::report::Severity;
use crate::model::layer::{Grain, Span, When};

impl Taker<'_> {
    pub(super) fn when(&mut self, record: &Record<'_>) -> Result<When, Stop> {
        let when = match self.plan.time {
            TimePlan::Nothing => return Ok(When::Undated),
            TimePlan::Dates { from, to, open } => self.dates(record, from, to, open)?,
            TimePlan::Ends { to } => match self.date(record, to)? {
                Some(When::Some(span, grain) | When::All(span, [_, grain])) => {
                    let span = Span {
                        from: i32::MIN,
                        ..span
                    };
                    When::All(span, [Grain::Day, grain])
                }
                Some(When::Undated) | None => When::Undated,
            },
            TimePlan::Parts { year, .. } => self.parts(record, year)?,
        };
        let Some(at) = self.plan.date_precision else {
            return Ok(when);
        };
        let cell = record.cell(at);
        match (codes::grain(cell, self.plan.codebook), when) {
            (Some(Grain::Day), _) => Ok(when),
            (Some(grain), When::Some(span, Grain::Day)) => Ok(match self.plan.codebook {
                Some(Codebook::UcdpGed) => When::Some(span, grain),
                Some(Codebook::Acled) | None => {
                    let (span, grain) = dates::widened(span.from, grain);
                    When::Some(span, grain)
                }
            }),
            (Some(_), _) => Ok(when),
            (None, _) if cell.trim().is_empty() => Ok(when),
            (None, _) => {
                let (line, column) = record.position(Some(at));
                let fault = Fault::quoting(self.name(at), Wanted::Precision, cell);
                self.report.say(Severity::Warning, line, column, fault);
                Ok(when)
            }
        }
    }

    fn dates(
        &mut self,
        record: &Record<'_>,
        from: usize,
        to: Option<usize>,
        open: OpenEnd,
    ) -> Result<When, Stop> {
        let start = self.date(record, from)?;
        let end = match to {
            Some(to) => self.date(record, to)?,
            None => None,
        };
        let ucdp = self.plan.codebook == Some(Codebook::UcdpGed);
        Ok(match (start, end) {
            (None | Some(When::Undated), None | Some(When::Undated)) => {
                self.once(record, from, Wanted::SomeDate);
                When::Undated
            }
            (Some(start), None | Some(When::Undated)) => match (start, to, open) {
                (When::Some(span, grain), Some(_), OpenEnd::Ongoing) => {
                    let to = i32::MAX;
                    When::All(Span { to, ..span }, [grain, Grain::Day])
                }
                (start, ..) => start,
            },
            (None | Some(When::Undated), Some(end)) => {
                let (_, to) = end.days();
                When::All(Span { from: i32::MIN, to }, [Grain::Day, grains(end)[1]])
            }
            (Some(start), Some(end)) => {
                let (span, grain) = joined(start, end);
                if span.to < span.from {
                    let at = to.unwrap_or(from);
                    let fault =
                        Fault::quoting(self.name(at), Wanted::EndAfterStart, record.cell(at));
                    return Err((Some(at), fault));
                }
                match (start, end) {
                    _ if ucdp => When::Some(span, Grain::Day),
                    (When::Some(a, _), When::Some(b, _)) if a == b => start,
                    _ => When::All(span, grain),
                }
            }
        })
    }

    fn parts(&mut self, record: &Record<'_>, year: usize) -> Result<When, Stop> {
        let TimePlan::Parts {
            month, day, week, ..
        } = self.plan.time
        else {
            return Ok(When::Undated);
        };
        let part = |at: usize| -> Result<Option<i16>, Stop> {
            let cell = record.cell(at).trim();
            let plain = cell.strip_suffix(".0").unwrap_or(cell);
            if plain.is_empty() {
                return Ok(None);
            }
            let bad = || (Some(at), Fault::quoting(self.name(at), Wanted::Date, cell));
            plain.parse().map(Some).map_err(|_| bad())
        };
        let get = |at: Option<usize>| at.map_or(Ok(None), part);
        let Some(y) = part(year)? else {
            self.once(record, year, Wanted::SomeDate);
            return Ok(When::Undated);
        };
        let (m, d, w) = (get(month)?, get(day)?, get(week)?);
        let text = match (m, d) {
            (Some(m), Some(d)) => format!("{y:04}-{m:02}-{d:02}"),
            (Some(m), None) => format!("{y:04}-{m:02}"),
            (None, _) => format!("{y:04}"),
        };
        let read = match (m, w) {
            (None, Some(w)) => dates::week_days(y, w, None),
            (Some(_), _) | (None, None) => {
                crate::calendar::parse_date(&text).ok().map(dates::days_of)
            }
        };
        match read {
            Some(dates::Cell::Days(span, grain)) => Ok(When::Some(span, grain)),
            Some(dates::Cell::Interval(_) | dates::Cell::Either { .. }) | None => Err((
                Some(year),
                Fault::quoting(self.name(year), Wanted::Date, &text),
            )),
        }
    }

    /// A cell as a date; `None` when it is empty.
    fn date(&mut self, record: &Record<'_>, at: usize) -> Result<Option<When>, Stop> {
        let cell = record.cell(at).trim();
        if cell.is_empty() || cell == "null" {
            return Ok(None);
        }
        if let Some(list) = cell.strip_prefix('[').and_then(|c| c.strip_suffix(']')) {
            return self.list(record, at, list).map(Some);
        }
        self.one_date(record, at, cell).map(Some)
    }

    /// `["2020-01-01", "2020-02-01"]`: from the first to the last.
    fn list(&mut self, record: &Record<'_>, at: usize, list: &str) -> Result<When, Stop> {
        let mut dates = list
            .split(',')
            .map(|d| d.trim().trim_matches('"'))
            .filter(|d| !d.is_empty());
        let Some(first) = dates.next() else {
            return Ok(When::Undated);
        };
        let start = self.one_date(record, at, first)?;
        let Some(last) = dates.next_back() else {
            return Ok(start);
        };
        let end = self.one_date(record, at, last)?;
        let (span, grain) = joined(start, end);
        if span.to < span.from {
            return Err((
                Some(at),
                Fault::quoting(self.name(at), Wanted::EndAfterStart, last),
            ));
        }
        Ok(if start == end {
            start
        } else {
            When::All(span, grain)
        })
    }

    fn one_date(&mut self, record: &Record<'_>, at: usize, cell: &str) -> Result<When, Stop> {
        let name = self.name(at);
        let stop = |wanted| (Some(at), Fault::quoting(name, wanted, cell));
        let (read, aside) = dates::read(cell).map_err(|bad| {
            stop(match bad {
                dates::Bad::NotADate => Wanted::Date,
                dates::Bad::ShortYear => Wanted::FullYear,
            })
        })?;
        if let Some(order) = aside.order {
            if let Order::Known(known) = self.plan.order
                && known != order
            {
                return Err(stop(Wanted::DateInOrder));
            }
            match order {
                DateOrder::DayMonth => self.evidence.day_month += 1,
                DateOrder::MonthDay => self.evidence.month_day += 1,
            }
            self.evidence.column = Some(at);
        }
        if aside.time {
            self.once(record, at, Wanted::CivilDate);
        }
        if aside.epoch {
            self.once(record, at, Wanted::Epoch);
        }
        Ok(match read {
            dates::Cell::Days(span, grain) => When::Some(span, grain),
            dates::Cell::Interval([(a, from), (b, to)]) => {
                let span = Span {
                    from: a.from,
                    to: b.to,
                };
                if span.to < span.from {
                    return Err(stop(Wanted::EndAfterStart));
                }
                When::All(span, [from, to])
            }
            dates::Cell::Either {
                day_month,
                month_day,
            } => {
                self.evidence.either += 1;
                self.evidence.column = Some(at);
                if self.evidence.examples.len() < EXAMPLES {
                    self.evidence.examples.push(cell.to_owned());
                }
                let (Order::Known(order) | Order::Assumed(order)) = self.plan.order;
                When::day(match order {
                    DateOrder::DayMonth => day_month,
                    DateOrder::MonthDay => month_day,
                })
            }
        })
    }
}

fn grains(when: When) -> [Grain; 2] {
    match when {
        When::Undated => [Grain::Day; 2],
        When::Some(_, grain) => [grain; 2],
        When::All(_, grains) => grains,
    }
}

/// From the start of one to the end of another.
fn joined(start: When, end: When) -> (Span, [Grain; 2]) {
    let span = Span {
        from: start.days().0,
        to: end.days().1,
    };
    (span, [grains(start)[0], grains(end)[1]])
}
