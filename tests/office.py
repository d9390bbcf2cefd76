"""LibreOffice and Poppler for the tests: many files turned into another form by one start of it, and PDFs read."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

OFFICE = "soffice"
SECONDS = 900  # a busy machine is no fault of ours
DPI = 60
RECALCULATING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # every formula is calculated anew when a workbook is opened, whatever value stands beside it


def converted(paths: Iterable[Path], to: str, folder: Path, seconds: float = SECONDS) -> list[Path]:
    """The files in another form, in `folder` and in their order; `to` is an extension, where needed with a filter.

    Their names must differ before the dot. Every call has a profile of its own, so that calls may run side by side.
    Workbooks are calculated anew.
    """
    sources = [Path(each).resolve() for each in paths]
    made = [folder / f"{each.stem}.{to.partition(':')[0]}" for each in sources]
    assert len(set(made)) == len(made), "two files would become one"
    with TemporaryDirectory(prefix="office-") as profile:
        (Path(profile) / "user").mkdir()
        (Path(profile) / "user" / "registrymodifications.xcu").write_text(RECALCULATING)
        told = subprocess.run(
            [
                OFFICE, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", to, "--outdir", str(folder), *map(str, sources),
            ],
            capture_output=True, text=True, timeout=seconds, check=False,
        )  # fmt: skip
    missing = [each.name for each in made if not each.is_file()]
    assert not missing, f"LibreOffice made no {', '.join(missing)}: {told.stdout}{told.stderr}"
    return made


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, in the order in which it was set. Poppler takes a hundredth of the time of pypdf."""
    call = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    told = subprocess.run(call, input=pdf, capture_output=True, check=True, timeout=SECONDS)
    return told.stdout.decode().split("\f")[:-1]


def pictures(pdf: Path, folder: Path, dpi: int = DPI, last: int = 0) -> list[Path]:
    """The pages of a PDF as PNG files, in their order, up to the `last`."""
    name = folder / pdf.stem
    until = ["-l", str(last)] if last else []
    subprocess.run(["pdftoppm", "-r", str(dpi), *until, "-png", str(pdf), str(name)], check=True, timeout=SECONDS)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))
