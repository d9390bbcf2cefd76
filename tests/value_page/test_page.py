"""The page of worth: ranges only, what is withheld, what the company's own figures suggest."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from lxml.html import document_fromstring

from assessments.actions.assumptions import NewerLedger, save_ledger
from assessments.actions.figures import save_figure
from assessments.models import Assumption, AuditEntry
from tests.personas import World

from .helpers import ROWS, fill, row, rows, sent, url


def page(client: Client, world: World) -> str:
    return client.get(url(world)).content.decode()


def test_without_assumptions_nothing_is_shown(world: World, owner: Client, viewer: Client) -> None:
    text = page(owner, world)
    assert "Nothing is assumed yet, so nothing is shown." in text
    assert url(world, "value_edit") in text
    assert url(world, "value_edit") not in page(viewer, world)


def test_both_conventions_of_the_multiple_stand_there_as_ranges(world: World, owner: Client) -> None:
    """r = .8, i = .1: 2.67 margins, or 3.67 with this year’s; between .78 and .82 lie 2.44 and 2.93."""
    fill(world)
    text = page(owner, world)
    cells = {each.text_content().strip() for each in document_fromstring(text).iter("td")}
    assert {"2.44", "2.67", "2.93", "3.44", "3.67", "3.93"} <= cells
    assert "exactly one margin more" in text


def test_the_uplift_is_a_range_and_says_what_it_is_not(world: World, owner: Client) -> None:
    """1,000 customers, margin 120, 80 to 82 per cent: 31,429 as a whole, three quarters of it one's own: 23,571."""
    fill(world)
    text = page(owner, world)
    assert ">23,600<" in text
    assert "Association is not cause" in text
    assert "The figures are not added up" in text
    assert text.split("<h1")[1].split("</h1>")[0].count("between") == 1


def test_the_tornado_has_the_widest_first_and_its_numbers_in_a_table(world: World, owner: Client) -> None:
    fill(world)
    tornado = page(owner, world).split('<figure class="cx-tornado">')[1].split("</figure>")[0]
    places = [tornado.index(name) for name in ("Gain in customers kept", "Share of that gain", "Customers kept within")]
    assert places == sorted(places)
    assert tornado.count("<svg") == 6
    assert tornado.count('aria-hidden="true"') == 6


def test_what_is_withheld_says_why(world: World, owner: Client) -> None:
    fill(world)
    text = page(owner, world)
    assert "Saving in a year through self-service</b><br>Missing: " in text
    assert "Margin at risk in a year</b><br>Missing: " in text


def test_nothing_is_shown_without_retention_or_margin(world: World, owner: Client) -> None:
    fill(world)
    Assumption.objects.filter(key__in=["margin", "retention"]).delete()
    text = page(owner, world)
    assert "The assumptions do not allow any figure yet." in text
    assert "cx-tornado" not in text


def test_the_ledger_is_filled_in_percent_and_keeps_shares(world: World, consultant: Client) -> None:
    filled = sent(margin=row("95", "110", "130"), retention=row("78", "81.5", "84", "own-data", detail="Cards"))
    answer = consultant.post(url(world, "value_edit"), filled | {"currency": "EUR"})
    assert answer.headers["Location"] == url(world)
    kept = {each.key: each for each in Assumption.objects.all()}
    assert {key: (each.low, each.base, each.high) for key, each in kept.items()} == {
        "margin": (95, 110, 130),
        "retention": (0.78, 0.815, 0.84),
    }
    assert (kept["retention"].source, kept["retention"].detail, kept["retention"].owner) == (
        "own-data",
        "Cards",
        "Dora Wong",
    )
    world.company.refresh_from_db()
    assert world.company.currency == "EUR"
    text = consultant.get(url(world, "value_edit")).content.decode()
    assert 'value="81.5"' in text
    assert "EUR" in page(consultant, world)


def test_another_name_for_money_is_saved_said_and_in_the_trail(world: World, owner: Client) -> None:
    fill(world)
    owner.post(url(world, "value_edit"), {"currency": "EUR"})
    for money, said in (("CHF", "Saved."), ("CHF", "Nothing has changed.")):
        answer = owner.post(url(world, "value_edit"), {"currency": money}, follow=True)
        assert said in answer.content.decode()
    world.company.refresh_from_db()
    assert world.company.currency == "CHF"
    told = [each.detail for each in AuditEntry.objects.filter(act="ledger-saved").order_by("pk")]
    assert [each["currency"] for each in told if "currency" in each] == ["EUR", "CHF"]
    assert len(told) == 3


