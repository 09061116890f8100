# Sourced by what breaks things on purpose and by the benchmark: builds Ferry where needed, compiles the harness, which is test
# code but needs no library that Ferry does not, and runs a class of it, named below dev.ferry, with a folder that is taken away
# at the end.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"

harness() {
  local name=$1
  shift
  local java=${JAVA_HOME:+$JAVA_HOME/bin/} libraries="$top/target/launch/ferry.jar:$top/target/lib/*"
  "$top/ferry" --version >/dev/null
  work=$(mktemp -d)
  # A server whose harness is interrupted takes a moment to end.
  trap 'rm -rf "$work" 2>/dev/null || { sleep 5; rm -rf "$work"; }' EXIT
  "${java}javac" -proc:none -implicit:class -d "$work/classes" -cp "$libraries" -sourcepath src/test/java \
    "src/test/java/dev/ferry/${name//.//}.java"
  "${java}java" -Xmx512m -XX:TieredStopAtLevel=1 -Dferry.class.path="$libraries" -Dferry.launcher="$top/ferry" \
    -Dferry.work="$work" -Dlogback.configurationFile="$top/src/test/resources/logback-test.xml" \
    -cp "$libraries:$work/classes" "dev.ferry.$name" "$@"
}
