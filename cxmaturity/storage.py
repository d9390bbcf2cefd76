"""Static files with hashed names and ready-made compression, and the stylesheets joined into one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/theme.css"
IMPORT = re.compile(r'@import url\("(?P<path>[^"]+)"\)(?: layer\((?P<layer>\w+)\))?;')
# What no browser needs: remarks (but a licence, which begins with “!”), indents and blank lines. Not within quotes.
NOISE = re.compile(r"""@charset "[^"]*";|/\*(?!!).*?\*/|(?<=\n)\s+|(?P<kept>"[^"]*"|'[^']*')""", re.DOTALL)


def without_noise(sheet: str) -> str:
    """A stylesheet as it is sent: without what only its readers need."""
    return NOISE.sub(lambda found: found["kept"] or "", sheet)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Replaces the imports of theme.css by what they import: one request and one compressed stream."""

    support_js_module_import_aggregation = True  # modules import each other by hashed name too

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if SHEET in paths and not dry_run:
            sheet = self._read(SHEET)
            parts = [self._target(each["path"]) for each in IMPORT.finditer(sheet)]
            joined = IMPORT.sub(self._inlined, sheet)
            self.delete(SHEET)
            with self.open(SHEET, "w") as out:
                out.write(joined)
            paths[SHEET] = (self, SHEET)
            for part in parts:
                del paths[part]
                self.delete(part)
        yield from super().post_process(paths, dry_run, **options)

    def _inlined(self, match: re.Match[str]) -> str:
        text = without_noise(self._read(self._target(match["path"])))
        return f"@layer {match['layer']} {{{text}}}" if match["layer"] else text

    @staticmethod
    def _target(path: str) -> str:
        """The name of an imported file: `../` leads out of css/, everything else lies in it."""
        return path.removeprefix("../") if path.startswith("../") else f"css/{path}"

    def _read(self, name: str) -> str:
        with self.open(name) as file:
            return bytes(file.read()).decode()
