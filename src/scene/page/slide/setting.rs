//! Paragraphs of runs in several faces, broken into lines.
//!
//! It knows no Markdown: whoever asks says which run is set in which face.

use crate::scene::item::Face;
use crate::scene::metrics::width_pt;

/// Text of one face.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Its face.
    pub face: Face,
}

/// A line that has been set.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Line {
    /// Its pieces from left to right.
    pub pieces: Vec<Piece>,
}

/// A part of a line in one face.
#[derive(Clone, PartialEq, Debug)]
pub struct Piece {
    /// Where it begins, from the left end of the line, in points.
    pub x_pt: f32,
    /// The text.
    pub text: String,
    /// Its face.
    pub face: Face,
}

/// A word: what no line may be broken in.
type Word = Vec<Run>;

/// A paragraph in lines no wider than `width_pt`, at most `most` of them; the last ends with an ellipsis when
/// there is more. A longer word, such as an address, is parted where the line ends.
pub fn lines(paragraph: &[Run], size_pt: f32, width: f32, most: usize) -> Vec<Line> {
    let mut all: Vec<Vec<Word>> = Vec::new();
    let space_pt = width_pt(" ", Face::Regular, size_pt);
    let mut x_pt = 0.0;
    let parts = words(paragraph)
        .into_iter()
        .flat_map(|word| parted(word, size_pt, width));
    for word in parts {
        let wide = line_width(std::slice::from_ref(&word), size_pt);
        match all.last_mut() {
            Some(line) if x_pt + space_pt + wide <= width => {
                line.push(word);
                x_pt += space_pt + wide;
            }
            Some(_) | None => {
                if all.len() > most {
                    // Enough to know that there is more.
                    break;
                }
                all.push(vec![word]);
                x_pt = wide;
            }
        }
    }
    if all.len() > most {
        all.truncate(most);
        if let Some(last) = all.last_mut() {
            cut(last, size_pt, width);
        }
    }
    all.iter().map(|line| set(line, size_pt)).collect()
}

/// Ends a line with an ellipsis.
fn cut(line: &mut Vec<Word>, size_pt: f32, width: f32) {
    let dots = Run {
        text: "…".to_owned(),
        face: Face::Regular,
    };
    loop {
        let mut ended = line.clone();
        if let Some(run) = ended.last_mut().and_then(|word| word.last_mut()) {
            let kept = run.text.trim_end_matches([',', ';', '.', ':']).len();
            run.text.truncate(kept);
        }
        match ended.last_mut() {
            Some(word) => word.push(dots.clone()),
            None => ended.push(vec![dots.clone()]),
        }
        if line_width(&ended, size_pt) <= width || line.len() <= 1 {
            *line = ended;
            return;
        }
        line.pop();
    }
}

/// The words of a paragraph. Spaces that do not break stay inside them.
fn words(paragraph: &[Run]) -> Vec<Word> {
    let mut words: Vec<Word> = vec![Vec::new()];
    for run in paragraph {
        for (i, part) in run.text.split([' ', '\n']).enumerate() {
            if i > 0 {
                words.push(Vec::new());
            }
            if let (false, Some(word)) = (part.is_empty(), words.last_mut()) {
                word.push(Run {
                    text: part.to_owned(),
                    face: run.face,
                });
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A word in parts that have room in a line.
fn parted(word: Word, size_pt: f32, width: f32) -> Vec<Word> {
    if line_width(std::slice::from_ref(&word), size_pt) <= width {
        return vec![word];
    }
    let mut parts: Vec<Word> = vec![Vec::new()];
    let mut x_pt = 0.0;
    for run in word {
        for letter in run.text.chars() {
            let letter = letter.to_string();
            let wide = width_pt(&letter, run.face, size_pt);
            if x_pt + wide > width && x_pt > 0.0 {
                parts.push(Vec::new());
                x_pt = 0.0;
            }
            x_pt += wide;
            let Some(part) = parts.last_mut() else { break };
            match part.last_mut().filter(|last| last.face == run.face) {
                Some(last) => last.text.push_str(&letter),
                None => part.push(Run {
                    text: letter,
                    face: run.face,
                }),
            }
        }
    }
    parts
}

fn line_width(line: &[Word], size_pt: f32) -> f32 {
    let set = set(line, size_pt);
    let last = set.pieces.last();
    last.map_or(0.0, |p| p.x_pt + width_pt(&p.text, p.face, size_pt))
}

/// A line of words as pieces: neighbours of one face are one piece, so that they are one text for who copies it.
fn set(line: &[Word], size_pt: f32) -> Line {
    let mut runs: Vec<Run> = Vec::new();
    for (i, word) in line.iter().enumerate() {
        if let (true, Some(last)) = (i > 0, runs.last_mut()) {
            last.text.push(' ');
        }
        for run in word {
            match runs.last_mut().filter(|last| last.face == run.face) {
                Some(last) => last.text.push_str(&run.text),
                None => runs.push(run.clone()),
            }
        }
    }
    let mut x_pt = 0.0;
    let piece = |run: Run| {
        let piece = Piece {
            x_pt,
            text: run.text,
            face: run.face,
        };
        x_pt += width_pt(&piece.text, piece.face, size_pt);
        piece
    };
    Line {
        pieces: runs.into_iter().map(piece).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, face: Face) -> Run {
        Run {
            text: text.to_owned(),
            face,
        }
    }

    fn text(line: &Line) -> String {
        line.pieces.iter().map(|p| p.text.as_str()).collect()
    }

    #[test]
    fn faces_change_within_lines_and_words() {
        let paragraph = [
            run("The camp at ", Face::Regular),
            run("Kidal", Face::Bold),
            run(
                ", the last one, is left on the 31st of October.",
                Face::Regular,
            ),
        ];
        for width in [1.0, 60.0, 120.0, 400.0] {
            let set = lines(&paragraph, 12.0, width, 99);
            let all: Vec<String> = set.iter().map(|l| text(l).trim().to_owned()).collect();
            let said = "The camp at Kidal, the last one, is left on the 31st of October.";
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&all.concat()), bare(said));
            if width > 50.0 {
                assert_eq!(all.join(" "), said);
                let kidal = set
                    .iter()
                    .flat_map(|l| &l.pieces)
                    .find(|p| p.face == Face::Bold);
                assert_eq!(kidal.map(|p| p.text.as_str()), Some("Kidal"));
            }
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        let paragraph = [run(
            "One, two, three, four, five, six, seven",
            Face::Regular,
        )];
        let set = lines(&paragraph, 10.0, 60.0, 2);
        assert_eq!(set.len(), 2);
        assert!(text(&set[1]).ends_with('…'), "{set:?}");
        assert!(lines(&[], 10.0, 60.0, 2).is_empty());
    }
}
