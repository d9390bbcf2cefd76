"""What a consultant writes on a report: apart from it, in one language, stale once the numbers are others."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from assessments.models import Answer, AuditEntry, SectionNote
from tests.views.test_reports import answer


def url(world, section="trust"):
    return f"/assessments/{world.assessment.code}/report/notes/{section}/"


def write(client, world, text="Look at this first.", section="trust", version=0, **more):
    return client.post(url(world, section), {"text": text, "version": version, **more})


def shown(client, world, kind=""):
    if kind:
        return client.get(f"/assessments/{world.assessment.code}/report.{kind}?language=en")
    return client.get(f"/assessments/{world.assessment.code}/report/").content.decode()


def test_a_note_stands_in_the_report_and_in_its_json(world, consultant, viewer):
    answer(world, 1)
    assert write(consultant, world, "In short.\n- One\n- Two", "summary").status_code == 302
    write(consultant, world, "<b>Trust</b> first.")
    page = shown(viewer, world)
    assert page.index("cx-find-1") < page.index("In short.") < page.index("cx-keys")
    assert "<li>One</li><li>Two</li>" in page
    assert "&lt;b&gt;Trust&lt;/b&gt; first." in page.split('id="trust"')[1].split("</section>")[0]
    assert "report/notes/" not in page
    notes = json.loads(shown(viewer, world, "json").content)["notes"]
    assert [(each["section"], each["stale"]) for each in notes] == [("summary", False), ("trust", False)]
    assert AuditEntry.objects.filter(act="note-saved").count() == 2


def test_writers_see_where_to_write_and_readers_do_not(world, consultant, viewer):
    answer(world, 1)
    assert url(world, "summary") in shown(consultant, world)
    assert url(world) in shown(consultant, world)
    assert "report/notes/" not in shown(viewer, world)
    assert write(viewer, world).status_code == 403


def test_it_is_kept_for_one_language(world, owner):
    answer(world, 1)
    write(owner, world, "English words")
    owner.cookies["language"] = "zh-hans"
    owner.get("/language/zh-hans/")
    assert "English words" not in shown(owner, world)
    assert SectionNote.objects.get().language == "en"


def test_a_note_is_stale_when_the_numbers_of_its_section_change_and_fresh_once_saved_again(world, owner):
    answer(world, 1)
    write(owner, world)
    assert "cx-said-stale" not in shown(owner, world)
    say_of_integrity(world, 4)
    assert "cx-said-stale" in shown(owner, world)
    assert json.loads(shown(owner, world, "json").content)["notes"][0]["stale"] is True
    write(owner, world, version=1)
    assert "cx-said-stale" not in shown(owner, world)


def say_of_integrity(world, stage):
    """Everybody who answered now says this stage of every practice of integrity."""
    rows = Answer.objects.filter(workspace=world.workspace, practice__startswith="int-")
    assert rows.exists()
    for each in rows:
        each.stage, each.saved_at = stage, timezone.now()
        each.save()


def test_words_alone_make_no_note_stale(world, owner):
    answer(world, 1)
    write(owner, world)
    world.company.name = "Another name"
    world.company.save()
    world.assessment.title = "Another title"
    world.assessment.save()
    assert "Another name" in shown(owner, world)
    assert "cx-said-stale" not in shown(owner, world)


def test_two_who_write_at_once_lose_nothing(world, owner, consultant):
    answer(world, 1)
    write(owner, world, "First")
    refused = write(consultant, world, "Second")
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "First" in page
    assert ">\nSecond</textarea>" in page or "Second</textarea>" in page
    assert 'name="version" value="1"' in page
    assert write(consultant, world, "Second", version=1).status_code == 302
    assert SectionNote.objects.get().text == "Second"


@pytest.mark.parametrize("how", [{"text": "  "}, {"remove": "1"}])
def test_a_note_is_taken_back(how, world, owner):
    answer(world, 1)
    write(owner, world)
    assert write(owner, world, version=1, **how).status_code == 302
    assert not SectionNote.objects.exists()


def test_no_note_on_what_the_report_does_not_have(world, owner):
    answer(world, 1)
    assert write(owner, world, section="journeys").status_code == 404
    assert write(owner, world, section="nothing").status_code == 404
    assert write(owner, world, section="card").status_code == 404


def test_nobody_writes_on_a_sealed_report(world, owner):
    world.assessment.anonymous = True
    world.assessment.save()
    assert write(owner, world).status_code == 409
    assert not SectionNote.objects.exists()


def test_a_text_too_long_is_refused_and_kept_in_the_field(world, owner):
    answer(world, 1)
    page = write(owner, world, "long " * 2000).content.decode()
    assert "long long" in page
    assert not SectionNote.objects.exists()
