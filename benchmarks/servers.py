"""Compares web servers on a page and on a write, in one run, with wrk; prints each as a ratio to the first.

pip install gunicorn into a scratch environment first, then, with SITE naming its site-packages:
PYTHONPATH=$SITE .venv/bin/python benchmarks/servers.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = "8191"
APP = "cxmaturity.wsgi:application"
GRANIAN = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--port", PORT, "--no-ws"]
SERVERS = {
    "granian, 2 processes, 1 thread": [*GRANIAN, "--workers", "2", "--blocking-threads", "1"],
    "granian, 2 processes, 2 threads": [*GRANIAN, "--workers", "2", "--blocking-threads", "2"],
    "granian, 2 processes, 4 threads": [*GRANIAN, "--workers", "2", "--blocking-threads", "4"],
    "gunicorn sync, 2 processes": [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{PORT}", "-w", "2"],
    "gunicorn gthread, 2 processes, 4 threads": [
        *(sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{PORT}", "-w", "2"),
        *("-k", "gthread", "--threads", "4"),
    ],
}
PATHS = {"page": "/help/", "write": "/bench/write/"}


def main() -> None:
    """Three rounds of every server, interleaved, so that a noisy moment hits all; the best of each counts."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "STATIC_ROOT": f"{folder}/static",
            "DJANGO_SETTINGS_MODULE": "benchmarks.server_settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        }
        for command in ("migrate", "collectstatic"):
            subprocess.run(
                [sys.executable, "manage.py", command, "--no-input", "-v0"], cwd=ROOT, env=environment, check=True
            )
        best: dict[tuple[str, str], float] = {}
        for _round in range(3):
            for name, command in SERVERS.items():
                for kind, rate in measured(command, environment).items():
                    best[name, kind] = max(best.get((name, kind), 0.0), rate)
    first = next(iter(SERVERS))
    for name in SERVERS:
        for kind in PATHS:
            rate = best[name, kind]
            print(f"{name:45} {kind:6} {rate:8.0f} a second, ratio {rate / best[first, kind]:.2f}")


def measured(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    """Requests a second by kind."""
    server = subprocess.Popen(
        [*command, APP], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _try in range(200):
            time.sleep(0.05)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/help/").close()
                break
            except OSError:
                continue
        return {kind: _rate(path) for kind, path in PATHS.items()}
    finally:
        server.terminate()
        server.wait()


def _rate(path: str) -> float:
    wrk = ["wrk", "-t1", "-c8", "-d4s", f"http://127.0.0.1:{PORT}{path}"]
    said = subprocess.run(wrk, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        print(said, file=sys.stderr)
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    return float(found[1]) if found else 0.0


if __name__ == "__main__":
    main()
