#!/usr/bin/env bash
# The window smoke test: starts the program on a screen of its own (Xvfb), drives it with keys and the
# pointer, and compares screenshots. It proves that things move, not that they look right: look at the
# pictures for that.
#
#   bash tests/smoke/window.sh BINARY [OUT_DIR]
#
# The pictures stay in OUT_DIR. Without it they go to a temporary folder, kept only when a check fails.
# Needs Xvfb, xdotool and ImageMagick.
set -uo pipefail

# Keys, as xdotool names them.
KEY_PLAY=space
KEY_NEXT_EVENT=n
KEY_PREVIOUS_EVENT=p
KEY_DAY_FORWARD=Right
KEY_DAY_BACK=Left
KEY_LANGUAGE=l
KEY_THEME=t
KEY_QUIT=ctrl+q

# Places on a window of 1440 by 900: WIDTHxHEIGHT+X+Y, and points.
SCREEN_W=1440 SCREEN_H=900
DATE_AREA=300x44+0+0
TOP_BAR=1440x44+0+0
MAP_AREA=860x560+240+60
INSPECTOR_AREA=316x580+1124+50
MAP_X=678 MAP_Y=346
# A base that can be clicked in the first view: Gao.
BASE_X=613 BASE_Y=366
# Where the pointer rests and nothing reacts.
REST_X=1430 REST_Y=895

START_DATE=2022-08-15
WINDOW_NAME=Sahelscope
WINDOW_WAIT_S=30
CHANGE_WAIT_S=6
QUIT_WAIT_S=5

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: bash tests/smoke/window.sh BINARY [OUT_DIR]" >&2
  exit 2
fi
if [ ! -x "$1" ]; then
  echo "$1 is not a program that can be run; build it first." >&2
  exit 2
fi
for tool in Xvfb xdotool import compare convert identify; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (packages xvfb xdotool imagemagick)." >&2; exit 2; }
done

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
out=${2:-$work/pictures}
mkdir -p "$out"
xvfb_pid='' app_pid='' passed=0 failed=0

