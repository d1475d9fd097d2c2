#!/usr/bin/env bash
# The picture smoke test: makes a picture of every kind and asks outside programs what they think of it.
# It proves that the files are sound and look alike, not that they look good: look at the pictures for that.
#
#   bash tests/smoke/pictures.sh BINARY [OUT_DIR]
#
# The pictures stay in OUT_DIR. Without it they go to a temporary folder, kept only when a check fails.
# Needs poppler-utils, qpdf, pngcheck, librsvg2-bin, libxml2-utils and ImageMagick; asks Inkscape when it is there.
set -euo pipefail

# How far two renderings of one picture may be apart: mean error of a channel, as a share of full scale.
MOST_APART=0.02
DAY=2022-08-15

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: bash tests/smoke/pictures.sh BINARY [OUT_DIR]" >&2
  exit 2
fi
if [ ! -x "$1" ]; then
  echo "$1 is not a program that can be run; build it first." >&2
  exit 2
fi
packages="poppler-utils qpdf pngcheck librsvg2-bin libxml2-utils imagemagick"
for tool in pdfinfo pdffonts pdftotext pdftoppm qpdf pngcheck rsvg-convert xmllint compare identify; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (packages $packages)." >&2; exit 2; }
done

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
out=${2:-$work/pictures}
mkdir -p "$out"
unset DISPLAY WAYLAND_DISPLAY
passed=0

clean_up() {
  local status=$?
  if [ "$status" -ne 0 ]; then
    echo "FAILED after $passed checks; pictures kept in $out" >&2
    [ "$out" = "$work/pictures" ] && return
  fi
  rm -rf "$work"
}
trap clean_up EXIT

ok() {
  passed=$((passed + 1))
  echo "ok $1"
}

fail() {
  echo "FAIL $*" >&2
  exit 1
}

draw() { "$binary" render --date "$DAY" "$@"; }

# says PATTERN COMMAND...: what the command says holds the pattern.
says() {
  local pattern=$1
  shift
  "$@" >"$work/said" 2>&1 || fail "$* failed: $(tail -n 3 "$work/said")"
  grep -qE -- "$pattern" "$work/said" || fail "expected '$pattern' from $*, found: $(head -n 20 "$work/said")"
}

# alike NAME A B: two pictures of one size that look the same.
alike() {
  local apart
  apart=$(compare -metric MAE "$2" "$3" "$out/$1-difference.png" 2>&1 | sed 's/.*(\(.*\)).*/\1/' || true)
  awk -v a="$apart" -v most="$MOST_APART" 'BEGIN { exit !(a != "" && a + 0 <= most) }' ||
    fail "$1: $2 and $3 differ by $apart, at most $MOST_APART expected; see $1-difference.png"
  ok "$1 alike ($apart)"
}

at_most() {
  local bytes
  bytes=$(wc -c <"$1")
  [ "$bytes" -le "$2" ] || fail "$1 has $bytes bytes, at most $2 expected"
  ok "$(basename "$1") has $bytes bytes"
}

check_png() {
  draw --size 180x120mm --dpi 300 -o "$out/page.png"
  says '2126 x 1417 image, 24-bit RGB' pngcheck -v "$out/page.png"
  says 'No errors detected' pngcheck -v "$out/page.png"
  says 'pHYs.*(11811x11811|300 dpi)' pngcheck -v "$out/page.png"
  says 'sRGB' pngcheck -v "$out/page.png"
  says 'keyword: Sahelscope view' pngcheck -v "$out/page.png"
  [ "$(identify -format '%w %h' "$out/page.png")" = "2126 1417" ] || fail "page.png has another size"
  ok png
}

