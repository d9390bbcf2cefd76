"""The page of red flags: raised and closed by people, told in the reader’s language, judged again by the rules."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessments.actions.flags import AlreadyOpen, close_flag, raise_flag, watch
from assessments.models import AuditEntry, RedFlag
from assessments.voice.alarms import Alarm
from assessments.words import flags as flag_words
from tests.flags.test_watching import RESOLUTION, figure, journey
from tests.personas import World

QUERIES = 9
NUMBERS = (
    "months", "p90", "target", "overdue", "percent", "cases", "limit", "number", "csat", "csat_n", "nps", "nps_n",
    "percent_now", "percent_before", "eligible", "steps", "negative", "positive",
)  # fmt: skip


def page(client: Client, world: World) -> str:
    return client.get(reverse("company_flags", args=[world.company.code])).content.decode()


def raising(world: World) -> str:
    return reverse("company_flag_raise", args=[world.company.code])


def closing(world: World, flag: RedFlag) -> str:
    return reverse("company_flag_close", args=[world.company.code, flag.code])


def test_raised_by_hand_with_evidence(world: World, consultant: Client, viewer: Client) -> None:
    answer = consultant.post(raising(world), {"flag": "RF-09", "evidence": "  "})
    assert answer.status_code == 400 and not RedFlag.objects.exists()
    answer = consultant.post(raising(world), {"flag": "", "evidence": "A list was e-mailed out."})
    assert answer.status_code == 400 and "A list was e-mailed out." in answer.content.decode()
    consultant.post(raising(world), {"flag": "RF-09", "evidence": "A list was e-mailed out."})
    flag = RedFlag.objects.get()
    assert (flag.flag, flag.origin, flag.raised_by) == ("RF-09", "hand", world.consultant)
    seen = page(viewer, world)
    assert "One red flag is open" in seen and "A list was e-mailed out." in seen
    assert "trust reaches “partly in place” at most" in seen
    assert "Raise a red flag" not in seen and closing(world, flag) not in seen


def test_open_is_open_once(world: World, consultant: Client) -> None:
    raise_flag(user=world.owner, company=world.company, flag="RF-06", evidence="Shouting on 3 May.")
    with pytest.raises(AlreadyOpen):
        raise_flag(user=world.owner, company=world.company, flag="RF-06", evidence="Again.")
    assert 'value="RF-06"' not in consultant.get(raising(world)).content.decode()
    answer = consultant.post(raising(world), {"flag": "RF-06", "evidence": "Again."})
    assert answer.status_code == 400 and "Again." in answer.content.decode()


def test_closed_with_a_reason_it_is_history(world: World, consultant: Client) -> None:
    flag = raise_flag(user=world.owner, company=world.company, flag="RF-06", evidence="Shouting on 3 May.")
    assert consultant.post(closing(world, flag), {"reason": " "}).status_code == 400
    assert consultant.post(closing(world, flag), {"reason": "Two shifts were split."}).status_code == 302
    seen = page(consultant, world)
    assert "No red flag is open." in seen and "Two shifts were split." in seen and "Consultant" in seen
    acts = list(AuditEntry.objects.filter(act__startswith="flag-").order_by("pk").values_list("act", "detail"))
    assert acts == [("flag-raised", {"flag": "RF-06"}), ("flag-closed", {"flag": "RF-06"})]
    raise_flag(user=world.owner, company=world.company, flag="RF-06", evidence="Again in June.")
    assert RedFlag.objects.count() == 2


def test_who_closes_second_sees_the_first_reason(world: World, consultant: Client) -> None:
    flag = raise_flag(user=world.owner, company=world.company, flag="RF-06", evidence="Shouting.")
    close_flag(user=world.owner, company=world.company, flag=flag, reason="The first reason")
    answer = consultant.post(closing(world, flag), {"reason": "The second reason"})
    seen = answer.content.decode()
    assert answer.status_code == 409 and "The first reason" in seen and "The second reason" in seen
    flag.refresh_from_db()
    assert (flag.reason, flag.closed_by) == ("The first reason", world.owner)


def test_what_is_no_longer_true_stays_open_and_says_so(world: World, viewer: Client) -> None:
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 7})
    row = journey(world.company, mistakes=["RF-04"])
    watch(world.company)
    gone = "No longer true of the last months."
    seen = page(viewer, world)
    assert gone not in seen and "7 cases are open past their date." in seen
    assert "On the journey “Repair” this was seen at: Hand over." in seen
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 0})
    assert page(viewer, world).count(gone) == 1
    row.delete()
    assert page(viewer, world).count(gone) == 2
    assert RedFlag.objects.filter(closed_at=None).count() == 2


def test_nothing_of_other_companies(world: World, owner: Client, inside: Any) -> None:
    theirs = raise_flag(user=world.owner, company=inside.other_company, flag="RF-06", evidence="Theirs alone")
    assert "Theirs alone" not in page(owner, world)
    assert owner.post(closing(world, theirs), {"reason": "No."}).status_code == 404


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_every_rule_is_told(language: str) -> None:
    numbers = dict.fromkeys(NUMBERS, 2)
    with override(language):
        for rule in flag_words.RULES:
            alarm = Alarm("RF-01", rule, "2026-10", 1, ("Phone",), {**numbers, "title": "Repair"})
            said = flag_words.evidence(alarm.as_json())
            assert "%" not in said.replace("2%", "").replace("5%", "") and said != rule, said
            assert flag_words.month_said(alarm.as_json())


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same(number: int, world: World, viewer: Client, django_assert_num_queries: Any) -> None:
    for flag in ("RF-05", "RF-06", "RF-07")[:number]:
        raise_flag(user=world.owner, company=world.company, flag=flag, evidence="Seen.")
        row = raise_flag(user=world.owner, company=world.company, flag=f"RF-1{flag[-1]}", evidence="Seen.")
        close_flag(user=world.owner, company=world.company, flag=row, reason="Mended.")
    viewer.get(reverse("company_flags", args=[world.company.code]))
    with django_assert_num_queries(QUERIES):
        viewer.get(reverse("company_flags", args=[world.company.code]))
