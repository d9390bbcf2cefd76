"""A damaged folder is refused, and each problem says in one line: file, entry, field, what, and how to mend it."""

import pytest

from assessments.content import loader
from assessments.content.loader import ContentError, framework, load, newest, published

from .damage import PUBLISHED, add, copy, line, remove, same, write

FIRST = "l1-searchable-help"


def problems(tmp_path, *damages):
    """What is said of the published framework after these damages."""
    with pytest.raises(ContentError) as error:
        load(copy(tmp_path, *damages))
    assert str(error.value) == "\n".join(error.value.problems)
    return error.value.problems


def test_an_undamaged_copy_is_the_framework_that_is_published(tmp_path):
    assert load(copy(tmp_path)) == framework()
    assert published() == [PUBLISHED]


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        pytest.param(
            line("l1.toml", FIRST, "title.zh-hans", None),
            "l1.toml: l1-searchable-help: title.zh-hans: is missing; add it",
            id="missing language",
        ),
        pytest.param(
            line("l2.toml", "l2-response-speed", "zh-hant = ", None, number=4),
            "l2.toml: l2-response-speed: stages[4].zh-hant: is missing; add it",
            id="missing language of a stage",
        ),
        pytest.param(
            line("con.toml", "con-stable-delivery", "how.zh-hant", 'how.zh-hant = " "', number=3),
            "con.toml: con-stable-delivery: steps[3].how.zh-hant: is empty; write it",
            id="empty text",
        ),
        pytest.param(
            line("framework.toml", "l3", "lacks.en", None),
            "framework.toml: l3: lacks.en: is missing; add it",
            id="missing language of a dimension",
        ),
        pytest.param(
            line("red_flags.toml", "RF-03", "question.en", None),
            "red_flags.toml: RF-03: question.en: is missing; add it",
            id="missing language of a red flag",
        ),
        pytest.param(
            line("lenses.toml", "influence-factors", "title.zh-hant", None, number=3),
            "lenses.toml: influence-factors: items[2].title.zh-hant: is missing; add it",
            id="missing language of a lens",
        ),
        pytest.param(
            line("framework.toml", "", "title.en", None),
            "framework.toml: title.en: is missing; add it",
            id="missing language of the framework",
        ),
        pytest.param(
            line("l1.toml", FIRST, "effort", 'effort = "XL"'),
            "l1.toml: l1-searchable-help: effort: must be 'S', 'M' or 'L' (found 'XL')",
            id="bad effort",
        ),
        pytest.param(
            line("l1.toml", FIRST, "quick", "quick = 7"),
            "l1.toml: l1-searchable-help: quick: must be true or false (found 7)",
            id="bad truth",
        ),
        pytest.param(
            line("l1.toml", FIRST, "quick", 'quick = "yes"'),
            "l1.toml: l1-searchable-help: quick: must be true or false (found 'yes')",
            id="truth in quotes, which the JSON Schema refuses as well",
        ),
        pytest.param(
            line("framework.toml", "", "capacity", 'capacity = "8"'),
            "framework.toml: thresholds.steps.capacity: must be a whole number, without quotes or a point (found '8')",
            id="number in quotes",
        ),
        pytest.param(
            line("framework.toml", "", "gate", 'gate = "50"'),
            "framework.toml: thresholds.gate: must be a number, without quotes (found '50')",
            id="percentage in quotes",
        ),
        pytest.param(
            line("framework.toml", "", "version =", "version = 1.0"),
            "framework.toml: version: must be a whole number, without quotes or a point (found 1.0)",
            id="version with a point",
        ),
        pytest.param(
            line("l1.toml", FIRST, "effort", 'effort = "S"\ncolour = "red"'),
            "l1.toml: l1-searchable-help: colour: is no field of the content; remove it or correct its name",
            id="unknown field",
        ),
        pytest.param(
            line("metrics.toml", "M-NPS", "id", "", number=1),
            "metrics.toml: metrics #1: id: is missing; add it",
            id="entry without id",
        ),
        pytest.param(
            line("l1.toml", FIRST, "id", 'id = "not an id"'),
            "l1.toml: not an id: id: must be letters, digits and single hyphens, and begin with a letter "
            "(found 'not an id')",
            id="bad id",
        ),
        pytest.param(
            line("l1.toml", "l1-accurate-facts", "[[practices.steps]]", "[[practices.stages]]", number=1),
            "l1.toml: l1-accurate-facts: stages[6].en: is missing; add it",
            id="step among the stages",
        ),
        pytest.param(
            line("framework.toml", "", "effort =", "effort = { S = 1, M = 2 }"),
            "framework.toml: thresholds.steps.effort: gives no points for L; every size needs some",
            id="no points for a size",
        ),
        pytest.param(
            line("framework.toml", "", "impact =", "impact = { L = 0, M = 2, H = 3 }"),
            "framework.toml: thresholds.steps.impact.L: must be greater than 0 (found 0)",
            id="no points",
        ),
        pytest.param(
            line("framework.toml", "", "rated_share", "rated_share = [3, 2]"),
            "framework.toml: thresholds.rated_share: a share is [part, whole] with 0 < part <= whole, not [3, 2]",
            id="more than all",
        ),
        pytest.param(
            line("framework.toml", "", "band_edges", "band_edges = [85, 50, 15]"),
            "framework.toml: thresholds.band_edges: the numbers must rise, from the first to the last, "
            "not [85.0, 50.0, 15.0]",
            id="bands upside down",
        ),
        pytest.param(
            line("framework.toml", "", "coverage", "coverage = [0.67, 0.90]"),
            "framework.toml: thresholds.confidence.coverage: the numbers must fall, from the first to the last, "
            "not [0.67, 0.9]",
            id="more needed for less certainty",
        ),
        pytest.param(
            line("framework.toml", "", "capacity", "capacity = 0"),
            "framework.toml: thresholds.steps.capacity: must be greater than 0 (found 0)",
            id="lanes that hold nothing",
        ),
        pytest.param(
            line("framework.toml", "", "keep_up_stage", "keep_up_stage = 7"),
            "framework.toml: thresholds.steps.keep_up_stage: must be less than or equal to 4 (found 7)",
            id="no such stage",
        ),
        pytest.param(
            line("framework.toml", "", "standard_error", "standard_error = []"),
            "framework.toml: thresholds.agreement.standard_error: has 0 entries; it takes at least 1",
            id="empty table",
        ),
        pytest.param(
            line("framework.toml", "managers", "id", 'id = "bosses"'),
            "framework.toml: groups: id: must be leaders, managers, frontline, in this order, "
            "not leaders, bosses, frontline",
            id="group that nothing knows",
        ),
        pytest.param(
            write("l7.toml", ""),
            "l7.toml: belongs to no dimension; name it in dimensions_order and [[dimensions]], or remove the file",
            id="file that nothing reads",
        ),
        pytest.param(
            line("framework.toml", "", "gate", "gate = inf"),
            "framework.toml: thresholds.gate: must be a finite number (found inf)",
            id="infinite",
        ),
        pytest.param(
            line("l1.toml", FIRST, "effort", 'effort = "S"\nweight = 0'),
            "l1.toml: l1-searchable-help: weight: must be greater than 0 (found 0)",
            id="no weight",
        ),
        pytest.param(remove("abl.toml"), "abl.toml: the file is missing; add it", id="missing file"),
        pytest.param(remove("metrics.toml"), "metrics.toml: the file is missing; add it", id="missing list"),
        pytest.param(
            add("lenses.toml", '[[lens]]\nid = "x"'),
            "lenses.toml: lens: does not belong here; entries begin with [[lenses]]",
            id="list of another name",
        ),
        pytest.param(
            line("framework.toml", "", "dimensions_order", 'dimensions_order = ["l1"]'),
            "framework.toml: dimensions_order: must name the entries of [[dimensions]] in their order",
            id="order",
        ),
        pytest.param(
            write("l4.toml", ""),
            "l4.toml: l4: practices: has 0 entries; it takes at least 1",
            id="empty file",
        ),
        pytest.param(
            line("l1.toml", FIRST, "id", 'id = "l1-accurate-facts"'),
            "l1.toml: l1-accurate-facts: id: used 2 times (l1.toml, l1.toml); give each entry an id of its own",
            id="duplicate key",
        ),
        pytest.param(
            line("con.toml", "con-stable-delivery", "needs", 'needs = ["nothing"]'),
            "con.toml: con-stable-delivery: needs: 'nothing' is no practice of this framework; correct or remove it",
            id="unknown prerequisite",
        ),
        pytest.param(
            line("l1.toml", FIRST, "needs", f'needs = ["{FIRST}"]'),
            "l1.toml: l1-searchable-help: needs: prerequisites run in a circle: "
            "l1-searchable-help → l1-searchable-help; remove one of them",
            id="circle of one",
        ),
        pytest.param(
            line("framework.toml", "", "measure = ", 'measure = "ceS"'),
            "framework.toml: customer_items #1: measure: must be 'nps', 'csat', 'ces', 'trust-int', 'trust-abl', "
            "'trust-aff', 'trust-con' or 'trust-out' (found 'ceS')",
            id="unknown measure of customers",
        ),
        pytest.param(
            same("l1.toml", FIRST, "zh-hans = "),
            "l1.toml: l1-searchable-help: stages: two read the same in zh-hans, "
            "so that one of them can never be reached; reword one",
            id="two equal stages",
        ),
    ],
)
def test_each_kind_of_damage_is_named_in_one_line(tmp_path, damage, problem):
    found = problems(tmp_path, damage)
    assert problem in found
    assert all("\n" not in each for each in found)


