#!/bin/sh
# Makes sure that the programs of the tests are there (Chromium, PostgreSQL, LibreOffice, poppler): installs what is missing
# when root on Debian, else says what to install, and fails.
set -eu
missing=
# The shell is Chromium without windows and menus: a new page opens in a third of the time.
for each in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$each" >/dev/null; then browser=$each; fi
done
[ -n "${browser:-}" ] || missing="$missing chromium-headless-shell"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing="$missing postgresql"
# Each of LibreOffice’s programs is a library beside soffice: one may be there without the others.
office=$(readlink -f "$(command -v soffice)" 2>/dev/null) || office=
for each in calc:sc impress:sd writer:sw; do
    [ -n "$office" ] && [ -e "$(dirname "$office")/lib${each#*:}lo.so" ] || missing="$missing libreoffice-${each%:*}-nogui"
done
command -v pdftoppm >/dev/null && command -v pdftotext >/dev/null || missing="$missing poppler-utils"
[ -n "$missing" ] || exit 0
root=$([ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo yes) || root=
[ -z "$root" ] || apt-get update -qq
# Ubuntu has the whole browser only.
apt-cache show chromium-headless-shell >/dev/null 2>&1 || missing=$(echo "$missing" | sed s/-headless-shell//)
if [ -n "$root" ]; then
    echo "Installing$missing" >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "The tests need$missing. On Debian and Ubuntu: sudo apt-get install$missing" >&2
    exit 1
fi
