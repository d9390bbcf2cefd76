"""The check of the translations finds what it looks for. The check itself runs in tests/run.sh."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests import catalogues
from tests.catalogues import Message, in_code, in_template

CODE = """
from django.utils.translation import gettext as _, ngettext_lazy as many, pgettext, npgettext
_("plain"); many("one", "%(count)d", 2); pgettext("industry", "Other"); npgettext("c", "1", "n", 3)
_("joined "
  "over lines"); other("not this"); _(variable)
"""
PAGE = """{% load i18n %}{% block a %}{% translate "A 5% rise" %}
{% if x %}{% translate "B" context "c" as b %}{% endif %}
{% blocktranslate trimmed count n=n %}
   {{ n }} company
{% plural %}
   {{ n }} companies
{% endblocktranslate %}{% endblock %}"""


def test_texts_in_code() -> None:
    assert {message for message, _line in in_code(CODE)} == {
        Message("plain"),
        Message("one", "%(count)d"),
        Message("Other", context="industry"),
        Message("1", "n", "c"),
        Message("joined over lines"),
    }


def test_texts_in_templates() -> None:
    assert set(in_template(PAGE)) == {
        Message("A 5%% rise"),
        Message("B", context="c"),
        Message("%(n)s company", "%(n)s companies"),
    }


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> polib.POFile:
    """A catalogue of its own, with one good text."""
    file = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    made = polib.POFile()
    made.append(polib.POEntry(msgid="%(n)s new", msgstr="%(n)s 个新的"))
    made.save(str(file))
    return made


WANTED = {Message("%(n)s new"): "here:1"}


def problems(catalogue: polib.POFile, wanted: dict[Message, str] = WANTED, compiled: bool = True) -> str:
    catalogue.save()
    if compiled:
        catalogue.save_as_mofile(catalogue.fpath.replace(".po", ".mo"))
    return "\n".join(catalogues.problems("zh_Hans", wanted))


def test_all_is_well(catalogue: polib.POFile) -> None:
    assert problems(catalogue) == ""


def test_each_fault_is_named(catalogue: polib.POFile) -> None:
    assert "is not what django.po says" in problems(catalogue, compiled=False)
    assert "missing: 'more' (there:2)" in problems(catalogue, {**WANTED, Message("more"): "there:2"})
    assert "no longer used: '%(n)s new'" in problems(catalogue, {})
    catalogue[0].msgstr = "%(m)s 个新的"
    assert "other placeholders" in problems(catalogue)
    catalogue[0].msgstr, catalogue[0].flags = "%(n)s 个新的", ["fuzzy"]
    assert "fuzzy" in problems(catalogue)
    catalogue[0].msgstr = ""
    assert "missing" in problems(catalogue)


def test_update_adds_and_drops(catalogue: polib.POFile) -> None:
    catalogue.append(polib.POEntry(msgid="old", msgstr="旧"))
    catalogue.save()
    catalogues.update("zh_Hans", {**WANTED, Message("one", "many"): "there:2"})
    kept = {entry.msgid: entry for entry in polib.pofile(catalogue.fpath)}
    assert set(kept) == {"%(n)s new", "one"}
    assert kept["one"].msgid_plural == "many"
