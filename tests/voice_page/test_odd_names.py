"""Names that no database can hold are names of nothing, and no fault."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from assessments.models import Touchpoint
from tests.personas import World


def test_a_name_that_cannot_be_stored_is_no_fault(world: World, owner: Client) -> None:
    for name in ("voice", "loyalty"):
        address = reverse(name, args=[world.company.code])
        assert owner.get(address, {"of": "touchpoint:\0", "window": "\0"}).status_code == 200
    weigh = reverse("voice_importance", args=[world.company.code])
    assert owner.post(weigh, {"name": ["\0", "Till\0"], "importance": ["1", "3"]}).status_code == 302
    assert not Touchpoint.objects.exists()
