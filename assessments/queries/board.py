"""The progress board: who is invited, has started, has finished, by group; and e-mail that needs a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from ..maturity.anonymity import merged_groups
from ..models import GROUPS, Assessment, Message
from .messages import TROUBLE, PersonMail, mail_of


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How far one group is, or several together."""

    groups: tuple[str, ...]
    people: int
    invited: int
    started: int
    finished: int


@dataclass(frozen=True, slots=True)
class RespondentBoard:
    """The whole board; those who have not finished come first, then by group and name.

    `trouble` holds e-mail that was not sent, as far as it may be shown with its address.
    """

    people: Sequence[PersonMail]
    groups: Sequence[GroupCount]
    total: GroupCount
    trouble: Sequence[tuple[PersonMail, Message]]
    waiting: Sequence[Message]
    to_invite: int
    to_remind: int


def board_of(assessment: Assessment) -> RespondentBoard:
    """The board of an assessment; two queries however many people there are.

    In an anonymous one it tells of nobody whether they have answered: small groups are counted together, and of e-mail
    only invitations are shown, which go to everybody, while reminders go to those who have not finished.
    """
    people = sorted(mail_of(assessment), key=lambda each: (each.finished, GROUPS.index(each.person.group)))
    smallest = assessment.minimum_group if assessment.anonymous else 1
    messages = [(each, message) for each in people for message in each.messages]
    return RespondentBoard(
        people,
        merged([_count((group,), people) for group in GROUPS], smallest),
        _count(GROUPS, people),
        [(each, message) for each, message in messages if _is_trouble(assessment, each, message)],
        [message for _each, message in messages if message.status in ("queued", "sending")],
        sum(each.to_invite for each in people),
        sum(each.to_remind for each in people),
    )


def merged(counts: Sequence[GroupCount], smallest: int) -> list[GroupCount]:
    """The groups that have people; those under `smallest` are joined as in the results (maturity/anonymity.py)."""
    found = {each.groups[0]: each for each in counts if each.people}
    # Names that are only written down hide nobody: a group is as large as the people in it who may answer.
    sizes = {group: max(each.invited, each.started, 1) for group, each in found.items()}
    return [reduce(_together, (found[group] for group in joined)) for joined in merged_groups(sizes, smallest)]


def _together(one: GroupCount, other: GroupCount) -> GroupCount:
    groups = tuple(each for each in GROUPS if each in one.groups + other.groups)
    return GroupCount(
        groups,
        one.people + other.people,
        one.invited + other.invited,
        one.started + other.started,
        one.finished + other.finished,
    )


def _count(groups: tuple[str, ...], people: Sequence[PersonMail]) -> GroupCount:
    mine = [each for each in people if each.person.group in groups]
    return GroupCount(
        groups,
        len(mine),
        sum(each.invited for each in mine),
        sum(each.started for each in mine),
        sum(each.finished for each in mine),
    )


def _is_trouble(assessment: Assessment, person: PersonMail, message: Message) -> bool:
    """Whether a person must decide about this message; what was dropped since it has become needless is none."""
    if message.status not in TROUBLE or not person.person.email:
        return False
    if assessment.anonymous:  # the same whether or not they have answered
        return message.kind == "invitation"
    return not person.finished and (message.kind, message.status) != ("reminder", "dropped")
