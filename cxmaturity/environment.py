"""Reads the environment for the settings, and refuses what it does not understand."""

from __future__ import annotations

import os
import re
import secrets
import time
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured
from environs import Env

# Wait for another writer rather than fail; a write that was confirmed survives a power cut; readers never wait.
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000;",
}

HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9A-Fa-f:.]+\]")
SHORTEST_KEY = 50
KEY_TRIES, KEY_PAUSE = 40, 0.05  # two seconds for the process that has just made the file to write the key


def database(env: Env, base: Path) -> dict[str, Any]:
    """The database that DATABASE_URL names: SQLite (the default, beside manage.py) or PostgreSQL."""
    config: dict[str, Any] = dict(env.dj_db_url("DATABASE_URL", default=f"sqlite:///{base / 'db.sqlite3'}"))
    # One connection per thread, kept: opening one costs more than most of our queries.
    config["CONN_MAX_AGE"] = 600
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    elif config["ENGINE"] == "django.db.backends.postgresql":
        config["CONN_HEALTH_CHECKS"] = True
    else:
        raise ImproperlyConfigured("DATABASE_URL must start with sqlite:/// or postgresql://")
    return config


def hosts(env: Env) -> list[str]:
    """The names in ALLOWED_HOSTS. With a scheme, a port or a blank none of them would ever be asked for."""
    found = [each.strip() for each in env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])]
    if not found or not all(map(HOST.fullmatch, found)):
        raise ImproperlyConfigured("ALLOWED_HOSTS must be names without https:// and port, such as cx.example.com")
    return found


def time_zone(env: Env) -> str:
    """TIME_ZONE, if there is one of that name."""
    name = str(env.str("TIME_ZONE", default="UTC"))
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ImproperlyConfigured("TIME_ZONE must be the name of a time zone, such as Asia/Taipei") from error
    return name


def sender(env: Env) -> str:
    """EMAIL_FROM: who mail is from."""
    address = str(env.str("EMAIL_FROM", default="CX Maturity <no-reply@localhost>"))
    if "@" not in parseaddr(address)[1]:
        raise ImproperlyConfigured("EMAIL_FROM must be an address such as CX Maturity <cx@example.com>")
    return address


def email(env: Env) -> dict[str, Any]:
    """Django’s e-mail settings from EMAIL_URL (smtp://user:password@host:587/?tls=True).

    Without it, mail goes to standard output.
    """
    config = {name: value for name, value in env.dj_email_url("EMAIL_URL", default="console://").items() if value}
    if "EMAIL_BACKEND" not in config:
        raise ImproperlyConfigured("EMAIL_URL must start with smtp://, submission://, console:// or file://")
    # Somebody may be waiting: a server that says nothing for so long counts as down.
    return {"EMAIL_TIMEOUT": 5, **config}


def tasks(env: Env) -> dict[str, Any]:
    """Where background tasks run: at once in the request, or in a worker that reads them from the database."""
    kinds = {
        "immediate": "django_tasks.backends.immediate.ImmediateBackend",
        "database": "django_tasks_db.DatabaseBackend",
    }
    kind = env.str("TASKS", default="immediate")
    if kind not in kinds:
        raise ImproperlyConfigured("TASKS must be immediate or database")
    return {"default": {"BACKEND": kinds[kind]}}


def base_url(env: Env, hosts: list[str], https: bool) -> str:
    """What the links in our mail begin with: never taken from a request, whose Host header anyone may make up.

    Without BASE_URL, the first of the names under which the server answers, if others may know it by that.
    """
    host = hosts[0] if hosts else ""
    known = host not in ("", "*", "localhost", "127.0.0.1", "[::1]") and not host.startswith(".")
    default = f"{'https' if https else 'http'}://{host}" if known else "http://localhost:8000"
    url = str(env.str("BASE_URL", default=default)).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ImproperlyConfigured("BASE_URL must be an address such as https://cx.example.com")
    return url


def secret_key(env: Env, database: dict[str, Any]) -> str:
    """SECRET_KEY; without it, with SQLite, a key that is made once and kept in a file beside the database."""
    if key := env.str("SECRET_KEY", default=""):
        return str(key)
    file = key_file(database)
    if file is None:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing: with PostgreSQL every web process needs the same one. "
            "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
        )
    return _kept_key(file)


def key_file(database: dict[str, Any]) -> Path | None:
    """Where an installation keeps the key it was not given: beside its SQLite database; None with PostgreSQL."""
    sqlite = database["ENGINE"] == "django.db.backends.sqlite3"
    return Path(str(database["NAME"])).resolve().parent / ".secret_key" if sqlite else None


def _kept_key(file: Path) -> str:
    try:
        # O_EXCL: of two processes that start at once, one writes and the other reads.
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_key(file)
    except OSError as error:
        raise ImproperlyConfigured(f"Cannot keep a secret key in {file} ({error}): set SECRET_KEY.") from error
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(key)
    return key


def _read_key(file: Path) -> str:
    """The key in the file; the process that makes it may not have written it yet."""
    for _try in range(KEY_TRIES):
        key = file.read_text(encoding="ascii").strip()
        if len(key) >= SHORTEST_KEY:
            return key
        time.sleep(KEY_PAUSE)
    raise ImproperlyConfigured(f"{file} holds no usable key: delete it, or set SECRET_KEY.")
