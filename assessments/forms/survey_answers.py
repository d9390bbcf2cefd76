"""What a customer answers: a number for every question, and words where there are any."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from ..content.questionnaires import Questionnaire, SurveyAnswer
from ..files.text import clean

WORDS = 2000


class AnswerForm(forms.Form):
    """The form of one questionnaire with one variant; fields are named by measure and by follow-up."""

    def __init__(self, *args: Any, asked: Questionnaire, variant: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.items = asked, asked.items_of(variant)
        choose = _("Please choose a number.")
        for item in self.items:
            self.fields[item.measure] = forms.TypedChoiceField(
                choices=[(str(each), str(each)) for each in asked.scale(variant).values],
                coerce=int,
                error_messages={"required": choose, "invalid_choice": choose},
            )
        for each in asked.follow_ups:
            self.fields[each.id] = forms.CharField(
                required=False,
                max_length=WORDS,
                error_messages={"max_length": _("That is more than we can keep: please use at most 2,000 characters.")},
            )

    def answer(self) -> SurveyAnswer:
        """The valid answer."""
        said = self.cleaned_data
        texts = {each.id: clean(said[each.id]) for each in self.asked.follow_ups}
        scores = {each.measure: said[each.measure] for each in self.items}
        return SurveyAnswer(scores, {key: text for key, text in texts.items() if text})

    def untouched(self) -> AnswerForm:
        """The same with what was typed, and nothing called wrong yet: a language was chosen, nothing was sent."""
        self._errors = ErrorDict()
        return self
