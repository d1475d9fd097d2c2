//! `index.html` with every picture a third as large and what it is to show, and the contact sheets.
//!
//! One plain file: no script, nothing from the network.

use crate::cases::Case;
use crate::draw::Files;
use crate::pixels::{A_SHEET, Pixels, sheet};
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
<title>Sahelscope gallery</title>\n<style>\n\
body { font: 15px/1.4 \"Noto Sans\", sans-serif; margin: 24px; max-width: 1400px }\n\
figure { display: inline-block; vertical-align: top; margin: 0 20px 28px 0; max-width: 660px }\n\
img { display: block; max-width: 100%; border: 1px solid }\n\
figcaption { padding-top: 4px; max-width: 640px }\n</style>\n<h1>Sahelscope gallery</h1>\n\
<p>Thumbnails are a third of the pictures; a click opens the picture.</p>\n";

/// Writes the index and the contact sheets.
pub fn write(folder: &Path, drawn: &[(&Case, Files)]) -> Result<(), String> {
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))
    };
    let mut page = HEAD.to_owned();
    for (n, part) in drawn.chunks(A_SHEET).enumerate() {
        let name = format!("sheet-{:02}.png", n + 1);
        let small: Vec<&Pixels> = part.iter().map(|(_, files)| &files.small).collect();
        put(&name, &sheet(&small).png()?)?;
        let link = format!("<a href=\"{name}\">contact sheet {}</a>\n", n + 1);
        page.push_str(&link);
    }
    page.push_str("<hr>\n");
    for (case, files) in drawn {
        figure(&mut page, case, files);
    }
    put("index.html", page.as_bytes())
}

fn figure(page: &mut String, case: &Case, files: &Files) {
    let caption = escaped(case.caption);
    let [w, h] = files.size_px;
    let svg = files.svg.as_ref();
    let svg = svg.map_or(String::new(), |name| format!(" <a href=\"{name}\">SVG</a>"));
    let written = write!(
        page,
        "<figure><a href=\"{png}\"><img loading=\"lazy\" src=\"{thumb}\" alt=\"{caption}\"></a>\n\
         <figcaption><b>{stem}</b> {caption} <small>({w} × {h} px){svg}</small></figcaption></figure>\n",
        png = files.png,
        thumb = files.thumb,
        stem = files.png.trim_end_matches(".png"),
    );
    written.expect("a string takes any text");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
