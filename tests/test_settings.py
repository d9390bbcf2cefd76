"""The settings refuse what they do not understand, and keep a secret."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from environs import Env

from assessments.actions.style import TYPES
from assessments.files import limits as answers
from assessments.files.office import limits as templates
from assessments.intake import limits as responses
from cxmaturity.environment import base_url, hosts, secret_key
from cxmaturity.openid import NAMES as OPENID

SHOW = "from django.conf import settings; print(settings.SECRET_KEY, settings.SECURE_SSL_REDIRECT, settings.DEBUG)"


def started(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process that reads the settings in an environment of its own, and shows some where it is told nothing else."""
    base = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    named = {"DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}", "DJANGO_SETTINGS_MODULE": "cxmaturity.settings"}
    return subprocess.run(
        [sys.executable, *(arguments or ("-c", SHOW))],
        cwd=settings.BASE_DIR,
        env={**base, **named, **environment},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DEBUG", "perhaps", '"DEBUG" invalid'),
        ("HTTPS", "perhaps", '"HTTPS" invalid'),
        ("PROXIES", "-1", "PROXIES is the number of proxies"),
        ("DATABASE_URL", "mysql://user@host/name", "DATABASE_URL must start with"),
        ("DATABASE_URL", "postgresql://user@host/name", "SECRET_KEY is missing"),
        ("EMAIL_URL", "pigeon://roof", "EMAIL_URL must start with"),
        ("TASKS", "tomorrow", "TASKS must be immediate or database"),
        ("BASE_URL", "cx.example.com", "BASE_URL must be an address"),
        ("LOG_LEVEL", "LOUD", '"LOG_LEVEL" invalid'),
        ("TIME_ZONE", "Mars/Olympus", "TIME_ZONE must be the name of a time zone"),
        ("ALLOWED_HOSTS", "https://cx.example.com", "ALLOWED_HOSTS must be names without https:// and port"),
        ("ALLOWED_HOSTS", "cx.example.com:443", "ALLOWED_HOSTS must be names without https:// and port"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS must be names without https:// and port"),
        ("EMAIL_FROM", "Northstar", "EMAIL_FROM must be an address"),
    ],
)
def test_nonsense_stops_the_start_and_is_named(name: str, value: str, said: str, tmp_path: Path) -> None:
    result = started(tmp_path, **{name: value})
    assert result.returncode != 0
    assert said in result.stderr.splitlines()[-1]


def test_a_command_says_it_in_one_line(tmp_path: Path) -> None:
    result = started(tmp_path, "manage.py", "migrate", HTTPS="perhaps")
    assert (result.returncode, result.stderr) == (2, 'Environment variable "HTTPS" invalid: Not a valid boolean.\n')


def test_names_of_the_server_may_have_blanks_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "cx.example.com, .example.org, [::1], *")
    assert hosts(Env()) == ["cx.example.com", ".example.org", "[::1]", "*"]


def test_the_key_is_made_once_even_by_two_at_once_and_is_private(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        keys = {result.stdout.split()[0] for result in pool.map(lambda _each: started(tmp_path), range(2))}
    file = tmp_path / ".secret_key"
    assert keys == {file.read_text()}
    assert len(file.read_text()) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_that_another_process_is_about_to_write_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / ".secret_key"
    file.touch()  # the other has made the file, and nothing more yet
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "db.sqlite3"}
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(secret_key, Env(), database)
        time.sleep(0.2)
        file.write_text("k" * 60)
        assert reading.result() == "k" * 60


def test_an_empty_key_file_is_not_taken_for_a_key(tmp_path: Path) -> None:
    (tmp_path / ".secret_key").write_text("")
    assert "holds no usable key" in started(tmp_path).stderr


def test_https_and_the_defaults(tmp_path: Path) -> None:
    assert started(tmp_path, SECRET_KEY="x" * 60).stdout.split()[1:] == ["False", "False"]
    assert started(tmp_path, SECRET_KEY="x" * 60, HTTPS="true").stdout.split()[1:] == ["True", "False"]


@pytest.mark.parametrize(
    ("hosts", "https", "given", "wanted"),
    [
        (["localhost"], False, None, "http://localhost:8000"),
        (["*"], True, None, "http://localhost:8000"),
        (["cx.example.com", "localhost"], True, None, "https://cx.example.com"),
        (["cx.example.com"], True, "https://maturity.example.com/", "https://maturity.example.com"),
    ],
)
def test_links_in_mail_lead_to_where_the_server_answers(
    hosts: list[str], https: bool, given: str | None, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BASE_URL", raising=False)
    if given:
        monkeypatch.setenv("BASE_URL", given)
    assert base_url(Env(), hosts, https) == wanted


def test_the_proxy_of_the_example_lets_through_what_our_pages_take() -> None:
    """And what is somewhat larger: our page says so in the reader's language, nginx in English and with no way back."""
    text = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    usual = int(re.findall(r"^ {4}client_max_body_size (\d+)m;", text, re.MULTILINE)[0])
    larger = re.findall(r"location ~ (\S+) \{\s+client_max_body_size (\d+)m;", text)

    def room(name: str, *args: object) -> float:
        path = reverse(name, args=[uuid.uuid4(), *args])
        return 1024 * 1024 * next((int(most) for where, most in larger if re.search(where, path)), usual) / 1.5

    assert room("upload") >= answers.FILE_BYTES
    assert room("respondents_list") >= answers.FILE_BYTES
    assert room("voice_import") >= responses.FILE_BYTES
    assert min(room("style_upload", kind) for kind in TYPES) >= templates.FILE_BYTES
    assert room("report") == room("upload")
    assert re.findall(r"^ {4}error_page 413 (\S+);", text, re.MULTILINE) == [reverse("too_large")]


def test_the_proxy_of_the_example_starts_everywhere_and_keeps_keys_out_of_its_log() -> None:
    text = re.sub("#.*", "", (settings.BASE_DIR / "deploy" / "nginx.conf").read_text())
    assert "http2 on" not in text  # unknown to nginx before 1.25.1, which the distributions of today have
    for place in re.findall(r"location [^}]+", text):
        assert "proxy_set_header" not in place  # one of its own, and it had none of those above
    (unlogged,) = re.findall(r"location ~ (\S+) \{\s+access_log off;", text)
    for name, args in (("plan_feed", ["key"]), ("account_reset_password_from_key", ["1", "key"])):
        assert re.search(unlogged, reverse(name, args=args))


@pytest.mark.parametrize("unit", ["cxmaturity", "cxmaturity-worker", "cxmaturity-purge"])
def test_every_unit_writes_in_its_own_folder_alone_and_for_nobody_else(unit: str) -> None:
    lines = set((settings.BASE_DIR / "deploy" / f"{unit}.service").read_text().splitlines())
    assert {"User=cxmaturity", "UMask=0077", "NoNewPrivileges=true", "PrivateTmp=true"} <= lines
    assert {"ProtectHome=true", "ProtectSystem=strict", "ReadWritePaths=/srv/cxmaturity"} <= lines


def test_every_setting_is_documented() -> None:
    read = "".join(
        (settings.BASE_DIR / "cxmaturity" / file).read_text() for file in ("settings.py", "environment.py", "openid.py")
    )
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', read))
    assert len(names) >= 15
    told = [line for line in (settings.BASE_DIR / "docs" / "deploy.md").read_text().splitlines() if line[:1] == "|"]
    assert [name for name in sorted({*names, *OPENID}) if not any(f"`{name}`" in line for line in told)] == []