def test_what_is_not_toml_is_named_with_its_place(tmp_path):
    [problem] = problems(tmp_path, write("l5.toml", "[[practices\n"))
    assert problem.startswith("l5.toml: not valid TOML: ")
    assert "line 1" in problem


def test_what_is_not_utf_8_is_named(tmp_path):
    [problem] = problems(tmp_path, lambda folder: (folder / "l5.toml").write_bytes(b"# \n\xff"))
    assert problem == "l5.toml: line 2: is not UTF-8; save the file as UTF-8"


def test_a_mark_of_utf_8_does_no_harm(tmp_path):
    folder = copy(tmp_path)
    (folder / "l5.toml").write_bytes(b"\xef\xbb\xbf" + (folder / "l5.toml").read_bytes())
    assert load(folder) == framework()


def test_a_folder_in_place_of_a_file_is_named(tmp_path):
    def damage(folder):
        (folder / "l5.toml").unlink()
        (folder / "l5.toml").mkdir()

    assert problems(tmp_path, damage) == ["l5.toml: cannot be read: Is a directory"]


def test_all_missing_files_are_named_at_once(tmp_path):
    (tmp_path / "content").mkdir()
    with pytest.raises(ContentError) as error:
        load(tmp_path / "content")
    assert error.value.problems == [
        f"{file}.toml: the file is missing; add it" for file in ("framework", "metrics", "red_flags", "lenses")
    ]


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_what_is_no_folder_is_said_to_be_none(tmp_path, name):
    (tmp_path / "file.txt").write_text("")
    with pytest.raises(ContentError, match=f"{name}: no such folder; name the one that holds framework.toml"):
        load(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("dimensions = 3\n", "framework.toml: dimensions: must be a list (found 3)"),
        (
            'dimensions = ["l1"]\n',
            "framework.toml: dimensions #1: must be a table of fields (found 'l1')",
        ),
        (
            "[[dimensions]]\nkind = 'level'\n",
            "framework.toml: dimensions #1: id: is missing; add it",
        ),
        ("[[dimensions]]\nid = 5\n", "framework.toml: dimensions #1: id: is missing; add it"),
    ],
)
def test_dimensions_of_the_wrong_shape_do_not_stop_the_reading(tmp_path, text, problem):
    found = problems(tmp_path, write("framework.toml", text))
    assert any(each.startswith(problem) for each in found), found


