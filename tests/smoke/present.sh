#!/usr/bin/env bash
# The presenting smoke test: starts the program on a screen of its own (Xvfb), opens the first built-in story by
# presenting it, and leads through it with a clicker's keys: every step, a detour and Backspace, blank screens, the
# quiz, the list of steps. Screenshots at both sizes, and each again at a fifth, as the back row sees it: look at them.
#
#   bash tests/smoke/present.sh BINARY STORY_OPENING_ARGUMENTS... -- OUT_DIR
#
# Without arguments that open a story the map itself is presented. Needs Xvfb, xdotool and ImageMagick.
set -uo pipefail

SIZES="1024x768 1920x1080"
STEPS=${STEPS:-14}
WINDOW_WAIT_S=30
# A glide takes 1.2 s at most, a played step some seconds: a step is waited for until it stands still.
STEP_WAIT_S=${STEP_WAIT_S:-20}

if [ $# -lt 3 ]; then
  echo "usage: bash tests/smoke/present.sh BINARY [ARGUMENTS...] -- OUT_DIR" >&2
  exit 2
fi
binary=$1
shift
arguments=()
while [ $# -gt 1 ] && [ "$1" != "--" ]; do
  arguments+=("$1")
  shift
done
shift
out=$1
for tool in Xvfb xdotool import compare convert; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (packages xvfb xdotool imagemagick)." >&2; exit 2; }
done
passed=0 failed=0 xvfb_pid='' app_pid='' work=$(mktemp -d)

clean_up() {
  for pid in $app_pid $xvfb_pid; do
    kill "$pid" 2>/dev/null
  done
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

ok() { passed=$((passed + 1)); echo "ok $1"; }
fail() { failed=$((failed + 1)); echo "FAIL $1 $2"; }
shot() {
  import -silent -window root "$out/$1.png"
  convert "$out/$1.png" -resize 20% "$out/$1.back-row.png"
}
# settled NAME: takes the picture once two in a row are alike, or time is up.
settled() {
  local until=$((SECONDS + STEP_WAIT_S))
  sleep 1.4
  import -silent -window root "$out/$1.png"
  while [ "$SECONDS" -lt "$until" ]; do
    sleep 1.2
    import -silent -window root "$work/next.png"
    [ "$(compare -metric AE -fuzz 3% "$out/$1.png" "$work/next.png" null: 2>&1 | awk '{printf "%d", $1}')" -eq 0 ] && break
    cp "$work/next.png" "$out/$1.png"
  done
  convert "$out/$1.png" -resize 20% "$out/$1.back-row.png"
}
key() { xdotool key --clearmodifiers "$1"; sleep "${2:-0.6}"; }
differing() { compare -metric AE -fuzz 3% "$out/$1.png" "$out/$2.png" null: 2>&1 | awk '{printf "%d", $1}'; }
changed() { if [ "$(differing "$2" "$3")" -ge "$4" ]; then ok "$1"; else fail "$1" "$2 and $3 are alike"; fi; }
same() { if [ "$(differing "$2" "$3")" -le "$4" ]; then ok "$1"; else fail "$1" "$2 and $3 differ"; fi; }
brightness() { convert "$out/$1.png" -colorspace Gray -format '%[fx:mean]' info:; }

open_window() {
  rm -f "$work/display"
  Xvfb -displayfd 3 -screen 0 "${1}x24" +extension GLX -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
  xvfb_pid=$!
  for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
  export DISPLAY=:$(cat "$work/display") LIBGL_ALWAYS_SOFTWARE=1 LANG=C.UTF-8
  export HOME=$work/home-$1 XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/home-$1/c
  mkdir -p "$HOME" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
  unset WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS
  "$binary" --timings "${arguments[@]}" >"$out/$1.log" 2>&1 &
  app_pid=$!
  local until=$((SECONDS + WINDOW_WAIT_S))
  while [ "$SECONDS" -lt "$until" ]; do
    window=$(xdotool search --onlyvisible --name Sahelscope 2>/dev/null | head -n 1)
    [ -n "$window" ] && break
    sleep 0.2
  done
  xdotool windowmove "$window" 0 0 windowsize "$window" "${1%x*}" "${1#*x}"
  xdotool mousemove "$((${1%x*} - 4))" "$((${1#*x} - 4))" windowfocus "$window"
  sleep 3
}

close_window() {
  key ctrl+q 1
  kill "$app_pid" 2>/dev/null
  wait "$app_pid" 2>/dev/null
  kill "$xvfb_pid" 2>/dev/null
  wait "$xvfb_pid" 2>/dev/null
  app_pid='' xvfb_pid=''
}

mkdir -p "$out"
for size in $SIZES; do
  open_window "$size"
  shot "$size-window"
  key F5
  settled "$size-01"
  changed "$size present" "$size-window" "$size-01" 50000
  before="$size-01"
  for number in $(seq 2 "$STEPS"); do
    key Next
    name=$(printf '%s-%02d' "$size" "$number")
    settled "$name"
    changed "$size step $number" "$before" "$name" 1000
    before=$name
  done
  xdotool mousemove 500 350 click 4
  sleep 1
  shot "$size-detour"
  changed "$size detour" "$before" "$size-detour" 1000
  key BackSpace
  xdotool mousemove "$((${size%x*} - 4))" "$((${size#*x} - 4))"
  # The pointer that is left lying points at nothing after three seconds.
  sleep 3
  settled "$size-back"
  same "$size return" "$before" "$size-back" 200
  key b
  shot "$size-black"
  if awk -v b="$(brightness "$size-black")" 'BEGIN { exit !(b < 0.01) }'; then ok "$size black"; else fail "$size black" "not black"; fi
  key b
  key w
  shot "$size-white"
  if awk -v b="$(brightness "$size-white")" 'BEGIN { exit !(b > 0.99) }'; then ok "$size white"; else fail "$size white" "not white"; fi
  key w
  key q 1
  shot "$size-quiz"
  changed "$size quiz" "$size-back" "$size-quiz" 1000
  key r 1
  shot "$size-revealed"
  changed "$size reveal" "$size-quiz" "$size-revealed" 30
  key q
  key g 1
  shot "$size-list"
  key g
  key h 1
  shot "$size-keys"
  key h
  key s 1.5
  shot "$size-presenter"
  key s
  key Escape 1
  shot "$size-left"
  changed "$size left" "$size-back" "$size-left" 50000
  close_window
  grep timings "$out/$size.log"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
