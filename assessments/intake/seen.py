"""How often a key has come so far: on disk, so that a file of any length takes no memory."""

from __future__ import annotations

import sqlite3


class Seen:
    """Counts keys. SQLite keeps what does not fit its cache in a temporary file of its own, gone when it is closed."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA cache_size = -16000")
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("BEGIN")
        self._base.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID")

    def times(self, key: str) -> int:
        """How often this key has come, this time included."""
        found = self._base.execute(
            "INSERT INTO seen VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1 RETURNING times", (key,)
        )
        return int(found.fetchone()[0])

    def close(self) -> None:
        """Forget them."""
        self._base.close()
