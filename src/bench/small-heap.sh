# Sourced by the benchmarks: a folder of its own that is taken away at the end, and a heap that no large file fits.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export FERRY_JAVA_OPTS=-Xmx256m
