//! Holds the sources to the architecture: which room may use which, where egui, walkers, colours and
//! clocks may appear, and how long files and functions may be.
//!
//! It reads tokens, not types. A fault hidden by a macro, or a name brought in by another name, passes
//! unseen: this guards against drift, not against cunning. What stands below a `#[cfg(test)]` module
//! at the margin, or in a file called `tests.rs`, is not judged.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in reading order, each with the other rooms of ours that it may use.
const ROOMS: &[(&str, &str)] = &[
    ("geo", ""),
    ("calendar", "lang"),
    ("lang", ""),
    ("style", ""),
    ("model", "geo calendar lang"),
    ("data", "geo calendar lang model"),
    ("scene", "geo calendar lang style model"),
    ("story", "calendar lang model"),
    ("state", "geo calendar lang style model story"),
    ("export", PICTURE),
    ("cli", FRONT),
    ("ui", FRONT),
    ("app", SHELL),
];
/// What turns a picture into bytes may use everything that makes one.
const PICTURE: &str = "geo calendar lang style model data scene story state";
/// The two fronts, command line and panels, know nothing of each other.
const FRONT: &str = "geo calendar lang style model data scene story state export";
/// Everything but the command line.
const SHELL: &str = "geo calendar lang style model data scene story state export ui";

/// The one file that may name walkers.
const WALKERS_FILE: &str = "src/ui/map/gestures.rs";
/// The rooms that may name egui and eframe.
const EGUI_ROOMS: &[&str] = &["ui", "app"];
/// The rooms that may read clocks and files, start threads and draw lots; `main.rs` may as well.
const CLOCK_ROOMS: &[&str] = &["app", "cli", "data", "export"];
/// The room with the only colour numbers.
const COLOUR_ROOM: &str = "style";
/// Lines a file may have before its tests.
const MAX_FILE_LINES: usize = 500;
/// Lines a function may have, from `fn` to its closing brace.
const MAX_FUNCTION_LINES: usize = 100;

/// Something that breaks the architecture, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    file: String,
    line: usize,
    what: String,
}

#[test]
fn sources_keep_to_the_architecture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    assert!(!files.is_empty(), "no source file under src/");
    let mut faults = BTreeSet::new();
    for path in files {
        let name = path.strip_prefix(root).expect("found below the root");
        let name = name.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("a source file is readable UTF-8");
        faults.extend(faults_in(&name, &text));
    }
    let lib = fs::read_to_string(root.join("src/lib.rs")).unwrap_or_default();
    faults.extend(faults_in_tour(&lib));
    let list: Vec<String> = faults
        .iter()
        .map(|fault| format!("{}:{}: {}", fault.file, fault.line, fault.what))
        .collect();
    assert!(
        list.is_empty(),
        "{} faults:\n{}",
        list.len(),
        list.join("\n")
    );
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a source folder is readable") {
        let path = entry.expect("a folder entry is readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// The architecture's text must stand at the head of `lib.rs` and name every room as `` `room` ``.
fn faults_in_tour(lib: &str) -> Vec<Fault> {
    let head: String = lib
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .collect();
    ROOMS
        .iter()
        .filter(|(room, _)| !head.contains(&format!("`{room}`")))
        .map(|(room, _)| Fault {
            file: "src/lib.rs".into(),
            line: 1,
            what: format!("the `//!` text does not speak of the room `{room}`"),
        })
        .collect()
}

/// Everything wrong with one file. `file` is its path from the root, with forward slashes.
fn faults_in(file: &str, text: &str) -> BTreeSet<Fault> {
    let mut found: Vec<(usize, String)> = Vec::new();
    if !text.starts_with("//!") {
        found.push((1, "does not open with `//!`".into()));
    }
    if !file.ends_with("/tests.rs") {
        let code = before_tests(text);
        let lines = code.lines().count();
        if lines > MAX_FILE_LINES {
            found.push((
                lines,
                format!("{lines} lines before the tests, {MAX_FILE_LINES} at most"),
            ));
        }
        let tokens = tokens(code);
        let home = Home::of(file);
        let paths = paths(&tokens);
        room_faults(&home, &paths, &mut found);
        clock_faults(&home, &paths, &mut found);
        toolkit_faults(&home, &tokens, &mut found);
        colour_faults(&home, &tokens, &mut found);
        shortcut_faults(&tokens, &mut found);
        length_faults(&tokens, &mut found);
    }
    found
        .into_iter()
        .map(|(line, what)| Fault {
            file: file.into(),
            line,
            what,
        })
        .collect()
}

/// The text above the first test module that stands at the margin.
fn before_tests(text: &str) -> &str {
    let mut start = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let opens_module = lines
            .peek()
            .is_some_and(|next| next.starts_with("mod ") && next.contains('{'));
        if line.starts_with("#[cfg(test)]") && opens_module {
            return &text[..start];
        }
        start += line.len();
    }
    text
}

