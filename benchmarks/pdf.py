"""The PDF of a report against typst alone: `python benchmarks/pdf.py [runs]`.

Bare is a document of the same number of pages, with the report's own words as plain paragraphs in the same fonts and
cuts of them (`fonts` counts what is embedded) and to the same standard: running text, the least that typst can be
asked for. Table is typst alone, too, with the same
words in the pieces in which the report has them, more than a thousand, in the cells of plain tables. Ours is `to_pdf`:
fonts, charts, JSON and the report itself. Its ratio to each of the two is told. Scratch is a new process, the
import included; warm is the same process again, with other data each time, since typst remembers what it has set.
Each kind runs in processes of its own, by turns; the least of all runs counts, since other work on the machine only
adds. The goal is one of wall time: a report is set on two cores, running text on one. All run from bytecode, as
installed: a process that is not counted writes it, whatever the environment says.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
LANGUAGES = ("en", "zh-hans", "zh-hant")
DOCUMENTS = 5  # in one process: the first from scratch, the others warm
PARAGRAPH = 400
HAN = "\u2e80"  # the first of the Chinese characters
SILENT = ("figures", "colours", "fonts", "language", "id", "key", "practice", "dimension", "status", "lane", "grade")
FRAME = """
#let d = json(bytes(sys.inputs.data))
#set document(title: "Bare")
#set page(paper: "a4", margin: (x: 20mm, top: 37mm, bottom: 29mm))
#set text(font: d.fonts, size: 9pt, lang: d.language, region: d.region, variations: (opsz: 14), hyphenate: false)
#set par(justify: d.language == "zh")
#for (number, page) in d.pages.enumerate() {
  if number > 0 { colbreak() }
  set text(variations: (opsz: d.display))
  text(size: 20pt, weight: 600, d.head + " " + str(number))
  text(size: 20pt, weight: 400, " " + str(number))
  set text(variations: (opsz: 14))
  let piece(weight, words) = text(weight: weight, words)
  PIECES
}
"""
BARE = FRAME.replace("PIECES", "for each in page { par(piece(..each)) }")
TABLE = FRAME.replace(
    "PIECES",
    """set text(size: 6.6pt)
  table(columns: (1fr,) * 4, stroke: none, inset: (x: 2pt, y: 1pt), ..page.map(each => piece(..each)))""",
)
SHEETS = {"bare": BARE, "table": TABLE}
KINDS = (*SHEETS, "ours")


def main(runs: int) -> None:
    """Prints wall and processor time of each in milliseconds, and our ratios to the others, in each language."""
    heads = "".join(f"{kind:>8}: wall    cpu" for kind in KINDS)
    ratios = "".join(f"  to {kind:>5}: wall  cpu" for kind in SHEETS)
    print(f"language start  {heads}{ratios}       pages   fonts           KB")
    for language in LANGUAGES:
        found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
        with TemporaryDirectory() as folder:
            for kind in SHEETS:
                Path(folder, kind).write_text(json.dumps(_bare_data(language, kind)), encoding="utf-8")
            for run in range(runs + 1):
                for kind in KINDS:
                    made = _in_new_process(kind, language if kind == "ours" else str(Path(folder, kind)), folder)
                    if run:
                        found[kind].append(made)
        for start in ("scratch", "warm"):
            _print(language, start, found)


def _print(language: str, start: str, found: dict[str, list[dict[str, Any]]]) -> None:
    wall, cpu = (
        {kind: min(taken for each in found[kind] for taken in each[start][clock]) for kind in KINDS}
        for clock in ("wall", "cpu")
    )
    times = "".join(f"{wall[kind] * 1000:14.0f} {cpu[kind] * 1000:6.0f}" for kind in KINDS)
    ratios = "".join(f"{wall['ours'] / wall[kind]:16.2f} {cpu['ours'] / cpu[kind]:4.2f}" for kind in SHEETS)
    pages, fonts, size = ("/".join(str(found[kind][0][name]) for kind in KINDS) for name in ("pages", "fonts", "size"))
    print(f"{language:8} {start:7}{times}{ratios} {pages:>11} {fonts:>7} {size:>12}", flush=True)


def _in_new_process(kind: str, source: str, bytecode: str) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    made = subprocess.run(
        [sys.executable, __file__, kind, source], check=True, capture_output=True, cwd=ROOT, env=environment
    )
    return dict(json.loads(made.stdout))


def measure(jobs: list[Callable[[], bytes]]) -> None:
    """Times the jobs in this process, the first from scratch. Neither what was done before counts, nor its garbage."""
    taken, made = [], []
    gc.collect()
    gc.freeze()
    for job in jobs:
        wall, cpu = time.perf_counter(), time.process_time()
        made.append(job())
        taken.append((time.perf_counter() - wall, time.process_time() - cpu))
    result = {
        "scratch": {"wall": [taken[0][0]], "cpu": [taken[0][1]]},
        "warm": {"wall": [wall for wall, _ in taken[1:]], "cpu": [cpu for _, cpu in taken[1:]]},
        "pages": _pages(made[0]),
        "fonts": _fonts(made[0]),
        "size": len(made[0]) // 1024,
    }
    print(json.dumps(result))


def our_jobs(language: str) -> list[Callable[[], bytes]]:
    """The reports of one language; the renderer is imported by the first."""
    from tests.reports.documents import report

    def job(document: Any) -> bytes:
        from assessments.reports.renderers.to_pdf import to_pdf

        return to_pdf(document)

    return [partial(job, report(language, seed)) for seed in range(1, DOCUMENTS + 1)]


def bare_jobs(kind: str, file: str) -> list[Callable[[], bytes]]:
    """The plain documents that `_bare_data` wrote; typst and the fonts are loaded by the first."""
    data = json.loads(Path(file).read_text(encoding="utf-8"))
    fonts: list[Any] = []

    def job(inputs: str) -> bytes:
        import typst

        if not fonts:
            fonts.append(typst.Fonts(False, False, data["folders"]))
        with TemporaryDirectory() as empty:
            return typst.compile(
                SHEETS[kind].encode(), root=empty, font_paths=fonts[0], ignore_system_fonts=True, format="pdf",
                sys_inputs={"data": inputs}, pdf_standards=["ua-1"], timestamp=0,
            )  # fmt: skip

    return [partial(job, inputs) for inputs in data["inputs"]]


def _bare_data(language: str, kind: str) -> dict[str, Any]:
    from assessments.reports.renderers.pdf.fonts import families, folders
    from assessments.reports.renderers.pdf.payload import payload
    from assessments.reports.renderers.to_pdf import to_pdf
    from tests.reports.documents import report

    inputs = []
    for seed in range(1, DOCUMENTS + 1):
        document = report(language, seed)
        words = list(filter(None, _words(payload(document))))
        pages = {"bare": _paged, "table": _pieces}[kind](words, _pages(to_pdf(document)))
        place = {"en": ("en", "GB"), "zh-hans": ("zh", "CN"), "zh-hant": ("zh", "TW")}[language]
        data = {
            "fonts": families(language),
            "language": place[0],
            "region": place[1],
            "display": 30 if language == "en" else 14,  # as in look.typ: one cut in Chinese
            "head": document.title,
            "pages": [[(_weight(place, each, language), each) for place, each in enumerate(page)] for page in pages],
        }
        inputs.append(json.dumps(data, ensure_ascii=False))
    return {"folders": [str(folder) for folder in folders()], "inputs": inputs}


def _weight(place: int, words: str, language: str) -> int:
    """Every third piece is strong, but for Chinese words in an English report, which the report has in one cut."""
    return 600 if place % 3 == 0 and not (language == "en" and max(words) >= HAN) else 400


def _words(value: Any) -> Iterator[str]:
    """Every text that the report shows."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in SILENT:
                yield from _words(each)


