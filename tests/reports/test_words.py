"""The fixed words of the report: none that a form places is missing, none is left that no form places."""

from __future__ import annotations

import re

from django.conf import settings

from assessments.reports.renderers.pdf import cuts, payload
from assessments.reports.words import fixed_words

REPORTS = settings.BASE_DIR / "assessments" / "reports"
FORMS = {
    file: file.read_text()
    for top, kind in ((REPORTS, "*.py"), (REPORTS, "*.typ"), (settings.BASE_DIR / "templates" / "report", "*.html"))
    for file in top.rglob(kind)
    if not file.name.endswith("words.py")
}


def text_of(*kinds: str) -> str:
    return "\n".join(text for file, text in FORMS.items() if file.suffix in kinds)


def test_every_word_that_is_placed_is_there() -> None:
    """A page would leave the place of a missing one empty; a document would not be made, in some rare case alone."""
    renderers = "\n".join(text for file, text in FORMS.items() if file.is_relative_to(REPORTS / "renderers"))
    placed = {
        *re.findall(r"\bwords\.(\w+)", text_of(".typ", ".html")),
        *re.findall(r"\bwords\[\"(\w+)\"\]", renderers),
    }
    assert placed - set(fixed_words()) == set()


def test_every_word_is_placed_somewhere() -> None:
    every = text_of(".py", ".typ", ".html")
    idle = [key for key in fixed_words() if not re.search(rf"[\"'.]{key}\b", every)]
    assert [key for key in idle if f'f"{key.partition("_")[0]}_{{' not in every] == []


def test_typst_gets_the_words_it_reads_and_no_others() -> None:
    """`payload` and `cuts` name them: what goes along is hashed with every page."""
    assert set(re.findall(r"\bwords\.(\w+)", text_of(".typ"))) == {*payload.WORDS, *cuts.WORDS}
