"""What docs/formats.md says of responses and their result is so."""

from __future__ import annotations

import io
import re
from pathlib import Path

from assessments.files.count_responses import count_responses
from assessments.files.responses import COLUMNS
from assessments.voice.as_json import FORMAT, as_data
from assessments.voice.compare import comparisons
from assessments.voice.series import MEASURES, METHODS, series

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"^```csv responses\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_the_example_is_measured() -> None:
    found = series(count_responses("r.csv", io.BytesIO(EXAMPLE.encode())).cells)
    data = as_data(found, comparisons(found))
    assert {each["measure"] for each in data["series"]} == {"nps", "csat", "ces", "trust-int"}
    assert next(each["change"] for each in data["comparisons"] if each["touchpoint"] is None) == -200


def test_columns_measures_and_keys_are_all_named() -> None:
    found = series(count_responses("r.csv", io.BytesIO(EXAMPLE.encode())).cells)
    data = as_data(found, comparisons(found))
    keys = {*data, *data["series"][0], *data["comparisons"][0]}
    for word in (*COLUMNS, *MEASURES, *METHODS.values(), "student-t", FORMAT, *keys):
        assert re.search(rf"`\"?{re.escape(word)}(\[\])?\"?`", TEXT), word
