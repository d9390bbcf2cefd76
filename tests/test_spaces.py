"""Chinese has no space between two sentences, nor after a colon: pages that put sentences side by side know it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from tests.imports.tables import match, of_run, upload
from tests.personas import World
from tests.surveys.asking import asked, running
from tests.targets.helpers import aim, answered

GAP = re.compile("[。：；，？] (?=[\u4e00-\u9fffA-Z0-9])|[\u4e00-\u9fff] （")


def lines(client: Client, url: str, **said: str) -> list[str]:
    """The lines of the page in which a space stands beside a Chinese sign; of what answers a form, where it is sent."""
    page = client.post(url, said) if said else client.get(url)
    assert page.status_code == 200
    body = re.sub(r"(?s)<(script|template|svg|head).*?</\1>", "", page.content.decode())
    paragraphs = re.findall(r"(?s)<(?:p|li|h1|label)[ >].*?</(?:p|li|h1|label)>", body)
    return [text for each in paragraphs if GAP.search(text := " ".join(unescape(strip_tags(each)).split()))]


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_no_space_between_chinese_sentences(language: str, world: World, owner: Client) -> None:
    owner.cookies["django_language"] = language
    assert lines(owner, reverse("question", args=[world.assessment.code, "l1-accurate-facts"])) == []
    answered(world)
    aim(world, ("level", 3, ""))
    company = [world.company.code]
    for url in (
        reverse("goal_new", args=company),
        reverse("assessment_edit", args=[world.assessment.code]),
        reverse("voice_import", args=company),
        reverse("account_email"),
        reverse("plan", args=company),
    ):
        assert lines(owner, url) == [], url
    upload(owner, world.company, "Date,NPS\n" + "2026-10-02,soon\n" * 60)
    match(owner, world.company)
    assert lines(owner, of_run("voice_import_run", world.company)) == []
    survey = running(world)
    asked(world, survey)
    list_url = reverse("survey_invite", args=[*company, survey.code])
    assert lines(owner, list_url, people="ada@example.net\nbo@example.net") == []
    stranger = Client()
    stranger.cookies["django_language"] = language
    for name in ("account_login", "account_signup", "model"):
        assert lines(stranger, reverse(name)) == [], name
