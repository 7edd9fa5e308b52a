#!/bin/sh
# Opens the sample village in a scratch copy below .build, so that the checkout stays clean; where
# there is no terminal, plays a short recorded interview and prints its screens and the household's
# JSON. `make run` calls it from the checkout with the folder of the built programs.
set -eu
bin=$1

if [ -t 0 ] && [ -t 1 ]; then
  scratch=.build/sample
  if [ ! -e "$scratch/Data" ]; then
    # Made beside and put in place whole: an interrupted run must not leave half a village.
    rm -rf "$scratch.making"
    mkdir -p "$scratch.making"
    "$bin/sample-village" "$scratch.making"
    rm -rf "$scratch"
    mv "$scratch.making" "$scratch"
  fi
  exec "$bin/ruhu" --data "$scratch/Data" --device "$scratch/device" --forms Forms
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$bin/sample-village" "$scratch"
# A fixed time, so that it plays the same on every day.
RUHU_NOW=2026-11-21T09:30:00.000+08:00 "$bin/ruhu" play Data/sample/interview.keys --lang zh \
  --data "$scratch/Data" --device "$scratch/device" --forms Forms
echo
for household in "$scratch"/Data/villages/*/households/*.json; do
  if grep -q '"at": "2026-11-21T09:30:00.000+08:00"' "$household"; then cat "$household"; fi
done