check_svg() {
  local how size
  draw --page a4 -o "$out/text.svg"
  draw --page a4 --text paths -o "$out/paths.svg"
  draw --page a4 --dpi 96 -o "$out/a4.png"
  size=$(identify -format '%wx%h' "$out/a4.png")
  for how in text paths; do
    xmllint --noout "$out/$how.svg" || fail "$how.svg is no XML"
    at_most "$out/$how.svg" 2000000
    rsvg-convert -w "${size%x*}" -h "${size#*x}" "$out/$how.svg" -o "$out/$how-rsvg.png"
  done
  # Text is compared only as outlines: the font need not be installed here.
  convert "$out/paths-rsvg.png" -background white -flatten "$out/paths-rsvg.png"
  alike svg "$out/a4.png" "$out/paths-rsvg.png"
  says '<title>.*Gao' cat "$out/text.svg"
  says 'sahelscope:view=' cat "$out/text.svg"
}

# Other programs draw the same SVG: with letters as outlines, so that no font matters.
check_svg_outside() {
  [ -x "$(command -v inkscape)" ] || { echo "inkscape is not here, its drawing is not compared"; return; }
  draw --page a4 --text paths --theme dark -o "$out/dark.svg"
  "$binary" render --compare 2020-08-18 --date 2026-01-01 --page a4 --text paths -o "$out/pair.svg"
  "$binary" render --compare 2020-08-18 --date 2026-01-01 --page a4 --dpi 96 -o "$out/pair.png"
  draw --page a4 --dpi 96 --theme dark -o "$out/dark.png"
  cp "$out/a4.png" "$out/paths.png"
  local name size
  for name in paths dark pair; do
    size=$(identify -format '%wx%h' "$out/$name.png")
    inkscape "$out/$name.svg" --export-type=png --export-width="${size%x*}" --export-height="${size#*x}" \
      --export-filename="$out/$name-inkscape.png" >"$work/said" 2>&1 || fail "inkscape: $(tail -n 3 "$work/said")"
    convert "$out/$name-inkscape.png" -background white -flatten "$out/$name-inkscape.png"
    alike "$name-inkscape" "$out/$name.png" "$out/$name-inkscape.png"
  done
}

