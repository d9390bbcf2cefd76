"""The digest of a framework: two with the same one ask the same and weigh it the same."""

from __future__ import annotations

import json
from hashlib import sha256

from .schema import Framework


def content_digest(framework: Framework) -> str:
    """SHA-256 of everything the framework says, in hexadecimal."""
    told = json.dumps(framework.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()