/// Where a file stands in the house.
struct Home<'a> {
    file: &'a str,
    /// `None` for `lib.rs` and `main.rs`, which may use every room.
    room: Option<&'a str>,
    /// How many `super::` lead from this file's module to the root of the crate.
    depth: usize,
}

impl<'a> Home<'a> {
    fn of(file: &'a str) -> Home<'a> {
        let inner = file.strip_prefix("src/").unwrap_or(file);
        let inner = inner.strip_suffix(".rs").unwrap_or(inner);
        let inner = inner.strip_suffix("/mod").unwrap_or(inner);
        if inner == "lib" || inner == "main" {
            return Home {
                file,
                room: None,
                depth: 0,
            };
        }
        Home {
            file,
            room: inner.split('/').next(),
            depth: inner.split('/').count(),
        }
    }

    fn is_in(&self, rooms: &[&str]) -> bool {
        self.room.is_some_and(|room| rooms.contains(&room))
    }
}

fn room_faults(home: &Home, paths: &[Named], found: &mut Vec<(usize, String)>) {
    let Some(room) = home.room else { return };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        found.push((1, format!("`{room}` is not a room of the architecture")));
        return;
    };
    for path in paths {
        let Some(target) = path.under_root(home.depth) else {
            continue;
        };
        let is_room = ROOMS.iter().any(|(name, _)| *name == target);
        if is_room && target != room && !allowed.split(' ').any(|name| name == target) {
            found.push((path.line, format!("`{room}` may not use `{target}`")));
        }
        if target == "*" {
            found.push((
                path.line,
                "takes in the whole crate with `*`; name the rooms".into(),
            ));
        }
    }
}

fn clock_faults(home: &Home, paths: &[Named], found: &mut Vec<(usize, String)>) {
    const FORBIDDEN: &[&[&str]] = &[
        &["SystemTime"],
        // `Instant` alone may well be a word of ours.
        &["time", "Instant"],
        &["Instant", "now"],
        &["Zoned", "now"],
        &["Timestamp", "now"],
        &["std", "thread"],
        &["std", "fs"],
    ];
    if home.is_in(CLOCK_ROOMS) || home.file == "src/main.rs" {
        return;
    }
    for path in paths {
        let segments: Vec<&str> = path.segments.iter().map(String::as_str).collect();
        for forbidden in FORBIDDEN {
            if segments.windows(forbidden.len()).any(|w| w == *forbidden) {
                found.push((path.line, format!("`{}` in the core", forbidden.join("::"))));
            }
        }
        if segments[0] == "rand" && (segments.len() > 1 || path.imported) {
            found.push((path.line, "`rand` in the core".into()));
        }
    }
}

fn toolkit_faults(home: &Home, tokens: &[Token], found: &mut Vec<(usize, String)>) {
    for token in tokens.iter().filter(|token| token.kind == Kind::Word) {
        let name = token.text.as_str();
        if name == "walkers" && home.file != WALKERS_FILE {
            found.push((token.line, format!("walkers outside {WALKERS_FILE}")));
        }
        let is_egui = name == "egui" || name == "eframe" || name.starts_with("egui_");
        if is_egui && !home.is_in(EGUI_ROOMS) {
            found.push((token.line, format!("`{name}` outside `ui` and `app`")));
        }
    }
}

