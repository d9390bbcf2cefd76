"""One reference figure by hand, or a file of them."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ..content.loader import framework
from ..files.references import EARLIEST, FILE_BYTES, LATEST, TOP, Figure
from ..queries.benchmark_figures import FIGURES
from ..words.labels import INDUSTRIES
from ..words.reader import reader_language
from .days import DayField
from .sizes import at_most


def about_choices() -> list[tuple[str, str]]:
    """What a figure can be about, in the reader’s language."""
    named = {"experience": _("Experience"), "trust": _("Trust"), "decimal": _("Decimal level")}
    frame, language = framework(), reader_language()
    return [(key, named.get(key) or frame.by_dimension[key].name.to(language)) for key in (*FIGURES, *TOP)]


class ReferenceForm(forms.Form):
    """A number from elsewhere; nothing is kept without its source."""

    about = forms.ChoiceField(label=gettext_lazy("What it is about"), choices=about_choices)
    value = forms.FloatField(
        label=gettext_lazy("Value"),
        min_value=0,
        max_value=100,
        help_text=gettext_lazy("0 to 100; a decimal level 0 to 6."),
    )
    name = forms.CharField(
        label=pgettext_lazy("of a thing", "Name"),
        max_length=200,
        help_text=gettext_lazy("What the chart calls it, for example “Retailers in Asia”."),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=500,
        help_text=gettext_lazy("Who published it, where and when. It stands beside every picture of the figure."),
    )
    industry = forms.ChoiceField(
        label=gettext_lazy("Industry"),
        required=False,
        choices=[("", gettext_lazy("All industries")), *INDUSTRIES.items()],
    )
    noted_on = DayField(label=gettext_lazy("Date of the figure"), first=EARLIEST, last=LATEST)
    n = forms.IntegerField(
        label=gettext_lazy("Companies behind it"),
        required=False,
        min_value=1,
        max_value=10**9,
        help_text=gettext_lazy("Leave it empty where the source does not say."),
    )

    def clean(self) -> dict[str, Any]:
        """A value lies on the scale of what it is about."""
        told = super().clean() or {}
        top = TOP.get(told.get("about", ""), 100.0)
        if told.get("value") is not None and told["value"] > top:
            self.add_error("value", _("A decimal level goes from 0 to 6."))
        return told

    @property
    def figure(self) -> Figure:
        """What was entered; after `is_valid`."""
        told = self.cleaned_data
        day: datetime.date = told["noted_on"]
        return Figure(told["about"], told["value"], told["name"], told["source"], told["industry"], day, told["n"])


class ReferenceFileForm(forms.Form):
    """A CSV file; its content is checked by files/references.py."""

    file = forms.FileField(
        label=gettext_lazy("File with reference figures"),
        help_text=gettext_lazy("CSV with the columns about, value, name, source, industry, date, n; at most 1 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv"}),
        validators=[at_most(FILE_BYTES, gettext_lazy("The file is larger than 1 MB. Choose another one."))],
    )
