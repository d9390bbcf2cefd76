"""A throw-away installation in this process: database, static files, people, and requests through the WSGI handler."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1:8104"
SESSION = "django.contrib.sessions.middleware.SessionMiddleware"
CSRF = "django.middleware.csrf.CsrfViewMiddleware"
AUTHENTICATION = "django.contrib.auth.middleware.AuthenticationMiddleware"
FETCH = {"HTTP_ACCEPT": "application/json", "HTTP_ORIGIN": f"http://{HOST}"}


@contextmanager
def installed(database: str = "") -> Iterator[Path]:
    """Django on an empty database in a folder of its own, with static files collected; everything goes when it ends.

    `database` is the address of another, empty one (tests/postgres.sh makes one), in place of SQLite.
    """
    with TemporaryDirectory(prefix="bench-") as folder:
        os.environ |= {
            "DATABASE_URL": database or f"sqlite:///{folder}/bench.sqlite3",
            "STATIC_ROOT": f"{folder}/static",
            "SECRET_KEY": "only-for-benchmarks-" + "0" * 40,
            "DJANGO_SETTINGS_MODULE": "benchmarks.bare_settings",
            "LOG_LEVEL": "ERROR",
        }
        for name in ("DEBUG", "HTTPS", "PROXIES", "ALLOWED_HOSTS"):
            os.environ.pop(name, None)
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        yield Path(folder)
        connections.close_all()


@dataclass(frozen=True, slots=True)
class Site:
    """A WSGI application, and the cookies of somebody who is signed in to it."""

    app: Callable[..., Any]
    cookies: dict[str, str]

    def get(self, path: str, **headers: str) -> Callable[[], bytes]:
        """A request that is ready to be sent, once."""
        return self._ready("GET", path, b"", headers)

    def post(self, path: str, body: bytes, **headers: str) -> Callable[[], bytes]:
        """The same with a body."""
        return self._ready("POST", path, body, headers)

    def _ready(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Callable[[], bytes]:
        path, _mark, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8104",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": HOST,
            "HTTP_ACCEPT": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "HTTP_ACCEPT_LANGUAGE": "en-GB,en;q=0.7,zh;q=0.3",
            "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            **headers,
        }
        return lambda: self._send(environ)

    def _send(self, environ: dict[str, Any]) -> bytes:
        """The body; anything but success is an error, so that nothing wrong is ever measured."""
        said: list[str] = []
        response = self.app(environ, lambda status, headers, error=None: said.append(status))
        body = b"".join(response)
        response.close()
        if not said[0].startswith("2"):
            raise RuntimeError(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}: {said[0]} {body[:300]!r}")
        return body


class Sites(NamedTuple):
    """The product as it is served; the bare views with everything by hand; the same behind Django's own middleware."""

    ours: Site
    by_hand: Site
    plain: Site


def sites(user: Any) -> Sites:
    """All three in this process; `user` is signed in to each."""
    from django.conf import settings

    stock = {"SESSION_ENGINE": "django.contrib.sessions.backends.db"}
    backend = "django.contrib.auth.backends.ModelBackend"
    return Sites(
        _site(user, settings.AUTHENTICATION_BACKENDS[0]),
        _site(user, backend, MIDDLEWARE=[CSRF]),
        _site(user, backend, MIDDLEWARE=[SESSION, CSRF, AUTHENTICATION], **stock),
    )


def _site(user: Any, backend: str, **settings: Any) -> Site:
    from django.core.wsgi import get_wsgi_application
    from django.test import Client, override_settings

    from cxmaturity.loading import load_everything

    client = Client()
    client.force_login(user, backend)
    cookies = {
        "sessionid": client.cookies["sessionid"].value,
        "csrftoken": "abcdefghijklmnopqrstuvwxyz012345",
        "django_language": "en",
    }
    with override_settings(**settings):
        site = Site(get_wsgi_application(), cookies)
    load_everything()  # as a server does (cxmaturity/wsgi.py), for all three alike
    return site


def token_in(html: bytes) -> str:
    """The token that a page sends along with what is saved on it."""
    found = re.search(rb'data-token="([^"]+)"', html)
    if found is None:
        raise RuntimeError("the page holds no token")
    return found[1].decode()


def queries_of(job: Callable[[], object]) -> int:
    """How many statements a request asks of the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        job()
    return len(captured)