fn colour_faults(home: &Home, tokens: &[Token], found: &mut Vec<(usize, String)>) {
    if home.is_in(&[COLOUR_ROOM]) {
        return;
    }
    for (i, token) in tokens.iter().enumerate() {
        let maker = match token.kind {
            Kind::Text if has_hex_colour(&token.text) => Some("a `#rrggbb` text"),
            Kind::Word if token.text == "Color32" => Some("`Color32::from_`"),
            Kind::Word if token.text == "Color" => Some("`Color::rgb`"),
            Kind::Text | Kind::Word | Kind::Number | Kind::Other => None,
        };
        let Some(maker) = maker else { continue };
        if token.kind == Kind::Text || numbers_are_given_to(&tokens[i..]) {
            found.push((
                token.line,
                format!("colour number outside `style`: {maker}"),
            ));
        }
    }
}

/// Is this `Color32::from_...(` or `Color::rgb...(` with a number written out among its arguments?
fn numbers_are_given_to(tokens: &[Token]) -> bool {
    let [_, colons, maker, open, arguments @ ..] = tokens else {
        return false;
    };
    let makes = maker.text.starts_with("from_") || maker.text.starts_with("rgb");
    if colons.text != "::" || !makes || open.text != "(" {
        return false;
    }
    let mut depth = 1;
    let mut before = "(";
    for token in arguments {
        match token.text.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
        if token.kind == Kind::Number && before != "." {
            return true;
        }
        before = &token.text;
    }
    false
}

/// `#` and exactly six hexadecimal digits; `&#` begins a character reference, not a colour.
fn has_hex_colour(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let digits = text[at + 1..]
            .chars()
            .take_while(char::is_ascii_hexdigit)
            .count();
        digits == 6 && !text[..at].ends_with('&')
    })
}

fn shortcut_faults(tokens: &[Token], found: &mut Vec<(usize, String)>) {
    for window in tokens.windows(4) {
        let texts = [0, 1, 2, 3].map(|i| window[i].text.as_str());
        let are_code = window.iter().all(|token| token.kind != Kind::Text);
        if are_code && texts == [".", "unwrap", "(", ")"] {
            found.push((window[1].line, "`.unwrap()`".into()));
        }
    }
    for pair in tokens.windows(2) {
        let name = pair[0].text.as_str();
        let is_macro = pair[0].kind == Kind::Word && pair[1].text == "!";
        if is_macro && ["todo", "unimplemented", "dbg"].contains(&name) {
            found.push((pair[0].line, format!("`{name}!`")));
        }
    }
}

fn length_faults(tokens: &[Token], found: &mut Vec<(usize, String)>) {
    for (i, token) in tokens.iter().enumerate() {
        let named = tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Word);
        if token.kind != Kind::Word || token.text != "fn" || !named {
            continue;
        }
        let Some(last) = last_line_of_function(&tokens[i..]) else {
            continue;
        };
        let lines = last - token.line + 1;
        if lines > MAX_FUNCTION_LINES {
            let name = &tokens[i + 1].text;
            found.push((
                token.line,
                format!("`fn {name}` has {lines} lines, {MAX_FUNCTION_LINES} at most"),
            ));
        }
    }
}

/// `None` when the function has no body.
fn last_line_of_function(tokens: &[Token]) -> Option<usize> {
    let (mut brackets, mut braces) = (0_i32, 0_i32);
    for token in tokens.iter().filter(|token| token.kind == Kind::Other) {
        match token.text.as_str() {
            "(" | "[" => brackets += 1,
            ")" | "]" => brackets -= 1,
            ";" if brackets == 0 && braces == 0 => return None,
            "{" => braces += 1,
            "}" => {
                braces -= 1;
                if braces == 0 {
                    return Some(token.line);
                }
            }
            _ => {}
        }
    }
    None
}

