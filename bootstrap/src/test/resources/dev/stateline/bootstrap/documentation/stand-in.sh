#!/usr/bin/env bash
# Stands in a page's folder under the name of a program, and has the process of the page do what that would do. Where the
# page means a process of its own, to kill it or to interrupt it, it is one.
set -euo pipefail

name="${0##*/}"
if [ -n "${PAGE_OWN_PROCESS:-}" ] && [ "$name" = stateline ]; then
  exec "$PAGE_JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$PAGE_CLASS_PATH" dev.stateline.bootstrap.Main "$@"
fi

call="$(mktemp -d "$PAGE_CALLS/call-XXXXXX")"
printf '%s\0' "$name" "$@" > "$call/words"
for variable in "${!STATELINE_@}"; do
  printf '%s=%s\0' "$variable" "${!variable}"
done > "$call/environment"
cat > "$call/in"
# Only where both go to one place can it be told which line came first.
if [ /dev/fd/1 -ef /dev/fd/2 ]; then : > "$call/together"; fi
exec 3<> "/dev/tcp/127.0.0.1/$PAGE_PORT"
echo "$call" >&3
read -r code <&3
if [ -s "$call/err" ]; then cat "$call/err" >&2; fi
cat "$call/out"
exit "$code"
