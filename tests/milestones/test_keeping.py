"""What a milestone keeps, for how long, and what it never holds."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from zlib import compress, decompress

import pytest
from django.utils.translation import override

from assessments.actions.life import move_assessment
from assessments.actions.milestones import StillSealed, keep_milestone
from assessments.actions.rights import erase_respondent
from assessments.content import loader
from assessments.maturity import scoring
from assessments.models import Answer, Assessment, AuditEntry, Milestone, Respondent
from assessments.reports.build import build
from assessments.reports.frozen import FORMAT, digest_of, document_in, faults_in, result_in
from assessments.reports.renderers.to_json import to_json
from assessments.results.sources import assess_rows
from tests.personas import World
from tests.review.people import answered

LANGUAGES = ("en", "zh-hans", "zh-hant")
PRACTICES = {"l1-accurate-facts": {"leaders": [3, 4], "frontline": [1, 2, None]}, "int-privacy": {"managers": [2]}}


@pytest.fixture
def asked(world: World) -> World:
    """Six people have answered two practices, with notes that name somebody."""
    answered(world.assessment, PRACTICES, note="Ask Ada Quill", evidence="https://example.com/quill")
    people = Respondent.objects.filter(assessment=world.assessment, user=None)
    people.filter(name="Leaders 0").update(email="quill@example.com")
    people.update(name="Bo Wren")
    Respondent.objects.exclude(user=None).update(name="Ida Finch")
    return world


def keep(world: World, name: str = "As shown to the board") -> Milestone:
    return keep_milestone(user=world.owner, assessment=world.assessment, name=name)


def told(content: str) -> str:
    """Everything that a content says, unpacked."""
    found = json.loads(content)
    for report in found["reports"].values():
        report["packed"] = decompress(b64decode(report["packed"])).decode()
    return json.dumps(found, ensure_ascii=False)


class TestContent:
    def test_its_result_is_that_of_the_live_report_to_the_byte(self, asked: World) -> None:
        kept = keep(asked)
        for language in LANGUAGES:
            assert result_in(kept.content, language) == to_json(build(assess_rows(asked.assessment, language)))

    def test_a_word_that_a_later_version_places_is_there_and_all_others_are_as_they_were(self, asked: World) -> None:
        content = json.loads(keep(asked).content)
        packed = json.loads(decompress(b64decode(content["reports"]["zh-hans"]["packed"])))
        words = dict(packed["document"]["words"])
        today = words.pop("contents")
        packed["document"]["words"] = [*(words | {"summary": "of then"}).items()]
        content["reports"]["zh-hans"]["packed"] = b64encode(compress(json.dumps(packed).encode())).decode()
        found = document_in(json.dumps(content), "zh-hans").words
        assert dict(found) == words | {"summary": "of then", "contents": today}

    def test_it_says_what_was_answered_and_by_which_rules(self, asked: World) -> None:
        content = json.loads(keep(asked).content)
        assert content["format"] == FORMAT
        assert (content["framework"]["id"], content["scoring_version"]) == ("cx-pyramid", 1)
        assert len(content["framework"]["digest"]) == 64
        said = content["answers"]
        by_group = dict(zip(said["groups"], said["practices"]["l1-accurate-facts"], strict=True))
        assert by_group["leaders"] in (3, 4)
        assert sorted(map(str, said["practices"]["l1-accurate-facts"])) == sorted(
            ["3", "4", "1", "2", "dont-know", *["None"] * (len(said["groups"]) - 5)]
        )
        assert len(said["backed"]["l1-accurate-facts"]) == 5

    def test_it_is_canonical_json_and_its_digest_is_that_of_the_file(self, asked: World) -> None:
        kept = keep(asked)
        again = json.dumps(json.loads(kept.content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert again == kept.content
        assert kept.digest == digest_of(kept.content)
        assert faults_in(kept.content) == []

    def test_no_name_no_address_and_no_note_goes_in(self, asked: World) -> None:
        content = told(keep(asked).content)
        for trace in ("Quill", "quill", "Wren", "Finch", "owner@example.com"):
            assert trace not in content
        live = json.dumps([str(each) for each in build(assess_rows(asked.assessment, "en")).all_voices])
        assert "Quill" in live and "Wren" in live  # the report of the team has them: the test could tell

    def test_who_is_erased_afterwards_leaves_nothing_to_erase(self, asked: World) -> None:
        kept = keep(asked)
        before = kept.content
        person = Respondent.objects.get(assessment=asked.assessment, email="quill@example.com")
        erase_respondent(user=asked.owner, respondent=person)
        kept.refresh_from_db()
        assert kept.content == before
        # The scores are the same without the person: what was kept says no more than what is left.
        assert result_in(keep(asked, "After").content, "en") == result_in(before, "en")

    def test_a_content_that_was_tampered_with_is_found_out(self, asked: World) -> None:
        content = json.loads(keep(asked).content)
        content["reports"]["en"]["result_sha256"] = "0" * 64
        content["reports"]["zh-hans"]["packed"] = content["reports"]["zh-hant"]["packed"]
        content["reports"]["zh-hant"]["packed"] = "nothing"
        places = [each.partition(":")[0] for each in faults_in(json.dumps(content))]
        assert sorted(places) == ["reports.en.result", "reports.zh-hans.result", "reports.zh-hant"]
        assert faults_in("{}") == ["content: it is no milestone"]


class TestForGood:
    def test_newer_rules_answers_and_versions_do_not_reach_it(
        self, asked: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = keep(asked)
        before = {each: (result_in(kept.content, each), document_in(kept.content, each)) for each in LANGUAGES}
        frame = loader.framework()
        gate = frame.thresholds.model_copy(update={"gate": 20.0})
        newer = frame.model_copy(update={"thresholds": gate})
        monkeypatch.setattr("assessments.results.sources.framework", lambda *version: newer)
        monkeypatch.setattr(scoring, "SCORING_VERSION", 99)
        Answer.objects.exclude(stage=None).update(stage=4)
        live = to_json(build(assess_rows(asked.assessment, "en")))
        assert live != before["en"][0] and json.loads(live)["scoring_version"] == 99
        kept.refresh_from_db()
        for language, (result, document) in before.items():
            assert result_in(kept.content, language) == result == to_json(document)
            assert document_in(kept.content, language) == document
        assert digest_of(kept.content) == kept.digest


class TestNumbers:
    def test_they_count_within_the_assessment(self, asked: World) -> None:
        assert [keep(asked, name).number for name in ("One", "Two")] == [1, 2]

    def test_a_button_pressed_twice_keeps_one(self, asked: World) -> None:
        assert keep(asked) == keep(asked)
        assert Milestone.objects.count() == 1

    def test_it_is_in_the_audit_trail(self, asked: World) -> None:
        kept = keep(asked)
        entry = AuditEntry.objects.latest("pk")
        assert (entry.act, entry.actor, entry.assessment) == ("milestone-kept", asked.owner, asked.assessment)
        assert entry.detail == {"number": 1, "name": kept.name, "sha256": kept.digest}


class TestAnonymous:
    @pytest.mark.parametrize("state", ["draft", "collecting"])
    def test_nothing_is_kept_while_people_answer(self, state: str, asked: World) -> None:
        Assessment.objects.filter(pk=asked.assessment.pk).update(anonymous=True, state=state)
        with pytest.raises(StillSealed):
            keep(asked)
        assert Milestone.objects.count() == 0

    def test_afterwards_only_what_may_be_seen(self, asked: World) -> None:
        Assessment.objects.filter(pk=asked.assessment.pk).update(anonymous=True, state="review")
        content = json.loads(keep(asked).content)
        # Six people, five of whom said a stage or that they do not know; the other practice has one answer alone.
        assert "int-privacy" not in content["answers"]["practices"]
        assert set(content["answers"]["groups"]) <= {"leaders+managers+frontline", "leaders+frontline"}


class TestFinal:
    def finish(self, world: World) -> None:
        move_assessment(user=world.owner, assessment=world.assessment, to="final")

    def test_making_it_final_keeps_one(self, asked: World) -> None:
        move_assessment(user=asked.owner, assessment=asked.assessment, to="review")
        self.finish(asked)
        kept = Milestone.objects.get()
        assert (kept.name, kept.number, kept.created_by) == ("Final", 1, asked.owner)
        assert json.loads(kept.content)["assessment"]["state"] == "final"

    def test_the_same_again_is_kept_once_and_a_change_is_kept_beside_it(self, asked: World) -> None:
        move_assessment(user=asked.owner, assessment=asked.assessment, to="review")
        self.finish(asked)
        move_assessment(user=asked.owner, assessment=asked.assessment, to="review", reason="A look")
        with override("zh-hant"):  # a name in another language is no change
            self.finish(asked)
        assert Milestone.objects.count() == 1
        move_assessment(user=asked.owner, assessment=asked.assessment, to="review", reason="A change")
        Answer.objects.filter(stage=1).update(stage=4)
        self.finish(asked)
        assert list(Milestone.objects.order_by("number").values_list("name", flat=True)) == ["Final", "Final"]
