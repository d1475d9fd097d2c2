//! Drafts: stories with changes that no file holds, kept beside the settings until they are saved or thrown away.
//!
//! A draft is a story file whose first line, a comment, says which file it was opened from and what that held. One
//! that cannot be read is left where it is.

use crate::export::story_file::Print;
use crate::export::target::Target;
use crate::state::shelf::{Draft, EXTENSION};
use crate::story::{Story, file};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many are offered.
const MOST: usize = 12;
/// The first line begins so.
const MARK: &str = "# sahelscope-draft ";

#[derive(Serialize, Deserialize)]
struct Head {
    of: Option<String>,
    print: Option<u64>,
}

/// Writes a draft.
pub(super) fn write(
    path: &Path,
    story: &Story,
    of: Option<&Path>,
    print: Option<Print>,
) -> anyhow::Result<()> {
    let head = Head {
        // A name that is no text cannot be written: the draft stands for itself then.
        of: of.and_then(Path::to_str).map(str::to_owned),
        print: print.map(|print| print.0),
    };
    let text = format!(
        "{MARK}{}\n{}",
        serde_json::to_string(&head)?,
        file::write(story)?
    );
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Target::open(path)?.fill(text.as_bytes())?;
    Ok(())
}

/// The drafts in a folder, in the order of their names, with what the files they come from held.
pub(super) fn found_in(folder: &Path) -> Vec<(Draft, Option<Print>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == EXTENSION));
    paths.sort();
    paths.into_iter().filter_map(read).take(MOST).collect()
}

fn read(path: PathBuf) -> Option<(Draft, Option<Print>)> {
    let is_short = fs::metadata(&path).is_ok_and(|m| m.len() <= file::LONGEST as u64 + 9999);
    let text = is_short.then(|| fs::read_to_string(&path).ok())??;
    let (first, story) = text.split_once('\n')?;
    let head: Head = serde_json::from_str(first.strip_prefix(MARK)?).ok()?;
    let draft = Draft {
        kept_in: path,
        of: head.of.map(PathBuf::from),
        story: Arc::new(file::read(story).ok()?),
    };
    Some((draft, head.print.map(Print)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::built_in;

    #[test]
    fn a_draft_comes_back_as_it_was_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let drafts = folder.path().join("drafts");
        let story = built_in::ALL[0].story();
        let of = Path::new("/a \"b\"\n/récit.toml");
        let path = drafts.join("story-1-1.toml");
        write(&path, &story, Some(of), Some(Print(u64::MAX))).expect("writable");
        fs::write(drafts.join("other.toml"), "not ours").expect("writable");
        let found = found_in(&drafts);
        let expected = Draft {
            kept_in: path,
            of: Some(of.to_owned()),
            story: Arc::new(story),
        };
        assert_eq!(found, [(expected, Some(Print(u64::MAX)))]);
        assert!(found_in(&folder.path().join("none")).is_empty());
    }
}
