"""The review page as its readers meet it: what it shows, to whom, and at what cost."""

from __future__ import annotations

import re
import time

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.review import settle_stage
from assessments.content.loader import framework
from assessments.models import AgreedStage, Answer, Assessment
from tests.personas import World
from tests.review.people import answered

FACTS, HELP = "l1-accurate-facts", "l1-searchable-help"
ALL = tuple(framework().practices)


def url(world: World, query: str = "") -> str:
    return reverse("review", args=[world.assessment.code]) + query


def text(client: Client, address: str) -> str:
    """The page without the tokens of its forms, on one line."""
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode()).split())


def shown(page: str) -> list[str]:
    """The practices on a page, in order."""
    return re.findall(r'id="agree-([\w-]+)"', page)


def anonymised(world: World, state: str) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True, state=state, minimum_group=5)


@pytest.mark.parametrize("people", [1, 3, 200])
def test_the_page_costs_the_same_queries_however_many_answered(
    world: World, owner: Client, django_assert_num_queries: object, people: int
) -> None:
    spread = {"leaders": people // 10 or 1, "managers": people * 3 // 10, "frontline": people * 6 // 10}
    stages = {group: [place % 5 for place in range(count)] for group, count in spread.items()}
    answered(world.assessment, dict.fromkeys(ALL, stages), note="Seen on Monday, on every till that we looked at.")
    settle_stage(user=world.owner, assessment=world.assessment, practice=FACTS, stage=2, reason="Seen.", seen=0)
    owner.get(url(world))  # templates are read
    started = time.perf_counter()
    # session, user, assessment; respondents, answers, agreed stages; how many were invited, and who settled
    with django_assert_num_queries(8):
        page = owner.get(url(world, "?dimension=l1"))
    took = time.perf_counter() - started
    print(f"{people} people: {took:.3f} s, {len(page.content):,} bytes")  # noqa: T201 - for the record
    assert len(page.content) < 100_000
    assert took < 5


def test_names_groups_notes_and_who_does_not_know_stand_in_a_named_one(world: World, viewer: Client) -> None:
    answered(world.assessment, {FACTS: {"leaders": [3], "managers": [None]}}, note="The price list is old")
    page = text(viewer, url(world, "?dimension=l1"))
    assert "Do not know: Managers 0 (Managers)" in page
    assert "Leaders 0 (Leaders) ·&nbsp;3 Managed" in page
    assert "The price list is old" in page
    assert "Until set, the report uses 3, the mean of the answers." in page


def test_what_people_wrote_is_text_and_only_web_addresses_are_links(world: World, owner: Client) -> None:
    said = {"note": "<script>alert(1)</script>", "evidence": "javascript:alert(1)"}
    answered(world.assessment, {FACTS: {"leaders": [3]}}, **said)
    answered(world.assessment, {HELP: {"leaders": [3]}}, evidence="https://example.com/list")
    page = text(owner, url(world, "?dimension=l1"))
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert 'href="https://example.com/list"' in page


def test_long_notes_are_cut_beside_others_and_whole_alone(world: World, owner: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [2] * 9}}, note="long " * 900)
    beside, alone = (owner.get(url(world, query)).content.decode() for query in ("?dimension=l1", f"?practice={FACTS}"))
    assert (beside.count("long "), alone.count("long ")) == (8 * 100, 9 * 900)
    assert "One more note" in beside


def test_what_is_critical_and_absent_opens_the_page_where_nobody_differs(world: World, owner: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [0, 0, 0]}})
    assert "1 practice stands out: critical and absent, or unknown to many." in text(owner, url(world))


def test_when_nothing_is_left_to_talk_about_it_leads_on(world: World, owner: Client) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
    answered(world.assessment, {FACTS: {"managers": [2, 2, 2]}})
    assert "Make final" in text(owner, url(world)) and "Settle them in a workshop" not in text(owner, url(world))
    answered(world.assessment, {FACTS: {"frontline": [0, 4, 0]}})
    assert "Make final" not in text(owner, url(world)) and "Settle them in a workshop" in text(owner, url(world))


def test_it_opens_at_the_dimension_with_most_to_talk_about(world: World, owner: Client) -> None:
    split, alike = {"managers": [0, 2, 4]}, {"managers": [2, 2, 2]}
    given = {**dict.fromkeys(ALL, alike), "l3-close-the-loop": split, "l3-metric-system": split, FACTS: split}
    answered(world.assessment, given)
    page = text(owner, url(world))
    assert shown(page) == [each.id for each in framework().by_dimension["l3"].practices]
    assert "Opinions differ on 3 practices that are not settled yet." in page
    assert "Opinions differ: stages 0 to 4" in page


def test_the_largest_gap_that_may_be_called_one_opens_the_page(world: World, owner: Client) -> None:
    given = {each.id: {"leaders": [3, 3, 3], "frontline": [2, 2, 2]} for each in framework().levels[2].practices}
    given[FACTS] = {"leaders": [4, 4, 4], "frontline": [1, 1, 1]}
    answered(world.assessment, given)
    assert "Leaders rate Respond up to 1 stage higher than the front line." in text(owner, url(world))


