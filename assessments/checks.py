"""Django's system check of the content: nothing starts with a framework that cannot be asked, scored or read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error, register

from .content import questionnaires
from .content.loader import CURRENT, ContentError, load, published
from .journey import templates


@register()
def check_content(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every problem of every published framework, and the current one missing."""
    folders = published()
    errors: list[CheckMessage] = [error for folder in folders for error in check_folder(folder)]
    current = _folder_name(*CURRENT)
    if current not in [folder.name for folder in folders]:
        errors.append(
            Error(
                f"the current framework is missing: no folder {current}/ with a framework.toml",
                hint="Restore the folder in assessments/content/, or change CURRENT in its loader.",
                id="assessments.E003",
            )
        )
    errors += [
        Error(problem, hint="Mend or restore the file in assessments/content/.", id="assessments.E004")
        for problem in (
            *questionnaires.problems_in(questionnaires.HERE),
            *templates.problems_in(templates.FOLDER, None),
        )
    ]
    return errors


def problems_at(folder: Path) -> Iterator[str]:
    """The problems of the framework in a folder, and of the surveys and journeys beside it, one line each."""
    practices = None
    try:
        practices = load(folder).practices
    except ContentError as error:
        yield from error.problems
    surveys, journeys = (folder.resolve().parent / each.name for each in (questionnaires.HERE, templates.FOLDER))
    if any(surveys.glob("*.toml")):
        yield from questionnaires.problems_in(surveys)
    if any(journeys.glob("*.toml")):
        yield from templates.problems_in(journeys, practices)


def check_folder(folder: Path) -> Iterator[Error]:
    """The problems of the framework in one folder, one error each."""
    try:
        framework = load(folder)
    except ContentError as error:
        for problem in error.problems:
            yield Error(
                f"{folder.name}/{problem}",
                hint=f"After mending, run: manage.py framework validate {folder}",
                id="assessments.E001",
            )
        return
    wanted = _folder_name(framework.id, framework.version)
    if folder.name != wanted:
        yield Error(
            f"{folder.name}/framework.toml: holds {framework.id} {framework.version}, which is looked for in {wanted}/",
            hint="Rename the folder, or correct id and version.",
            id="assessments.E002",
        )


def _folder_name(id: str, version: int) -> str:
    return f"{id.replace('-', '_')}_v{version}"