def test_an_emptied_row_is_taken_out_and_the_others_stay_as_they_were(world: World, owner: Client) -> None:
    fill(world)
    before = Assumption.objects.get(key="margin").updated_at
    emptied = {key: row("", "", "", "own-data") for key in ROWS if key != "margin"}
    filled = sent(margin=row("120", "120", "120"), **emptied)
    owner.post(url(world, "value_edit"), filled | {"currency": ""})
    assert set(Assumption.objects.values_list("key", flat=True)) == {"margin"}
    assert Assumption.objects.get(key="margin").updated_at == before
    entry = AuditEntry.objects.filter(act="ledger-saved").latest("pk")
    assert "customers" in entry.detail["removed"]
    assert "changed" not in entry.detail


def as_shown(client: Client, world: World, after: str = "") -> dict[str, str]:
    """What a browser sends of the page as it is now, if nobody types anything; `after` is where saving led to."""
    page = document_fromstring(client.get(after or url(world, "value_edit")).content)
    (form,) = page.xpath("//form[contains(@class, 'cx-ledger')]")
    return {name: value or "" for name, value in form.fields.items()}


def test_two_people_fill_in_different_rows_and_both_are_kept(world: World, owner: Client, consultant: Client) -> None:
    """Neither undoes what the other has typed, nor takes out a row that was not there yet."""
    fill(world)
    mine, theirs = as_shown(owner, world), as_shown(consultant, world)
    theirs |= sent(contacts=row("900", "1000", "1100"), margin=row("130", "130", "130")) | {"segment-0": "Harbour"}
    after = consultant.post(url(world, "value_edit"), theirs).headers["Location"]
    theirs = as_shown(consultant, world, after) | sent(**{"segment-customers:Harbour": row("40", "50", "60")})
    assert consultant.post(url(world, "value_edit"), theirs).status_code == 302
    mine |= sent(retention=row("70", "75", "80"), discount=row("", "", "")) | {"currency": "EUR"}
    assert owner.post(url(world, "value_edit"), mine).status_code == 302
    now = dict(Assumption.objects.values_list("key", "base"))
    assert now == {key: numbers[1] for key, numbers in ROWS.items() if key != "discount"} | {
        "contacts": 1000, "margin": 130, "segment-customers:Harbour": 50, "retention": 0.75
    }  # fmt: skip
    assert consultant.post(url(world, "value_edit"), theirs | sent(margin=row("1", "1", "1"))).status_code == 302
    world.company.refresh_from_db()
    assert world.company.currency == "EUR"


def test_who_changes_the_same_row_sees_theirs_first(world: World, owner: Client, consultant: Client) -> None:
    fill(world)
    mine, theirs = as_shown(owner, world), as_shown(consultant, world)
    consultant.post(url(world, "value_edit"), theirs | sent(margin=row("130", "131", "132"), discount=row("", "", "")))
    mine |= sent(margin=row("140", "141", "142"), discount=row("9", "9", "9"))
    answer = owner.post(url(world, "value_edit"), mine)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else has put this here meanwhile: 130, 131, 132 (Dora Wong)." in text and 'value="141"' in text
    assert "Somebody else has taken this row out meanwhile." in text and 'value="9"' in text
    assert Assumption.objects.get(key="margin").base == 131
    seen = {name: value for form in document_fromstring(text).forms for name, value in form.fields.items()}
    again = mine | {name: value for name, value in seen.items() if name.endswith("-seen")}
    assert owner.post(url(world, "value_edit"), again).status_code == 302
    assert dict(Assumption.objects.filter(key__in=("margin", "discount")).values_list("key", "base")) == {
        "margin": 141, "discount": 0.09
    }  # fmt: skip