FLAGGED = {
    "differ": (HELP, {"managers": [0, 1, 4]}),
    "leaders": ("l2-human-reach", {"leaders": [3, 3, 3], "frontline": [2, 2, 1]}),
    "unproven": ("l4-segment-treatment", {"managers": [2]}),
    "absent": (FACTS, {"managers": [0, 0, 1]}),
    "unknown": ("l3-metric-system", {"managers": [1, 1, None]}),
}


@pytest.mark.parametrize("kind", [*FLAGGED, "open"])
def test_filters_show_what_they_say_and_count_it(world: World, owner: Client, kind: str) -> None:
    for each, (practice, stages) in FLAGGED.items():
        answered(world.assessment, {practice: stages}, note="" if each == "unproven" else "seen")
    page = text(owner, url(world, f"?show={kind}"))
    expected = [FLAGGED[kind][0]] if kind in FLAGGED else list(ALL[:8])
    count = 1 if kind in FLAGGED else len(ALL)
    assert shown(page) == expected
    assert f'aria-current="true">{ {"open": "Not settled"}.get(kind, "") }' in page
    assert f'<small data-count="{kind}">{count}</small>' in page


def test_pages_of_a_filter_together_show_every_practice_once(world: World, owner: Client) -> None:
    pages = [shown(text(owner, url(world, f"?show=open&page={number}"))) for number in range(1, 8)]
    assert [each for page in pages for each in page] == list(ALL)


def test_what_no_filter_knows_shows_the_usual_page(world: World, owner: Client) -> None:
    for query in ("?show=nonsense", "?dimension=l9", "?practice=none", "?show=open&page=x"):
        assert shown(text(owner, url(world, query)))


def test_readers_see_no_control(world: World, viewer: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [1, 2, 3]}})
    page = text(viewer, url(world))
    assert "data-save" not in page
    assert page.count("<fieldset") == page.count("disabled")


def test_a_final_assessment_says_why_it_is_only_read(world: World, owner: Client) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(state="final")
    page = text(owner, url(world))
    assert "This assessment is final" in page
    assert reverse("assessment_move", args=[world.assessment.code, "review"]) in page
    assert "data-save" not in page


@pytest.mark.parametrize("state", ["draft", "collecting"])
def test_an_anonymous_one_shows_nothing_before_collecting_ends(world: World, owner: Client, state: str) -> None:
    answered(world.assessment, {FACTS: {"leaders": [0] * 6, "frontline": [4] * 6}}, note="Only I say this")
    anonymised(world, state)
    page = text(owner, url(world))
    assert "The review opens when collecting is over." in page
    way_on = reverse("assessment_move", args=[world.assessment.code, "review"])
    assert (way_on in page) is (state == "collecting")
    assert not shown(page)
    assert "Only I say this" not in page
    sent = owner.post(url(world), {"practice": FACTS, "stage": "2", "reason": "A guess", "seen": "0"})
    assert sent.status_code == 409
    assert "A guess" in sent.content.decode()
    assert not AgreedStage.objects.exists()


def test_an_anonymous_one_names_nobody_and_joins_small_groups(world: World, owner: Client) -> None:
    given = {"leaders": [4, 4, None], "managers": [3] * 5, "frontline": [1] * 6}
    answered(world.assessment, {FACTS: given}, note="Old prices")
    anonymised(world, "review")
    page = text(owner, url(world, "?dimension=l1"))
    assert "Leaders and managers: median 3.0; people at stages 0 to 4: 0, 0, 0, 5, 2." in page
    assert "1 does not know" not in page
    assert "one does not know" in page
    owner.cookies["django_language"] = "zh-hans"
    told = text(owner, url(world, "?dimension=l1"))
    assert "0、0、0、5、2。一线员工" in told
    assert "Old prices" in page
    assert not re.search(r"(Leaders|Managers|Frontline) \d", page)


def test_an_anonymous_practice_with_too_few_stages_shows_nothing(world: World, owner: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [3] * 6}}, note="Everybody says so")
    answered(world.assessment, {HELP: {"managers": [0, 4, 0, 4]}}, note="Few say so")
    anonymised(world, "review")
    page = text(owner, url(world, "?dimension=l1"))
    assert "Everybody says so" in page
    assert "Few say so" not in page
    assert "Too few gave a stage: nothing is shown." in page
    assert f'id="spread-{HELP}' not in page


def test_an_anonymous_one_that_too_few_answered_says_so(world: World, owner: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [3] * 4}}, note="We four say so")
    anonymised(world, "review")
    page = text(owner, url(world))
    assert "Fewer than 5 people have answered, so nothing is shown." in page
    assert "have answered</span>" not in page
    assert "We four say so" not in page


def test_an_answer_changed_after_all_shows_at_once(world: World, owner: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [3]}})
    assert "uses 3," in text(owner, url(world, "?dimension=l1"))
    Answer.objects.update(stage=1)
    assert "uses 1," in text(owner, url(world, "?dimension=l1"))
