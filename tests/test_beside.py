"""What people do in one company of a workspace changes nothing that the pages and files of another say."""

from __future__ import annotations

import re
from dataclasses import replace

from django.db import transaction
from django.test import Client
from django.urls import reverse

from assessments.models import RedFlag, Touchpoint
from tests.addresses import PROTECTED
from tests.flags.test_watching import RESOLUTION, answers, figure
from tests.personas import Inside, World
from tests.value_page.helpers import fill

# Figures from elsewhere, styles and people of the workspace are of all its companies.
SHARED = {"workspace", "portfolio_file", "members", "references", "reference_remove"}
SHARED |= {each for each in PROTECTED if each.startswith("style")} | {"report_logo"}
OF_ONE = {name: row for name, row in PROTECTED.items() if name not in SHARED}
NEW_EACH_TIME = re.compile(r'(value|data-token)="[A-Za-z0-9]{64}"|nonce="[^"]+"')


def lively(world: World, place: str, segment: str) -> None:
    """What customers of a company say, its figures and flags."""
    of = {"workspace": world.workspace, "company": world.company}
    RedFlag.objects.create(**of, flag="RF-01", origin="hand", evidence="Heard twice.")
    Touchpoint.objects.create(**of, name=place)
    figure(world.company, "resolution", RESOLUTION)
    fill(world)
    with transaction.atomic():
        answers(world.company, "nps", 9, 90, touchpoint=place, segment=segment, customer="c" * 64)


def test_pages_of_a_company_say_nothing_of_the_one_beside_it(world: World, inside: Inside, owner: Client) -> None:
    lively(world, "Shop", "Adults")
    read = {name: row for name, row in OF_ONE.items() if row.viewer_may_look or name == "survey_new"}
    urls = {name: reverse(name, kwargs=row.where(world)) for name, row in read.items()}

    def said() -> dict[str, str]:
        answers = {name: b"".join(owner.get(url)).decode(errors="replace") for name, url in urls.items()}
        return {name: NEW_EACH_TIME.sub("", text) for name, text in answers.items()}

    before = said()
    beside = replace(world, company=inside.other_company, assessment=inside.other_assessment)
    lively(beside, "Repair", "Children")
    for row in OF_ONE.values():  # something of everything that has an address
        row.where(beside)
    after = said()
    assert [name for name in urls if before[name] != after[name]] == []
