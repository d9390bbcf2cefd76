"""A person’s name and a thing’s, what is left out and what is not imported: one word in English, two in Chinese."""

from __future__ import annotations

import pytest
from django.utils import translation

from assessments.forms.references import ReferenceForm
from assessments.forms.share_links import ShareForm
from assessments.views.portfolio.portfolio_choices import choices


@pytest.mark.parametrize(
    ("language", "name", "left_out"), [("zh-hans", "名称", "不包含"), ("zh-hant", "名稱", "不包含")]
)
def test_words_with_two_meanings(language: str, name: str, left_out: str) -> None:
    with translation.override(language):
        assert str(ReferenceForm.base_fields["name"].label) == name
        assert str(ShareForm.base_fields["hidden"].label) == left_out
        assert dict(choices()["sort"])["name"] == name
