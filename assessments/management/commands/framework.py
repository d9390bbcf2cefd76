"""`manage.py framework validate PATH | schema | show`: the content, checked, described and read."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ...checks import problems_at
from ...content.loader import framework
from ...content.schema import LANGUAGES, Dimension, Framework, Practice
from ...reports.wording import enumerated
from ._outputs import FileCommand


class Command(FileCommand):
    """Validates a folder of content, prints the JSON Schema of the content, or prints the framework as text."""

    help = "Validate a folder of content, print the JSON Schema of the content, or print the framework as text."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        validate = actions.add_parser("validate", help="check a folder of content; exit status 2 where it has problems")
        validate.add_argument("path", type=Path, help="the folder that holds framework.toml")
        actions.add_parser("schema", help="print the JSON Schema of the content")
        show = actions.add_parser("show", help="print levels, factors and practices as readable text")
        show.add_argument("--language", choices=LANGUAGES, default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] == "validate":
            self.validate(options["path"])
        elif options["action"] == "schema":
            self.stdout.write(json.dumps(schema(), ensure_ascii=False, indent=2))
        else:
            with override(options["language"]):
                self.stdout.write("\n".join(describe(framework(), options["language"])))

    def validate(self, path: Path) -> None:
        """Says "valid", or every problem on a line of its own and exit status 2."""
        if problems := list(problems_at(path)):
            self.refuse("\n".join(problems))
        self.stdout.write("valid")


def schema() -> dict[str, Any]:
    """The JSON Schema of a framework, with a word on how the files of its folder make it up."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Framework.model_json_schema(by_alias=True),
        "description": (
            "A framework as one tree. In its folder, framework.toml holds the top (and dimensions_order, the ids of "
            "[[dimensions]] in order); <dimension>.toml holds the [[practices]] of a dimension; metrics.toml, "
            "red_flags.toml and lenses.toml hold the list each is named after."
        ),
    }


def describe(content: Framework, language: str) -> list[str]:
    """The framework as lines of text: dimensions, practices, questions and stages."""
    lines = [content.title.to(language), f"{content.id} · {_('version %d') % content.version}"]
    for heading, dimensions in ((_("Levels"), content.levels), (_("Trust factors"), content.factors)):
        lines += ["", f"== {heading} =="]
        for dimension in dimensions:
            lines += describe_dimension(dimension, language)
    return lines


def describe_dimension(dimension: Dimension, language: str) -> list[str]:
    """A level or factor with its practices."""
    name, heading = dimension.name.to(language), dimension.heading.to(language)
    lines = ["", f"{dimension.id}  {name} · {heading}", f"    {dimension.about.to(language)}"]
    for practice in dimension.practices:
        lines += ["", *describe_practice(practice, language)]
    return lines


def describe_practice(practice: Practice, language: str) -> list[str]:
    """A practice with its marks, its question and its five stages."""
    marks = [_("quick set")] if practice.quick else []
    marks += [_("critical")] if practice.critical else []
    marks += [_("effort %s") % practice.effort, _("impact %s") % practice.impact]
    if practice.needs:
        marks.append(_("needs %s") % " + ".join(practice.needs))
    return [
        f"  {practice.title.to(language)}",
        f"    {practice.id} ({enumerated(marks)})",
        f"    {practice.question.to(language)}",
        *(f"    {number}  {stage.to(language)}" for number, stage in enumerate(practice.stages)),
    ]
