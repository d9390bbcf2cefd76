"""The deck from the report page: for those who may read it, in the language asked for; nobody anonymous is in it."""

from __future__ import annotations

import io
import zipfile

from pptx import Presentation

from .test_anonymous_results import make, url

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def test_the_menu_of_the_report_offers_the_deck(owner, world):
    page = owner.get(url(world)).content.decode()
    assert "../report.pptx?language=en" in page
    assert "PowerPoint" in page


def test_it_is_a_file_to_keep_in_the_language_asked_for(browser_of, world):
    for who in ("owner", "consultant", "viewer"):
        answer = browser_of[who].get(url(world, "report.pptx?language=zh-hant"))
        assert answer["Content-Type"] == TYPE
        assert "attachment" in answer["Content-Disposition"]
        assert ".pptx" in answer["Content-Disposition"]
        deck = Presentation(io.BytesIO(answer.content))
        assert deck.core_properties.language == "zh-TW"
        assert deck.slides[0].shapes.title.text_frame.text == world.company.name
    assert browser_of["owner"].get(url(world, "report.pptx?language=xx")).status_code == 404


def test_strangers_learn_nothing(stranger, client, world):
    assert stranger.get(url(world, "report.pptx")).status_code == 404
    assert client.get(url(world, "report.pptx")).status_code in (302, 404)


def test_nobody_of_an_anonymous_round_is_in_it(world, owner):
    make(world)
    answer = owner.get(url(world, "report.pptx"))
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            parts = [content]
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(content)) as book:
                    parts = [book.read(each) for each in book.namelist()]
            for part in parts:
                assert b"zora" not in part.lower(), name
