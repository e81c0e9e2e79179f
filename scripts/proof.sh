# What the proofs that kill programs share; they source it after setting `proof` (their name) and
# `home` (the repository). Gives: folder, fail, stateline, milliseconds, kill_between.

RANDOM="${PROOF_SEED:=$((RANDOM))}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "$proof: FAILED: $1" >&2
  exit 1
}

stateline() {
  "$home/stateline" "$@"
}

milliseconds() {
  date +%s%3N
}

# kill_between FROM TO COMMAND...: starts a command, and kills it with SIGKILL after a random time between these
# two, in milliseconds.
kill_between() {
  local after=$(($1 + (RANDOM * 32768 + RANDOM) % ($2 - $1)))
  shift 2
  "$home/stateline" "$@" > /dev/null 2>&1 &
  local pid=$!
  sleep "$(printf '%d.%03d' $((after / 1000)) $((after % 1000)))"
  kill -9 "$pid" 2> /dev/null || true
  wait "$pid" 2> /dev/null || true
}
