"""The whole way of a file: chosen, matched, checked, written, chosen again, taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions import import_write
from assessments.actions.imports import purge_imports
from assessments.models import AuditEntry, Comment, Company, DailyCount, ImportRun, Response, Touchpoint
from assessments.tasks.imports import resume_imports, work_on_import
from tests.imports.tables import PLAIN, confirm, latest, match, of_run, take_in, upload, workbook
from tests.personas import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(world: World) -> Company:
    return world.company


def files(media: Path) -> list[Path]:
    return [each for each in media.rglob("*") if each.is_file()]


def counted(company: Company) -> int:
    rows = DailyCount.objects.filter(company=company, cut="all")
    return sum(rows.values_list("count", flat=True))


def test_nothing_is_written_before_it_is_confirmed(owner: Client, company: Company, media: Path) -> None:
    assert upload(owner, company, PLAIN).status_code == 302
    assert latest(company).state == "mapping" and len(files(media)) == 1
    match(owner, company)
    run = latest(company)
    assert (run.state, run.rows, run.found["measures"]) == ("checked", 3, [["nps", "", 0, 10, 3, 0]])
    assert not Response.objects.exists() and not Comment.objects.exists()
    page = owner.get(of_run("voice_import_run", company)).content.decode()
    assert "3 new scores and 2 new comments" in page


def test_a_page_of_an_import_tells_no_name_of_a_scale_that_is_ours_alone(owner: Client, company: Company) -> None:
    """The scale beside it says the same in numbers. Problems say which row they are in on phones too."""
    upload(owner, company, PLAIN.replace("NPS", "Satisfaction").replace(",9,", ",4,").replace(",7,", ",sunny,"))
    match(owner, company, Satisfaction="csat-5")
    page = owner.get(of_run("voice_import_run", company)).content.decode()
    assert "1–5" in page and "csat-5" not in page
    assert re.search(r'<th scope="row" class="num" data-l="Row">4</th>', page)


def test_what_is_stored(owner: Client, company: Company) -> None:
    run = take_in(owner, company, PLAIN, touchpoint="Checkout")
    assert (run.state, run.written, run.repeated) == ("done", 3, 0)
    stored = Response.objects.get(external_id="r2")
    assert (stored.measure, stored.score, stored.touchpoint, stored.source) == ("nps", 3, "Checkout", "import")
    assert stored.import_run == run
    comment = Comment.objects.get(mood="unhappy")
    assert comment.text == "Nobody answered,\nfor a week" and comment.search == "nobody answered, for a week"
    assert (comment.score, comment.submission, comment.question) == (3, stored.submission, "Comment")
    assert Touchpoint.objects.filter(company=company).values_list("name", flat=True).get() == "Checkout"
    assert counted(company) == 3
    assert list(AuditEntry.objects.filter(company=company).order_by("pk").values_list("act", flat=True))[-2:] == [
        "import-started", "responses-imported",
    ]  # fmt: skip


@pytest.mark.parametrize("with_ids", [True, False])
def test_the_same_file_again_changes_nothing_and_says_so(owner: Client, company: Company, with_ids: bool) -> None:
    text = PLAIN if with_ids else PLAIN.replace("Response ID", "No.") + "r4,2026-10-02,7,\n"
    text = (
        text if with_ids else "\n".join(line.partition(",")[2] for line in text.splitlines()).replace("for a week", "x")
    )
    text = PLAIN if with_ids else "Date,NPS,Comment\n2026-10-01,9,Quick\n2026-10-02,7,\n2026-10-02,7,\n"
    first = take_in(owner, company, text)
    assert (first.written, counted(company)) == (3, 3)  # two alike are two answers
    upload(owner, company, text, "again.csv")
    match(owner, company)
    page = owner.get(of_run("voice_import_run", company)).content.decode()
    assert "Importing it changes nothing." in page and of_run("voice_import_write", company) not in page
    again = confirm(owner, company)
    assert (again.state, again.written, again.repeated, counted(company)) == ("done", 0, 3, 3)
    assert Comment.objects.count() == (2 if with_ids else 1)
    assert "Nothing has changed." in owner.get(of_run("voice_import_run", company)).content.decode()


@pytest.mark.parametrize(
    ("row", "instead"),
    [
        ("r2,2026-10-02,3", "r2,2026-10-02,8"),
        ("r2,2026-10-02,3", "r2,2026-10-03,3"),
        ("Quick and friendly", "Quick and rude"),
    ],
)
def test_what_is_corrected_under_a_known_number_is_not_called_the_same(
    row: str, instead: str, owner: Client, company: Company
) -> None:
    take_in(owner, company, PLAIN)
    upload(owner, company, PLAIN.replace(row, instead), "mended.csv")
    match(owner, company)
    page = owner.get(of_run("voice_import_run", company)).content.decode()
    assert "is there already" not in page and "brings no new answer. Importing it changes nothing." in page
    assert "1 row says something other than what is stored under its number." in page
    assert Response.objects.get(external_id="r2").score == 3


def test_the_same_answers_under_known_numbers_say_nothing_else(owner: Client, company: Company) -> None:
    take_in(owner, company, PLAIN, touchpoint="Checkout")
    upload(owner, company, PLAIN + "r4,2026-10-03,10,Thanks\n", "longer.csv")
    match(owner, company, touchpoint="Checkout")
    assert latest(company).found["changed"] == 0
    assert "something else" not in owner.get(of_run("voice_import_run", company)).content.decode()


def test_a_longer_export_brings_only_what_is_new(owner: Client, company: Company) -> None:
    take_in(owner, company, PLAIN)
    run = take_in(owner, company, PLAIN + "r4,2026-10-03,10,Thanks\n")
    assert (run.written, run.repeated, counted(company), Comment.objects.count()) == (1, 3, 4, 3)


def test_an_id_that_comes_twice_in_a_file_counts_once(owner: Client, company: Company) -> None:
    upload(owner, company, PLAIN + "r3,2026-10-04,1,\n")
    match(owner, company)
    assert latest(company).found["measures"] == [["nps", "", 0, 10, 3, 1]]
    assert confirm(owner, company).written == 3


def test_rows_with_problems_are_named_and_left_out(owner: Client, company: Company) -> None:
    upload(owner, company, PLAIN + "r4,2026-10-03,11,\nr5,soon,5,=1+1\nr6,2026-10-03,,\n")
    match(owner, company)
    run = latest(company)
    assert (run.state, run.problem_count, run.found["wrong_rows"], run.found["silent"]) == ("checked", 2, 2, 1)
    assert [(each["row"], each["column"], each["found"]) for each in run.problems] == [
        (5, "NPS", "11"),
        (6, "Date", "soon"),
    ]
    page = owner.get(of_run("voice_import_run", company)).content.decode()
    assert "Import 3 rows without problems" in page
    assert confirm(owner, company).written == 3


def test_problems_as_a_table_run_no_formula(owner: Client, company: Company) -> None:
    upload(owner, company, "Date,NPS\n=cmd|' /C calc'!A0,9\n2026-10-01,9\n")
    match(owner, company)
    text = owner.get(of_run("voice_import_problems", company)).content.decode("utf-8-sig")
    assert "'=cmd|" in text and ",=cmd" not in text


def test_a_file_of_which_nothing_can_be_used_is_refused(owner: Client, company: Company) -> None:
    upload(owner, company, "Date,NPS\nsoon,9\nlater,9\n")
    match(owner, company)
    assert latest(company).state == "refused"
    assert "No row of “autumn.csv” can be used." in owner.get(of_run("voice_import_run", company)).content.decode()


def test_a_fault_in_the_middle_refuses_the_whole_file(owner: Client, company: Company) -> None:
    upload(owner, company, PLAIN + "r3,2026-10-02,7,\n" * 100 + 'r9,2026-10-03,"9\n' + "x\n" * 100)
    match(owner, company)
    run = latest(company)
    assert (run.state, run.found["fault"], run.found["fault_row"]) == ("refused", "quotes", 105)


def test_free_text_taken_for_a_touchpoint_is_refused(owner: Client, company: Company) -> None:
    rows = "".join(f"2026-10-01,9,place {number}\n" for number in range(301))
    upload(owner, company, "Date,NPS,Touchpoint\n" + rows)
    match(owner, company)
    assert latest(company).found["fault"] == "names"


def test_the_reader_is_told_what_is_wrong_in_their_language(owner: Client, company: Company, world: World) -> None:
    world.owner.language = "zh-hans"
    world.owner.save()
    upload(owner, company, "Date,NPS\n2026-10-01,11\n2026-10-01,9\n")
    match(owner, company)
    assert not latest(company).problems[0]["message"].isascii()


def test_a_workbook(owner: Client, company: Company) -> None:
    rows = [["Date", "CSAT", "Segment", "Customer"], [timezone.localdate(), 4, "VIP", "Ada@Example.com"]]
    run = take_in(owner, company, workbook(rows), "autumn.xlsx")
    stored = Response.objects.get()
    assert (run.written, stored.segment, stored.variant) == (1, "VIP", "csat-5")
    assert len(stored.customer) == 64 and "example" not in stored.customer  # a digest has no such letters


def test_columns_are_matched_as_before(owner: Client, company: Company) -> None:
    text = "Day X,Points,Words\n2026-10-01,9,Quick\n"
    take_in(owner, company, text, **{"Day X": "date", "Points": "nps", "Words": "comment", "touchpoint": "Shop"})
    upload(owner, company, text.replace("9", "3"))
    page = owner.get(of_run("voice_import_columns", company))
    assert "matched as they were before" in page.content.decode()
    form = page.context["form"]
    assert [form[f"role-{index}"].initial for index in range(3)] == ["date", "nps", "comment"]
    assert form["touchpoint"].initial == "Shop"


def test_a_mapping_that_cannot_be_says_what_is_missing_and_keeps_what_was_chosen(
    owner: Client, company: Company
) -> None:
    upload(owner, company, PLAIN)
    answer = match(owner, company, Date="", Comment="nps")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Say which column holds the date" in page and "Two columns are marked as" in page
    assert answer.context["form"]["role-3"].value() == "nps"


def test_dates_that_can_be_read_both_ways_are_asked_about(owner: Client, company: Company) -> None:
    upload(owner, company, "Date,NPS\n05/10/2026,9\n06/10/2026,3\n")
    answer = match(owner, company)
    assert answer.status_code == 400 and "can be read both ways" in answer.content.decode()
    match(owner, company, order="dmy")
    assert latest(company).found["days"] == ["2026-10-05", "2026-10-06"]


def test_what_is_not_a_table_is_refused_at_once_and_not_kept(owner: Client, company: Company, media: Path) -> None:
    answer = upload(owner, company, b"\xd0\xcf\x11\xe0 old", "old.xls")
    assert answer.status_code == 400 and "old Excel file" in answer.content.decode()
    assert not ImportRun.objects.exists() and files(media) == []


class Killed(BaseException):
    """What a worker hears last."""


def many(count: int) -> str:
    return "Date,NPS,Comment\n" + "".join(f"2026-10-01,{n % 11},word {n % 7}\n" for n in range(count))


def test_a_writer_that_is_killed_is_gone_on_with(
    owner: Client, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two batches, and within one: what is stored counts once in the end."""
    monkeypatch.setattr(import_write, "BATCH", 10)
    upload(owner, company, many(95))
    match(owner, company)
    ImportRun.objects.update(state="writing", passed=0, repeated=0)
    store, calls = import_write._store_comments, iter(range(100))

    def killed(*given: Any) -> int:
        if next(calls) in (3, 6):
            raise Killed
        return store(*given)

    monkeypatch.setattr(import_write, "_store_comments", killed)
    for stored in (30, 50):
        with pytest.raises(Killed):
            run = latest(company)
            for _pause in import_write.write(run):
                pass
        assert (latest(company).passed, Response.objects.count(), counted(company)) == (stored,) * 3
    resume_imports()
    run = latest(company)
    assert (run.state, run.written, counted(company), Comment.objects.count()) == ("done", 95, 95, 95)
    assert Response.objects.count() == 95


