#!/bin/sh
# Makes .venv hold what a requirements file pins. Quick when it does already: it compares with what it installed last.
#   sh deploy/environment.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
wanted=$1
installed=.venv/installed

works() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
# One compiled by hand is often not optimised, and needs a fifth more time for everything. A distribution's is.
optimised() {
    works "$1" && "$1" -c 'import ensurepip, sys, sysconfig
sys.exit(sys.prefix != "/usr" and "--enable-optimizations" not in str(sysconfig.get_config_var("CONFIG_ARGS")))' 2>/dev/null
}
first() { # first CHECK PYTHON…: the first that passes
    check=$1; shift
    for each; do if $check "$each"; then echo "$each"; return; fi; done
}

if ! works .venv/bin/python; then
    known="python3 python3.15 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3"
    python=$(first works ${PYTHON:-})
    [ -n "$python" ] || python=$(first optimised $known)
    [ -n "$python" ] || python=$(first works $known)
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
