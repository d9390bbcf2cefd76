"""The benchmark of a company: its own history first, others only as the method allows, always with n."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.cohorts import publish
from assessments.actions.standings_due import count_due
from assessments.models import Cohort, Company, Membership, ReferenceFigure
from tests.personas import Inside, World
from tests.portfolio.rounds import company, held

from .conftest import HELD, TODAY, part

pytestmark = pytest.mark.django_db
Others = Callable[..., list[Company]]


def opened(client: Client, company: Company) -> Any:
    return client.get(reverse("benchmark", args=[company.code]))


def parts(answer: Any) -> dict[str, Any]:
    return {each.name: each for each in answer.context["parts"]}


def test_own_history_comes_first_and_stands_alone(world: World, owner: Client, asked: Company) -> None:
    held(asked, 2, on=datetime.date(2025, 6, 1), people=8, title="Before")
    Company.objects.filter(pk=asked.pk).update(compared_since=None)
    answer = opened(owner, asked)
    assert [each.title for each in answer.context["history"]] == ["Summer", "Before"]
    assert answer.context["parts"] == [] and answer.context["own"] == []
    assert "takes no part" in answer.content.decode()


def test_without_a_result_it_says_so(world: World, owner: Client) -> None:
    assert opened(owner, world.company).context["finding"].startswith("Nothing to compare yet")


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (2, "2 other companies of the 5 needed take part so far."),
        (4, "4 other companies of the 5 needed take part so far."),
    ],
)
def test_fewer_than_five_others_are_hidden_with_what_is_missing(
    n: int, said: str, owner: Client, asked: Company, others: Others
) -> None:
    others(*[2] * n)
    publish(TODAY)
    answer = opened(owner, asked)
    everybody = parts(answer)["All companies that take part"]
    assert (everybody.n, everybody.hidden, everybody.rows) == (n, said, ())
    assert "median" not in answer.content.decode().split("Companies that take part")[1].split("What taking")[0]


@pytest.mark.parametrize(
    ("n", "beside", "place"),
    [
        (5, "median 50 (n = 5)", "above the median"),
        (10, "half lie between 50 and 50, median 50 (n = 10)", "in the highest quarter"),
        (20, "half lie between 50 and 50, median 50 (n = 20)", "at about percentile 100"),
    ],
)
def test_what_is_shown_grows_with_n(
    n: int, beside: str, place: str, owner: Client, asked: Company, others: Others
) -> None:
    others(*[2] * n)
    publish(TODAY)
    row = parts(opened(owner, asked))["All companies that take part"].rows[0]
    assert (row.name, row.own_text, row.beside, row.place) == ("Experience", "75", beside, place)


def test_one_large_company_hides_the_rest(owner: Client, asked: Company, others: Others) -> None:
    others(2, 2, 2, 2)
    others(2, people=9)
    publish(TODAY)
    assert "more than a quarter of all respondents (n = 5)" in parts(opened(owner, asked))["Retail"].hidden


def test_a_small_remainder_hides_the_smaller_group(owner: Client, asked: Company, others: Others) -> None:
    others(*[2] * 6)
    others(*[2] * 3, industry="finance")
    publish(TODAY)
    found = parts(opened(owner, asked))
    assert found["All companies that take part"].n == 9 and found["All companies that take part"].rows
    assert found["Retail"].hidden.startswith("Hidden: beside the other groups shown")


def test_what_one_page_hides_can_be_read_off_no_other(
    world: World, owner: Client, asked: Company, others: Others
) -> None:
    """A shop and a bank of one consultant: were both groups shown, three hotels would be what all less both leave."""
    bank = part(world.workspace, "Own bank", 2, industry="finance")
    others(*[2] * 7)
    others(*[2] * 6, industry="finance")
    others(*[2] * 3, industry="hospitality")
    publish(TODAY)
    shown = {
        name: bool(one.rows)
        for each in (asked, bank)
        for name, one in parts(opened(owner, each)).items()
        if name != "1,000 people or more"
    }
    assert shown == {"All companies that take part": True, "Retail": True, "Banking and insurance": False}


def test_whom_one_knows_protects_nobody(
    world: World, owner: Client, inside: Inside, asked: Company, others: Others
) -> None:
    """The consultant may open two of the seven: five remain. A person of the company alone knows none of them."""
    for number in range(2):
        part(world.workspace, f"Own client {number}", 2)
    others(*[2] * 4)
    publish(TODAY)
    one_company = Client()
    one_company.force_login(inside.reader)
    assert parts(opened(owner, asked))["All companies that take part"].n == 4
    assert parts(opened(one_company, asked))["All companies that take part"].n == 6
    second = Company.objects.filter(workspace=world.elsewhere, compared_since__isnull=False).first()
    Membership.objects.create(workspace=world.elsewhere, company=second, user=inside.reader, role="viewer")
    assert parts(opened(one_company, asked))["All companies that take part"].n == 5, "looking from two chairs"


def test_own_companies_are_for_members_of_the_whole_workspace(
    world: World, owner: Client, viewer: Client, inside: Inside, asked: Company
) -> None:
    for number, stage in enumerate((1, 2, 3)):
        held(company(world.workspace, f"Client {number}"), stage)
    count_due()
    rows = opened(owner, asked).context["own"]
    assert [(each.name, each.beside) for each in rows] == [
        ("Experience", "half lie between 38 and 63, median 50 (n = 3)"),
        ("Trust", "half lie between 38 and 63, median 50 (n = 3)"),
    ]
    assert opened(viewer, asked).context["own"]
    client = Client()
    client.force_login(inside.editor)
    answer = opened(client, asked)
    assert answer.context["own"] == [] and "Your own companies" not in answer.content.decode()
    Company.objects.filter(name="Client 0").update(counted_at=None)
    assert opened(owner, asked).context["own"][0].beside.endswith("(n = 2)"), "old figures are left out"


def test_consent_is_given_with_a_tick_by_those_who_write(
    world: World, consultant: Client, viewer: Client, stranger: Client
) -> None:
    url = reverse("benchmark_consent", args=[world.company.code])

    def since() -> Any:
        return Company.objects.get(pk=world.company.pk).compared_since

    consultant.post(url, {"take-part": "yes"})
    assert since() is None
    assert consultant.post(url, {}).status_code == 400
    assert viewer.post(url, {"take-part": "yes", "agreed": "1"}).status_code == 403
    assert stranger.post(url, {"take-part": "yes", "agreed": "1"}).status_code == 404
    consultant.post(url, {"take-part": "yes", "agreed": "1"})
    assert since() is not None
    assert "What taking part means" in opened(consultant, world.company).content.decode()
    consultant.post(url, {"take-part": "no"})
    assert since() is None


def test_a_company_that_takes_no_part_sees_no_others(owner: Client, asked: Company, others: Others) -> None:
    others(*[2] * 12)
    publish(TODAY)
    Company.objects.filter(pk=asked.pk).update(compared_since=None)
    answer = opened(owner, asked)
    assert answer.context["parts"] == [] and "median" not in answer.context["finding"]


def test_reference_figures_are_labelled_and_never_counted(
    world: World, owner: Client, asked: Company, others: Others
) -> None:
    others(*[2] * 4)
    publish(TODAY)
    for about, value in (("trust", 61.5), ("decimal", 2.4)):
        ReferenceFigure.objects.create(
            workspace=world.workspace,
            about=about,
            value=value,
            name="Banks",
            source="Yearbook 2025 <b>",
            noted_on=HELD,
            n=140,
        )
    answer = opened(owner, asked)
    page = answer.content.decode()
    assert "Source: Yearbook 2025 &lt;b&gt;, 1 June 2026" in page and "n = 140" in page
    assert parts(answer)["All companies that take part"].n == 4, "a reference is no company"
    figure, row, name = answer.context["references"][1]
    assert (figure.about, row.references, row.median, name) == ("trust", (61.5,), None, "Trust")


@pytest.mark.parametrize("many", [3, 300])
def test_queries_of_the_benchmark(many: int, owner: Client, asked: Company, django_assert_num_queries: Any) -> None:
    """Session, user, right; rounds, figures, plan; cohorts, whom one knows; references; own companies."""
    rows = Company.objects.bulk_create(
        Company(workspace=asked.workspace, name=f"C{at}", last_experience=50, last_trust=40, counted_at=timezone.now())
        for at in range(many)
    )
    entries = [[each.code.hex, each.code.hex, 50.0, "2026-06-01", 3] for each in rows]
    Cohort.objects.create(key="cx-pyramid-1/experience/all", published_on=TODAY, entries=entries)
    opened(owner, asked)
    with django_assert_num_queries(10):
        opened(owner, asked)
