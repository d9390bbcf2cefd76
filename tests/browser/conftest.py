"""Chromium, as a reader has it: every page watched for errors in the console and for requests to other hosts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import manimgx_fonts_cjk
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.signals import setting_changed
from django.test.testcases import QuietWSGIRequestHandler
from django.test.utils import override_settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

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
# What tests/browser/look.js marks is left out by the rule that takes most of the time.
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8") + (
    "\naxe.configure({rules: [{id: 'color-contrast', selector: ':not([data-alike])'}]});"
)
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
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
    plain = ("css", "js", "svg")  # to pack them takes a second, and tests/test_static_files.py does it
    with override_settings(WHITENOISE_SKIP_COMPRESS_EXTENSIONS=plain):
        call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def live_server(_collected_static_files: None) -> Iterator[LiveServer]:
    """That of pytest-django, but static files come as from a deployment: a browser keeps them for ever."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = lambda application: application  # not Django’s: WhiteNoise, behind our middleware
    # It sends the head and the body apart: without this, the body waits 40 ms until the head is acknowledged.
    QuietWSGIRequestHandler.disable_nagle_algorithm = True
    server.start()
    yield server
    server.stop()


@pytest.fixture
def open_page(chromium: Browser, live_server: LiveServer) -> Iterator[Open]:
    """Opens `path` at a width, in a theme and a language; the test fails if any page complains or asks another host."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

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
        cookies = {"theme": theme, "django_language": language, settings.SESSION_COOKIE_NAME: session}
        context.add_cookies(
            [{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items() if value]
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


def violations(page: Page, *, colours: bool = True) -> list[str]:
    """What axe finds wrong, a line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return list(page.evaluate(LOOK, {"rules": RULES, "colours": colours}))


def overflows(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def faults(page: Page, *, axe: bool = True, colours: bool = True) -> list[str]:
    """What is wrong with a page as it stands, a line each."""
    too_wide = overflows(page)
    found = violations(page, colours=colours) if axe else []
    return [f"{too_wide} px too wide", *found] if too_wide > 0 else found


def sweep(
    page: Page, paths: Iterable[str], *, after: Callable[[Page], object] = str, axe: bool = True, colours: bool = True
) -> dict[str, list[str]]:
    """Visits all paths, does there what is to be done first, and says what is wrong with which: {} if all is well.

    Of a theme axe need read the colours once, so `colours` is false where only language or width is another.
    """
    page.add_init_script(AXE)  # the browser has it ready for each page, in half the time of sending it
    found = {}
    for path in paths:
        page.goto(path)
        after(page)
        if wrong := faults(page, axe=axe, colours=colours):
            found[path] = wrong
    return found
