"""The sample report: for everybody, in three languages, without the database."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from assessments import demo
from tests.personas import World

LANGUAGES = ("en", "zh-hans", "zh-hant")
NUMBER = re.compile(r'href="(/sample/numbers/[^"]+/)"')
NOTES = {
    "en": "There is no list of what we have promised.",
    "zh-hans": "照片一直留在手机里，没有人说过什么时候删。",
    "zh-hant": "離職的人也還在群組裡。",
}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    caches["reports"].clear()


def page(client: Client, language: str, path: str = "/sample/") -> str:
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_get_a_company_that_writes_as_they_do(language: str, client: Client, db: None) -> None:
    text = page(client, language)
    assert f'<html lang="{language}"' in text
    assert demo.client_for(language).name in text
    assert NOTES[language] in text
    assert text.count("<h1") == 1
    for other in set(LANGUAGES) - {language}:
        assert demo.client_for(other).name not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_costs_no_query(language: str, client: Client, django_assert_num_queries: Any, db: None) -> None:
    with django_assert_num_queries(0):
        page(client, language)
        page(client, language, "/sample/numbers/l3/")
        page(client, language, "/sample/report.json")


def test_signed_in_it_costs_session_and_person(world: World, owner: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        page(owner, "en")


def test_every_number_opens(client: Client, db: None) -> None:
    found = sorted(set(NUMBER.findall(page(client, "en"))))
    assert len(found) > 70
    for each in found:
        page(client, "en", each)


def test_it_is_made_once_a_day_and_language(client: Client, db: None) -> None:
    first = page(client, "en")
    assert len(caches["reports"]._cache) == 1
    assert NOTES["en"] in page(client, "en")
    page(client, "zh-hans")
    assert len(caches["reports"]._cache) == 2
    assert demo.client_for("en").name in first


@pytest.mark.parametrize(
    ("reader", "file"), [("en", "en"), ("en", "zh-hans"), ("zh-hant", "zh-hant"), ("zh-hant", "en")]
)
def test_files_are_of_the_company_on_the_page(reader: str, file: str, client: Client, db: None) -> None:
    result = json.loads(page(client, reader, f"/sample/report.json?language={file}"))
    assert result["language"] == file
    assert result["company"]["name"] == demo.client_for(reader).name
    with override(file):
        assert result["title"] == gettext("Sample of an invented company")


def test_there_is_a_pdf(client: Client, db: None) -> None:
    answer = client.get(reverse("sample_file", args=["pdf"]), headers={"accept-language": "zh-hans"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "path", ["/sample/numbers/nothing/", "/sample/report.doc", "/sample/report.json?language=fr", "/sample/nothing/"]
)
def test_what_is_not_there_is_not_found(path: str, client: Client, db: None) -> None:
    assert client.get(path).status_code == 404


def test_it_is_only_read(client: Client, db: None) -> None:
    assert client.post("/sample/").status_code == 405
