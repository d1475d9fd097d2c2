//! A whole data folder: all files read, all checks made, and then an atlas or all complaints.
//!
//! The same code reads the program's own data, a user's folder and a single file given to `check`.

use super::checks::{self, Known};
use super::own;
use super::records::{Read, read_bases, read_events, read_plain, read_skies};
use super::report::{Complaint, LoadError, Severity};
use super::shipped::Shipped;
use super::source::Source;
use super::topology::{read_level, read_towns};
use crate::lang::Lang;
use crate::model::basemap::{Basemap, Level};
use crate::model::{
    Alliance, Atlas, Base, Closure, Coverage, Credit, Event, Fir, Mission, Party, Relation,
    Sanction, Strength,
};
use serde::Deserialize;
use std::borrow::Cow;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files over this size are refused before they are read.
const LARGEST_BYTES: u64 = 512 * 1024 * 1024;

/// Where the files of an atlas come from.
pub(super) trait Files: Send + Sync {
    /// The text of a file, or why it cannot be read.
    fn read(&self, name: &str) -> Result<Cow<'static, str>, String>;
    /// How complaints name the file.
    fn label(&self, name: &str) -> String;
}

struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Cow<'static, str>, String> {
        read_text(&self.0.join(name)).map(Cow::Owned)
    }

    fn label(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    let size = fs::metadata(path).map_err(|e| e.to_string())?.len();
    if size > LARGEST_BYTES {
        return Err(format!("{size} bytes (at most {LARGEST_BYTES})"));
    }
    let bytes = fs::read(path).map_err(|e| e.to_string())?;
    let text = String::from_utf8(bytes).map_err(|e| format!("text that is not UTF-8: {e}"))?;
    Ok(text
        .strip_prefix('\u{FEFF}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// Reads a folder in the format of `data/README.md`.
///
/// # Errors
/// Every complaint about every file; nothing is half-loaded.
pub fn load_dir(folder: &Path) -> Result<Atlas, LoadError> {
    let files = Arc::new(Folder(folder.to_owned()));
    let mut complaints = Vec::new();
    for number in 0..Basemap::LEVELS {
        let name = level_name(number);
        let read = files
            .read(&name)
            .and_then(|text| read_level(&text).map(drop));
        if let Err(why) = read {
            complaints.push(Complaint::of_file(
                &files.label(&name),
                "a TopoJSON level",
                why,
            ));
        }
    }
    match load(files) {
        Ok(atlas) if complaints.is_empty() => Ok(atlas),
        Ok(_) => Err(LoadError { complaints }),
        Err(mut error) => {
            error.complaints.append(&mut complaints);
            Err(error)
        }
    }
}

fn level_name(number: usize) -> String {
    format!("basemap/level{number}.topojson")
}

/// The texts of a folder, by the name of their file.
struct Texts {
    texts: Vec<(&'static str, String, Cow<'static, str>)>,
}

const NAMES: [&str; 13] = [
    "atlas.json",
    "codes.json",
    "events.geojson",
    "bases.geojson",
    "airspace.geojson",
    "borders.json",
    "sanctions.json",
    "alliances.json",
    "missions.json",
    "troops.json",
    "diplomacy.json",
    "fir.json",
    "basemap/places.geojson",
];

impl Texts {
    fn read(files: &dyn Files, complaints: &mut Vec<Complaint>) -> Texts {
        let mut texts = Vec::new();
        for name in NAMES {
            match files.read(name) {
                Ok(text) => texts.push((name, files.label(name), text)),
                Err(why) => {
                    complaints.push(Complaint::of_file(
                        &files.label(name),
                        "a readable file",
                        why,
                    ));
                }
            }
        }
        Texts { texts }
    }

    /// The source of a file; empty when it could not be read (which has been complained about).
    fn source(&self, name: &str) -> Option<Source<'_>> {
        let (_, label, text) = self.texts.iter().find(|(known, ..)| *known == name)?;
        Some(Source { file: label, text })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta {
    #[serde(rename = "sahelscope")]
    _kind: String,
    data_version: String,
    coverage: Coverage,
    focus: Vec<String>,
    credits: Vec<Credit>,
}

/// Every kind of fact, each record beside its place in its file.
#[derive(Default)]
pub(super) struct Facts<'a> {
    pub events: Read<'a, Event>,
    pub bases: Read<'a, Base>,
    pub skies: Read<'a, Closure>,
    pub borders: Read<'a, Closure>,
    pub sanctions: Read<'a, Sanction>,
    pub alliances: Read<'a, Alliance>,
    pub missions: Read<'a, Mission>,
    pub strengths: Read<'a, Strength>,
    pub relations: Read<'a, Relation>,
    pub firs: Read<'a, Fir>,
    pub parties: Read<'a, Party>,
}

impl<'a> Facts<'a> {
    /// Reads one file into the list of its kind; false when the kind is not one of ours.
    fn read(&mut self, kind: &str, source: Source<'a>, complaints: &mut Vec<Complaint>) -> bool {
        match kind {
            "events/1" => self.events = read_events(source, complaints),
            "bases/1" => self.bases = read_bases(source, complaints),
            "airspace/1" => self.skies = read_skies(source, complaints),
            "borders/1" => self.borders = read_plain(source, kind, complaints),
            "sanctions/1" => self.sanctions = read_plain(source, kind, complaints),
            "alliances/1" => self.alliances = read_plain(source, kind, complaints),
            "missions/1" => self.missions = read_plain(source, kind, complaints),
            "troops/1" => self.strengths = read_plain(source, kind, complaints),
            "diplomacy/1" => self.relations = read_plain(source, kind, complaints),
            "fir/1" => self.firs = read_plain(source, kind, complaints),
            "codes/1" => self.parties = read_plain(source, kind, complaints),
            _ => return false,
        }
        true
    }

    fn put_into(self, atlas: &mut Atlas) {
        fn sorted<T>(read: Read<'_, T>, id_of: impl Fn(&T) -> String) -> Vec<T> {
            let mut facts: Vec<T> = read.into_iter().map(|(_, fact)| fact).collect();
            facts.sort_by_key(|fact| id_of(fact));
            facts
        }
        atlas.events = sorted(self.events, |f| f.id.clone());
        atlas.bases = sorted(self.bases, |f| f.id.clone());
        atlas.skies = sorted(self.skies, |f| f.id.clone());
        atlas.borders = sorted(self.borders, |f| f.id.clone());
        atlas.sanctions = sorted(self.sanctions, |f| f.id.clone());
        atlas.alliances = sorted(self.alliances, |f| f.id.clone());
        atlas.missions = sorted(self.missions, |f| f.id.clone());
        atlas.strengths = sorted(self.strengths, |f| f.id.clone());
        atlas.relations = sorted(self.relations, |f| f.id.clone());
        atlas.firs = sorted(self.firs, |f| f.id.clone());
        let parties = self.parties.into_iter();
        atlas.parties = parties.map(|(_, p)| (p.code.clone(), p)).collect();
    }
}

/// Reads and checks all files, and builds the atlas.
pub(super) fn load(files: Arc<dyn Files>) -> Result<Atlas, LoadError> {
    let mut complaints = Vec::new();
    let texts = Texts::read(files.as_ref(), &mut complaints);
    let meta: Option<Meta> = texts.source("atlas.json").and_then(|source| {
        let read = serde_json::from_str(source.text).map_err(|e| {
            Complaint::of_file(source.file, "the fields of data/README.md", e.to_string())
        });
        read.map_err(|complaint| complaints.push(complaint)).ok()
    });
    let mut facts = Facts::default();
    for name in NAMES {
        let stem = name.split('.').next().unwrap_or(name);
        if let Some(source) = texts.source(name) {
            facts.read(&format!("{stem}/1"), source, &mut complaints);
        }
    }
    let towns = texts
        .source("basemap/places.geojson")
        .map(|source| read_towns(source, &mut complaints))
        .unwrap_or_default();
    let known = Known::of(&facts);
    checks::check(&facts, &known, &mut complaints);
    let refused = complaints.iter().any(|c| c.severity == Severity::Refused);
    let (Some(meta), false) = (meta, refused) else {
        return Err(LoadError { complaints });
    };
    let decode = move |number: usize| {
        let text = files.read(&level_name(number)).unwrap_or_default();
        // A level that vanished since it was checked leaves an empty ground, not a panic.
        read_level(&text).unwrap_or_else(|_| Level::default())
    };
    let basemap = Basemap::new(towns, Box::new(decode));
    let mut atlas = Atlas::empty(meta.data_version, meta.coverage, basemap);
    atlas.focus = meta.focus;
    atlas.credits = meta.credits;
    facts.put_into(&mut atlas);
    Ok(atlas.indexed())
}

/// What is wrong with a file, and how much of it.
#[derive(Debug, Default)]
pub struct Judged {
    /// The complaints that are listed, in the order of the file.
    pub complaints: Vec<Complaint>,
    /// Records that can be used, when the file is one of a user's own.
    pub accepted: Option<u64>,
    /// All refusals, listed or not.
    pub refused: u64,
    /// All repairs.
    pub repaired: u64,
    /// All warnings.
    pub warnings: u64,
}

impl From<Vec<Complaint>> for Judged {
    fn from(complaints: Vec<Complaint>) -> Judged {
        let count = |severity: Severity| {
            let found = complaints.iter().filter(|c| c.severity == severity);
            found.count() as u64
        };
        Judged {
            accepted: None,
            refused: count(Severity::Refused),
            repaired: count(Severity::Repaired),
            warnings: count(Severity::Warning),
            complaints,
        }
    }
}

/// Reads one file by itself, whatever it is, and says what is wrong with it. Files of our own format
/// are checked against the codes and events beside them, or else against those of the program; any
/// other file is read as one of the user's own.
pub fn check_file(path: &Path) -> Judged {
    let label = path.display().to_string();
    if !is_ours(path) {
        return judge(own::Input::File(path), &label);
    }
    match read_text(path) {
        Ok(text) => check_text(&label, &text, &|| neighbours(path)),
        Err(why) => vec![Complaint::of_file(&label, "a readable file", why)].into(),
    }
}

/// Reads a file as one of the user's own.
fn judge(input: own::Input<'_>, label: &str) -> Judged {
    let gazetteer = own::Gazetteer::shipped();
    let options = own::Options {
        gazetteer: Some(&gazetteer),
        ..own::Options::default()
    };
    let report = own::read(input, label, &options).report;
    Judged {
        complaints: report.complaints(label, Lang::En),
        accepted: Some(report.accepted),
        refused: report.refused,
        repaired: report.repaired,
        warnings: report.warnings,
    }
}

/// Does a file say at its head that it is of our format, or a TopoJSON?
fn is_ours(path: &Path) -> bool {
    let mut head = Vec::new();
    let is_file = fs::metadata(path).is_ok_and(|meta| meta.is_file());
    let opened = fs::File::open(path).ok().filter(|_| is_file);
    let read = opened.map(|file| file.take(HEAD_BYTES).read_to_end(&mut head));
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    read.is_some() && is_our_text(head)
}

fn is_our_text(text: &str) -> bool {
    let head: String = text.chars().take(HEAD_BYTES as usize).collect();
    head.starts_with('{') && (head.contains("\"sahelscope\"") || head.contains("\"Topology\""))
}

/// Where files of our format say what they are.
const HEAD_BYTES: u64 = 4096;

/// The same for a text that comes from nowhere; references may point to the program's own records.
pub fn check_loose_text(label: &str, text: &str) -> Judged {
    check_text(label, text, &|| neighbours(Path::new("")))
}

fn check_text(label: &str, text: &str, beside: &dyn Fn() -> Known) -> Judged {
    let source = Source { file: label, text };
    let mut complaints = Vec::new();
    let kind = source.declared_kind();
    let mut facts = Facts::default();
    let ours = kind
        .as_deref()
        .is_some_and(|kind| facts.read(kind, source, &mut complaints));
    match kind.as_deref() {
        Some(_) if ours => {
            let known = Known::of(&facts).or(&beside());
            checks::check(&facts, &known, &mut complaints);
        }
        Some("places/1") => drop(read_towns(source, &mut complaints)),
        Some("atlas/1") => {
            if let Err(error) = serde_json::from_str::<Meta>(text) {
                let expected = "the fields of data/README.md";
                complaints.push(Complaint::of_file(label, expected, error.to_string()));
            }
        }
        Some(_) | None if text.contains("\"Topology\"") => {
            if let Err(why) = read_level(text) {
                complaints.push(Complaint::of_file(label, "a TopoJSON level", why));
            }
        }
        Some("mapping/1") => {
            if let Err(why) = own::Mapping::from_json(text) {
                complaints.push(Complaint::of_file(label, "a mapping", why));
            }
        }
        Some(_) | None => return judge(own::Input::Bytes(text.as_bytes()), label),
    }
    complaints.sort_by_key(|c| (c.line, c.column));
    complaints.into()
}

/// The codes and events beside a file, or those of the program.
fn neighbours(path: &Path) -> Known {
    let folder = Folder(path.parent().map(Path::to_owned).unwrap_or_default());
    let shipped: &dyn Files = &Shipped;
    let mut facts = Known::default();
    for name in ["codes.json", "events.geojson"] {
        let text = folder.read(name).or_else(|_| shipped.read(name));
        let Ok(text) = text else { continue };
        let source = Source {
            file: name,
            text: &text,
        };
        let mut read = Facts::default();
        let kind = source.declared_kind().unwrap_or_default();
        read.read(&kind, source, &mut Vec::new());
        facts = facts.or(&Known::of(&read));
    }
    facts
}
