"""What is kept is told apart from what would be made now: whichever column of whichever row it reads has changed.

Whoever lets a score or a report read another table, or another column, and does not name it in queries/stamps.py (or,
of companies, workspaces and people, in the statement that reads them) finds it in `holes`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import DatabaseError, connection, models, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.actions.flags import raise_flag
from assessments.actions.journeys import start_journey
from assessments.actions.review import settle_stage
from assessments.actions.section_notes import save_note
from assessments.actions.standings import fresh_places
from assessments.journey.reading import read
from assessments.models import (
    AgreedStage,
    Answer,
    Assessment,
    Assumption,
    Company,
    DailyCount,
    HouseStyle,
    PlanItem,
    RedFlag,
    Standing,
    StyleFile,
)
from assessments.queries.round_people import people_rows, stamp_of_rounds
from assessments.queries.round_stamps import stamped_rounds_of
from assessments.queries.sheets import stamp_of
from assessments.queries.stamps import REPORT, SCORES
from assessments.reports.build import build
from assessments.results.round_scores import scores_of
from assessments.results.sources import assess_rows
from tests.journey.maps import WHOLE
from tests.personas import World
from tests.rounds_pages.held import FIRST, PRACTICES, SECOND, done, held
from tests.voice_page.helpers import heard, nps

NEVER = {"id", "workspace"}  # a row never goes to another workspace
ONCE = {RedFlag: {"closed_at"}}  # what is written once for all, but for these columns
ROUND = {"assessment", "answer", "respondent"}
FACTS = {"company", "workspace", "dailycount"}


@pytest.fixture
def row(world: World) -> Assessment:
    """A second round of a company that has everything a report may tell of; neither is final, so all may change."""
    mine = {"workspace": world.workspace, "company": world.company}
    before = held(world, "Spring 2026", FIRST, 1, state="review")
    row = held(world, "Autumn 2026", SECOND, dict.fromkeys(PRACTICES[::2], 3), state="review", previous=before)
    for practice in PRACTICES[:2]:
        settle_stage(user=world.owner, assessment=row, practice=practice, stage=4, reason="Seen.", seen=0)
    raise_flag(user=world.owner, company=world.company, flag="RF-01", evidence="Seen in May.")
    start_journey(user=world.owner, company=world.company, map=read(WHOLE))
    heard(world.company, "nps", nps(20, 10, 5))
    for key in ("customers", "margin"):
        Assumption.objects.create(**mine, key=key, low=1, base=2, high=3, source="finance", owner="Ada", noted_on=FIRST)
    for practice in PRACTICES[:2]:
        done(world, practice, FIRST + datetime.timedelta(days=30))
    HouseStyle.objects.create(workspace=world.workspace, name="Northstar", accent="#123456")
    StyleFile.objects.create(workspace=world.workspace, kind="logo", content=b"", digest="abc")
    for section in ("summary", "trust"):
        save_note(user=world.owner, assessment=row, section=section, language="en", text="So.", basis="", version=0)
    return row


class Kept(NamedTuple):
    """Something that is kept: how it is made of the rows as they are, under which stamp, and of which tables.

    `besides` are those that are read to place it, and say nothing in it.
    """

    make: Callable[[Assessment], object]
    stamp: Callable[[Assessment], object]
    tables: set[str]
    besides: frozenset[str] = frozenset()


def now(row: Assessment) -> Assessment:
    return Assessment.objects.select_related("company", "workspace", "previous").get(pk=row.pk)


def closed(row: Assessment) -> list[Assessment]:
    return list(Assessment.objects.filter(company=row.company_id, state__in=("review", "final")).order_by("pk"))


def report(row: Assessment) -> object:
    source = assess_rows(now(row), "en", files=False)
    return build(source), source.look


def rounds(row: Assessment) -> object:
    caches["reports"].clear()
    return scores_of(closed(row))


def figures(row: Assessment) -> object:
    """Of the portfolio, but for the grade of confidence, which is not shown there."""
    Standing.objects.all().delete()
    [place] = fresh_places([Company.objects.get(pk=row.company_id)], 60)
    left_out = {"_state", "id", "stamp", "confidence", "computed_at"}
    return [
        {name: value for name, value in vars(each).items() if name not in left_out}
        | {"changes": {name: value for name, value in each.changes.items() if name != "since"}}
        for each in place.kept.values()
    ]


KEPT = {
    "report": Kept(report, lambda row: stamp_of(row.workspace_id, row.pk), {*REPORT, *ROUND, *FACTS}),
    "rounds": Kept(
        rounds,
        lambda row: stamp_of_rounds(closed(row), people_rows(row.workspace_id, closed(row))),
        {*SCORES, *ROUND},
    ),
    "figures": Kept(
        figures,
        lambda row: [each.stamp for each in stamped_rounds_of(row.workspace_id, [row.company])[row.company_id]],
        {*SCORES, *ROUND},
        frozenset({"company", "planitem", "standing"}),
    ),
}


def read_by(make: Callable[[Assessment], object], row: Assessment) -> dict[str, set[str]]:
    """The columns that are read to make something, by table."""
    with CaptureQueriesContext(connection) as asked:
        make(row)
    found: dict[str, set[str]] = {}
    for query in asked.captured_queries:
        if re.match(r"\W*(SELECT|WITH)\b", query["sql"]):
            for table in re.findall(r'(?:FROM|JOIN) "?assessments_(\w+)', query["sql"]):
                found.setdefault(table, set())
            for table, column in re.findall(r'"assessments_(\w+)"\."(\w+)"', query["sql"]):
                found.setdefault(table, set()).add(column)
    return found


def writings(model: type[models.Model]) -> dict[str, Any]:
    """What every write of a row sets besides what it is about."""
    times = {each.name: timezone.now() for each in model._meta.concrete_fields if getattr(each, "auto_now", False)}
    versions = {each.name: models.F("version") + 1 for each in model._meta.concrete_fields if each.name == "version"}
    return times | versions


def other_values(field: Any, row: models.Model) -> Iterator[Any]:
    """What might stand in a column instead: what stands in another row, or something near."""
    value = getattr(row, field.attname)
    yield from field.model._base_manager.exclude(**{field.attname: value}).values_list(field.attname, flat=True)[:1]
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
            yield value - 1
        case str():
            yield f"{value}x"
            yield ""
        case datetime.date():
            yield value + datetime.timedelta(days=1)
        case list() | dict():
            yield type(value)()
        case None if isinstance(field, models.DateField):  # a time is one, too
            yield timezone.now()
        case None if isinstance(field, models.IntegerField):
            yield 1
    if field.null and value is not None:
        yield None


def changes(row: models.Model, columns: set[str]) -> Iterator[str]:
    """Change one of these columns of a row after the other, and take it back."""
    model = type(row)
    for field in model._meta.concrete_fields:
        if field.column not in columns or field.name in NEVER | writings(model).keys():
            continue
        if field.name not in ONCE.get(model, {field.name}):
            continue
        for value in other_values(field, row):
            try:
                with transaction.atomic():
                    rows = (Answer.objects if model is Answer else model._base_manager).filter(pk=row.pk)
                    rows.update(**writings(model), **{field.attname: value})
                    if isinstance(row, DailyCount):
                        Company.objects.filter(pk=row.company_id).update(customers_at=timezone.now())
                    yield f"{model.__name__}.{field.name}: {value!r}"
                    transaction.set_rollback(True)
            except DatabaseError:  # a value that cannot be
                continue


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_nothing_is_read_that_is_not_named_and_nothing_named_that_is_not_read(row: Assessment, kept: Kept) -> None:
    assert read_by(kept.make, row).keys() - kept.besides == kept.tables


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_what_would_be_made_otherwise_is_not_found_again(row: Assessment, kept: Kept) -> None:
    before, stamp, columns = kept.make(row), kept.stamp(row), read_by(kept.make, row)
    assert (kept.make(row), kept.stamp(row)) == (before, stamp)
    holes = []
    for table in kept.tables:
        model = apps.get_model("assessments", table)
        rows = list(model._base_manager.order_by("pk"))
        for each in {one.pk: one for one in (rows[0], rows[-1])}.values():
            for change in changes(each, columns[table]):
                with suppress(KeyError, ValueError):  # of what cannot be: a framework, a flag that nobody has written
                    if kept.stamp(row) == stamp and kept.make(row) != before:
                        holes.append(change)
    assert not holes


def test_whoever_changes_such_a_row_without_its_version_fails_a_test(row: Assessment) -> None:
    """tests/versions.py watches every test; what no result tells of may change without."""
    with pytest.raises(AssertionError, match="stage without version"), transaction.atomic():
        AgreedStage.objects.update(stage=1)
    AgreedStage.objects.update(stage=1, version=9)
    PlanItem.objects.update(place=7)
