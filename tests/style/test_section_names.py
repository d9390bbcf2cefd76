"""The one list of what sections are called: whoever chooses sections meets the same names, in their language."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from assessments.forms.section_names import SECTION_NAMES
from assessments.forms.share_links import SECTIONS as SHARED
from assessments.forms.share_links import ShareForm
from assessments.forms.style_sections import rows_of
from assessments.reports.document import SECTIONS
from assessments.reports.sections_order import LOCKED


def test_every_section_has_a_name_in_the_order_of_the_report() -> None:
    assert tuple(SECTION_NAMES) == SECTIONS
    assert list(SHARED) == [each for each in SECTIONS if each not in LOCKED]


@pytest.mark.parametrize(("language", "trust", "method"), [("en", "Trust", "Method"), ("zh-hant", "信任", "方法")])
def test_both_lists_say_it_in_the_language_of_the_reader(language: str, trust: str, method: str) -> None:
    with override(language):
        told = {row.id: row.name for row in rows_of(())}
        offered = {key: str(name) for key, name in ShareForm(milestones=()).fields["hidden"].choices}
    assert (told["trust"], told["method"]) == (trust, method)
    assert offered == {key: name for key, name in told.items() if key not in LOCKED}