def test_two_workers_at_once_store_it_once(owner: Client, company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_write, "BATCH", 10)
    upload(owner, company, many(40))
    match(owner, company)
    ImportRun.objects.update(state="writing", passed=0, repeated=0)
    one: Iterator[None] = import_write.write(latest(company))
    next(one)
    for _pause in import_write.write(latest(company)):
        pass
    assert list(one) == []  # overtaken
    assert (latest(company).state, latest(company).written, counted(company)) == ("done", 40, 40)


def test_a_fault_of_ours_stops_it_and_can_be_gone_on_from(
    owner: Client, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(owner, company, PLAIN)
    match(owner, company)
    with monkeypatch.context() as patch:
        patch.setattr(import_write, "store_responses", lambda *_given, **_named: 1 / 0)
        assert confirm(owner, company).state == "failed"
    page = owner.get(of_run("voice_import_run", company)).content.decode()
    assert "has stopped" in page and "Go on where it stopped" in page
    owner.post(of_run("voice_import_resume", company))
    assert (latest(company).state, counted(company)) == ("done", 3)


def test_a_fault_in_the_middle_forgets_nothing_that_was_stored(
    owner: Client, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many comments are in is what decides later whether there is anything to take out again."""
    monkeypatch.setattr(import_write, "BATCH", 10)
    upload(owner, company, many(40))
    match(owner, company)
    store, calls = import_write.store_responses, iter(range(100))
    with monkeypatch.context() as patch:
        patch.setattr(import_write, "store_responses", lambda *a, **k: store(*a, **k) if next(calls) < 2 else 1 / 0)
        run = confirm(owner, company)
    assert (run.state, run.written, run.found["comments_written"], run.found["fault"]) == ("failed", 20, 20, "fault")
    owner.post(of_run("voice_import_resume", company))
    run = latest(company)
    assert (run.state, run.written, run.found["comments_written"], Comment.objects.count()) == ("done", 40, 40, 40)


def test_taking_an_import_out_leaves_the_others(owner: Client, company: Company) -> None:
    take_in(owner, company, PLAIN)
    take_in(owner, company, "Date,NPS,Comment\n2026-10-05,1,Slow\n2026-10-06,,Only words\n", "other.csv")
    assert (counted(company), Comment.objects.count()) == (4, 4)
    url = of_run("voice_import_remove", company)
    assert "the 1 scores and 2 comments" in owner.get(url).content.decode()
    owner.post(url)
    assert (counted(company), Comment.objects.count(), ImportRun.objects.count()) == (3, 2, 1)
    assert DailyCount.objects.filter(day="2026-10-05").count() == 0
    assert AuditEntry.objects.filter(act="import-removed").count() == 1
    assert take_in(owner, company, "Date,NPS,Comment\n2026-10-05,1,Slow\n").written == 1  # and it can come again


def test_the_file_is_forgotten_when_it_is_through_refused_left_or_a_day_old(
    owner: Client, company: Company, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    def after(act: Callable[[], object]) -> list[Path]:
        assert len(files(media)) == 1
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return files(media)

    upload(owner, company, PLAIN)
    assert purge_imports() == 0
    match(owner, company)
    assert after(lambda: confirm(owner, company)) == []
    upload(owner, company, "Date,NPS\nsoon,9\n")
    assert after(lambda: match(owner, company)) == []
    upload(owner, company, PLAIN)
    assert after(lambda: owner.post(of_run("voice_import_remove", company))) == []
    upload(owner, company, PLAIN)
    ImportRun.objects.update(touched_at=timezone.now() - timedelta(days=1, minutes=1))
    assert after(purge_imports) == []
    assert list(ImportRun.objects.values_list("state", flat=True)) == ["done"]


def test_an_import_that_is_gone_is_nobodys_work(world: World) -> None:
    run = ImportRun(workspace=world.workspace, company=world.company)
    assert work_on_import.func(world.workspace.pk, str(run.code)) is None


def test_of_another_company_it_does_not_exist(owner: Client, inside: Any, company: Company) -> None:
    upload(owner, company, PLAIN)
    url = reverse("voice_import_run", args=[inside.other_company.code, latest(company).code])
    assert owner.get(url).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_pages_cost_the_same_queries_whatever_there_is(
    owner: Client, company: Company, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        take_in(owner, company, PLAIN.replace("r", f"r{number}"), f"{number}.csv")
    run, state = of_run("voice_import_run", company), of_run("voice_import_state", company)
    with django_assert_num_queries(4):
        assert owner.get(reverse("voice_import", args=[company.code])).status_code == 200
    with django_assert_num_queries(4):
        assert owner.get(run).status_code == 200
    with django_assert_num_queries(4):
        assert owner.get(state).json()["state"] == "done"
