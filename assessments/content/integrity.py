"""What no single entry can show: keys used twice, keys that lead nowhere, circles, texts said twice, a wrong quick set.

Each problem is one line: file, entry, field, what, and how to mend it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .schema import LANGUAGES, Dimension, Framework, Named, Practice

# What rules, charts and the database call by name, in this order.
KNOWN = {
    "dimensions": ("l1", "l2", "l3", "l4", "l5", "l6", "int", "abl", "aff", "con"),
    "not_applicable_reasons": ("out-of-scope", "by-choice", "done-by-others"),
    "groups": ("leaders", "managers", "frontline"),
    "bands": ("N", "P", "L", "F"),
}
QUICK_PER_DIMENSION = 2


def problems_between(framework: Framework) -> Iterator[str]:
    """Every problem between the entries of a framework, one line each."""
    yield from _kinds(framework)
    yield from _duplicate_keys(framework)
    yield from _same_names(framework)
    yield from _dangling_keys(framework)
    yield from _circles(framework)
    yield from _unreachable_steps(framework)
    yield from _quick_set(framework)


def _kinds(framework: Framework) -> Iterator[str]:
    for kind, dimensions in (("level", framework.levels), ("factor", framework.factors)):
        if not dimensions:
            yield f'framework.toml: dimensions: kind: none is a {kind}; at least one needs kind = "{kind}"'
    for name, known in KNOWN.items():
        found = [each.id for each in getattr(framework, name)]
        if found != list(known):
            yield f"framework.toml: {name}: id: must be {', '.join(known)}, in this order, not {', '.join(found)}"


def _duplicate_keys(framework: Framework) -> Iterator[str]:
    files: dict[str, list[str]] = {}
    for dimension in framework.dimensions:
        for practice in dimension.practices:
            files.setdefault(practice.id, []).append(f"{dimension.id}.toml")
    for key, places in files.items():
        if len(places) > 1:
            yield _used_twice(places[-1], key, f"{len(places)} times ({', '.join(places)})")
    lists: tuple[tuple[str, Iterable[Dimension | Named]], ...] = (
        ("framework.toml", framework.dimensions),
        ("framework.toml", framework.not_applicable_reasons),
        ("framework.toml", framework.groups),
        ("metrics.toml", framework.metrics),
        ("red_flags.toml", framework.red_flags),
        ("lenses.toml", framework.lenses),
    )
    for file, entries in lists:
        for key, times in Counter(each.id for each in entries).items():
            if times > 1:
                yield _used_twice(file, key, f"{times} times")


def _same_names(framework: Framework) -> Iterator[str]:
    """Dimensions, or practices, that a reader of some language cannot tell apart."""
    practices = [(f"{each.id}.toml", practice) for each in framework.dimensions for practice in each.practices]
    texts = [
        *((f"framework.toml: {each.id}: name", each.id, each.name) for each in framework.dimensions),
        *((f"{file}: {each.id}: title", each.id, each.title) for file, each in practices),
        *((f"{file}: {each.id}: question", each.id, each.question) for file, each in practices),
    ]
    first: dict[tuple[str, str, str], str] = {}
    for place, key, text in texts:
        for language in LANGUAGES:
            said = " ".join(text.to(language).casefold().split())
            other = first.setdefault((place.rpartition(" ")[2], language, said), key)
            if other != key:
                yield f"{place}.{language}: reads the same as that of {other}; reword one"


def _used_twice(file: str, key: str, times: str) -> str:
    return f"{file}: {key}: id: used {times}; give each entry an id of its own"


def _dangling_keys(framework: Framework) -> Iterator[str]:
    for dimension in framework.dimensions:
        for practice in dimension.practices:
            where = f"{dimension.id}.toml: {practice.id}"
            yield from _unknown(f"{where}: needs", practice.needs, framework.practices, "practice")
            yield from _unknown(f"{where}: moves", practice.moves, framework.metric, "metric")
    for flag in framework.red_flags:
        yield from _unknown(f"red_flags.toml: {flag.id}: practices", flag.practices, framework.practices, "practice")
    for lens in framework.lenses:
        for number, item in enumerate(lens.items, start=1):
            where = f"lenses.toml: {lens.id}: items[{number}].practices"
            yield from _unknown(where, item.practices, framework.practices, "practice")
    for number, asked in enumerate(framework.customer_items, start=1):
        place = f"framework.toml: customer_items #{number}: dimension"
        yield from _unknown(place, [asked.dimension], framework.by_dimension, "dimension")
    privacy = framework.thresholds.privacy_practice
    yield from _unknown("framework.toml: thresholds: privacy_practice", [privacy], framework.practices, "practice")


def _unknown(place: str, keys: Iterable[str], known: Iterable[str], noun: str) -> Iterator[str]:
    for key, times in Counter(keys).items():
        if key not in known:
            yield f"{place}: {key!r} is no {noun} of this framework; correct or remove it"
        elif times > 1:
            yield f"{place}: {key!r} stands there {times} times; remove what is too many"


def _circles(framework: Framework) -> Iterator[str]:
    """Practices that need each other in a circle: no order of work would reach them."""
    done: set[str] = set()

    def walk(practice: Practice, path: tuple[str, ...]) -> Iterator[str]:
        if practice.id in path:
            circle = " → ".join((*path[path.index(practice.id) :], practice.id))
            file = framework.dimension_of[practice.id].id
            yield f"{file}.toml: {practice.id}: needs: prerequisites run in a circle: {circle}; remove one of them"
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
                            "so that one of them can never be reached; reword one"
                        )


def _quick_set(framework: Framework) -> Iterator[str]:
    for dimension in framework.dimensions:
        count = sum(practice.quick for practice in dimension.practices)
        if count != QUICK_PER_DIMENSION:
            yield f"{dimension.id}.toml: quick: is true {count} times; it takes {QUICK_PER_DIMENSION}"
