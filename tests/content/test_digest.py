"""The digest of a framework changes with anything it says, and with nothing else."""

from __future__ import annotations

from assessments.content.digest import content_digest
from assessments.content.loader import HERE, framework, load


def test_the_same_folder_has_the_same_digest_and_another_word_another_one() -> None:
    found = framework()
    assert content_digest(load(HERE / "cx_pyramid_v1")) == content_digest(found)
    assert len(content_digest(found)) == 64
    assert content_digest(found.model_copy(update={"version": 2})) != content_digest(found)
    threshold = found.thresholds.model_copy(update={"gate": found.thresholds.gate + 1})
    assert content_digest(found.model_copy(update={"thresholds": threshold})) != content_digest(found)
