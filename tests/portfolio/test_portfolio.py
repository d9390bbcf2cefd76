"""The portfolio as a page: what it shows of each company, its filters, orders and groups, and who sees it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.standings_due import count_due
from assessments.models import Company, PlanItem, Standing
from assessments.queries.portfolio import Wanted
from assessments.queries.portfolio_groups import grouped_page, groups
from tests.personas import World

from .rounds import company, held, say

pytestmark = pytest.mark.django_db
LAST_YEAR = datetime.date(2025, 9, 1)


def opened(client: Client, world: World, **query: str) -> Any:
    return client.get(reverse("workspace", args=[world.workspace.code]), query)


def names(answer: Any) -> list[str]:
    return [each.place.company.name for each in answer.context["rows"]]


@pytest.fixture
def three(world: World) -> list[Company]:
    """A bank that has climbed, a shop that has fallen, a hotel in collection; Harbour Retail is only begun."""
    bank = company(world.workspace, "Meridian Bank", industry="finance", size="1000+")
    held(bank, 2, on=LAST_YEAR, people=8)
    held(bank, 3, people=8)
    shop = company(world.workspace, "Bramble", industry="retail", size="10-49", round_months=6)
    held(shop, 3, on=LAST_YEAR, people=8)
    held(shop, 1, people=8, state="review")
    hotel = company(world.workspace, "珠江酒店", industry="hospitality", size="1000+")
    last = timezone.localdate() + datetime.timedelta(days=9)
    held(hotel, 3, practices=20, people=3, state="collecting", closes_on=last, on=timezone.localdate(), title="首轮")
    count_due()
    return [bank, shop, hotel]


def test_each_company_has_its_level_trust_change_status_and_next_date(
    world: World, owner: Client, three: list[Company]
) -> None:
    rows = {each.place.company.name: each for each in opened(owner, world, sort="name").context["rows"]}
    bank, shop, hotel = rows["Meridian Bank"], rows["Bramble"], rows["珠江酒店"]
    assert (bank.level, bank.experience, bank.trust) == (6, "75", "75")
    assert (bank.experience_change.text, bank.experience_change.said) == ("▲ 25", "25 points higher")
    assert bank.trail == (50.0, 75.0) and bank.state == "Final" and bank.next_on is None
    assert (shop.level, shop.achieved) == (0, 0)
    assert (shop.trust_change.text, shop.trust_change.css) == ("▼ 50", "down")
    assert shop.state == "In review" and shop.next == "Next round" and not shop.late
    assert (hotel.state, hotel.share, hotel.next) == ("Open for answers", "3 of 3 people", "Last day")
    assert hotel.experience_change.text == "first"
    page = opened(owner, world).content.decode()
    for words in ("Elevate", "None yet", "25 points higher", "3 of 3 people", "珠江酒店", "Level 6 attained"):
        assert words in page
    assert '<span aria-hidden="true">▲ 25</span>' in page  # the words beside it are what is read out


def test_it_opens_with_what_needs_a_look(world: World, owner: Client, three: list[Company]) -> None:
    found = opened(owner, world).context["finding"]
    assert found == "1 result waits for its review, and 1 company has visibly lost ground."
    Company.objects.filter(pk=three[1].pk).delete()
    assert opened(owner, world).context["finding"] == "2 assessments are still being answered."


def test_an_old_figure_is_never_shown(world: World, owner: Client, three: list[Company], monkeypatch: Any) -> None:
    row = held(company(world.workspace, "Alone"), 3, state="draft")
    assert "Level 6 attained" in opened(owner, world, q="Alone").content.decode()
    say(row, 1)
    monkeypatch.setattr("assessments.views.portfolio.portfolio.SECONDS", -1)
    monkeypatch.setattr("assessments.views.portfolio.portfolio.count_soon", lambda workspace: None)
    answer = opened(owner, world, q="Alone")
    assert "Being computed" in answer.content.decode()
    assert "Level 6 attained" not in answer.content.decode()
    assert answer.context["uncounted"] == 0, "the counts were made before; the next page knows"
    assert opened(owner, world).context["uncounted"] == 1
    monkeypatch.undo()
    assert "No level attained yet" in opened(owner, world, q="Alone").content.decode()


def test_without_kept_figures_the_page_is_the_same(world: World, owner: Client, three: list[Company]) -> None:
    def shown() -> list[tuple[Any, ...]]:
        answer = opened(owner, world, sort="name")
        return [(answer.context["finding"],), *(tuple(each)[1:] for each in answer.context["rows"])]

    before = shown()
    Standing.objects.all().delete()
    assert shown() == before


FOUND: list[tuple[dict[str, str], list[str]]] = [
    ({"state": "review"}, ["Bramble"]),
    ({"state": "attention"}, ["Bramble"]),
    ({"state": "collecting"}, ["珠江酒店"]),
    ({"industry": "finance"}, ["Meridian Bank"]),
    ({"size": "1000+", "sort": "name"}, ["Harbour Retail", "Meridian Bank", "珠江酒店"]),
    ({"level": "6"}, ["Meridian Bank"]),
    ({"level": "0", "sort": "name"}, ["Bramble"]),
    ({"level": "3"}, ["珠江酒店"]),
    ({"level": "none"}, ["Harbour Retail"]),
    ({"q": "珠江"}, ["珠江酒店"]),
    ({"q": "BRAM"}, ["Bramble"]),
    ({"q": "100%"}, []),
    ({"sort": "name"}, ["Bramble", "Harbour Retail", "Meridian Bank", "珠江酒店"]),
    ({"sort": "level"}, ["Meridian Bank", "珠江酒店", "Bramble", "Harbour Retail"]),
    ({"sort": "trust"}, ["Meridian Bank", "Bramble", "Harbour Retail", "珠江酒店"]),
    ({"sort": "change"}, ["Meridian Bank", "Bramble", "Harbour Retail", "珠江酒店"]),
    ({"sort": "next", "state": "nonsense"}, ["珠江酒店", "Bramble", "Harbour Retail", "Meridian Bank"]),
]


def test_filters_and_orders(world: World, owner: Client, three: list[Company]) -> None:
    assert [(query, names(opened(owner, world, **query))) for query, _found in FOUND] == FOUND


def test_a_date_that_is_over_needs_a_look(world: World, owner: Client, three: list[Company]) -> None:
    over = timezone.localdate() - datetime.timedelta(days=1)
    PlanItem.objects.create(workspace=world.workspace, company=three[0], title="Late", due_on=over)
    opened(owner, world)
    assert names(opened(owner, world, state="attention", sort="name")) == ["Bramble", "Meridian Bank"]
    assert "is-late" in opened(owner, world).content.decode()


def test_groups_say_how_many_they_are_and_their_median_level(world: World, owner: Client, three: list[Company]) -> None:
    held(company(world.workspace, "Oak Bank", industry="finance"), 1)
    company(world.workspace, "Nobody knows")
    count_due()
    parts = opened(owner, world, group="industry", sort="name").context["parts"]
    assert [heading for heading, _lines in parts] == [
        "Retail · n = 2 · median level 0 of 1 rated",
        "Banking and insurance · n = 2 · median level 3 of 2 rated",
        "Hotels, restaurants and travel · n = 1 · median level 3 of 1 rated",
        "Not said · n = 1",
    ]
    Company.objects.filter(name="Oak Bank").update(counted_at=None)
    said = opened(owner, world, group="size", q="Bank").context["parts"]
    assert len(said) == 2


def test_pills_count_within_the_other_choices(world: World, owner: Client, three: list[Company]) -> None:
    pills = {name: count for _key, name, count in opened(owner, world, size="1000+", state="final").context["pills"]}
    assert pills == {"All": 3, "Needs a look": 0, "Draft": 1, "Open for answers": 1, "Final": 1}


@pytest.mark.parametrize("many", [3, 101])  # one page and three
def test_queries_of_the_portfolio(many: int, world: World, owner: Client, django_assert_num_queries: Any) -> None:
    """Session, user, right; counts twice, which, rows; rounds, people, agreed, figures, plan; deleted ones."""
    for number in range(many):
        held(company(world.workspace, f"Company {number:03}", industry="retail"), 2, state="review", practices=2)
    count_due()
    opened(owner, world)
    with django_assert_num_queries(12):
        opened(owner, world)
    with django_assert_num_queries(13):  # and the groups
        opened(owner, world, group="industry", sort="level", page="2", industry="retail")


def test_it_comes_in_pages_of_fifty(world: World, owner: Client) -> None:
    Company.objects.bulk_create(Company(workspace=world.workspace, name=f"Company {at:03}") for at in range(120))
    found = [names(opened(owner, world, sort="name", page=str(page))) for page in (1, 2, 3, 9)]
    assert [len(each) for each in found] == [50, 50, 21, 21]
    assert len({*found[0], *found[1], *found[2]}) == 121


@pytest.mark.parametrize("sort", ["name", "level", "next"])
def test_pages_of_groups_hold_each_company_once_and_in_order(sort: str, world: World) -> None:
    """Groups that end within a page, one that goes on over three, small ones side by side, and those not said."""
    many = {"retail": 7, "finance": 110, "health": 1, "other": 2, "": 30}
    Company.objects.bulk_create(
        Company(
            workspace=world.workspace,
            name=f"{number * 37 % 101:03} {industry}",
            industry=industry,
            last_level=number % 8 if number % 8 < 7 else None,
            next_on=LAST_YEAR + datetime.timedelta(days=number % 5) if number % 3 else None,
            counted_at=timezone.now(),
        )
        for industry, count in many.items()
        for number in range(count)
    )
    wanted = Wanted(group="industry", sort=sort)
    found = groups(world.workspace, wanted)
    pages = [grouped_page(world.workspace, wanted, found, page).object_list for page in ("1", "2", "3", "4", "9")]
    assert [len(each) for each in pages] == [50, 50, 50, 1, 1]
    shown = [each.pk for page in pages[:4] for each in page]
    whole = Company.objects.filter(workspace=world.workspace)

    def key(each: Company) -> tuple[Any, ...]:
        level = -1 if each.last_level is None else each.last_level
        first = {"name": 0, "level": -level, "next": each.next_on or datetime.date.max}[sort]
        return [*many].index(each.industry), first, each.name, each.pk

    assert shown == [each.pk for each in sorted(whole, key=key)]


def test_a_group_of_nothing_is_an_empty_page(world: World, owner: Client) -> None:
    assert names(opened(owner, world, group="size", q="Nobody has this name")) == []


def test_it_is_of_one_workspace_and_its_whole_members(
    world: World, stranger: Client, reader: Client, viewer: Client, three: list[Company]
) -> None:
    assert opened(stranger, world).status_code == 404
    assert opened(reader, world).status_code == 404
    assert len(names(opened(viewer, world))) == 5
    elsewhere = stranger.get(reverse("workspace", args=[world.elsewhere.code]))
    assert "Meridian Bank" not in elsewhere.content.decode()


def test_a_page_of_the_portfolio_is_not_kept_by_browsers(world: World, owner: Client) -> None:
    caches["reports"].clear()
    assert "no-store" in opened(owner, world).headers["Cache-Control"]
