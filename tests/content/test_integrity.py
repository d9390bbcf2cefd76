"""What no single entry can show: checked on frameworks with one thing changed."""

import pytest

from assessments.content.integrity import problems_between
from assessments.content.loader import framework
from assessments.content.schema import Framework


def problems(change):
    """What is said of the published framework after `change` was done to its plain data."""
    data = framework().model_dump(mode="json", by_alias=True)
    change(data)
    return list(problems_between(Framework.model_validate(data)))


def practice(data, id):
    """The plain data of one practice."""
    return next(each for dimension in data["dimensions"] for each in dimension["practices"] if each["id"] == id)


def rename(list_name, number, to):
    """Gives an entry of a list the id `to`."""
    return lambda data: data[list_name][number].update(id=to)


def needs(**needed):
    """Sets prerequisites; underscores stand for hyphens."""

    def change(data):
        for id, keys in needed.items():
            practice(data, id.replace("_", "-"))["needs"] = keys

    return change


def test_the_published_framework_has_no_problem():
    assert problems(lambda data: None) == []


@pytest.mark.parametrize(
    ("list_name", "to", "file"),
    [
        ("metrics", "M-NPS", "metrics.toml"),
        ("red_flags", "RF-01", "red_flags.toml"),
        ("lenses", "influence-factors", "lenses.toml"),
        ("groups", "leaders", "framework.toml"),
        ("not_applicable_reasons", "out-of-scope", "framework.toml"),
    ],
)
def test_an_id_used_twice_in_a_list(list_name, to, file):
    problem = f"{file}: {to}: id: used 2 times; give each entry an id of its own"
    assert problem in problems(rename(list_name, 1, to))


def test_a_dimension_used_twice():
    found = problems(lambda data: data["dimensions"].append(data["dimensions"][0]))
    assert "framework.toml: l1: id: used 2 times; give each entry an id of its own" in found


def test_a_practice_used_in_two_files_names_both():
    found = problems(lambda data: practice(data, "l2-human-reach").update(id="l1-digital-audit"))
    assert "l2.toml: l1-digital-audit: id: used 2 times (l1.toml, l2.toml); give each entry an id of its own" in found


@pytest.mark.parametrize(
    ("field", "language", "said"),
    [
        (
            "title",
            "zh-hans",
            "l2.toml: l2-human-reach: title.zh-hans: reads the same as that of l1-digital-audit; reword one",
        ),
        (
            "question",
            "en",
            "l2.toml: l2-human-reach: question.en: reads the same as that of l1-digital-audit; reword one",
        ),
    ],
)
def test_two_practices_that_read_the_same_in_one_language(field, language, said):
    def change(data):
        text = practice(data, "l1-digital-audit")[field][language]
        practice(data, "l2-human-reach")[field][language] = f" {text.upper()}"

    assert problems(change) == [said]


def test_two_dimensions_of_one_name():
    def change(data):
        data["dimensions"][3]["name"]["zh-hant"] = data["dimensions"][0]["name"]["zh-hant"]

    assert problems(change) == ["framework.toml: l4: name.zh-hant: reads the same as that of l1; reword one"]


def test_the_same_id_in_two_different_lists_is_no_problem():
    assert problems(rename("lenses", 0, "l1")) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda data: practice(data, "l1-digital-audit").update(needs=["l1-nothing"]),
            "l1.toml: l1-digital-audit: needs: 'l1-nothing' is no practice",
        ),
        (
            lambda data: practice(data, "l1-digital-audit").update(moves=["M-NOTHING"]),
            "l1.toml: l1-digital-audit: moves: 'M-NOTHING' is no metric",
        ),
        (
            lambda data: data["red_flags"][2].update(practices=["l2-nothing"]),
            "red_flags.toml: RF-03: practices: 'l2-nothing' is no practice",
        ),
        (
            lambda data: data["lenses"][0]["items"][1].update(practices=["l2-nothing"]),
            "lenses.toml: influence-factors: items[2].practices: 'l2-nothing' is no practice",
        ),
        (
            lambda data: data["thresholds"].update(privacy_practice="int-nothing"),
            "framework.toml: thresholds: privacy_practice: 'int-nothing' is no practice",
        ),
    ],
)
def test_a_key_that_leads_nowhere(change, problem):
    assert problems(change) == [f"{problem} of this framework; correct or remove it"]


def test_a_key_named_twice_in_one_list():
    def change(data):
        practice(data, "l1-right-place-moment")["needs"] = ["l1-accurate-facts", "l1-accurate-facts"]
        data["lenses"][0]["items"][1]["practices"] *= 2

    twice = "stands there 2 times; remove what is too many"
    key = framework().lenses[0].items[1].practices[0]
    found = problems(change)
    assert found[0] == f"l1.toml: l1-right-place-moment: needs: 'l1-accurate-facts' {twice}"
    assert found[1] == f"lenses.toml: influence-factors: items[2].practices: '{key}' {twice}"


def test_a_circle_is_shown_whole_and_once():
    found = problems(needs(l1_searchable_help=["l1-digital-audit"], l1_digital_audit=["l1-status-messages"],
                           l1_status_messages=["l1-searchable-help"]))  # fmt: skip
    assert found == [
        "l1.toml: l1-searchable-help: needs: prerequisites run in a circle: l1-searchable-help → l1-digital-audit → "
        "l1-status-messages → l1-searchable-help; remove one of them"
    ]


def test_two_circles_are_both_found():
    found = problems(needs(l1_searchable_help=["l1-searchable-help"], int_privacy=["con-stable-delivery"],
                           con_stable_delivery=["int-privacy"]))  # fmt: skip
    assert [each.split(":")[0] for each in found] == ["l1.toml", "int.toml"]


def test_two_ways_to_one_practice_are_no_circle():
    change = needs(
        l1_searchable_help=["l1-digital-audit", "l1-status-messages"],
        l1_digital_audit=["l1-accurate-facts"],
        l1_status_messages=["l1-accurate-facts"],
    )
    assert problems(change) == []


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_two_stages_that_read_the_same(language):
    def change(data):
        stages = practice(data, "con-stable-delivery")["stages"]
        stages[3][language] = stages[1][language]

    assert problems(change) == [
        f"con.toml: con-stable-delivery: stages: two read the same in {language}, "
        "so that one of them can never be reached; reword one"
    ]


def test_two_steps_that_read_the_same():
    def change(data):
        steps = practice(data, "con-stable-delivery")["steps"]
        steps[3]["do"]["en"] = steps[0]["do"]["en"]

    [problem] = problems(change)
    assert problem.startswith("con.toml: con-stable-delivery: steps: two read the same in en")


@pytest.mark.parametrize(("id", "quick", "count"), [("l1-digital-audit", True, 3), ("l1-searchable-help", False, 1)])
def test_the_quick_set_takes_two_of_each_dimension(id, quick, count):
    found = problems(lambda data: practice(data, id).update(quick=quick))
    assert found == [f"l1.toml: quick: is true {count} times; it takes 2"]


@pytest.mark.parametrize(("kind", "other"), [("level", "factor"), ("factor", "level")])
def test_a_framework_needs_levels_and_factors(kind, other):
    def change(data):
        for dimension in data["dimensions"]:
            dimension["kind"] = other

    assert problems(change) == [
        f'framework.toml: dimensions: kind: none is a {kind}; at least one needs kind = "{kind}"'
    ]


def test_the_bands_are_the_four_of_the_method():
    assert problems(lambda data: data["bands"].reverse()) == [
        "framework.toml: bands: id: must be N, P, L, F, in this order, not F, L, P, N"
    ]
