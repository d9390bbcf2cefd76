"""What the team says about a survey of customers, whom it asks, and whose data goes."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from ..content.questionnaires import KINDS, questionnaire
from ..words.reader import reader_language
from .lists import ListForm
from .meanwhile import MeanwhileForm

TITLE, NAME = 200, 120
ORIGINS = 20
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*", re.ASCII)


def measures() -> list[tuple[str, str]]:
    """What a survey may measure, as "kind variant", in the reader’s language."""
    language = reader_language()
    return [
        (f"{kind} {scale.variant}".strip(), f"{asked.name.to(language)} · {scale.name.to(language)}")
        for kind in KINDS
        for asked in [questionnaire(kind)]
        for scale in asked.scales
    ]


class SurveyForm(forms.Form):
    """A survey. Once a wave was opened, what it measures stays."""

    ask = forms.ChoiceField(label=_("What to measure"), widget=forms.RadioSelect, initial="nps", choices=measures)
    title = forms.CharField(
        label=_("Name of the survey"), max_length=TITLE, help_text=_("For your own team; customers do not see it.")
    )
    about = forms.CharField(
        label=_("What the question is about"),
        max_length=NAME,
        required=False,
        help_text=_(
            "Stands in the question as you write it, such as “your order” or “our repair service”. Left empty, the "
            "question is about the company. The trust pulse always is."
        ),
    )
    touchpoint = forms.CharField(
        label=_("Touchpoint"),
        max_length=NAME,
        required=False,
        help_text=_("Where the answers are counted, such as “Delivery”. Left empty, they count for the company alone."),
        widget=forms.TextInput(attrs={"list": "touchpoints", "autocomplete": "off"}),
    )
    open_link = forms.BooleanField(
        label=_("Anybody with the link may answer, once on each device"),
        required=False,
        initial=True,
        help_text=_("For QR codes, posters and your website. Without it only those you ask by e-mail can answer."),
    )
    origins = forms.CharField(
        label=_("Websites that may show the survey inside a page"),
        required=False,
        help_text=_("One address a line, such as https://www.example.com. Left empty, no other site can show it."),
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if fixed:
            del self.fields["ask"]

    def clean_origins(self) -> list[str]:
        """Each line as an origin; a path behind it is left out, for browsers compare no more."""
        found = []
        for line in self.cleaned_data["origins"].split():
            if not (origin := _origin(line)):
                message = _("“%(found)s” is not the address of a website. Write it as https://www.example.com.")
                raise forms.ValidationError(message, params={"found": line[:80]})
            found.append(origin)
        if len(found) > ORIGINS:
            raise forms.ValidationError(_("That is more websites than a browser is told: at most 20."))
        return list(dict.fromkeys(found))

    def clean_about(self) -> str:
        """On one line, as it stands in a sentence."""
        return " ".join(self.cleaned_data["about"].split())

    def clean_touchpoint(self) -> str:
        """On one line, as names are compared."""
        return " ".join(self.cleaned_data["touchpoint"].split())

    def fields_of_survey(self) -> dict[str, Any]:
        """As a survey keeps them."""
        data = dict(self.cleaned_data)
        if ask := data.pop("ask", ""):
            data["kind"], _space, data["variant"] = ask.partition(" ")
        return data


class SurveyEditForm(MeanwhileForm, SurveyForm):
    """The same of a survey that others may be changing, too."""


def _origin(text: str) -> str:
    """Scheme, host and port of an address; "" where it is none."""
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").encode("idna").decode().lower(), parts.port
    except ValueError:  # UnicodeError is one too
        return ""
    if parts.scheme not in ("https", "http") or parts.username or not HOST.fullmatch(host):
        return ""
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}"


class CustomerListForm(ListForm):
    """A list of customers, pasted or as a file; `files.addresses` says what is wrong with it, and where."""

    line_help = _("One address a line; if you like, with the language and a segment after it.")
    file_help = _("XLSX or CSV with the columns email, language and segment, at most 5 MB.")


class EraseCustomerForm(forms.Form):
    """Who asks to be forgotten."""

    who = forms.CharField(
        label=_("E-mail address or customer number"),
        max_length=254,
        help_text=_("As it stands in your files. Capitals and spaces around it make no difference."),
    )
