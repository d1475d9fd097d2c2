#!/usr/bin/env bash
# The page smoke test: makes an HTML page of the whole record and has a browser open it from a file, with the
# network refused: the slider moved, play pressed, tooltips and sources read, both languages, printed.
# It proves that the page works, not that it looks good: look at the pictures for that.
#
#   bash tests/smoke/page.sh BINARY [OUT_DIR]
#
# Pages and pictures stay in OUT_DIR. Without it they go to a temporary folder, kept only when a check fails.
# Needs chromium, chromium-driver, python3 (its own library only), libxml2-utils and poppler-utils.
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: bash tests/smoke/page.sh BINARY [OUT_DIR]" >&2
  exit 2
fi
if [ ! -x "$1" ]; then
  echo "$1 is not a program that can be run; build it first." >&2
  exit 2
fi
for tool in chromium chromedriver python3 xmllint pdfinfo; do
  command -v "$tool" >/dev/null ||
    { echo "$tool is missing (packages chromium chromium-driver python3 libxml2-utils poppler-utils)." >&2; exit 2; }
done

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
out=${2:-$work/pages}
mkdir -p "$out"
out=$(cd "$out" && pwd)
unset DISPLAY WAYLAND_DISPLAY
# The browser keeps what it writes here.
export HOME=$work XDG_CONFIG_HOME=$work XDG_CACHE_HOME=$work

clean_up() {
  local status=$?
  if [ "$status" -ne 0 ]; then
    echo "FAILED; pages and pictures kept in $out" >&2
    [ "$out" = "$work/pages" ] && return
  fi
  rm -rf "$work"
}
trap clean_up EXIT

fail() {
  echo "FAIL $*" >&2
  exit 1
}

record=(animate --from 2012-01-01 --to 2026-06-04 --step 1month)
begun=$(date +%s%N)
"$binary" "${record[@]}" -o "$out/record.html"
echo "ok record.html made in $((($(date +%s%N) - begun) / 1000000)) ms"
"$binary" "${record[@]}" -o "$work/again.html"
cmp "$out/record.html" "$work/again.html" || fail "same record, other bytes"
"$binary" render --date 2022-08-15 --lang fr --theme dark -o "$out/day.html"
for page in record day; do
  # What a page is as HTML the browser says; it is to be whole as XML as well.
  xmllint --noout "$out/$page.html" || fail "$page.html is not well formed"
  bytes=$(wc -c <"$out/$page.html")
  [ "$bytes" -le 3000000 ] || fail "$page.html has $bytes bytes, at most 3000000 expected"
  echo "ok $page.html has $bytes bytes"
  # Without a display the window is refused only after the page was understood.
  "$binary" "$out/$page.html" >"$work/said" 2>&1 && fail "$page.html opened a window without a display"
  grep -qE 'no display|no window' "$work/said" || fail "$page.html: $(cat "$work/said")"
  echo "ok $page.html opens again"
done

# Without a network at all where the system lets us; else the browser is told to find nobody.
browse=(python3 "$here/page.py" "$out")
if command -v ip >/dev/null && unshare -n ip link set lo up 2>/dev/null; then
  echo "no network but the machine's own"
  unshare -n sh -c 'ip link set lo up && exec "$@"' sh "${browse[@]}"
else
  "${browse[@]}"
fi
for sheet in "$out"/*.pdf; do
  pages=$(pdfinfo "$sheet" | awk '/^Pages:/ { print $2 }')
  [ "$pages" = 1 ] || fail "$sheet has $pages pages, 1 expected"
  echo "ok $(basename "$sheet") is one sheet"
done
