#!/bin/sh
# measure.sh PROGRAM GOLD [CORPUS [ERRORS]] - run rasad-measure on the annotated files of the folder GOLD and on the raw news CORPUS (JSON Lines, also
# *.gz, which is unpacked to a file that is removed again); with ERRORS, list that many of the commonest errors of each measure.
set -eu
program=${1-} gold=${2-} corpus=${3-} errors=${4-}
[ -x "$program" ] || { echo "measure: no program '$program' (make build)" >&2; exit 2; }
[ -n "$gold" ] || { echo 'measure: say where the annotated files are: make measure GOLD=folder [CORPUS=news.jsonl.gz]' >&2; exit 2; }
[ -d "$gold" ] || { echo "measure: no folder '$gold' (make measure GOLD=folder)" >&2; exit 2; }
[ -z "$corpus" ] || [ -f "$corpus" ] || { echo "measure: no file '$corpus' (CORPUS=news.jsonl.gz)" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
case $corpus in
*.gz)
  name=${corpus##*/}
  gzip -dc "$corpus" >"$work/${name%.gz}"
  corpus=$work/${name%.gz} ;;
esac
"$program" ${errors:+--errors "$errors"} "$gold" ${corpus:+"$corpus"}
