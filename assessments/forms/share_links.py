"""What we ask when a report is shared, or its link renewed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..reports.sections_order import LOCKED
from .days import LastDayField
from .section_names import SECTION_NAMES

DAYS = 30
# how sure the numbers are and how they were made always goes along
SECTIONS = {id: name for id, name in SECTION_NAMES.items() if id not in LOCKED}


class ExpiryForm(forms.Form):
    """The last day of a link."""

    expires_on = LastDayField(
        label=_("Last day (optional)"),
        required=False,
        help_text=_("After this day the link leads nowhere. Left empty, it holds until you withdraw it."),
    )


class ShareForm(ExpiryForm):
    """Who it is for, what they see, and how long."""

    name = forms.CharField(
        label=_("Who it is for"), max_length=200, help_text=_("For your own list; readers do not see it.")
    )
    milestone = forms.ChoiceField(label=_("Report"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    hidden = forms.MultipleChoiceField(
        label=pgettext_lazy("sections of a report", "Leave out"),
        required=False,
        choices=list(SECTIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The opening with level, experience, trust and certainty always goes along. The board summary is offered "
            "only where nothing that it shows is left out."
        ),
    )
    may_download = forms.BooleanField(label=_("Readers may take the PDF along"), required=False)
    password = forms.CharField(
        label=_("Password (optional)"),
        required=False,
        max_length=200,
        strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Tell it to them by another way than the link, by telephone for example. It is never shown again."),
    )
    field_order = ("name", "milestone", "language", "expires_on", "password", "may_download", "hidden")

    def __init__(self, *args: Any, milestones: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.milestones = {str(each.code): each for each in milestones}
        kept = [(code, f"{each.number} · {each.name}") for code, each in self.milestones.items()]
        field = cast(forms.ChoiceField, self.fields["milestone"])
        field.choices = [("", _("Live: always as the report is now")), *kept]

    def clean_milestone(self) -> Any:
        """The milestone that was chosen, None for the live report."""
        return self.milestones.get(self.cleaned_data["milestone"])

    def clean_password(self) -> str:
        """None, or one that is not guessed in a day."""
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password