def test_whoever_is_overtaken_in_that_moment_is_told_as_well(world: World) -> None:
    fill(world)
    seen = {each.key: each for each in rows()}
    fill(world, margin=(1, 1, 1, "finance"))
    with pytest.raises(NewerLedger):
        save_ledger(user=world.owner, company=world.company, rows=rows(margin=(2, 2, 2, "finance"))[1:2], seen=seen)
    with pytest.raises(NewerLedger):
        save_ledger(user=world.owner, company=world.company, rows=[], removed={"margin"}, seen=seen)
    save_ledger(user=world.owner, company=world.company, rows=[], removed={"discount"}, seen=seen)
    assert Assumption.objects.get(key="margin").base == 1
    assert not Assumption.objects.filter(key="discount").exists()


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        (row("95", "90", "130"), "It has to lie between the low and the high."),
        (row("-1", "90", "130"), "Allowed: at least 0."),
        (row("much", "90", "130"), "Enter a number, such as 1200 or 0.5."),
        (row("0,5", "90", "130"), "Enter a number, such as 1200 or 0.5."),  # a comma sets thousands apart, no decimals
        (row("95", "110", ""), "This is needed."),
        (row("95", "110", "130", owner=""), "This is needed."),
        (row("95", "110", "130", source=""), "This is needed."),
        (row("110", "110", "110", "assumption"), "An assumption is not exact"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_typed_is_lost(
    filled: dict[str, str], said: str, world: World, owner: Client
) -> None:
    answer = owner.post(url(world, "value_edit"), sent(margin=filled, retention=row("78", "81", "84")))
    text = answer.content.decode()
    assert answer.status_code == 400
    assert said in text
    assert "<li>Margin per customer and year ·&nbsp;" in text  # and which of its fields it is
    assert 'value="81"' in text
    assert f'value="{filled["base"]}"' in text
    assert not Assumption.objects.exists()


def test_a_share_above_the_whole_is_refused(world: World, owner: Client) -> None:
    filled = sent(retention_attribution=row("50", "90", "110", "assumption"))
    text = owner.post(url(world, "value_edit"), filled).content.decode()
    assert "Allowed: from 0 to 100." in text


def test_a_segment_of_ones_own_gets_its_rows(world: World, owner: Client) -> None:
    """They are on the page that saving its name leads to; a browser sends what stands on a page, and nothing else."""
    typed = sent(customers=row("900", "1000", "1100", "own-data")) | {"segment-0": "=Stores; old"}
    after = owner.post(url(world, "value_edit"), as_shown(owner, world) | typed).headers["Location"]
    assert Assumption.objects.get().key == "customers"
    key, filled = "segment-customers:=Stores; old", as_shown(owner, world, after)
    assert {f"{key}-low", "segment-churn:=Stores; old-low"} <= filled.keys()
    filled |= {f"{key}-{field}": value for field, value in row("90", "100", "110", "own-data").items()}
    after = owner.post(url(world, "value_edit"), filled).headers["Location"]
    assert after == url(world)
    assert f"{key}-low" in as_shown(owner, world)
    assert Assumption.objects.filter(key=key).count() == 1
    assert "Customers: =Stores; old" in page(owner, world)


def test_own_figures_are_proposed_and_taken_over_only_by_hand(world: World, owner: Client, viewer: Client) -> None:
    """Three months that kept 99, 98 and 98.5 per cent."""
    month = timezone.localdate().replace(day=1)
    for kept in (990, 980, 985):
        numbers = {"start": 1000, "end": kept, "new": 0}
        save_figure(user=world.owner, company=world.company, kind="retention", month=month, numbers=numbers)
        month = (month - datetime.timedelta(days=1)).replace(day=1)
    text = page(owner, world)
    assert "3 counted months, taken to the year" in text
    assert "83.4% (78.5% to 88.6%)" in text
    assert not Assumption.objects.exists()
    assert "taken to the year" not in page(viewer, world)
    owner.post(url(world, "value_take"), {"key": "retention"})
    kept_row = Assumption.objects.get()
    assert (kept_row.key, kept_row.source, kept_row.owner) == ("retention", "own-data", "Owner")
    assert (kept_row.low, kept_row.base, kept_row.high) == (0.785, 0.834, 0.886)
    assert owner.post(url(world, "value_take"), {"key": "retention"}).status_code == 404
    assert owner.post(url(world, "value_take"), {"key": "margin"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_much_for_one_row_as_for_three(
    count: int, world: World, viewer: Client, django_assert_num_queries
) -> None:
    save_ledger(user=world.owner, company=world.company, rows=rows()[:count])
    page(viewer, world)
    with django_assert_num_queries(4):
        page(viewer, world)