/// A path as written, or one leaf of a `use` tree.
struct Named {
    line: usize,
    segments: Vec<String>,
    /// How many inline modules of the file stand around it.
    inner: usize,
    /// Written in a `use`.
    imported: bool,
}

impl Named {
    /// The first name under the root of the crate, when the path goes through the root.
    fn under_root(&self, depth: usize) -> Option<&str> {
        let mut rest = self.segments.as_slice();
        if rest[0] == "crate" || rest[0] == "sahelscope" {
            return rest.get(1).map(String::as_str);
        }
        if rest[0] == "self" {
            rest = &rest[1..];
        }
        let ups = rest.iter().take_while(|name| *name == "super").count();
        if ups == 0 || ups != depth + self.inner {
            return None;
        }
        rest.get(ups).map(String::as_str)
    }
}

fn paths(tokens: &[Token]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut modules: Vec<usize> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let token = &tokens[i];
        let next = tokens.get(i + 1).map_or("", |t| t.text.as_str());
        match (token.kind, token.text.as_str()) {
            (Kind::Other, "{") => depth += 1,
            (Kind::Other, "}") => {
                depth = depth.saturating_sub(1);
                modules.retain(|module| *module < depth + 1);
            }
            (Kind::Word, "mod") if tokens.get(i + 2).is_some_and(|t| t.text == "{") => {
                modules.push(depth + 1);
            }
            // `+ use<'a>` is a capture list.
            (Kind::Word, "use") if next != "<" => {
                let from = found.len();
                i = use_tree(tokens, i + 1, &[], &mut found);
                for path in &mut found[from..] {
                    path.inner = modules.len();
                }
                continue;
            }
            (Kind::Word, first) => {
                let mut segments = vec![first.to_string()];
                while let Some([colons, name]) = tokens.get(i + 1..i + 3)
                    && colons.text == "::"
                    && name.kind == Kind::Word
                {
                    segments.push(name.text.clone());
                    i += 2;
                }
                found.push(Named {
                    line: token.line,
                    segments,
                    inner: modules.len(),
                    imported: false,
                });
            }
            (Kind::Number | Kind::Text | Kind::Other, _) => {}
        }
        i += 1;
    }
    found
}

/// Adds every leaf of the tree that begins at token `i`; answers with the token after the tree.
fn use_tree(tokens: &[Token], mut i: usize, prefix: &[String], found: &mut Vec<Named>) -> usize {
    let mut segments = prefix.to_vec();
    let mut line = 0;
    while let Some(token) = tokens.get(i) {
        line = token.line;
        i += 1;
        match (token.kind, token.text.as_str()) {
            (_, "::") => {}
            (Kind::Word, "as") => {
                i += 1;
                break;
            }
            (Kind::Word, _) | (_, "*") => segments.push(token.text.clone()),
            (_, "{") => {
                while tokens.get(i).is_some_and(|t| t.text != "}") {
                    i = use_tree(tokens, i, &segments, found);
                    i += usize::from(tokens.get(i).is_some_and(|t| t.text == ","));
                }
                return i + 1;
            }
            _ => {
                i -= 1;
                break;
            }
        }
    }
    if !segments.is_empty() {
        found.push(Named {
            line,
            segments,
            inner: 0,
            imported: true,
        });
    }
    // Always onward, whatever the text: a caller waits for the closing brace.
    match tokens.get(i) {
        Some(token) if ![",", "}", ";"].contains(&token.text.as_str()) => i + 1,
        _ => i,
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// An identifier or keyword.
    Word,
    Number,
    /// A string literal, without its quotes.
    Text,
    /// Punctuation, one character each but `::`; a lifetime or character literal is dropped.
    Other,
}

#[derive(Debug)]
struct Token {
    kind: Kind,
    text: String,
    line: usize,
}

/// Cuts Rust text into tokens, without comments and blanks.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let (kind, end) = next_token(&chars, i);
        if let Some((kind, from, to)) = kind {
            found.push(Token {
                kind,
                text: chars[from..to].iter().collect(),
                line,
            });
        }
        line += chars[i..end].iter().filter(|c| **c == '\n').count();
        i = end;
    }
    found
}

