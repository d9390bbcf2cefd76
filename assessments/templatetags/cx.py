"""What our templates say often: icons, marks, the reader's language, links that keep the page."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote_plus, urlencode

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from lucide.templatetags.lucide import lucide

from assessments import pieces
from assessments.accounts.devices import device_of
from assessments.content.loader import framework
from assessments.content.schema import Text
from assessments.cookies.themes import COOKIE, theme_of
from assessments.files import value as answer_files
from assessments.maturity.answers import Answer
from assessments.reports.charts import catalogue as charts
from assessments.words import labels
from assessments.words.phrases import phrases
from assessments.words.reader import reader_language

register = template.Library()
SHORT = {"en": "EN", "zh-hans": "简", "zh-hant": "繁"}
BACK = "zQbackQz"  # in a menu, the place of the address that leads back to the page


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A Lucide icon beside words: silent for screen readers, in the colour of the text."""
    drawing = lucide(name, size=None, **{"class": "cx-i", "aria-hidden": "true"})
    return mark_safe(" ".join(drawing.split()))  # noqa: S308 - drawn by the package, no text of users


@register.simple_tag
@cache
def mark(key: str, size: str = "") -> SafeString:
    """The sign of a level or trust factor (l1..l6, int, abl, aff, con), always beside its name."""
    return mark_safe(charts.mark(key, size))  # noqa: S308 - drawn by our own code, which escapes


@register.simple_tag
@cache
def logo() -> SafeString:
    """The six layers beside the product's name."""
    return mark_safe(charts.logo())  # noqa: S308 - drawn by our own code


@register.simple_tag
@cache
def no_pyramid() -> SafeString:
    """The outline of the pyramid, the only picture of empty pages; silent."""
    return pieces.drawn(charts.glyph(charts.WEB, "empty", -1, "", classes="cx-glyph cx-glyph-lg"))


@register.simple_tag
def gap() -> str:
    """What stands between two sentences: a space, and nothing in Chinese."""
    return "" if str(get_language()).startswith("zh") else " "


@register.filter
def in_phrases(headline: str) -> SafeString:
    """A headline that breaks between its phrases, in Chinese too; goes with the class cx-phrases."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((each,) for each in phrases(str(headline))))


@register.filter
def initials(name: str) -> str:
    """Up to two letters for the round sign of a person: of first and last word, or the first of a Chinese name."""
    words = name.split("@")[0].split() or ["?"]
    return "".join(dict.fromkeys((words[0][0], words[-1][0] if len(words) > 1 else ""))).upper()


@register.filter
def industry(value: str) -> str:
    """The name of an industry; empty for one that was not said."""
    return str(labels.INDUSTRIES.get(value, ""))


@register.filter
def size(value: str) -> str:
    """The name of a size of company; empty for one that was not said."""
    return str(labels.SIZES.get(value, ""))


@register.simple_tag
def organisation() -> str:
    """The name of the organisation’s own sign-in (OpenID Connect); empty where none is set up."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return str(apps[0]["name"]) if apps else ""


@register.filter
def device(user_agent: str) -> str:
    """What a browser is called by its owner."""
    return device_of(user_agent)


@register.filter
def role(value: str) -> str:
    """The name of a role in a workspace."""
    return str(labels.ROLES.get(value, value))


@register.filter
def role_said(value: str) -> str:
    """What somebody with this role may do."""
    return str(labels.ROLES_SAID.get(value, ""))


@register.filter
def practice_set(value: str) -> str:
    """The name of a set of practices."""
    return str(labels.PRACTICE_SETS.get(value, value))


@register.filter
def moment(value: str | None) -> str:
    """A time that is kept as text, as people read it."""
    found = parse_datetime(value or "")
    return date_format(timezone.localtime(found), "SHORT_DATETIME_FORMAT") if found else ""


@register.filter
def act_name(value: str) -> str:
    """An act of the audit trail in words; one we know no words for says its id."""
    return str(labels.AUDIT_ACTS.get(value, value))


