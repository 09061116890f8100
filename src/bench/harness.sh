# Sourced by what breaks things on purpose: builds Ferry where needed, compiles the harness, which is test code but needs no
# library that Ferry does not, and runs a class of it.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"

harness() {
  local name=$1
  shift
  local java=${JAVA_HOME:+$JAVA_HOME/bin/} libraries="$top/target/launch/ferry.jar:$top/target/lib/*"
  "$top/ferry" --version >/dev/null
  classes=$(mktemp -d)
  trap 'rm -rf "$classes"' EXIT
  "${java}javac" -proc:none -implicit:class -d "$classes" -cp "$libraries" -sourcepath src/test/java \
    "src/test/java/dev/ferry/fault/$name.java"
  "${java}java" -Xmx512m -XX:TieredStopAtLevel=1 -Dferry.class.path="$libraries" \
    -Dlogback.configurationFile=src/test/resources/logback-test.xml -cp "$libraries:$classes" "dev.ferry.fault.$name" "$@"
}
