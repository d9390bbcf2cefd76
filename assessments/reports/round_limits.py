"""What of several rounds may not be set side by side, and why, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..rounds.between import Between
from ..rounds.common import Round
from ..rounds.noise import FEW, FEW_POINTS
from .wording import listed, quoted


def limits(
    rounds: Sequence[Round],
    present: Sequence[frozenset[str]],
    whole: Between,
    groups: Mapping[str, str],
    withheld: bool,
) -> list[str]:
    """Every reason to read the comparison with care; `groups` gives the groups of people in words.

    `present` are the groups that answered, by round.
    """
    found = [*_asked(rounds, whole), *_people(rounds, present, groups)]
    if withheld:
        found.append(
            _(
                "Single practices are not set side by side: so few people came or left between these anonymous rounds "
                "that the difference could tell what one of them said."
            )
        )
    return found


def _asked(rounds: Sequence[Round], whole: Between) -> Iterable[str]:
    """What was asked in other words, or not at all."""
    if len({each.card.framework_version for each in rounds}) > 1:
        apart = sum(not each.comparable for each in whole.differences)
        yield ngettext(
            "The framework has changed in between: %(count)s practice asks something else now and is left out.",
            "The framework has changed in between: %(count)s practices ask something else now and are left out.",
            apart,
        ) % {"count": apart}
    quick = [each.name for each in rounds if each.card.practice_set == "quick"]
    if quick and len(quick) < len(rounds):
        yield _("%(rounds)s asked the quick set: only what both rounds asked is compared.") % {
            "rounds": listed([quoted(each) for each in quick])
        }


def _people(rounds: Sequence[Round], present: Sequence[frozenset[str]], groups: Mapping[str, str]) -> Iterable[str]:
    """Who answered: other groups make other scores, and few people make them unsure."""
    if len(set(present)) > 1:
        said = [
            _("in %(round)s %(groups)s")
            % {"round": quoted(each.name), "groups": listed([groups.get(key, key) for key in groups if key in there])}
            for each, there in zip(rounds, present, strict=True)
            if there
        ]
        yield _("Other groups answered, which moves scores by itself: %(rounds)s.") % {"rounds": listed(said)}
    few = [each.name for each in rounds if each.card.respondents < FEW]
    if few:
        yield _("Fewer than %(few)s people answered in %(rounds)s: less than %(points)s points are no change.") % {
            "few": FEW,
            "rounds": listed([quoted(each) for each in few]),
            "points": int(FEW_POINTS),
        }
