"""What no single entry can show: keys used twice, keys that lead nowhere, circles, texts said twice, a wrong quick set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .schema import LANGUAGES, Framework, Practice

QUICK_PER_DIMENSION = 2


def problems_between(framework: Framework) -> Iterator[str]:
    """Every problem between the entries of a framework, one line each: file, entry, field, what."""
    yield from _duplicate_keys(framework)
    yield from _dangling_keys(framework)
    yield from _circles(framework)
    yield from _unreachable_steps(framework)
    yield from _quick_set(framework)


def _duplicate_keys(framework: Framework) -> Iterator[str]:
    practices = [practice.id for each in framework.dimensions for practice in each.practices]
    lists: dict[str, Iterable[str]] = {
        "practices": practices,
        "framework.toml: dimensions": [each.id for each in framework.dimensions],
        "framework.toml: not_applicable_reasons": [each.id for each in framework.not_applicable_reasons],
        "framework.toml: groups": framework.group_ids,
        "metrics.toml": [each.id for each in framework.metrics],
        "red_flags.toml": [each.id for each in framework.red_flags],
        "lenses.toml": [each.id for each in framework.lenses],
    }
    for place, keys in lists.items():
        for key, times in Counter(keys).items():
            if times > 1:
                yield f"{place}: {key}: id: used {times} times; every id must be its own"


def _dangling_keys(framework: Framework) -> Iterator[str]:
    for dimension in framework.dimensions:
        for practice in dimension.practices:
            where = f"{dimension.id}.toml: {practice.id}"
            yield from _unknown(f"{where}: needs", practice.needs, framework.practices, "practice")
            yield from _unknown(f"{where}: moves", practice.moves, framework.metric, "metric")
    for flag in framework.red_flags:
        yield from _unknown(f"red_flags.toml: {flag.id}: practices", flag.practices, framework.practices, "practice")
    for lens in framework.lenses:
        for item in lens.items:
            where = f"lenses.toml: {lens.id}: {item.title.en}"
            yield from _unknown(where, item.practices, framework.practices, "practice")
    privacy = framework.thresholds.privacy_practice
    yield from _unknown("framework.toml: thresholds: privacy_practice", [privacy], framework.practices, "practice")


def _unknown(place: str, keys: Iterable[str], known: Iterable[str], noun: str) -> Iterator[str]:
    for key in keys:
        if key not in known:
            yield f"{place}: {key!r} is no {noun} of this framework"


def _circles(framework: Framework) -> Iterator[str]:
    """Practices that need each other in a circle: no order of work would reach them."""
    done: set[str] = set()

    def walk(practice: Practice, path: tuple[str, ...]) -> Iterator[str]:
        if practice.id in path:
            circle = " → ".join((*path[path.index(practice.id) :], practice.id))
            file = framework.dimension_of[practice.id].id
            yield f"{file}.toml: {practice.id}: needs: prerequisites run in a circle: {circle}"
            return
        if practice.id in done:
            return
        for key in practice.needs:
            if key in framework.practices:
                yield from walk(framework.practices[key], (*path, practice.id))
        done.add(practice.id)

    for practice in framework.practices.values():
        yield from walk(practice, ())


def _unreachable_steps(framework: Framework) -> Iterator[str]:
    """A step is unreachable when a reader could not tell its two ends apart, or the step from another."""
    for dimension in framework.dimensions:
        for practice in dimension.practices:
            for language in LANGUAGES:
                stages = [each.to(language) for each in practice.stages]
                steps = [each.do.to(language) for each in practice.steps]
                for field, texts in (("stages", stages), ("steps", steps)):
                    if len(set(texts)) < len(texts):
                        yield (
                            f"{dimension.id}.toml: {practice.id}: {field}: two read the same in {language}, "
                            "so that one of them can never be reached"
                        )


def _quick_set(framework: Framework) -> Iterator[str]:
    for dimension in framework.dimensions:
        count = sum(practice.quick for practice in dimension.practices)
        if count != QUICK_PER_DIMENSION:
            yield f"{dimension.id}.toml: quick: {count} practices are in the quick set, it takes {QUICK_PER_DIMENSION}"
