#!/usr/bin/env bash
# How fast the window plays without a graphics card: starts the program on a screen of its own (Xvfb, software GL), plays,
# and tells frames a second, the time between frames, and what a frame costs in processor time. It measures and does not
# judge: a slow or busy machine does not make it fail. Processor time a frame is what to compare: it depends little on
# what else the machine does.
#
#   bash tests/smoke/play.sh BINARY [WIDTHxHEIGHT] [SECONDS] [OPTIONS OF THE PROGRAM...]
#
# Needs Xvfb and xdotool.
set -uo pipefail

if [ $# -lt 1 ] || [ ! -x "$1" ]; then
  echo "usage: bash tests/smoke/play.sh BINARY [WIDTHxHEIGHT] [SECONDS] [OPTIONS...]" >&2
  exit 2
fi
for tool in Xvfb xdotool; do
  command -v "$tool" >/dev/null || { echo "$tool is missing (packages xvfb xdotool)." >&2; exit 2; }
done
binary=$1 size=${2:-1280x800} secs=${3:-8}
shift $(($# < 3 ? $# : 3))
width=${size%x*} height=${size#*x}
work=$(mktemp -d)
xvfb_pid='' app_pid=''

clean_up() {
  for pid in $app_pid $xvfb_pid; do
    kill "$pid" 2>/dev/null
  done
  wait 2>/dev/null
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# User and system time of the program so far, in hundredths of a second.
cpu() { awk '{print $14 + $15}' "/proc/$app_pid/stat"; }

Xvfb -displayfd 3 -screen 0 "${size}x24" +extension GLX -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
xvfb_pid=$!
for _ in $(seq 100); do
  [ -s "$work/display" ] && break
  sleep 0.1
done
DISPLAY=:$(cat "$work/display")
mkdir -p "$work"/{runtime,home}
chmod 700 "$work/runtime"
export DISPLAY HOME=$work/home XDG_RUNTIME_DIR=$work/runtime LIBGL_ALWAYS_SOFTWARE=1 LANG=C.UTF-8
unset WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME

"$binary" --timings --date 2022-08-15 "$@" >"$work/log" 2>&1 &
app_pid=$!
for _ in $(seq 100); do
  window=$(xdotool search --onlyvisible --name Sahelscope 2>/dev/null | head -n 1)
  [ -n "$window" ] && break
  sleep 0.2
done
if [ -z "$window" ]; then
  echo "no window: $(tail -n 3 "$work/log")" >&2
  exit 1
fi
xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" \
  mousemove $((width - 10)) $((height - 5)) windowfocus "$window"
sleep 2

before=$(cpu)
xdotool key space
sleep "$secs"
after=$(cpu)
memory=$(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$app_pid/status")
xdotool key space
sleep 0.3
xdotool key ctrl+q
for _ in $(seq 50); do
  kill -0 "$app_pid" 2>/dev/null || break
  sleep 0.1
done

grep '^timings:' "$work/log"
frames=$(sed -n 's/^timings: playing: \([0-9]*\) frames, .*/\1/p' "$work/log")
awk -v frames="${frames:-0}" -v cpu=$((after - before)) -v size="$size" -v mb="$memory" \
  -v load="$(cut -d' ' -f1 /proc/loadavg)" 'BEGIN {
    if (frames == 0) { print "nothing was played"; exit }
    printf "%s: %.1f ms of processor time a frame, %d MB, load of the machine %s\n", size, cpu * 10 / frames, mb, load
  }'