def _paged(words: list[str], pages: int) -> list[list[str]]:
    """The words in paragraphs, the same number of letters to each page."""
    text = " ".join(words)
    room = -(-len(text) // pages)
    sheets = [text[start : start + room] for start in range(0, len(text), room)]
    return [[sheet[start : start + PARAGRAPH] for start in range(0, len(sheet), PARAGRAPH)] for sheet in sheets]


def _pieces(words: list[str], pages: int) -> list[list[str]]:
    """The words in the pieces they come in, about the same number of letters to each page."""
    room = sum(map(len, words)) / pages
    sheets: list[list[str]] = [[]]
    letters = 0
    for word in words:
        if letters >= room * len(sheets):
            sheets.append([])
        sheets[-1].append(word)
        letters += len(word)
    return sheets


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


def _fonts(pdf: bytes) -> int:
    """How many cuts of fonts are embedded."""
    from pypdf import PdfReader

    resources: list[Any] = [page["/Resources"] for page in PdfReader(BytesIO(pdf)).pages]
    return len({font.idnum for each in resources for font in each.get("/Font", {}).values()})


if __name__ == "__main__":
    if sys.argv[1:2] == ["ours"]:
        measure(our_jobs(sys.argv[2]))
    elif sys.argv[1:2] and sys.argv[1] in SHEETS:
        measure(bare_jobs(sys.argv[1], sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
