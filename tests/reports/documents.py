"""Believable reports made by hand, for the tests and benchmarks of renderers: real content and scores, our own sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessments.content.loader import framework
from assessments.content.schema import Practice
from assessments.maturity.answers import AnswerSheet, Respondent
from assessments.maturity.perception import perceive
from assessments.maturity.scorecard import DimensionScore, Scorecard
from assessments.maturity.scoring import score
from assessments.maturity.steps import Recommendations, Step, recommend
from assessments.reports import document as d
from assessments.reports.wording import index_text

from .invented import invented_sheet
from .sentences import HEADS, SAY, WORDS

LANGUAGES = ("en", "zh-hans", "zh-hant")
HELD_ON = date(2026, 9, 18)
COMPANIES = {"en": "Harbour Retail", "zh-hans": "海港零售有限公司", "zh-hant": "海港零售股份有限公司"}


def report(
    language: str = "en",
    seed: int = 1,
    *,
    respondents: int = 6,
    steps: int = 8,
    company: str = "",
    title: str = "",
    prepared_by: str = "Northstar Advisory",
    note: str = "",
    answered: float = 0.97,
    flags: frozenset[str] = frozenset({"RF-01", "RF-09"}),
) -> d.ReportDocument:
    """A whole report. `note` replaces every note, evidence and name a person typed; `answered` is the answered share."""
    sheet = invented_sheet(language, seed, HELD_ON, respondents, note, answered, flags)
    card = score(framework(), sheet, HELD_ON)
    made = recommend(framework(), card, HELD_ON)
    return _Builder(language, sheet, card, made, steps).build(company or COMPANIES[language], title, prepared_by)


class _Builder:
    def __init__(
        self, language: str, sheet: AnswerSheet, card: Scorecard, made: Recommendations, most_steps: int
    ) -> None:
        self.language = language
        self.sheet = sheet
        self.card = card
        self.made = made
        self.most_steps = most_steps
        self.say = SAY[language]
        self.framework = framework()
        self.seen = perceive(self.framework, sheet)

    def build(self, company: str, title: str, prepared_by: str) -> d.ReportDocument:
        achieved = self.card.headline.achieved_level
        say = self.say
        title = title or say["assessment"]
        return d.ReportDocument(
            language=self.language,
            title=say["report"],
            company=company,
            subtitle=say["subtitle"].format(level=achieved),
            date_text=say["date"],
            eyebrow=(title, say["date"]),
            finding=say["finding"].format(company=company),
            notices=tuple(say["notices"]),
            keys=self.keys(),
            pyramid=self.pyramid(),
            trust=self.trust(),
            profile=self.profile(),
            synergy=self.synergy(),
            strengths=self.strengths(),
            lenses=self.lenses(),
            flags=self.flags(),
            steps=self.steps(),
            roadmap=self.roadmap(),
            certainty=self.certainty(),
            gap=self.gap(),
            answers=self.answers(),
            method=d.MethodSection(self.head(13, "method"), tuple(say["method"])),
            all_steps=tuple(self.step(number, each) for number, each in enumerate(self.made.steps, start=1)),
            all_voices=tuple(
                (practice.title.to(self.language), self.voice(person, practice))
                for practice in self.framework.practices.values()
                for person in self.sheet.respondents
            ),
            words=dict(WORDS[self.language]),
            facts=d.Facts(company, "retail", "250-999", title, self.sheet.held_on, prepared_by),
            card=self.card,
            recommendations=self.made,
            perception=self.seen,
        )

    def head(self, number: int, key: str) -> d.Head:
        topic, finding, *paragraphs = HEADS[self.language][key]
        return d.Head(number, key, topic, finding, tuple(paragraphs))

    def number(self, value: float | None, key: str, digits: int = 0) -> d.Number:
        text = self.say["unrated"] if value is None else f"{value:.{digits}f}"
        return d.Number(text, value, key)

    def keys(self) -> tuple[d.KeyFigure, ...]:
        head, trust = self.card.headline, self.card.trust
        values = [head.achieved_level, head.average, trust.index, None]
        texts = [self.say["level"].format(level=head.achieved_level), None, None, self.say["good"]]
        return tuple(
            d.KeyFigure(label, replace(self.number(value, "key"), text=text or self.number(value, "key").text), note)
            for (label, note), value, text in zip(self.say["keys"], values, texts, strict=True)
        )

    def row(self, found: DimensionScore, number: int) -> d.DimensionRow:
        dimension = self.framework.by_dimension[found.id]
        achieved = self.card.headline.achieved_level
        status = "rated" if dimension.kind == "factor" else _status(number, achieved)
        if found.score is None:
            status = "unrated"
        bands = {each.id: each.title.to(self.language) for each in self.framework.bands}
        say, name = self.say, dimension.name.to(self.language)
        text = self.number(found.score, f"dimension-{found.id}")
        return d.DimensionRow(
            id=found.id,
            number=number,
            name=name,
            asks=dimension.asks.to(self.language),
            status=status,
            status_text=say["unrated_status" if status == "unrated" else status].format(
                below=number - 1, points=round(max(0.0, 50 - (found.score or 0)) + 1)
            ),
            score=text,
            low=found.low,
            high=found.high,
            evidenced=found.evidenced,
            band_text=bands.get(found.band or "", ""),
            range_text="" if found.low is None or found.high is None else f"{found.low:.0f}–{found.high:.0f}",
            coverage_text=f"{found.answered}/{found.applicable}",
            evidenced_text=index_text(found.evidenced),
            title=f"{name} {text.text}",
            low_text=index_text(found.low),
            high_text=index_text(found.high),
        )

    def level_rows(self) -> tuple[d.DimensionRow, ...]:
        return tuple(self.row(found, number) for number, found in enumerate(self.card.levels, start=1))

    def factor_rows(self) -> tuple[d.DimensionRow, ...]:
        return tuple(self.row(found, number) for number, found in enumerate(self.card.trust.factors, start=1))

    def pyramid(self) -> d.PyramidSection:
        rows = self.level_rows()
        desc = ", ".join(row.title for row in (*rows, *self.factor_rows()))
        return d.PyramidSection(
            head=self.head(1, "pyramid"),
            figure=d.FigureText(self.say["pyramid_title"], desc),
            levels=rows,
            achieved=self.card.headline.achieved_level,
            gate=50,
            caption=self.say["pyramid_caption"],
        )

    def trust(self) -> d.TrustSection:
        found = self.card.trust
        bands = {each.id: each.title.to(self.language) for each in self.framework.bands}
        return d.TrustSection(
            head=self.head(2, "trust"),
            factors=self.factor_rows(),
            index=self.number(found.index, "trust-index"),
            mean=self.number(found.mean, "trust-mean"),
            band_text=bands.get(found.band or "", self.say["unrated"]),
            caption=self.say["trust_caption"],
        )

    def profile(self) -> d.ProfileSection:
        rows = self.level_rows() + self.factor_rows()
        return d.ProfileSection(self.head(3, "profile"), rows, *self.say["legend"], caption=self.say["profile_caption"])

    def synergy(self) -> d.SynergySection:
        weakest = min((each.score for each in self.card.trust.factors if each.score is not None), default=None)
        return d.SynergySection(
            head=self.head(4, "synergy"),
            figure=d.FigureText(self.say["axes"][0] + " × " + self.say["axes"][1], self.say["quadrants"][0]),
            experience=(self.card.headline.decimal or 0.0) / 6 * 100,
            trust=weakest,
            quadrants=tuple(self.say["quadrants"]),
            x_label=self.say["axes"][0],
            x_ticks=("0", "3", "6"),
            y_label=self.say["axes"][1],
            caption=self.say["synergy_caption"],
        )

    def line(self, id: str, note: str = "") -> d.PracticeLine:
        practice = self.framework.practices[id]
        found = self.card.practices[id]
        return d.PracticeLine(
            practice=id,
            dimension=found.dimension,
            title=practice.title.to(self.language),
            sentence=practice.stages[found.reached or 0].to(self.language),
            stage=self.number(found.stage, f"practice-{id}", 1),
            note=note,
        )

    def strengths(self) -> d.StrengthsSection:
        rated = sorted(
            (each for each in self.card.practices.values() if each.stage is not None), key=lambda each: each.stage or 0
        )
        titles = self.say["strengths"]
        keep = tuple(self.line(each.practice, titles[3]) for each in self.made.keep_up)
        return d.StrengthsSection(
            head=self.head(5, "strengths"),
            strengths_title=titles[0],
            strengths=tuple(self.line(each.id) for each in reversed(rated[-4:])),
            gaps_title=titles[1],
            gaps=tuple(self.line(each.id) for each in rated[:4]),
            keep_up_title=titles[2],
            keep_up=keep,
            nothing="",
        )

    def lenses(self) -> d.LensesSection:
        pages = []
        for lens in self.framework.lenses:
            items = []
            for item in lens.items:
                stages = [self.card.practices[key].stage for key in item.practices]
                rated = [each for each in stages if each is not None]
                mean = sum(rated) / len(rated) * 25 if rated else None
                lines = tuple(self.line(key) for key in item.practices)
                number = self.number(mean, f"lens-{lens.id}")
                items.append(d.LensItem(item.title.to(self.language), number, lines))
            pages.append(d.LensPage(lens.id, lens.title.to(self.language), lens.about.to(self.language), tuple(items)))
        return d.LensesSection(self.head(6, "lenses"), tuple(pages), self.say["lenses_caption"])

    def flags(self) -> d.FlagsSection:
        rows = []
        for id in self.card.red_flags:
            flag = self.framework.flags[id]
            practices = tuple(self.framework.practices[key].title.to(self.language) for key in flag.practices)
            effect = self.say["caps"] if flag.caps_trust else ""
            rows.append(d.FlagRow(id, flag.title.to(self.language), flag.about.to(self.language), effect, practices))
        return d.FlagsSection(self.head(7, "flags"), tuple(rows), self.say["flags_caption"])

    def step(self, number: int, step: Step) -> d.StepCard:
        practice = self.framework.practices[step.practice]
        advice = practice.step_from(step.from_stage)
        say = self.say
        labels = say["facts"]
        return d.StepCard(
            number=number,
            practice=step.practice,
            dimension=step.dimension,
            dimension_name=self.framework.by_dimension[step.dimension].name.to(self.language),
            practice_title=practice.title.to(self.language),
            do=advice.do.to(self.language),
            how=advice.how.to(self.language),
            move=say["move"].format(low=step.from_stage, high=step.to_stage),
            lane=step.lane,
            lane_text=say["lanes"][("now", "next", "later").index(step.lane)][0],
            quick_win=say["quick_win"] if step.quick_win else "",
            first_sign=practice.first_sign.to(self.language),
            facts=(
                (labels[0], say["effort"][practice.effort]),
                (labels[1], say["impact"][practice.impact]),
                (labels[2], ", ".join(self.framework.metric[key].title.to(self.language) for key in practice.moves)),
            ),
            reasons=tuple(
                d.ReasonLine(self._sign(each.value), say["reasons"].get(each.kind, say["reasons"]["other"]))
                for each in step.reasons[:4]
            ),
            priority=self.number(step.priority, f"step-{step.practice}", 2),
        )

    def _sign(self, value: float | None) -> str:
        return "!" if value is None else f"{value:.1f}"

    def steps(self) -> d.StepsSection:
        shown = self.made.steps[: self.most_steps]
        cards = tuple(self.step(number, each) for number, each in enumerate(shown, start=1))
        rest = len(self.made.steps) - len(shown)
        titles = self.say["step_titles"]
        return d.StepsSection(
            self.head(8, "steps"), titles[0], titles[1], cards, self.say["more"].format(count=rest) if rest else ""
        )

    def roadmap(self) -> d.RoadmapSection:
        lanes = []
        scores = [each.score for each in self.card.levels]
        for place, id in enumerate(("now", "next", "later")):
            scores = [None if each is None else min(100.0, each + 9.0) for each in scores]
            achieved = min(6, self.card.headline.achieved_level + place)
            name, period, outcome = self.say["lanes"][place]
            steps = [each for each in self.made.steps if each.lane == id]
            items = tuple(self.roadmap_item(each) for each in steps)
            figure = d.FigureText(outcome, period)
            lanes.append(d.RoadmapLane(id, name, period, outcome, tuple(scores), achieved, figure, items, ""))
        return d.RoadmapSection(self.head(9, "roadmap"), tuple(lanes), 50, self.say["roadmap_caption"])

    def roadmap_item(self, step: Step) -> d.RoadmapItem:
        practice = self.framework.practices[step.practice]
        do = practice.step_from(step.from_stage).do.to(self.language).rstrip(".。")
        return d.RoadmapItem(self.made.steps.index(step) + 1, step.dimension, do, practice.title.to(self.language))

    def certainty(self) -> d.CertaintySection:
        rows = []
        for found, (name, meaning) in zip(self.card.confidence.criteria, self.say["criteria"], strict=True):
            value = self.say["unrated"] if found.value is None else f"{found.value:.2f}"
            rows.append(d.CertaintyRow(found.id, name, value, found.grade, self.say["grades"][found.grade], meaning))
        return d.CertaintySection(self.head(10, "certainty"), tuple(rows), tuple(self.say["statements"]))

    def gap(self) -> d.GapSection:
        titles = {each.id: each.title.to(self.language) for each in self.framework.groups}
        groups = tuple(d.GapGroup(name, f"{titles[name]} {count}") for name, count in self.seen.classes.items())
        rows = []
        for found in self.seen.dimensions:
            views = tuple(
                d.GapView(each.name, titles[each.name], f"{each.stage:.1f}", each.stage, each.stage * 25, "")
                for each in found.views
            )
            gap = self.number(found.gap.stages if found.gap else None, f"gap-{found.id}", 1)
            name = self.framework.by_dimension[found.id].name.to(self.language)
            rows.append(d.GapRow(found.id, name, views, gap, "", name))
        labels = self.say["gap_labels"]
        return d.GapSection(
            self.head(11, "gap"), groups, tuple(rows), labels[0], labels[1], self.say["profile_caption"]
        )

    def answers(self) -> d.AnswersSection:
        groups = []
        for dimension in self.framework.dimensions:
            found = next(each for each in self.card.dimensions if each.id == dimension.id)
            rows = tuple(self.practice_row(practice) for practice in dimension.practices)
            number = self.number(found.score, f"dimension-{dimension.id}")
            groups.append(d.PracticeGroup(dimension.id, dimension.name.to(self.language), number, rows))
        return d.AnswersSection(self.head(12, "answers"), tuple(groups))

    def practice_row(self, practice: Practice) -> d.PracticeRow:
        found = self.card.practices[practice.id]
        text = self.say["unanswered"]
        if found.reached is not None:
            text = practice.stages[found.reached].to(self.language)
        remarks = (self.say["disagree"],) if found.spread and found.spread.disagreement else ()
        return d.PracticeRow(
            practice=practice.id,
            title=practice.title.to(self.language),
            question=practice.question.to(self.language),
            stage=self.number(found.stage, f"practice-{practice.id}", 1),
            answer=text,
            remarks=remarks,
            voices=tuple(filter(_speaks, (self.voice(person, practice) for person in self.sheet.respondents))),
        )

    def voice(self, person: Respondent, practice: Practice) -> d.Voice:
        answer = person.answers.get(practice.id)
        if answer is None:
            return d.Voice(person.name, self.say["unanswered"], "", "")
        text = self.say["dont_know"] if answer.dont_know else self.say["not_applicable"]
        if answer.stage is not None:
            text = f"{answer.stage} {self.framework.stages[answer.stage].to(self.language)}"
        return d.Voice(person.name, text, answer.note, answer.evidence)


def _status(number: int, achieved: int) -> str:
    return "attained" if number <= achieved else "next" if number == achieved + 1 else "beyond"


def _speaks(voice: d.Voice) -> bool:
    return bool(voice.note or voice.evidence)
