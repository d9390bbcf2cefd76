"""A new database is made at once, and is what one has become that came all the way."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython

APP = "assessments"


@pytest.mark.parametrize("newer", [True, False])
def test_both_ways_lead_to_the_same_tables(newer: bool) -> None:
    at_once, in_steps = (MigrationLoader(None, replace_migrations=squashed) for squashed in (True, False))
    ends = (at_once, in_steps) if newer else (in_steps, at_once)  # what is added, and what is gone
    before, after = (each.project_state() for each in ends)
    assert MigrationAutodetector(before, after).changes(ends[1].graph, trim_to_apps={APP}) == {}


def test_both_ways_do_what_is_more_than_tables() -> None:
    """The table of the cache, and the triggers: the same functions, in the same order."""

    def done(replaced: bool) -> list[Any]:
        loader = MigrationLoader(None, replace_migrations=replaced)
        plan = [key for key in loader.graph.forwards_plan(loader.graph.leaf_nodes(APP)[0]) if key[0] == APP]
        operations = (each for key in plan for each in loader.graph.nodes[key].operations)
        return [(each.code, each.reverse_code) for each in operations if isinstance(each, RunPython)]

    assert len(done(True)) == 3
    assert done(True) == done(False)