# Two days on one page, in every form.
check_pair() {
  local form
  for form in png svg pdf; do
    "$binary" render --compare 2022-08-15 --date 2023-08-10 --page a4-portrait --dpi 96 --lang fr -o "$out/two-days.$form"
  done
  xmllint --noout "$out/two-days.svg" || fail "two-days.svg is no XML"
  [ -z "$(grep -o ' id="[^"]*"' "$out/two-days.svg" | sort | uniq -d)" ] || fail "two-days.svg has an id twice"
  says 'compare=2022-08-15' grep -a 'sahelscope:view' "$out/two-days.pdf"
  pdftotext -layout "$out/two-days.pdf" "$work/two.txt"
  for word in '15 août 2022' '10 août 2023' 'Ce qui a changé' 'Niger → tous'; do
    grep -q -- "$word" "$work/two.txt" || fail "'$word' cannot be found in two-days.pdf"
  done
  pdftoppm -r 96 -png -singlefile "$out/two-days.pdf" "$out/two-days-poppler"
  convert "$out/two-days-poppler.png" -resize "$(identify -format '%wx%h!' "$out/two-days.png")" "$out/two-days-poppler.png"
  alike two-days "$out/two-days.png" "$out/two-days-poppler.png"
}

# Many pages in one document.
check_document() {
  "$binary" series --each month --from 2012-01-01 --to 2026-06-04 -o "$out/months.pdf"
  qpdf --check "$out/months.pdf" >"$work/said" 2>&1 || fail "qpdf: $(cat "$work/said")"
  if grep -qi warning "$work/said"; then fail "qpdf: $(cat "$work/said")"; fi
  says 'Pages: +174$' pdfinfo "$out/months.pdf"
  says 'Title: +The Sahel month by month' pdfinfo "$out/months.pdf"
  [ "$(pdffonts "$out/months.pdf" | tail -n +3 | wc -l)" -eq 3 ] || fail "months.pdf has not three fonts"
  at_most "$out/months.pdf" 4000000
  pdftotext -f 128 -l 128 "$out/months.pdf" "$work/month.txt"
  grep -q '1 August 2022' "$work/month.txt" || fail "page 128 of months.pdf is another month"
  ok months.pdf
}

check_pdf() {
  draw --page a4 --lang fr -o "$out/a4-fr.pdf"
  draw --page a4 -o "$out/a4.pdf"
  for file in a4 a4-fr; do
    qpdf --check "$out/$file.pdf" >"$work/said" 2>&1 || fail "qpdf: $(cat "$work/said")"
    if grep -qi warning "$work/said"; then fail "qpdf: $(cat "$work/said")"; fi
    at_most "$out/$file.pdf" 1000000
  done
  says 'Page size: +841\.89 x 595\.28 pts \(A4\)' pdfinfo "$out/a4.pdf"
  says 'Title: +[A-Z]' pdfinfo "$out/a4.pdf"
  says 'Pages: +1$' pdfinfo "$out/a4.pdf"
  if pdfinfo "$out/a4.pdf" | grep -q Date; then fail "a4.pdf holds a date"; fi
  says 'sahelscope:view=' pdfinfo -meta "$out/a4.pdf"
  says 'Lang \(fr\)' strings "$out/a4-fr.pdf"
  pdffonts "$out/a4.pdf" | tail -n +3 >"$work/fonts"
  [ -s "$work/fonts" ] || fail "a4.pdf has no fonts"
  # Embedded, subset, with what letters stand for.
  if grep -vE 'NotoSans.* CID TrueType +Identity-H +yes yes yes ' "$work/fonts"; then fail "a font of a4.pdf"; fi
  pdftotext -layout "$out/a4.pdf" "$work/en.txt"
  pdftotext -layout "$out/a4-fr.pdf" "$work/fr.txt"
  for word in Gao Ménaka Ouagadougou '15 August 2022' MALI; do
    grep -q -- "$word" "$work/en.txt" || fail "'$word' cannot be found in a4.pdf"
  done
  grep -q '15 août 2022' "$work/fr.txt" || fail "'15 août 2022' cannot be found in a4-fr.pdf"
  [ "$(grep -o 'Gossi' "$work/en.txt" | wc -l)" -le 2 ] || fail "names behind halos are found twice"
  pdftoppm -r 96 -png -singlefile "$out/a4.pdf" "$out/a4-poppler"
  convert "$out/a4-poppler.png" -resize "$(identify -format '%wx%h!' "$out/a4.png")" "$out/a4-poppler.png"
  alike pdf "$out/a4.png" "$out/a4-poppler.png"
  ok pdf
}

# The view comes back from every form, also after another program has rewritten the file.
check_way_back() {
  local file link
  qpdf "$out/a4.pdf" "$out/rewritten.pdf"
  convert "$out/page.png" "$out/rewritten.png"
  for file in page.png a4.pdf text.svg paths.svg rewritten.pdf rewritten.png; do
    # Without a display the window is refused only after the picture was understood.
    "$binary" "$out/$file" >"$work/said" 2>&1 && fail "$file opened a window without a display"
    grep -qE 'no display|no window' "$work/said" || fail "$file: $(cat "$work/said")"
    ok "$file opens again"
  done
  convert -size 8x8 xc:red "$out/foreign.png"
  "$binary" "$out/foreign.png" >"$work/said" 2>&1 && fail "foreign.png opened"
  grep -q 'carries no view' "$work/said" || fail "foreign.png: $(cat "$work/said")"
  ok "foreign.png is refused"
}

check_same_bytes() {
  local form
  for form in png svg pdf; do
    draw --page a4 --dpi 96 -o "$work/one.$form"
    draw --page a4 --dpi 96 -o "$work/two.$form"
    cmp "$work/one.$form" "$work/two.$form" || fail "two runs gave two different $form"
  done
  ok "same input, same bytes"
}

check_png
check_svg
check_svg_outside
check_pdf
check_pair
check_document
check_way_back
check_same_bytes
echo "$passed checks passed"
