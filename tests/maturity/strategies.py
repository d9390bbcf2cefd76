"""Sheets and answers for property tests. A respondent has a leaning per dimension and a few answers of another kind."""

from __future__ import annotations

from hypothesis import strategies as st

from assessments.maturity.answers import Answer, AnswerSheet

from .builders import BY_CHOICE, DIMENSIONS, DONT_KNOW, FRAMEWORK, GROUPS, OUT_OF_SCOPE, PRACTICES, TODAY, respondent

stages = st.integers(0, 4)
practice_ids = st.sampled_from(PRACTICES)
percentages = st.floats(0, 100)
level_scores = st.lists(percentages, min_size=6, max_size=6)

odd_answers = st.one_of(
    stages,
    st.sampled_from([None, DONT_KNOW, OUT_OF_SCOPE, BY_CHOICE]),
    stages.map(lambda stage: Answer(stage=stage, note="seen")),
)


@st.composite
def answers(draw: st.DrawFn) -> dict[str, int | Answer | None]:
    """What one respondent says to all practices."""
    leaning = dict(zip(DIMENSIONS, draw(st.lists(stages, min_size=10, max_size=10)), strict=True))
    usual = {practice: leaning[FRAMEWORK.dimension_of[practice].id] for practice in PRACTICES}
    return usual | draw(st.dictionaries(practice_ids, odd_answers, max_size=12))


@st.composite
def sheets(draw: st.DrawFn, largest: int = 5) -> AnswerSheet:
    """One to `largest` respondents in any groups, with red flags, in the full or the quick set."""
    people = draw(st.lists(st.tuples(answers(), st.sampled_from(GROUPS)), min_size=1, max_size=largest))
    return AnswerSheet(
        respondents=tuple(respondent(said, group, f"p{number}") for number, (said, group) in enumerate(people)),
        held_on=TODAY,
        practice_set=draw(st.sampled_from(["full", "full", "full", "quick"])),
        red_flags=draw(st.frozensets(st.sampled_from(sorted(FRAMEWORK.flags)), max_size=4)),
    )
