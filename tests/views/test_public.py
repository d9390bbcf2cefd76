"""Pages that need no account."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.test import Client
from django.urls import reverse

from assessments.content.loader import framework

PAGES = ("home", "model", "method", "privacy", "accessibility", "help")
LANGUAGES = ("en", "zh-hans", "zh-hant")
# What a strict content security policy would refuse.
FORBIDDEN = re.compile(r"\sstyle=|<style|\son\w+=|javascript:|<script(?![^>]*\bsrc=)")
ELSEWHERE = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.django_db
def test_pages_are_in_the_readers_language_and_keep_to_the_policy(name: str, language: str, client: Client) -> None:
    answer = client.get(reverse(name), headers={"accept-language": language})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert not FORBIDDEN.findall(page)
    assert not ELSEWHERE.findall(page)
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_readers_without_account_cost_no_query(
    name: str, client: Client, django_assert_num_queries: Any, db: None
) -> None:
    with django_assert_num_queries(0):
        client.get(reverse(name))


@pytest.mark.django_db
def test_the_model_shows_every_practice_with_its_stages(client: Client) -> None:
    page = client.get(reverse("model"), headers={"accept-language": "zh-hant"}).content.decode()
    for practice in framework().practices.values():
        assert f'id="{practice.id}"' in page
        assert practice.title.zh_hant in page
        assert all(stage.zh_hant in page for stage in practice.stages)


@pytest.mark.django_db
def test_home_names_the_numbers_of_the_framework(client: Client) -> None:
    page = client.get("/").content.decode()
    frame = framework()
    assert f"{len(frame.practices)} plain questions" in page
    assert f"{len(frame.asked('quick'))} questions." in page
    assert reverse("check") in page


@pytest.mark.django_db
def test_security_headers(client: Client) -> None:
    headers = client.get("/").headers
    policy = dict(each.strip().split(" ", 1) for each in headers["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.django_db
def test_reading_sets_no_cookie(name: str, client: Client) -> None:
    assert not client.get(reverse(name)).cookies


def test_no_address_begins_with_a_language() -> None:
    """Our LanguageMiddleware looks for none."""
    assert is_language_prefix_patterns_used(settings.ROOT_URLCONF) == (False, False)
