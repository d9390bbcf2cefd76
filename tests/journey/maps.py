"""Journey maps for tests: a whole one, a small one by its values, and strategies that make any."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from assessments.journey import map as m
from assessments.journey.reading import read

WHOLE: dict[str, Any] = {  # every key of the format, as the method shows it
    "schema": "cx-journey/1",
    "id": "j1",
    "title": "First order online",
    "kind": "actual",
    "scale": 2,
    "persona": {"name": "Ann", "segment": "new", "goal": "a sofa that fits", "expectations": ["no surprises"]},
    "scope": {"from": "first contact", "to": "after-sales", "scenario": "orders at home"},
    "stages": [
        {
            "id": "s1",
            "name": "Discover",
            "aim": "find it",
            "duration": "a week",
            "touchpoints": [
                {
                    "id": "t1",
                    "name": "Search result",
                    "channel": "search",
                    "online": True,
                    "importance": 3,
                    "actions": ["types a word", "reads | compares"],
                    "thoughts": ["which one?"],
                    "needs": ["a price"],
                    "emotion": {"value": -1, "n": 12, "basis": "reported"},
                    "pains": [{"text": "too many results", "severity": 3, "frequency": 0.4}],
                    "moment_of_truth": "first",
                    "goal": "answer found in 2 min",
                    "metrics": [{"id": "M-CES", "value": 4.1, "n": 52, "window": "2025-Q1"}],
                    "inside": {"process": "search", "owner": "Bo", "systems": ["CRM"], "capability": "indexing"},
                    "influences": ["reviews"],
                    "trust": {"factor": "INT", "effect": -1},
                    "mistakes": ["RF-01"],
                    "opportunities": [
                        {
                            "text": "say the date",
                            "practice": "l2-response-speed",
                            "owner": "Bo",
                            "due": "2025-06-30",
                            "status": "open",
                        }
                    ],
                }
            ],
        }
    ],
    "evidence": [{"id": "e1", "type": "interview", "date": "2025-05", "n": 8, "note": "at home"}],
}


def felt(*values: Any, **more: Any) -> m.JourneyMap:
    """A map of one stage whose touchpoints feel like this; None for no value, (value, n) with people."""
    points = []
    for place, value in enumerate(values):
        emotion = None
        if value is not None:
            number, n = value if isinstance(value, tuple) else (value, None)
            emotion = {"value": number, "n": n, "basis": "reported"}
        points.append({"id": f"t{place}", "name": f"Point {place}", "emotion": emotion})
    return read({"schema": "cx-journey/1", "stages": [{"name": "Stage", "touchpoints": points}], **more})


def point(**fields: Any) -> m.JourneyMap:
    """A map with one touchpoint of these fields."""
    return read({"schema": "cx-journey/1", "stages": [{"name": "S", "touchpoints": [{"name": "T", **fields}]}]})


# A few characters of every kind that could go wrong, so that examples are made fast.
CHARACTERS = "aZ9é中，😀 |\\\"';,=+-@\t\n\r\u3000＝"
ANY_TEXT = st.text(CHARACTERS, max_size=8)
SAID = st.builds("{}{}".format, st.sampled_from("aé中=+-@|\\'"), ANY_TEXT)
LINES = SAID.map(str.strip)
NUMBERS = st.integers(-2, 2) | st.floats(-2, 2, allow_nan=False)
COUNTS = st.none() | st.integers(0, 10**9)


def _tuples(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(items, max_size=2).map(tuple)


def touchpoints(texts: st.SearchStrategy[str], ids: st.SearchStrategy[str], table: bool) -> st.SearchStrategy[Any]:
    """Touchpoints; `table`: only with what the columns of a table hold."""
    maybe = texts | st.just("")
    fields: dict[str, Any] = {
        "name": texts,
        "channel": maybe,
        "online": st.sampled_from([True, False, None]),
        "importance": st.integers(1, 3),
        "actions": _tuples(texts),
        "thoughts": _tuples(texts),
        "needs": _tuples(texts),
        "emotion": st.none()
        | st.builds(m.Emotion, value=NUMBERS, n=COUNTS, basis=st.sampled_from(["observed", "reported", "assumed"])),
        "pains": _tuples(
            st.builds(
                m.Pain,
                text=texts,
                severity=st.none() | st.integers(1, 5),
                frequency=st.none() | st.floats(0, 1),
            )
        ),
        "moment_of_truth": st.sampled_from([None, "first", "trigger", "purchase", "use", "recovery"]),
        "goal": maybe,
        "trust": st.none()
        | st.builds(m.Trust, factor=st.sampled_from(["INT", "ABL", "AFF", "CON"]), effect=st.integers(-2, 2)),
        "mistakes": _tuples(st.sampled_from(["RF-01", "RF-07", "RF-20"])),
    }
    measured = {"id": texts, "value": st.none() | st.floats(-1e9, 1e9), "n": COUNTS}
    lifting = {
        "text": texts,
        "practice": maybe,
        "due": st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        "status": st.sampled_from(["open", "planned", "done", "dropped"]),
    }
    inside = {"process": maybe, "owner": maybe}
    if not table:
        measured["window"] = lifting["owner"] = inside["capability"] = maybe
        inside["systems"] = fields["influences"] = _tuples(ANY_TEXT)
    fields["metrics"] = _tuples(st.builds(m.Metric, **measured))
    fields["opportunities"] = _tuples(st.builds(m.Opportunity, **lifting))
    fields["inside"] = st.builds(m.Inside, **inside)
    return st.builds(m.Touchpoint, id=ids, **fields)
