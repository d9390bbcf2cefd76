"""What is asked about people who answer: one by hand, a list of them, and themselves when they join by a link."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..files.limits import NAME
from ..maturity.progress import PASSED_ON_ONLY
from .framework_choices import dimension_choices, group_choices
from .lists import ListForm
from .names import NameField

ADDRESS = 254


class PartForm(forms.Form):
    """Which practices somebody is asked."""

    part = forms.ChoiceField(label=_("Questions"), widget=forms.RadioSelect, initial="all")
    dimensions = forms.MultipleChoiceField(
        label=_("Dimensions"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"data-dimensions": ""}),
        choices=dimension_choices,
    )

    def __init__(self, *args: Any, practice_set: str, passed_on: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [("all", _("All practices of this assessment"))]
        if practice_set == "full":
            choices.append(("quick", _("Only the quick set, about ten minutes")))
        choices.append(("chosen", _("Only the dimensions ticked below")))
        if passed_on:
            choices.append(("passed", _("Only what colleagues have passed on")))
        cast(forms.ChoiceField, self.fields["part"]).choices = choices

    def clean(self) -> dict[str, Any]:
        """A part of chosen dimensions needs some."""
        data = super().clean() or {}
        if data.get("part") == "chosen" and not data.get("dimensions"):
            self.add_error("dimensions", _("Tick at least one dimension, or choose another set of questions."))
        return data

    def chosen_part(self) -> dict[str, Any]:
        """`practice_set` and `dimensions` as a respondent keeps them."""
        part, dimensions = self.cleaned_data["part"], self.cleaned_data["dimensions"]
        kept = {"chosen": list(dimensions), "passed": list(PASSED_ON_ONLY)}.get(part, [])
        return {"practice_set": "quick" if part == "quick" else "", "dimensions": kept}


class RespondentForm(PartForm):
    """One person. Where nobody of the team sees links, the address is the only way to reach them.

    Who does not answer `by_link` is written to at the address of their account.
    """

    field_order = ("name", "email", "group", "language", "part", "dimensions")

    name = NameField(label=_("Name"), max_length=NAME)
    email = forms.EmailField(label=_("E-mail address"), max_length=ADDRESS, required=False)
    group = forms.ChoiceField(label=_("Group"), widget=forms.RadioSelect, choices=group_choices)
    language = forms.ChoiceField(
        label=_("Language of the invitation"), required=False, choices=[("", _("Not known")), *settings.LANGUAGES]
    )

    def __init__(self, *args: Any, anonymous: bool, by_link: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = anonymous
        if not by_link:
            del self.fields["email"]
        elif not anonymous:
            self.fields["email"].help_text = _("May stay empty: then you hand over the personal link yourself.")


class PeopleForm(ListForm, PartForm):
    """A list of people, pasted or as a file; `files.people` says what is wrong with it, and where."""

    field_order = ("people", "file", "part", "dimensions")
    line_help = _("One person a line: name, e-mail, group and, if you like, language; with commas or tabs between.")
    file_help = _("XLSX or CSV with the same columns, at most 5 MB.")


class JoinForm(forms.Form):
    """What somebody says of themselves who joins by the link of a group; in an anonymous assessment no name."""

    name = NameField(label=_("Your name"), max_length=NAME)
    email = forms.EmailField(
        label=_("Your e-mail address, if you like"),
        max_length=ADDRESS,
        required=False,
        help_text=_(
            "With an address you open your personal link from our e-mail, on any device. Without one you begin at once."
        ),
    )

    def __init__(self, *args: Any, anonymous: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if anonymous:
            del self.fields["name"]
            self.fields["email"].help_text = _(
                "With an address you open your personal link from our e-mail, on any device, and nobody else is shown "
                "it. Without one you begin at once."
            )


class PassOnForm(forms.Form):
    """Who would know: one of the `colleagues` (code and name), or somebody new."""

    colleague = forms.ChoiceField(label=_("Somebody who answers here"), required=False)
    name = NameField(label=_("Name"), max_length=NAME, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=ADDRESS, required=False)
    group = forms.ChoiceField(
        label=_("Group"), required=False, choices=lambda: [("", _("Choose a group")), *group_choices()]
    )

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if colleagues:
            choices = [("", _("Somebody else, named below")), *colleagues]
            cast(forms.ChoiceField, self.fields["colleague"]).choices = choices
        else:
            del self.fields["colleague"]

    def clean(self) -> dict[str, Any]:
        """Without a colleague of the list, an address and the rest are needed."""
        data = super().clean() or {}
        if data.get("colleague"):
            return data
        wanted = {
            "name": _("Say who it is."),
            "email": _("An address is needed, so that the question reaches them."),
            "group": _("Choose the group they answer in."),
        }
        for field, message in wanted.items():
            if not data.get(field) and field not in self.errors:
                self.add_error(field, message)
        return data
