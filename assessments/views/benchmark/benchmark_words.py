"""What a cohort shows, and why it shows nothing."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...benchmark.rules import LEAST
from ...benchmark.views import View


def shown_said(view: View) -> str:
    """The median, the quartiles where there are enough companies, always with how many they are."""
    if view.quartiles:
        words = {"lower": view.quartiles.lower, "median": view.median, "upper": view.quartiles.upper, "n": view.n}
        words = {name: f"{value:g}" for name, value in words.items() if value is not None}
        return _("half lie between %(lower)s and %(upper)s, median %(median)s (n = %(n)s)") % words
    return _("median %(median)s (n = %(n)s)") % {"median": f"{view.median or 0:g}", "n": view.n}


def place_said(view: View, comparable: bool) -> str:
    """Where the own score lies, no finer than what is shown."""
    if not comparable:
        return _("not compared")
    if view.percentile is not None:
        return _("at about percentile %(percentile)s") % {"percentile": f"{view.percentile:g}"}
    return {
        None: "",
        "below": _("below the median"),
        "about": _("about the median"),
        "above": _("above the median"),
        "lowest-quarter": _("in the lowest quarter"),
        "middle-half": _("in the middle half"),
        "highest-quarter": _("in the highest quarter"),
    }[view.place]


def hidden_said(view: View | None) -> str:
    """Why a cohort shows nothing."""
    if view is None:
        return _("Nothing is published yet: the next publication decides.")
    if view.hidden == "too-few":
        said = ngettext(
            "%(n)s other company of the %(least)s needed takes part so far.",
            "%(n)s other companies of the %(least)s needed take part so far.",
            view.n,
        )
        return said % {"n": view.n, "least": LEAST}
    if view.hidden == "dominated":
        return _("Hidden: one company has more than a quarter of all respondents (n = %(n)s).") % {"n": view.n}
    return _("Hidden: beside the other groups shown, it would leave fewer than five companies alone (n = %(n)s).") % {
        "n": view.n
    }
