#!/bin/sh
# Makes .venv hold what a requirements file pins. Quick when it does already: it compares with what it installed last.
#   sh deploy/environment.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
wanted=$1
installed=.venv/installed

works() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if ! works .venv/bin/python; then
    python=
    for each in ${PYTHON:-} python3 python3.15 python3.14 python3.13 python3.12 python3.11 python; do
        if works "$each"; then python=$each; break; fi
    done
    [ -n "$python" ] || { echo "Python 3.11 or later is needed. Install it, or say where it is: PYTHON=/path/to/python make run" >&2; exit 1; }
    echo "Making .venv with $("$python" --version)" >&2
    rm -rf .venv
    "$python" -m venv .venv || { rm -rf .venv; echo "Python cannot make environments here. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
fi

if ! cmp -s "$wanted" "$installed/$wanted"; then
    echo "Installing what $wanted pins (once, until it changes)" >&2
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement "$wanted"
    mkdir -p "$installed"
    cp "$wanted" "$installed/"
    # The set for development contains the other one, in the same versions.
    [ "$wanted" = requirements.txt ] || cp requirements.txt "$installed/"
fi
