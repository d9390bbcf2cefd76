"""Reading a shared report without an account: what shows, what is counted, what nobody may keep."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.milestones import keep_milestone
from assessments.models import Answer, Assessment, HouseStyle, ShareLink
from tests.personas import World

from .conftest import Reader, Share


def text(answer) -> str:
    return answer.content.decode()


class TestPage:
    def test_the_report_shows_and_leads_nowhere(self, share: Share, guest: Reader, world: World) -> None:
        page = text(guest.follow(share()))
        assert 'id="pyramid"' in page and "Harbour Retail" in page
        for trace in ("Quill", "Leaders 0", "Frontline", "owner@example.com", str(world.assessment.code)):
            assert trace not in page
        inside = {"/", "/privacy/", "/accessibility/"}
        links = {each for each in re.findall(r'(?:href|action|src)="([^"#]*)', page) if not each.startswith("/static/")}
        assert {each for each in links if each and not each.startswith("/theme/")} <= inside

    def test_sections_left_out_are_not_there(self, share: Share, guest: Reader) -> None:
        page = text(guest.follow(share(hidden=("answers", "steps"))))
        assert 'id="pyramid"' in page and 'id="answers"' not in page and 'id="steps"' not in page
        assert "accurate-facts" not in page

    @pytest.mark.parametrize(("language", "words"), [("zh-hans", "成熟度报告"), ("zh-hant", "成熟度報告")])
    def test_it_is_in_its_language_whatever_the_reader_has(
        self, language: str, words: str, share: Share, guest: Reader
    ) -> None:
        answer = guest.follow(share(language=language))
        assert words in text(answer) and f'<html lang="{language}"' in text(answer)
        assert answer.headers["Content-Language"] == language

    def test_live_it_follows_the_answers_and_a_milestone_stays(self, share: Share, guest: Reader, world: World) -> None:
        kept = keep_milestone(user=world.owner, assessment=world.assessment, name="Before")
        live, still = share(), share(milestone=kept)
        before = [text(guest.follow(each)) for each in (live, still)]
        Answer.objects.update(stage=4)
        Assessment.objects.get(pk=world.assessment.pk).save()
        after = [text(guest.report(each)) for each in (live, still)]
        assert before[0] != after[0] and before[1] == after[1]

    def test_while_an_anonymous_round_goes_on_there_is_no_report(
        self, share: Share, guest: Reader, world: World
    ) -> None:
        link = share(may_download=True)
        Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True, state="collecting")
        answer = guest.follow(link)
        assert answer.status_code == 409 and "not open yet" in text(answer)
        assert guest.get(reverse("shared_file", args=[link.code, "pdf"])).status_code == 404


class TestHouse:
    def test_readers_meet_the_name_and_the_colour_of_the_house(self, share: Share, guest: Reader, world: World) -> None:
        HouseStyle.objects.create(workspace=world.workspace, name="<b>Polaris</b> & Co", accent="#7A1F3D")
        page = text(guest.follow(link := share()))
        head = page.partition("</header>")[0]
        assert "&lt;b&gt;Polaris&lt;/b&gt; &amp; Co" in head and "CX Maturity" not in head.partition("<body")[2]
        assert '<link rel="stylesheet" href="look.css?7A1F3D">' in page and "cx-housed" in page
        sheet = guest.get(reverse("shared_look", args=[link.code]))
        assert sheet.headers["Content-Type"] == "text/css"
        assert re.fullmatch(r":root { --cx-house: light-dark\(#7A1F3D, #[0-9A-F]{6}\); }\n", text(sheet))

    def test_without_a_style_of_its_own_it_looks_like_ours(self, share: Share, guest: Reader) -> None:
        page = text(guest.follow(link := share()))
        assert "look.css" not in page and "cx-housed" not in page
        assert "CX Maturity" in page.partition("<body")[2].partition("</header>")[0]
        assert guest.get(reverse("shared_look", args=[link.code])).status_code == 404


class TestHeaders:
    def test_no_cache_no_index_no_referrer(self, share: Share, guest: Reader) -> None:
        link = share(may_download=True)
        pages = [guest.follow(link), guest.get(reverse("shared_file", args=[link.code, "pdf"]))]
        for answer in pages:
            assert answer.status_code == 200
            assert "no-store" in answer.headers["Cache-Control"] and "private" in answer.headers["Cache-Control"]
            assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert not answer.has_header("ETag") and not answer.has_header("Last-Modified")
        assert '<meta name="robots" content="noindex, nofollow">' in text(pages[0])

    def test_the_cookie_is_out_of_reach_of_scripts_and_other_pages(self, share: Share, guest: Reader) -> None:
        link = share()
        guest.follow(link)
        cookie = guest.cookies["shared"]
        assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")
        assert cookie["path"] == reverse("shared", args=[link.code])


class TestFiles:
    def test_the_pdf_goes_along_only_where_that_is_allowed(self, share: Share, guest: Reader) -> None:
        closed, opened = share(), share(may_download=True)
        for link in (closed, opened):
            guest.follow(link)
        assert "report.pdf" not in text(guest.report(closed)) and "report.pdf" in text(guest.report(opened))
        assert guest.get(reverse("shared_file", args=[closed.code, "pdf"])).status_code == 404
        answer = guest.get(reverse("shared_file", args=[opened.code, "pdf"]))
        assert answer.content.startswith(b"%PDF") and "Harbour Retail" in answer.headers["Content-Disposition"]
        board = guest.get(reverse("shared_file", args=[opened.code, "board-pdf"]))
        assert "Board summary" in board.headers["Content-Disposition"]  # two files of two names

    @pytest.mark.parametrize("kind", ["json", "xlsx", "docx", "pptx", "nothing"])
    def test_nothing_that_holds_single_answers_does(self, kind: str, share: Share, guest: Reader) -> None:
        link = share(may_download=True)
        guest.follow(link)
        assert guest.get(reverse("shared_file", args=[link.code, kind])).status_code == 404


class TestViews:
    def views(self, link: ShareLink) -> int:
        link.refresh_from_db()
        return link.views

    def test_a_visit_counts_once(self, share: Share, guest: Reader) -> None:
        link = share()
        guest.follow(link)
        for _again in range(2):
            guest.report(link)
            guest.follow(link)
        assert self.views(link) == 1 and link.last_viewed_at is not None
        Reader().follow(link)
        assert self.views(link) == 2

    def test_looking_without_reading_does_not(self, share: Share, guest: Reader) -> None:
        link = share()
        guest.post(reverse("share_link"), {"key": _key(link)})
        assert guest.head(reverse("shared", args=[link.code])).status_code == 200
        assert self.views(link) == 0

    @pytest.mark.parametrize("persona", ["owner", "viewer"])
    def test_nor_do_those_who_belong_here(self, persona: str, share: Share, world: World) -> None:
        link, own, other = share(), Reader(), Reader()
        own.force_login(getattr(world, persona))
        other.force_login(world.stranger)
        assert own.follow(link).status_code == 200
        assert self.views(link) == 0
        other.follow(link)
        assert self.views(link) == 1


def _key(link: ShareLink) -> str:
    from assessments.links import key_of  # noqa: PLC0415 - this test alone

    return key_of("share", link)


def test_the_first_page_asks_for_the_link_without_script(client: Client) -> None:
    answer = client.get(reverse("share_link"))
    assert answer.status_code == 200 and 'name="key"' in text(answer)


def test_queries(share: Share, guest: Reader, django_assert_num_queries) -> None:
    link = share()
    guest.follow(link)
    with django_assert_num_queries(3):  # the link, its look, the state of what it shows
        guest.report(link)
    for _more in range(2):
        share()
    with django_assert_num_queries(3):
        guest.report(link)