clean_up() {
  for pid in $app_pid $xvfb_pid; do
    kill "$pid" 2>/dev/null
  done
  sleep 0.2
  [ -n "$app_pid" ] && kill -9 "$app_pid" 2>/dev/null
  if [ "$failed" -gt 0 ] && [ "$out" = "$work/pictures" ]; then
    echo "pictures kept in $out"
  else
    rm -rf "$work"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

ok() {
  passed=$((passed + 1))
  echo "ok $1"
}

fail() {
  failed=$((failed + 1))
  echo "FAIL $1 $2"
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

shot() { import -silent -window root "$out/$1.png"; }
key() { xdotool key --clearmodifiers "$1"; }
rest_pointer() { xdotool mousemove "$REST_X" "$REST_Y"; }

# The window needs a frame to see the pointer arrive before it is pressed.
click() {
  xdotool mousemove "$1" "$2"
  sleep 0.3
  xdotool mousedown 1
  sleep 0.1
  xdotool mouseup 1
}

# differing A B AREA: how many pixels differ visibly.
differing() {
  convert "$out/$1.png" -crop "$3" +repage "$work/a.png"
  convert "$out/$2.png" -crop "$3" +repage "$work/b.png"
  compare -metric AE -fuzz 3% "$work/a.png" "$work/b.png" null: 2>&1 | awk '{printf "%d", $1}'
}

# differs A B MINPIXELS [AREA]
differs() { [ "$(differing "$1" "$2" "${4:-${SCREEN_W}x${SCREEN_H}+0+0}")" -ge "$3" ]; }

not_blank() { [ "$(identify -format %k "$out/$1.png")" -gt 200 ]; }

brightness() { convert "$out/$1.png" -colorspace Gray -format '%[fx:mean]' info:; }

# settled NAME: takes the picture once two in a row are alike, or time is up.
settled() {
  local until=$((SECONDS + CHANGE_WAIT_S))
  shot "$1"
  while [ "$SECONDS" -lt "$until" ]; do
    sleep 0.3
    shot settling
    differs "$1" settling 1 || break
    cp "$out/settling.png" "$out/$1.png"
  done
  rm -f "$out/settling.png"
}

# changes CHECK BEFORE AFTER MINPIXELS AREA: waits until AFTER, taken anew, differs from BEFORE.
changes() {
  local until=$((SECONDS + CHANGE_WAIT_S))
  while :; do
    sleep 0.3
    shot "$3"
    if differs "$2" "$3" "$4" "$5"; then
      settled "$3"
      # What flashed and went back has not changed.
      differs "$2" "$3" "$4" "$5" && { ok "$1"; return; }
    fi
    [ "$SECONDS" -lt "$until" ] || break
  done
  fail "$1" "only $(differing "$2" "$3" "$5") pixels of $5 differ between $2.png and $3.png, $4 expected"
}

is_running() { kill -0 "$1" 2>/dev/null; }

start_screen() {
  Xvfb -displayfd 3 -screen 0 "${SCREEN_W}x${SCREEN_H}x24" +extension GLX -nolisten tcp \
    3>"$work/display" >"$work/xvfb.log" 2>&1 &
  xvfb_pid=$!
  for _ in $(seq 100); do
    [ -s "$work/display" ] && break
    is_running "$xvfb_pid" || break
    sleep 0.1
  done
  if [ ! -s "$work/display" ]; then
    fail screen "Xvfb did not start: $(tail -n 1 "$work/xvfb.log")"
    finish
  fi
  DISPLAY=:$(cat "$work/display")
  export DISPLAY
}

start_program() {
  mkdir -p "$work"/{runtime,home,config,data,cache,state}
  chmod 700 "$work/runtime"
  export HOME=$work/home XDG_RUNTIME_DIR=$work/runtime XDG_CONFIG_HOME=$work/config
  export XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state
  export LIBGL_ALWAYS_SOFTWARE=1 LANG=C.UTF-8
  unset WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS LC_ALL LANGUAGE LC_MESSAGES
  "$binary" --date "$START_DATE" >"$work/program.log" 2>&1 &
  app_pid=$!
}

find_window() {
  local until=$((SECONDS + WINDOW_WAIT_S))
  while [ "$SECONDS" -lt "$until" ] && is_running "$app_pid"; do
    window=$(xdotool search --onlyvisible --name "$WINDOW_NAME" 2>/dev/null | head -n 1)
    [ -n "$window" ] && return
    sleep 0.2
  done
  local why="none called $WINDOW_NAME within $WINDOW_WAIT_S s"
  is_running "$app_pid" || why="the program ended before it showed one"
  fail window "$why; it said: $(tail -n 3 "$work/program.log")"
  finish
}

# There is no window manager: place, size and focus are given by hand.
settle_window() {
  xdotool windowmove "$window" 0 0
  xdotool windowsize "$window" "$SCREEN_W" "$SCREEN_H"
  rest_pointer
  xdotool windowfocus "$window"
  for _ in $(seq 50); do
    sleep 0.2
    shot start
    not_blank start && break
  done
  settled start
}

check_quit() {
  local status
  key "$KEY_QUIT"
  for _ in $(seq $((QUIT_WAIT_S * 10))); do
    is_running "$app_pid" || break
    sleep 0.1
  done
  if is_running "$app_pid"; then
    fail quit "still running $QUIT_WAIT_S s after $KEY_QUIT"
    return
  fi
  wait "$app_pid"
  status=$?
  app_pid=''
  if [ "$status" -eq 0 ]; then
    ok quit
  else
    fail quit "exit status $status; the program said: $(tail -n 3 "$work/program.log")"
  fi
}

start_screen
start_program
find_window
ok window
settle_window
if not_blank start; then ok not-blank; else fail not-blank "start.png has few colours"; fi

key "$KEY_PLAY"
sleep 2
shot playing
if differs start playing 40 "$DATE_AREA"; then ok play; else fail play "the date stands still in playing.png"; fi
key "$KEY_PLAY"
sleep 0.5
settled paused
sleep 1
shot still
if differs paused still 10 "$DATE_AREA"; then fail pause "the date goes on in still.png"; else ok pause; fi

key "$KEY_NEXT_EVENT"
changes next-event still next 40 "$DATE_AREA"
key "$KEY_PREVIOUS_EVENT"
changes previous-event next previous 40 "$DATE_AREA"
key "$KEY_DAY_FORWARD"
changes day-forward previous forward 20 "$DATE_AREA"
key "$KEY_DAY_BACK"
changes day-back forward back 20 "$DATE_AREA"

click "$BASE_X" "$BASE_Y"
rest_pointer
changes click-inspector back clicked 500 "$INSPECTOR_AREA"

key "$KEY_LANGUAGE"
changes language clicked language 100 "$TOP_BAR"

key "$KEY_THEME"
changes theme language theme 100000 "${SCREEN_W}x${SCREEN_H}+0+0"
if awk -v a="$(brightness language)" -v b="$(brightness theme)" 'BEGIN { exit !(b < a - 0.2) }'; then
  ok theme-darker
else
  fail theme-darker "mean brightness $(brightness language) before, $(brightness theme) after"
fi

xdotool mousemove "$MAP_X" "$MAP_Y"
sleep 0.3
settled before-zoom
xdotool click --repeat 5 --delay 60 4
changes wheel-zoom before-zoom zoomed 20000 "$MAP_AREA"

check_quit
finish
