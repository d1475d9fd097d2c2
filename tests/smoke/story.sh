#!/usr/bin/env bash
# The story smoke test: makes a handout, a page and slides of every story that ships and asks outside programs what
# they think of them. It proves that the files are sound and hold their words, not that they look good.
#
#   bash tests/smoke/story.sh BINARY [OUT_DIR]
#
# The files stay in OUT_DIR. Without it they go to a temporary folder, kept only when a check fails.
# Needs poppler-utils, qpdf, pngcheck and libxml2-utils.
set -euo pipefail

# A handout of a dozen sheets takes at most so many seconds and bytes; a page to click through so many bytes.
MOST_SECONDS=4
MOST_PDF=2000000
MOST_PAGE=4000000

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -x "$1" ]; then
  echo "usage: bash tests/smoke/story.sh BINARY [OUT_DIR]" >&2
  exit 2
fi
for tool in pdfinfo pdffonts pdftotext qpdf pngcheck xmllint; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (poppler-utils qpdf pngcheck libxml2-utils)." >&2; exit 2; }
done
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
out=${2:-$work/stories}
mkdir -p "$out"
unset DISPLAY WAYLAND_DISPLAY
passed=0

clean_up() {
  local status=$?
  if [ "$status" -ne 0 ]; then
    echo "FAILED after $passed checks; files kept in $out" >&2
    [ "$out" = "$work/stories" ] && return
  fi
  rm -rf "$work"
}
trap clean_up EXIT

ok() { passed=$((passed + 1)); echo "ok: $1"; }
fail() { echo "not ok: $1" >&2; exit 1; }

stories=$("$binary" story --list | grep -v '^ ')
[ -n "$stories" ] || fail "no story ships"
for story in $stories; do
  for lang in en fr; do
    name="$out/$story-$lang"
    begun=$(date +%s%N)
    "$binary" story "$story" --lang "$lang" --notes -o "$name.pdf"
    took=$(( ($(date +%s%N) - begun) / 1000000 ))
    [ "$took" -le $((MOST_SECONDS * 1000)) ] || fail "$story $lang: the handout took $took ms"
    qpdf --check "$name.pdf" >/dev/null || fail "$story $lang: qpdf"
    [ "$(stat -c %s "$name.pdf")" -le "$MOST_PDF" ] || fail "$story $lang: the handout is too large"
    pages=$(pdfinfo "$name.pdf" | awk '/^Pages:/ { print $2 }')
    pdffonts "$name.pdf" | tail -n +3 | awk '{ if ($(NF-4) != "yes") exit 1 }' || fail "$story $lang: a font is not embedded"
    pdftotext "$name.pdf" "$name.txt"
    grep -q "Sources" "$name.txt" || fail "$story $lang: no sources in its text"
    grep -q "https\?://" "$name.txt" || fail "$story $lang: no address in its text"
    "$binary" story "$story" --lang "$lang" -o "$name.html"
    xmllint --noout "$name.html" || fail "$story $lang: the page is not well formed"
    [ "$(stat -c %s "$name.html")" -le "$MOST_PAGE" ] || fail "$story $lang: the page is too large"
    if grep -Eq '(src|url\()="?https?:|@import|<link' "$name.html"; then fail "$story $lang: the page asks a server"; fi
    steps=$(grep -c '<section class="step"' "$name.html")
    [ "$pages" -eq $((steps + 1)) ] || fail "$story $lang: $pages sheets for $steps steps"
    "$binary" story "$story" --lang "$lang" --size 1024x768 -o "$name/"
    pngcheck -q "$name"/*.png || fail "$story $lang: pngcheck"
    [ "$(find "$name" -name '*.png' | wc -l)" -eq "$steps" ] || fail "$story $lang: a slide a step"
    ok "$story in $lang: $pages sheets in $took ms, $steps slides"
  done
done
echo "$passed checks passed"
