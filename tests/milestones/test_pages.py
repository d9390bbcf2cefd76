"""Pages of milestones: who keeps one, what its files are, and what the command says of it."""

from __future__ import annotations

import io
import json
import uuid
from hashlib import sha256
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from assessments.actions.assessments import start_assessment
from assessments.actions.milestones import keep_milestone
from assessments.models import Answer, Assessment, Milestone
from assessments.reports.frozen import result_in
from assessments.reports.renderers import RENDERERS
from tests.personas import DAY, World
from tests.review.people import answered


@pytest.fixture
def kept(world: World) -> Milestone:
    """A milestone of an assessment in which two people have answered."""
    answered(world.assessment, {"l1-accurate-facts": {"leaders": [3], "frontline": [1]}}, note="Ask Ada Quill")
    return keep_milestone(user=world.owner, assessment=world.assessment, name="As shown to the board")


def page(world: World, name: str = "milestones", *more: object) -> str:
    return reverse(name, args=[world.assessment.code, *more])


def text(answer) -> str:
    return b"".join(answer).decode()


class TestKeeping:
    def test_a_name_is_all_it_takes(self, world: World, consultant: Client) -> None:
        answer = consultant.post(page(world), {"name": " Before the move "}, follow=True)
        assert "Kept as milestone 1." in text(answer) and "Before the move" in text(answer)
        assert (Milestone.objects.get().name, Milestone.objects.get().created_by) == (
            "Before the move",
            world.consultant,
        )

    @pytest.mark.parametrize("name", ["", "   ", "x" * 201])
    def test_without_a_usable_name_nothing_is_kept_and_nothing_is_lost(
        self, name: str, world: World, owner: Client
    ) -> None:
        answer = owner.post(page(world), {"name": name})
        assert answer.status_code == 200 and "invalid-feedback" in text(answer)
        assert Milestone.objects.count() == 0

    def test_of_an_anonymous_round_that_goes_on_nothing_is_kept(self, world: World, owner: Client) -> None:
        Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True, state="collecting")
        assert 'name="name"' not in text(owner.get(page(world)))
        answer = owner.post(page(world), {"name": "Now"})
        assert answer.status_code == 409 and "anonymous" in text(answer)
        assert Milestone.objects.count() == 0

    def test_readers_see_them_and_keep_none(self, world: World, viewer: Client, kept: Milestone) -> None:
        found = text(viewer.get(page(world)))
        assert "As shown to the board" in found and 'name="name"' not in found
        assert viewer.post(page(world), {"name": "Mine"}).status_code == 403


class TestPage:
    def test_it_shows_the_report_of_then_and_its_digest(self, world: World, owner: Client, kept: Milestone) -> None:
        before = text(owner.get(page(world, "milestone", kept.code)))
        assert kept.digest in before and 'id="pyramid"' in before and "data-number" not in before
        assert "Quill" not in before
        Answer.objects.update(stage=4)
        Assessment.objects.get(pk=world.assessment.pk).save()
        assert _body(text(owner.get(page(world, "milestone", kept.code)))) == _body(before)

    def test_it_is_in_the_reader_s_language(self, world: World, owner: Client, kept: Milestone) -> None:
        owner.cookies["django_language"] = "zh-hant"
        assert "成熟度報告" in text(owner.get(page(world, "milestone", kept.code)))

    def test_one_of_another_assessment_is_not_here(self, world: World, owner: Client, kept: Milestone) -> None:
        other = start_assessment(
            user=world.owner, company=world.company, title="Other", held_on=DAY, practice_set="full", group="leaders"
        )
        for name, more in (("milestone", ()), ("milestone_file", ("json",)), ("milestone_content", ())):
            assert owner.get(reverse(name, args=[other.code, kept.code, *more])).status_code == 404
            assert owner.get(reverse(name, args=[world.assessment.code, uuid.uuid4(), *more])).status_code == 404