/// The token at `i` (its kind and where its text lies), if any, and where the next begins.
fn next_token(chars: &[char], i: usize) -> (Option<(Kind, usize, usize)>, usize) {
    let at = |k: usize| chars.get(k).copied().unwrap_or('\0');
    let while_from = |k: usize, keep: &dyn Fn(char) -> bool| {
        (k..chars.len())
            .find(|k| !keep(chars[*k]))
            .unwrap_or(chars.len())
    };
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    match (at(i), at(i + 1)) {
        ('/', '/') => (None, while_from(i, &|c| c != '\n')),
        ('/', '*') => (None, end_of_comment(chars, i)),
        (':', ':') => (Some((Kind::Other, i, i + 2)), i + 2),
        ('"', _) => text_token(chars, i + 1),
        ('\'', '\\') => (
            None,
            (while_from(i + 3, &|c| c != '\'') + 1).min(chars.len()),
        ),
        ('\'', _) if at(i + 2) == '\'' => (None, i + 3),
        ('\'', _) => (None, while_from(i + 1, &is_word)),
        (c, _) if c.is_ascii_digit() => {
            let mut end = while_from(i, &is_word);
            if at(end) == '.' && at(end + 1).is_ascii_digit() {
                end = while_from(end + 1, &is_word);
            }
            (Some((Kind::Number, i, end)), end)
        }
        (c, _) if is_word(c) => {
            let end = while_from(i, &is_word);
            let hashes = while_from(end, &|c| c == '#') - end;
            let prefix: String = chars[i..end].iter().collect();
            let quoted = at(end + hashes) == '"';
            match prefix.as_str() {
                "r" | "br" | "cr" if quoted => raw_text_token(chars, end + hashes + 1, hashes),
                "b" | "c" if quoted && hashes == 0 => text_token(chars, end + 1),
                "r" if hashes == 1 => (None, end + 1),
                _ => (Some((Kind::Word, i, end)), end),
            }
        }
        (c, _) if c.is_whitespace() => (None, i + 1),
        _ => (Some((Kind::Other, i, i + 1)), i + 1),
    }
}

/// Comments nest.
fn end_of_comment(chars: &[char], start: usize) -> usize {
    let (mut i, mut depth) = (start + 2, 1);
    while i < chars.len() && depth > 0 {
        match (chars[i], chars.get(i + 1)) {
            ('/', Some('*')) => (i, depth) = (i + 2, depth + 1),
            ('*', Some('/')) => (i, depth) = (i + 2, depth - 1),
            _ => i += 1,
        }
    }
    i
}

fn text_token(chars: &[char], from: usize) -> (Option<(Kind, usize, usize)>, usize) {
    let mut to = from;
    while to < chars.len() && chars[to] != '"' {
        to += if chars[to] == '\\' { 2 } else { 1 };
    }
    let to = to.min(chars.len());
    (Some((Kind::Text, from, to)), (to + 1).min(chars.len()))
}

fn raw_text_token(
    chars: &[char],
    from: usize,
    hashes: usize,
) -> (Option<(Kind, usize, usize)>, usize) {
    let mut end = vec!['#'; hashes];
    end.insert(0, '"');
    let to = (from..chars.len())
        .find(|k| chars[*k..].starts_with(&end))
        .unwrap_or(chars.len());
    (
        Some((Kind::Text, from, to)),
        (to + end.len()).min(chars.len()),
    )
}

/// Plants `code` under a good first line and expects exactly these faults, as `line: words of it`.
#[track_caller]
fn check(file: &str, code: &str, expected: &[&str]) {
    let found: Vec<String> = faults_in(file, &format!("//! Head.\n{code}"))
        .into_iter()
        .map(|fault| format!("{}: {}", fault.line, fault.what))
        .collect();
    let agree = found.len() == expected.len()
        && expected
            .iter()
            .all(|e| found.iter().any(|f| f.starts_with(e)));
    assert!(
        agree,
        "{file}\n{code}\nexpected {expected:?}\nfound {found:?}"
    );
}

