"""`manage.py demo`: opens an invented workspace, to try everything out."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandParser

from ... import demo
from ...actions.demo import open_demo
from ...demo import account as demo_account


class Command(BaseCommand):
    """Opens the demo workspace and says how to sign in; one that is there already stays as it is."""

    help = "Opens a demo workspace: an invented consultancy with three companies at different maturity."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--stage", choices=demo.STAGES, default="submitted", help="how far people have answered")
        parser.add_argument("--seed", type=int, default=demo.SEED, help="the same seed gives the same answers")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there is any workspace")

    def handle(self, *, stage: str, seed: int, if_empty: bool, verbosity: int, **options: Any) -> None:
        opened = open_demo(stage=stage, seed=seed, if_empty=if_empty) == "opened"
        if verbosity and (opened or not if_empty):
            self.stdout.write("\n".join(_said(opened, stage)))


def _said(opened: bool, stage: str) -> list[str]:
    story = demo.story()
    names = ", ".join(demo.client(key).name for key in story.companies)
    lines = [f"Opened the workspace “{story.workspace.name}” ({stage}): {names}."]
    if not opened:
        lines = ["The demo workspace is already there; nothing is changed. For a new one take an empty database."]
    roles = ", ".join(f"{each.role} {each.email}" for each in story.people[1:])
    return [*lines, f"Sign in: {demo_account.EMAIL}, password {demo_account.PASSWORD} (also {roles})"]
