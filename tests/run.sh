#!/bin/sh
# Everything that must hold, cheapest first; stops at the first failure. `make test` calls it.
set -eu
cd "$(dirname "$0")/.."
sh tests/system.sh
unset PYTHONDONTWRITEBYTECODE # what is compiled once, every process reads
unset DJANGO_SETTINGS_MODULE DEBUG HTTPS PROXIES ALLOWED_HOSTS EMAIL_URL STATIC_ROOT TIME_ZONE LOG_LEVEL
scratch=$(mktemp -d)
trap 'wait; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export DATABASE_URL="sqlite:///$scratch/db.sqlite3" SECRET_KEY="only-for-tests-00000000000000000000000000000000000000000000"
PATH="$PWD/.venv/bin:$PATH"
# One process more than there are processors, since tests wait for other programs; each takes up to a gigabyte.
workers=${WORKERS:-$(($(getconf _NPROCESSORS_ONLN) + 1))}
[ "$workers" -le 8 ] || workers=8
core="tests/content tests/maturity tests/voice tests/journey tests/planning tests/rounds tests/value tests/benchmark"
export CI=1  # property tests try the same examples on every machine

# While the first steps run: the migrations once on each database, for all tests (tests/databases.py).
export TEMPLATES="$scratch/templates"
mkdir "$TEMPLATES"
{
    DATABASE_URL="sqlite:///$scratch/migrated.sqlite3" python -m tests.databases "$TEMPLATES"
    sh tests/postgres.sh python -m tests.databases "$TEMPLATES"
} &
migrating=$!

mypy --no-error-summary &
typing=$!

# Compiled once, while the linters run, and not by each process of the tests for itself. What is wrong, they say.
pytest -q --collect-only >/dev/null 2>&1 &
compiling=$!

say() { echo "== $*"; "$@"; }
say ruff check --quiet .
say ruff format --quiet --check .
say djlint --quiet --lint templates
say lint-imports --no-logo
say python -m tests.catalogues check
say python manage.py makemigrations --check --dry-run
say python manage.py check --deploy --fail-level INFO
say env HTTPS=true PROXIES=1 ALLOWED_HOSTS=cx.example.com python manage.py check --deploy --fail-level INFO
echo "== mypy --no-error-summary"
wait "$typing"
say wait "$migrating"
wait "$compiling" || true
say pytest -q -n "$workers" --dist worksteal --cov --cov-fail-under=100 $core
rest=$(printf " --ignore %s" $core)  # it needs no database, and has run above
say sh tests/postgres.sh pytest -q -n "$workers" --dist worksteal -m database --ignore tests/browser $rest
say pytest -q -n "$workers" --dist worksteal $rest