#[test]
fn finds_wrong_arrows() {
    let no = "2: `geo` may not use `model`";
    check("src/geo.rs", "use crate::model::Atlas;", &[no]);
    check(
        "src/geo/mod.rs",
        "use crate::{self, model::{A, B as C}};",
        &[no],
    );
    check("src/geo/mod.rs", "pub use super::model;", &[no]);
    check("src/geo/clip.rs", "use super::super::model::World;", &[no]);
    check("src/geo/clip.rs", "use super::model::Local;", &[]);
    check("src/geo/clip.rs", "fn f() -> crate::model::World {}", &[no]);
    check(
        "src/geo/clip.rs",
        "mod a { use super::super::super::model::X; }",
        &[no],
    );
    check(
        "src/geo/clip.rs",
        "mod a { }\nuse super::super::model::X;",
        &["3: `geo` may"],
    );
    check(
        "src/geo.rs",
        "use crate::*;",
        &["2: takes in the whole crate"],
    );
    check("src/geo.rs", "// crate::model\n/* /* */ crate::ui */", &[]);
    check("src/geo.rs", "const A: &str = \"crate::model\";", &[]);
    check("src/geo.rs", "const A: &str = r#\"\" crate::model\"#;", &[]);
    check(
        "src/geo.rs",
        "const A: char = '\"'; use crate::model;",
        &[no],
    );
    check(
        "src/geo.rs",
        "const A: char = '\\''; use crate::model;",
        &[no],
    );
    check(
        "src/geo.rs",
        "fn f<'a>(x: &'a u8) { crate::model::y('a') }",
        &[no],
    );
    check(
        "src/model/a.rs",
        "use crate::{geo, calendar::Span,\n lang};",
        &[],
    );
    check(
        "src/model/a.rs",
        "use crate::{geo,\nscene::{item, text},\nstyle::*};",
        &[
            "3: `model` may not use `scene`",
            "4: `model` may not use `style`",
        ],
    );
    check(
        "src/ui/map/mod.rs",
        "use crate::cli;",
        &["2: `ui` may not use `cli`"],
    );
    check(
        "src/ui/map/mod.rs",
        "use crate::app;",
        &["2: `ui` may not use `app`"],
    );
    check(
        "src/app/mod.rs",
        "use crate::{ui, export, cli};",
        &["2: `app` may not use `cli`"],
    );
    check("src/main.rs", "use sahelscope::{app, cli};", &[]);
    check("src/misc.rs", "", &["1: `misc` is not a room"]);
    check(
        "src/geo.rs",
        "#[cfg(test)]\nmod tests {\n use crate::model; }",
        &[],
    );
    check(
        "src/geo.rs",
        "#[cfg(test)]\nuse crate::model;",
        &["3: `geo` may not"],
    );
}

#[test]
fn finds_toolkits_out_of_place() {
    check(
        "src/ui/map/mod.rs",
        "use walkers::Map;",
        &["2: walkers outside"],
    );
    check(WALKERS_FILE, "use walkers::Map;", &[]);
    check(
        "src/scene/mod.rs",
        "use egui::Pos2;",
        &["2: `egui` outside"],
    );
    check(
        "src/lib.rs",
        "fn f() { eframe::run() }",
        &["2: `eframe` outside"],
    );
    check("src/app/mod.rs", "use eframe::egui;", &[]);
}

