#!/usr/bin/env bash
# What happened when, in a terminal: the events of a time, the years with most of them, and who takes part most.
#   Config/examples/timeline.sh [address] [from] [to]      needs curl and jq
set -euo pipefail

address=${1:-http://localhost:8080}
from=${2:-1900}
to=${3:-2030}

# $1: a resource of /v1/flat; the others: parameters. TARIKH_KEY is sent where the service has keys.
rows() {
  local resource=$1
  shift
  local options=()
  for parameter in "$@"; do options+=(--data-urlencode "$parameter"); done
  if [ -n "${TARIKH_KEY:-}" ]; then options+=(--header "Authorization: Bearer $TARIKH_KEY"); fi
  curl --silent --show-error --fail-with-body --get "${options[@]}" "$address/v1/flat/$resource"
}

echo "== Events from $from to $to"
rows events "from=$from" "to=$to" limit=10 sort=-salience |
  jq -r 'sort_by(.time_ms)[] | [.edtf, .title, .place] | @tsv'

echo "== Years with most of them"
rows top field=year n=5 "from=$from" "to=$to" |
  jq -r '.[] | "\(.label)\t\(.value)\t\(.share * 100 | round) %"'

echo "== Who takes part"
rows top field=entity n=5 "from=$from" "to=$to" | jq -r '.[] | [.label, .type, .value] | @tsv'
