"""What docs/formats.md says of journey maps is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

from assessments.journey.findings import findings
from assessments.journey.map import JourneyMap, Stage, Touchpoint
from assessments.journey.reading import read
from assessments.journey.result import result
from assessments.journey.tables import COLUMNS
from assessments.journey.tables_reading import read_table
from assessments.journey.writing import write

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
(PART,) = re.findall(r"^## Journey maps\n(.*?)^## ", TEXT, re.MULTILINE | re.DOTALL)


def block(kind: str) -> str:
    (text,) = re.findall(rf"^```{kind} map\n(.*?)^```$", PART, re.MULTILINE | re.DOTALL)
    return str(text)


def test_the_json_example_names_every_key_and_comes_back() -> None:
    data = json.loads(block("json"))
    assert write(read(data)) == data
    fields = {field.alias or name for name, field in JourneyMap.model_fields.items()}
    assert set(data) == fields
    assert set(data["stages"][0]) == set(Stage.model_fields)
    assert set(data["stages"][0]["touchpoints"][0]) == set(Touchpoint.model_fields)


def test_the_table_example() -> None:
    assert tuple(block("csv").splitlines()[0].split(";")) == COLUMNS
    map = read_table(block("csv"))
    assert [(stage.name, len(stage.touchpoints)) for stage in map.stages] == [("Discover", 2)]
    assert [each.frequency for each in map.stages[0].touchpoints[0].pains] == [0.4, 0.25]


def test_every_key_of_the_result_is_there() -> None:
    part = PART.split("### The result")[1]
    for key in result(findings(read(json.loads(block("json"))))):
        assert re.search(rf"`{key}(\[\])?`", part), key