@register.filter
def state_name(value: str) -> str:
    """The name of a state of an assessment."""
    return str(labels.STATES.get(value, value))


@register.filter
def is_link(evidence: str) -> bool:
    """Whether a piece of evidence may be shown as a link."""
    return answer_files.is_link(evidence)


@register.filter
def local(text: Text) -> str:
    """A text of the framework in the reader's language."""
    return text.to(reader_language())


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> str:
    """The chosen colour theme: light, dark or auto."""
    request = context.get("request")
    return theme_of(request) if request else "auto"


@register.simple_tag
def piece(name: str, **options: str | bool) -> SafeString:
    """What a template says to everyone: it sees its options and nothing else of the page, and is rendered once."""
    return pieces.piece(reader_language(), name, **options)


@register.simple_tag(takes_context=True)
def menu(context: template.Context, name: str) -> SafeString:
    """A menu that comes back to the page it is on: rendered once, with the way back put in for each page."""
    request = context.get("request")
    made = _menu(reader_language(), theme(context), name)
    return mark_safe(made.replace(BACK, quote_plus(request.get_full_path() if request else "/")))  # noqa: S308 - ours


@pieces.kept
def _menu(language: str, theme: str, name: str) -> SafeString:
    anywhere = SimpleNamespace(COOKIES={COOKIE: theme}, get_full_path=lambda: BACK)
    return render_to_string(f"components/{name}.html", {"request": anywhere})


@register.simple_tag(takes_context=True)
def languages(context: template.Context) -> list[dict[str, Any]]:
    """The three languages with a link each that keeps the page."""
    return [
        {
            "code": code,
            "name": name,
            "short": SHORT[code],
            "current": code == get_language(),
            "url": _keeping(context, reverse("language", args=[code])),
        }
        for code, name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def theme_url(context: template.Context, name: str) -> str:
    """The address that chooses a theme and comes back to this page."""
    return _keeping(context, reverse("theme", args=[name]))


def _keeping(context: template.Context, url: str) -> str:
    request = context.get("request")
    return f"{url}?{urlencode({'next': request.get_full_path()})}" if request else url


@register.filter
def group_name(group: str) -> str:
    """The name of a group of respondents, in the reader's language."""
    return next((local(each.title) for each in framework().groups if each.id == group), group)


@register.filter
def dimension_name(dimension: str) -> str:
    """The name of a dimension, in the reader's language."""
    found = framework().by_dimension.get(dimension)
    return local(found.name) if found else dimension


@register.filter
def language_said(code: str) -> str:
    """A language by its own name; a dash for one that is not known."""
    return dict(settings.LANGUAGES).get(code, "–")


@register.filter
def practice_title(practice: str) -> str:
    """The title of a practice, in the reader's language."""
    found = framework().practices.get(practice)
    return local(found.title) if found else practice


@register.filter
def dimension_class(dimension: str) -> str:
    """The class that colours what belongs to a level or factor; empty for none."""
    return charts.css_class(dimension) if dimension else ""


@register.filter
def effort_name(value: str) -> str:
    """An effort in words; empty for one that was not said."""
    return str(labels.PLAN_EFFORTS.get(value, "")).lower()


@register.filter
def impact_name(value: str) -> str:
    """An impact in words; empty for one that was not said."""
    return str(labels.PLAN_IMPACTS.get(value, "")).lower()


@register.filter
def flag_title(flag: str) -> str:
    """The title of a red flag, in the reader's language."""
    found = framework().flags.get(flag)
    return local(found.title) if found else flag


@register.filter
def answer_said(answer: Answer | None) -> str:
    """An answer in a few words: stage with its name, don't know, or why it does not apply."""
    if answer is None:
        return "–"
    if answer.stage is not None:
        return f"{answer.stage} {local(framework().stages[answer.stage])}"
    if answer.dont_know:
        return gettext("Don’t know")
    return local(framework().reasons[answer.not_applicable].title)
