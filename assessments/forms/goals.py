"""What is aimed at, as a form: a level, trust, scores of dimensions, stages of practices, by a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ..content.schema import Framework
from ..planning.faults import TargetFaults
from ..planning.parsing import read
from ..planning.targets import Targets
from ..reports.target_words import fault_text
from .framework_choices import practice_choices

PLACES = 3  # practices that can be named at once, besides those that are


class GoalForm(forms.Form):
    """Fields named as the targets of the command line; practices in pairs `practice-0`, `stage-0`, and so on."""

    def __init__(self, frame: Framework, language: str, aimed: Targets, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.frame = frame
        self.targets: Targets | None = None
        shown = [*aimed.practices.items(), *[("", "")] * PLACES]
        levels = [(str(n), f"{n} {each.name.to(language)}") for n, each in enumerate(frame.levels, start=1)]
        bands = [(each.id, each.title.to(language)) for each in frame.bands[1:]]
        stages = [(str(n), f"{n} {each.to(language)}") for n, each in enumerate(frame.stages)][1:]
        self.fields["level"] = _choice(_("Level"), levels, aimed.level)
        self.fields["trust"] = _text(_("Trust index, 0 to 100"), aimed.trust)
        self.fields["band"] = _choice(_("Trust, its weakest factor"), bands, aimed.band)
        self.fields["by"] = forms.CharField(
            label=_("By (optional)"),
            required=False,
            initial=aimed.by.isoformat() if aimed.by else "",
            widget=forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d"),
        )
        for each in frame.dimensions:
            self.fields[each.id] = _text(each.name.to(language), aimed.dimensions.get(each.id))
        for place, (practice, stage) in enumerate(shown):
            self.fields[f"practice-{place}"] = _choice(_("Practice"), practice_choices(frame), practice, place + 1)
            self.fields[f"stage-{place}"] = _choice(_("Stage"), stages, stage, place + 1)

    @property
    def whole(self) -> list[forms.BoundField]:
        """The fields that concern the whole company."""
        return [self[name] for name in ("level", "trust", "band", "by")]

    @property
    def dimensions(self) -> list[tuple[str, forms.BoundField]]:
        """The fields of the dimensions with their ids."""
        return [(each.id, self[each.id]) for each in self.frame.dimensions]

    @property
    def practices(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The pairs of a practice and its stage."""
        count = sum(name.startswith("practice-") for name in self.fields)
        return [(self[f"practice-{place}"], self[f"stage-{place}"]) for place in range(count)]

    def clean(self) -> dict[str, Any]:
        """The targets together; what is wrong is said at the field it concerns."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        pairs, fields = self._pairs(cleaned)
        try:
            self.targets = read(self.frame, pairs)
        except TargetFaults as error:
            for fault in error.faults:
                # Of whole numbers only a stage can be missing: levels and stages are chosen from lists.
                own = {"empty": _("Choose at least one target."), "whole": _("Choose a stage as well.")}
                self.add_error(fields.get(fault.key), own.get(fault.kind) or fault_text(fault))
        return cleaned

    def _pairs(self, cleaned: Mapping[str, str]) -> tuple[list[tuple[str, str]], dict[str, str]]:
        """What was filled in as pairs of a key and a value, and the field of each key."""
        plain = [name for name in ("level", "trust", "band", "by", *self.frame.by_dimension) if cleaned[name].strip()]
        pairs = [(name, cleaned[name].strip()) for name in plain]
        fields = {name: name for name in plain}
        for practice, stage in self.practices:
            if key := cleaned[practice.name]:
                pairs.append((key, cleaned[stage.name] or ""))
                fields[key] = stage.name
        return pairs, fields


def _choice(label: str, choices: Sequence[Any], initial: object, number: int = 0) -> forms.ChoiceField:
    """A field to choose from; one of several with the same label says its number to those who only hear it."""
    value = "" if initial is None else str(initial)
    widget = forms.Select(attrs={"class": "form-select"} | ({"aria-label": f"{label} {number}"} if number else {}))
    return forms.ChoiceField(
        label=label, required=False, choices=[("", _("open")), *choices], initial=value, widget=widget
    )


def _text(label: str, initial: float | None) -> forms.CharField:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control"})
    value = "" if initial is None else f"{initial:g}"
    return forms.CharField(label=label, required=False, max_length=12, initial=value, widget=widget)