def test_a_long_finding_is_cut(tmp_path):
    text = "x" * 700
    [problem] = problems(tmp_path, line("l1.toml", FIRST, "why.en", f'why.en = "{text}"'))
    assert problem.startswith(
        "l1.toml: l1-searchable-help: why.en: is longer than 600 characters; shorten it (found 'xxx"
    )
    assert len(problem) < 200


def test_several_problems_make_several_lines(tmp_path):
    found = problems(
        tmp_path, line("l1.toml", FIRST, "effort", 'effort = "XL"'), line("l2.toml", "l2-human-reach", "why.en", None)
    )
    assert len(found) == 2


# ---------------------------------------------------------------- published frameworks


def test_the_current_framework_is_read_once():
    assert framework() is framework()
    assert framework() == framework("cx-pyramid", 1)


@pytest.mark.parametrize(
    ("id", "version"), [("cx-pyramid", 2), ("other", 1), ("cx_pyramid", 1), ("../content/cx-pyramid", 1), ("", 1)]
)
def test_there_is_no_other_framework(id, version):
    with pytest.raises(KeyError, match=f"version {version}"):
        framework(id, version)


def test_the_newest_version_is_the_one_with_the_highest_number(tmp_path, monkeypatch):
    for number in (2, 10):
        (tmp_path / f"cx_pyramid_v{number}").mkdir()
        (tmp_path / f"cx_pyramid_v{number}" / "framework.toml").touch()
    assert newest("cx-pyramid") == 1
    monkeypatch.setattr(loader, "MORE", [tmp_path])
    newest.cache_clear()
    assert newest("cx-pyramid") == 10
    newest.cache_clear()


def test_a_framework_that_nobody_published_has_no_newest_version():
    with pytest.raises(KeyError, match="cx-nothing"):
        newest("cx-nothing")
