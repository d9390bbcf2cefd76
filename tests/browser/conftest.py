"""Chromium, as a reader has it: every page watched for errors in the console and for requests to other hosts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import manimgx_fonts_cjk
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.signals import setting_changed
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.personas import World

# Playwright keeps an event loop in this thread; Django would refuse the database because of it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
expect.set_options(timeout=20_000)  # a busy machine is no fault of ours; what is there at once is not waited for
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    # Nobody looks at the screen: painting without the stand-in for a graphics card takes a tenth less of the processor.
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--disable-software-rasterizer",
]
# The first is the same engine without windows and menus: a new page opens in a third of the time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# What a machine of tests has, and Chinese: without it every character is a box of another width.
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{chinese}</dir>
  <cachedir>{kept}</cachedir>
</fontconfig>
"""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXPECTED = (
    "Failed to load resource: the server responded with a status of 4",  # a page that means to say 403 or 404
    "Failed to load resource: net::ERR_INTERNET_DISCONNECTED",  # a test that takes the network away
)

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of a process."""
    found = next(filter(None, map(shutil.which, BROWSERS)))
    fonts = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    fonts.write_text(FONTS.format(chinese=Path(manimgx_fonts_cjk.__file__).parent, kept=fonts.parent), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS, env=environment)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _collected_static_files(_plain_static_files: None) -> None:
    """The browser gets what a deployment sends: one stylesheet, hashed names."""
    backend = {"BACKEND": "cxmaturity.storage.BundledStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": backend}
    setting_changed.send(sender=None, setting="STORAGES", value=settings.STORAGES, enter=True)
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def open_page(chromium: Browser, _collected_static_files: None, live_server: Any) -> Iterator[Open]:
    """Opens `path` at a width, in a theme and a language; the test fails if any page complains or asks another host."""
    complaints: list[str] = []
    contexts = []

    def opened(
        path: str,
        *,
        width: int = 1440,
        theme: str = "light",
        language: str = "en",
        scripts: bool = True,
        session: str = "",
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=live_server.url
        )
        contexts.append(context)
        context.add_cookies(
            [
                {"name": "theme", "value": theme, "url": live_server.url},
                {"name": "django_language", "value": language, "url": live_server.url},
                *(
                    [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
                    if session
                    else []
                ),
            ]
        )
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("request", asked)
        page.goto(path)
        return page

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            complaints.append(f"{message.location.get('url')}: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:", "blob:")):
            complaints.append(f"asked another host: {request.url}")

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def open_as_owner(open_page: Open, world: World) -> Open:
    """The same, signed in as the owner. The sign-in page has tests of its own (test_members.py)."""

    def opened(path: str, **options: Any) -> Page:
        client = Client()
        client.force_login(world.owner)
        return open_page(path, session=client.cookies[settings.SESSION_COOKIE_NAME].value, **options)

    return opened


def violations(page: Page) -> list[str]:
    """What axe finds wrong, a line each."""
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], selectors: false})", RULES
    )
    return [
        f"{each['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def overflows(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