class TestFiles:
    def test_the_json_is_what_was_written_then(self, world: World, owner: Client, kept: Milestone) -> None:
        for language in ("en", "zh-hans", "zh-hant"):
            answer = owner.get(page(world, "milestone_file", kept.code, "json"), {"language": language})
            assert answer.content == result_in(kept.content, language)
            assert json.loads(answer.content)["language"] == language

    def test_the_content_is_the_file_whose_digest_is_shown(self, world: World, owner: Client, kept: Milestone) -> None:
        answer = owner.get(page(world, "milestone_content", kept.code))
        assert sha256(answer.content).hexdigest() == kept.digest

    def test_the_other_forms_are_made_of_what_was_kept(self, world: World, owner: Client, kept: Milestone) -> None:
        Answer.objects.update(stage=4)
        pdf = owner.get(page(world, "milestone_file", kept.code, "pdf")).content
        book = owner.get(page(world, "milestone_file", kept.code, "xlsx")).content
        assert pdf.startswith(b"%PDF")
        with ZipFile(io.BytesIO(book)) as parts:
            words = b"".join(parts.read(name) for name in parts.namelist())
        assert b"Harbour Retail" in words and b"Quill" not in words and b"Leaders 0" not in words

    def test_the_archive_holds_the_json_of_then(
        self, world: World, owner: Client, kept: Milestone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        only = {kind: RENDERERS[kind] for kind in ("json",)}  # the others take their time elsewhere
        monkeypatch.setattr("assessments.reports.renderers.archive.RENDERERS", only)
        monkeypatch.setattr("assessments.reports.renderers.to_json.FORMAT", "newer")
        answer = owner.get(page(world, "milestone_file", kept.code, "zip"), {"languages": "all"})
        with ZipFile(io.BytesIO(b"".join(answer))) as parts:
            found = {name.partition("/")[0]: parts.read(name) for name in parts.namelist()}
        assert found == {each: result_in(kept.content, each) for each in ("en", "zh-hans", "zh-hant")}

    @pytest.mark.parametrize(("kind", "language"), [("exe", "en"), ("pdf", "fr")])
    def test_what_there_is_not_is_404(
        self, kind: str, language: str, world: World, owner: Client, kept: Milestone
    ) -> None:
        answer = owner.get(page(world, "milestone_file", kept.code, kind), {"language": language})
        assert answer.status_code == 404


class TestCommand:
    def test_it_says_that_nothing_has_changed(self, kept: Milestone) -> None:
        out = io.StringIO()
        call_command("milestone", "verify", str(kept.code), stdout=out)
        assert kept.digest in out.getvalue() and "as it was kept" in out.getvalue()

    def test_it_names_every_fault_with_its_place(self, world: World, kept: Milestone) -> None:
        content = json.loads(kept.content)
        content["reports"]["en"]["result_sha256"] = "0" * 64
        spoiled = Milestone.objects.create(
            workspace=world.workspace,
            assessment=world.assessment,
            number=9,
            name="Spoiled",
            content=json.dumps(content),
            digest="0" * 64,
        )
        err = io.StringIO()
        with pytest.raises(SystemExit) as left:
            call_command("milestone", "verify", str(spoiled.code), stderr=err)
        assert left.value.code == 2
        assert [line.partition(":")[0] for line in err.getvalue().splitlines()] == ["content", "reports.en.result"]

    def test_a_code_of_nothing_is_said_to_be_one(self, db: None) -> None:
        err = io.StringIO()
        with pytest.raises(SystemExit):
            call_command("milestone", "verify", str(uuid.uuid4()), stderr=err)
        assert "there is no milestone of this code" in err.getvalue()


def test_queries(world: World, owner: Client, kept: Milestone, django_assert_num_queries) -> None:
    for names in ((), ("Two", "Three")):
        for name in names:
            keep_milestone(user=world.owner, assessment=world.assessment, name=name)
        with django_assert_num_queries(4):  # session and user, the assessment, its milestones
            owner.get(page(world))
        with django_assert_num_queries(4):
            owner.get(page(world, "milestone", kept.code))


def _body(page: str) -> str:
    return page[page.index('<header class="cx-open"') :]
