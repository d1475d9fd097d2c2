#!/usr/bin/env bash
# The export dialog and the clipboard in a real window: Ctrl+E and Enter make a file where the dialog says; what is
# copied, picture and link, reaches another program.
#
#   bash tests/smoke/export.sh BINARY
#
# Needs Xvfb, xdotool, xclip and file.
set -uo pipefail

if [ $# -ne 1 ] || [ ! -x "$1" ]; then
  echo "usage: bash tests/smoke/export.sh BINARY" >&2
  exit 2
fi
for tool in Xvfb xdotool xclip file; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (packages xvfb xdotool xclip file)." >&2; exit 2; }
done

binary=$(realpath "$1")
work=$(mktemp -d)
chmod 700 "$work"
mkdir "$work/home"
xvfb_pid='' app_pid=''
clean_up() {
  for pid in $app_pid $xvfb_pid; do
    kill "$pid" 2>/dev/null
  done
  sleep 0.2
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

fail() {
  echo "export: $*" >&2
  exit 1
}

# Runs a command until it succeeds, for ten seconds.
soon() {
  for _ in $(seq 50); do
    "$@" && return 0
    sleep 0.2
  done
  return 1
}

exec 8<>"$work/display"
Xvfb -displayfd 8 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
xvfb_pid=$!
soon test -s "$work/display" || fail "Xvfb did not start"
export DISPLAY=:$(head -1 "$work/display") LIBGL_ALWAYS_SOFTWARE=1
export HOME=$work/home XDG_RUNTIME_DIR=$work XDG_CONFIG_HOME=$work/c XDG_DATA_HOME=$work/d
unset WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS

"$binary" --date 2022-08-15 &
app_pid=$!
is_open() { xdotool search --onlyvisible --name Sahelscope >/dev/null 2>&1; }
soon is_open || fail "no window"
window=$(xdotool search --onlyvisible --name Sahelscope | head -1)
xdotool windowfocus "$window"
sleep 2

picture_there() { ls "$HOME"/2022-08-15-*.png >/dev/null 2>&1; }
xdotool key ctrl+e
sleep 2
xdotool key Return
soon picture_there || fail "Ctrl+E and Enter made no file"
file "$HOME"/2022-08-15-*.png | grep -q "PNG image data, 1920 x 1080" || fail "the file is no slide"
echo "ok Ctrl+E and Enter make a picture"

xdotool key Escape
sleep 0.5
copied_picture() { timeout 5 xclip -selection clipboard -t image/png -o >"$work/copied.png" 2>/dev/null; }
xdotool key ctrl+shift+e
soon copied_picture || fail "no picture on the clipboard"
file "$work/copied.png" | grep -q "PNG image data, 1920 x 1080" || fail "the clipboard holds another picture"
echo "ok the picture reaches other programs"

copied_link() { timeout 5 xclip -selection clipboard -o 2>/dev/null | grep -q '^sahelscope:1?day=2022-08-15'; }
xdotool key ctrl+shift+c
soon copied_link || fail "no view link on the clipboard"
echo "ok the view link reaches other programs"

left=$(find "$HOME" -maxdepth 1 -type f | wc -l)
[ "$left" -eq 1 ] || fail "$left files in the folder, one expected"
echo "ok nothing else was left"
