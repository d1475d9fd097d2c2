#!/usr/bin/env bash
# Films as other programs read them: sizes, lengths, rates and colours; what is refused; what is left behind.
# Usage: tests/smoke/films.sh PROGRAM. Needs ffmpeg, gifsicle and ImageMagick.
set -euo pipefail
program=$(realpath "$1")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

fail() {
  echo "films: $*" >&2
  exit 1
}

# Two years by month: 25 frames.
stretch=(--from 2021-01-01 --to 2023-01-01 --step 1month --fps 10)

probe() {
  ffprobe -v error -count_frames -select_streams v -of csv=p=0 -show_entries "$2" "$1"
}

same() {
  [ "$2" = "$3" ] || fail "$1: expected $2, found $3"
}

# Mean difference of two pictures, 0 to 1, is below the limit.
near() {
  local apart
  apart=$(compare -metric MAE "$1" "$2" null: 2>&1 | sed 's/.*(\(.*\))/\1/' || true)
  awk -v apart="$apart" -v most="$3" 'BEGIN { exit !(apart != "" && apart + 0 <= most) }' ||
    fail "$1 and $2 differ by $apart, at most $3 expected"
}

for file in a.gif a.mp4 frames/; do
  "$program" animate "${stretch[@]}" -o "$file"
done
same "frames in the folder" 25 "$(find frames -name 'frame-*.png' | wc -l)"
pngs=(frames/frame-00001.png frames/frame-00013.png frames/frame-00025.png)

same "the video" "h264,1280,720,yuv420p,tv,bt709,bt709,bt709,10/1,25" "$(probe a.mp4 \
  stream=codec_name,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate,nb_read_frames |
  sed 's/,*$//')"
ffmpeg -v error -xerror -i a.mp4 -f null - || fail "ffmpeg does not like the MP4"
ffmpeg -v error -i a.mp4 -vf "select='eq(n,0)+eq(n,12)+eq(n,24)'" -vsync 0 video-%d.png
# The index stands before the frames.
moov=$(grep -abo moov a.mp4 | head -1 | cut -d: -f1)
mdat=$(grep -abo mdat a.mp4 | head -1 | cut -d: -f1)
[ "$moov" -lt "$mdat" ] || fail "the MP4 cannot play while it loads"

same "the GIF" "25,1280,720" "$(probe a.gif stream=nb_read_frames,width,height | awk -F, '{ print $3 "," $1 "," $2 }')"
gifsicle --info a.gif >info.txt 2>&1 || fail "gifsicle does not like the GIF"
grep -q "loop forever" info.txt || fail "the GIF does not loop"
! grep -qi "warning\|error" info.txt || fail "gifsicle complains: $(cat info.txt)"
ffmpeg -v error -i a.gif -vf "select='eq(n,0)+eq(n,12)+eq(n,24)'" -vsync 0 gif-%d.png

for i in 1 2 3; do
  near "video-$i.png" "${pngs[$((i - 1))]}" 0.012
  near "gif-$i.png" "${pngs[$((i - 1))]}" 0.006
done
# Flat ground: the colour of the page, a few levels off at most.
page() { convert "$1" -crop 8x8+4+4 -scale 1x1! -depth 8 -format '%[fx:int(255*r)] %[fx:int(255*g)] %[fx:int(255*b)]' info:; }
paste -d' ' <(page video-2.png) <(page "${pngs[1]}") |
  awk '{ for (i = 1; i <= 3; i++) { d = $i - $(i + 3); if (d > 3 || d < -3) exit 1 } }' ||
  fail "the page of the video has another colour: $(page video-2.png) for $(page "${pngs[1]}")"

for file in a.gif a.mp4; do
  "$program" animate "${stretch[@]}" -o "again-$file"
  cmp "$file" "again-$file" || fail "$file: same film, other bytes"
done

# What is refused leaves what was there, and nothing else.
mkdir kept && cp a.gif kept/a.gif && cp a.gif kept/letter.txt
refused() {
  local code=$1
  shift
  local status=0
  "$program" animate "$@" 2>said.txt || status=$?
  same "$*" "$code" "$status"
  same "lines said about $*" 1 "$(wc -l <said.txt)"
}
refused 2 --from 1950-01-01 --to 2020-01-01 --step 1day -o kept/a.gif
grep -q "25568 frames" said.txt || fail "not said how many: $(cat said.txt)"
refused 2 --from 2022-01-01 --to 2021-01-01 -o kept/a.gif
refused 2 --from 2022-01-01 --to 2022-02-01 --step 0days -o kept/a.gif
refused 2 --from 2022-01-01 --to 2022-02-01 --size 0x0 -o kept/a.gif
refused 2 --from 2022-01-01 --to 2022-02-01 --size 200000x200000 -o kept/a.gif
refused 2 --from 2022-01-01 --to 2022-02-01 --size 4000x4000 -o kept/a.mp4
refused 2 --from 2022-01-01 --to 2022-02-01 -o kept/a.webm
refused 1 --from 2022-01-01 --to 2022-02-01 -o kept/a.gif/b.gif
refused 1 --from 2022-01-01 --to 2022-02-01 -o kept/
status=0
timeout --signal=INT 0.7 "$program" animate --from 2012-01-01 --to 2016-01-01 --step 1day -o kept/a.gif 2>said.txt || status=$?
[ "$status" -eq 124 ] || fail "it was done before it could be stopped ($status)"
cmp a.gif kept/a.gif || fail "a stopped film replaced the old one"
same "files that are left" "a.gif letter.txt " "$(find kept -mindepth 1 -printf '%f\n' | sort | tr '\n' ' ')"

"$program" series --each month --from 2022-01-15 --to 2022-03-15 --size 640x360 -o series
"$program" series --each country --date 2022-08-15 --size 640x360 --as svg -o series
same "the series" "2022-01.png 2022-02.png 2022-03.png burkina-faso.svg chad.svg mali.svg mauritania.svg niger.svg " \
  "$(find series -type f -printf '%f\n' | sort | tr '\n' ' ')"
echo "films: good"
