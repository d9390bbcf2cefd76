"""What a page weighs on its way to a browser that has opened nothing yet."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders
from django.test import Client

from cxmaturity.storage import without_noise

NAMED = re.compile(rb"""["']/static/([^"']+\.(?:css|js|svg))["']""")
IMPORTED = re.compile(r'@import url\("([^"]+)"\)|^import [^;]*?"([^"]+)";', re.MULTILINE)


def weight(client: Client, path: str) -> int:
    """The bytes of a page, compressed by the server, and of all it loads, compressed beforehand."""
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200, path
    html = gzip.decompress(answer.content)
    return len(answer.content) + sum(_file(name.decode()) for name in {each[1] for each in NAMED.finditer(html)})


@cache
def _file(name: str) -> int:
    text = "".join(_with_imports(name).values())
    return len(brotli.compress((without_noise(text) if name.endswith(".css") else text).encode()))


def _with_imports(name: str) -> dict[str, str]:
    """A file with all that it imports, by path: the server joins stylesheets into one; scripts are counted so too."""
    found: dict[str, str] = {}
    waiting = [Path(str(finders.find(name)))]
    while waiting:
        path = waiting.pop()
        found[str(path)] = path.read_text()
        for match in IMPORTED.finditer(found[str(path)]):
            part = path.parent / (match[1] or match[2])
            known = part if part.is_file() else Path(str(finders.find((match[1] or match[2]).removeprefix("../"))))
            if str(known) not in found:
                waiting.append(known)
    return found
