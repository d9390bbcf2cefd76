"""Word documents opened by another program: LibreOffice makes pages of them with the same headings."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from assessments.reports.look import Look, Note
from assessments.reports.renderers.to_docx import to_docx
from tests.office import converted, pages_of

from .documents import LANGUAGES, report
from .docx_reading import worded
from .test_to_docx_house import template


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What stands on the pages of reports, of one in a template and of a long cover, by one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("word")
    made = {language: to_docx(worded(report(language))) for language in LANGUAGES}
    noted = replace(worded(report()), notes={"summary": Note("In short.")})
    made["house"] = to_docx(noted, Look(docx_template=template("Cover of {{company}}", "{{report}}", "The end")))
    made["cover"] = long_cover()
    paths = [folder / f"{name}.docx" for name in made]
    for path, content in zip(paths, made.values(), strict=True):
        path.write_bytes(content)
    return dict(zip(made, (pages_of(each.read_bytes()) for each in converted(paths, "pdf", folder)), strict=True))


def long_cover() -> bytes:
    """A cover with as much on it as there may be, and a section after it."""
    picture = BytesIO()
    Image.new("RGBA", (60, 3000), "#7A1F5C").save(picture, "PNG")
    document = worded(report(company="Harbourland Retailing and Hospitality " * 4))
    document = replace(document, subtitle="Full assessment of all shops and the web shop " * 3, order=("method",))
    return to_docx(document, Look(logo_png=picture.getvalue(), cover_line="For the board " * 21))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_and_score_is_on_the_pages_in_its_order(language, pages):
    document = report(language)
    said = "".join("".join(pages[language]).split())
    places = [said.rindex("".join(f"{head.number}{head.topic}".split())) for head in document.heads]
    assert places == sorted(places)
    for row in document.profile.rows:
        assert f"{row.name}{row.score.text}".replace(" ", "") in said
    assert "".join(document.words["page_of"].format(page=2, pages=len(pages[language])).split()) in said


def test_a_template_of_a_house_is_kept_around_the_report(pages):
    said = " ".join(" ".join(pages["house"]).split())
    company = report().company
    assert said.index(f"Cover of {company}") < said.index("In short.") < said.index("The end")


def test_a_cover_stays_one_page_however_long_its_words(pages):
    assert report().eyebrow[0] in pages["cover"][1]