#[test]
fn finds_colour_numbers() {
    let no = "2: colour number";
    check("src/ui/a.rs", "let c = Color32::from_rgb(1, 2, 3);", &[no]);
    check(
        "src/ui/a.rs",
        "let c = egui::Color32::from_gray(\n0x20);",
        &[no],
    );
    check(
        "src/ui/a.rs",
        "let c = Color32::from_rgb(c.r, c.0, f(c));",
        &[],
    );
    check("src/scene/a.rs", "let c = Color::rgb(0xAABBCC);", &[no]);
    check(
        "src/scene/a.rs",
        "let c = Color::rgb(hex); f(0xAABBCC);",
        &[],
    );
    check("src/export/a.rs", "let c = \"fill:#a0B1c2;\";", &[no]);
    check(
        "src/export/a.rs",
        "let c = \"&#123456; #{:02x} #1234567\";",
        &[],
    );
    check(
        "src/style/palette.rs",
        "let c = (\"#aabbcc\", Color::rgb(0xAABBCC));",
        &[],
    );
}

#[test]
fn finds_clocks_in_the_core() {
    let std_fs = "2: `std::fs` in the core";
    check("src/state/a.rs", "use std::{fs, io};", &[std_fs]);
    check(
        "src/ui/a.rs",
        "fn f() { std::thread::spawn(g) }",
        &["2: `std::thread`"],
    );
    check(
        "src/ui/a.rs",
        "use std::time::{Duration, Instant};",
        &["2: `time::Instant`"],
    );
    check(
        "src/model/a.rs",
        "fn f() { jiff::Zoned::now() }",
        &["2: `Zoned::now`"],
    );
    check(
        "src/model/a.rs",
        "fn f() { Timestamp::now() }",
        &["2: `Timestamp::now`"],
    );
    check(
        "src/model/a.rs",
        "fn f() { SystemTime::UNIX_EPOCH }",
        &["2: `SystemTime`"],
    );
    check("src/scene/a.rs", "use rand::Rng;", &["2: `rand`"]);
    check(
        "src/state/a.rs",
        "enum Mode { Instant } fn f() { Mode::Instant }",
        &[],
    );
    check("src/data/a.rs", "use std::fs;", &[]);
    check("src/main.rs", "use std::time::Instant;", &[]);
    check("src/lib.rs", "use std::fs;", &[std_fs]);
}

#[test]
fn finds_shortcuts() {
    check("src/geo.rs", "fn f() { a\n.unwrap() }", &["3: `.unwrap()`"]);
    check(
        "src/geo.rs",
        "fn f() { a.unwrap_or(1); \"x.unwrap()\"; }",
        &[],
    );
    check("src/geo.rs", "fn f() { todo!() }", &["2: `todo!`"]);
    check(
        "src/geo.rs",
        "fn f() { unimplemented!() }",
        &["2: `unimplemented!`"],
    );
    check("src/geo.rs", "fn f() { dbg!(1) }", &["2: `dbg!`"]);
}

#[test]
fn finds_what_is_too_long() {
    let body = |lines: usize| {
        format!(
            "fn f(a: [u8; 2]) {{\n{}}}",
            "g('{', \"}\");\n".repeat(lines)
        )
    };
    check("src/geo.rs", &body(98), &[]);
    check("src/geo.rs", &body(99), &["2: `fn f` has 101 lines"]);
    check(
        "src/geo.rs",
        &format!("trait T {{ fn a(); {} }}", body(99)),
        &["2: `fn f` has"],
    );
    check("src/geo.rs", &"\n".repeat(499), &[]);
    check("src/geo.rs", &"\n".repeat(500), &["501: 501 lines"]);
    let tested = format!(
        "{}#[cfg(test)]\nmod tests {{\n{}}}",
        "\n".repeat(499),
        "\n".repeat(99)
    );
    check("src/geo.rs", &tested, &[]);
}

#[test]
fn finds_a_missing_head() {
    let headless = faults_in("src/geo.rs", "\nfn f() {}");
    assert!(
        headless
            .iter()
            .any(|fault| fault.what.contains("open with"))
    );
    assert_eq!(faults_in_tour("").len(), ROOMS.len());
    assert_eq!(
        faults_in_tour("//! `geo` and\n//! `style`\n`ui`").len(),
        ROOMS.len() - 2
    );
}
