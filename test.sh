#!/usr/bin/env bash
# Installs by apt what the tests need and the machine lacks, builds, and runs every test.
#   bash test.sh             the whole suite
#   bash test.sh --nightly   the suite, then the long soak and fault runs
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

nightly=false
for argument in "$@"; do
  case "$argument" in
    --nightly) nightly=true ;;
    *) echo "test.sh: unknown argument '$argument'; it takes --nightly or nothing" >&2; exit 2 ;;
  esac
done

install_missing() {
  local missing=()
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  [ -x /usr/lib/postgresql/15/bin/initdb ] || missing+=(postgresql-15)
  command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
  [ -d /usr/share/fonts/opentype/ipaexfont-gothic ] || missing+=(fonts-ipaexfont)
  [ -x /usr/sbin/clickhouse-server ] || missing+=(clickhouse-server)
  command -v gcc >/dev/null || missing+=(gcc libc6-dev)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed and not installable here: ${missing[*]}. The tests that need them are skipped and say so."
    return
  fi
  echo "Installing: ${missing[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || echo "apt could not install all of them; the tests that need them are skipped and say so."
}

install_missing

if ! dotnet build Sbirt.sln -c Release -v quiet; then
  echo "The build failed."
  echo "0 passed, 1 failed"
  exit 1
fi

report=$(mktemp)
trap 'rm -f "$report"' EXIT
passed=0 failed=0 skipped=0

run_tests() {
  dotnet Sbirt.Tests/bin/Release/net10.0/Sbirt.Tests.dll -noColor "$@" | tee "$report"
  local code=${PIPESTATUS[0]} summary
  summary=$(grep -E 'Sbirt.Tests +Total:' "$report" | tail -n 1)
  if [ -z "$summary" ]; then
    echo "The test run ended without a summary (exit code $code)."
    failed=$((failed + 1))
    return
  fi
  local total errors bad skip notrun
  total=$(sed -E 's/.*Total: ([0-9]+).*/\1/' <<<"$summary")
  errors=$(sed -E 's/.*Errors: ([0-9]+).*/\1/' <<<"$summary")
  bad=$(sed -E 's/.*Failed: ([0-9]+).*/\1/' <<<"$summary")
  skip=$(sed -E 's/.*Skipped: ([0-9]+).*/\1/' <<<"$summary")
  notrun=$(sed -E 's/.*Not Run: ([0-9]+).*/\1/' <<<"$summary")
  passed=$((passed + total - bad - skip - notrun))
  failed=$((failed + bad + errors))
  skipped=$((skipped + skip))
  if [ "$code" -ne 0 ] && [ $((bad + errors)) -eq 0 ]; then failed=$((failed + 1)); fi
}

run_tests -trait- "Category=Nightly"
# Runs of hours are marked explicit; benchmarks are too, and have no category: they are run one by one.
if $nightly; then run_tests -explicit on -trait "Category=Nightly"; fi

echo
if [ "$passed" -eq 0 ]; then failed=$((failed + 1)); fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
