"""What our e-mail says, kind by kind, in the language that is active."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..content.loader import framework
from ..content.questionnaires import questionnaire
from ..maturity.progress import assigned, progress
from ..models import Assessment, Invitation, Message, Referral, Respondent, SurveyInvitation
from ..reports.wording import joined
from ..words.reader import reader_language


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of an e-mail, the same in text and in HTML."""

    subject: str
    greeting: str
    body: Sequence[str]
    button: str
    after: Sequence[str]
    reason: str


def letter(message: Message) -> Letter:
    """The letter for this message."""
    if message.kind == "membership" and message.invitation:
        return _membership(message.invitation)
    if message.kind == "survey" and message.survey_invitation:
        return _survey(message.survey_invitation)
    assert message.respondent is not None  # noqa: S101 - mail.is_wanted has seen to it
    assert message.assessment is not None  # noqa: S101
    return _TO_RESPONDENTS[message.kind](message, message.assessment, message.respondent)


def _invitation(_message: Message, assessment: Assessment, person: Respondent) -> Letter:
    names = _names(assessment)
    body = [
        _("%(asker)s asks how well %(company)s serves its customers, and would like to hear it from you.") % names,
        _how_long(assessment, person),
        _who_sees_what(assessment, names),
    ]
    return Letter(
        _("Your view of %(company)s is asked for") % names,
        greeting(person.name),
        body,
        _("See the questions"),
        [_("The link is yours alone: please do not pass it on.")],
        _reason(names),
    )


def _reminder(_message: Message, assessment: Assessment, person: Respondent) -> Letter:
    names = _names(assessment)
    body = [
        _("%(asker)s asked how well %(company)s serves its customers. Your answers are not finished yet.") % names,
        _until(assessment) or _("What you have answered so far is kept."),
        _who_sees_what(assessment, names),
    ]
    return Letter(
        _("A reminder: your view of %(company)s") % names,
        greeting(person.name),
        body,
        _("Go on answering"),
        [
            _("You are done already? Open the link and say so on the last page."),
            _("The link is yours alone: please do not pass it on."),
        ],
        _reason(names),
    )


def _referral(message: Message, assessment: Assessment, person: Respondent) -> Letter:
    names = _names(assessment)
    practice, colleague = _passed_on(message, assessment, person)
    names["colleague"] = colleague or _("A colleague")
    body = [
        _("%(colleague)s did not know the answer to a question about %(company)s and thinks that you do.") % names,
        *([_("It is about this: “%(practice)s”.") % {"practice": practice}] if practice else []),
        _until(assessment),
        _who_sees_what(assessment, names),
    ]
    return Letter(
        _("A question about %(company)s was passed on to you") % names,
        greeting(""),  # the name was typed by whoever passed it on: our mail carries no words of theirs
        [each for each in body if each],
        _("Answer the question"),
        _yours_alone(person),
        _("You get this message because you answer in this assessment. You need not answer.")
        if person.user_id
        else _("You get this message because a colleague gave your address. You need not answer."),
    )


def _own_link(_message: Message, assessment: Assessment, person: Respondent) -> Letter:
    names = _names(assessment)
    body = [
        _("With this link you go on with your answers about %(company)s, on any device.") % names,
        _until(assessment),
        _who_sees_what(assessment, names),
    ]
    return Letter(
        _("Your link to the questions about %(company)s") % names,
        greeting(person.name),
        [each for each in body if each],
        _("Go on answering"),
        _yours_alone(person),
        _("You get this message because you, or somebody in your place, gave this address on our page."),
    )


def _membership(invitation: Invitation) -> Letter:
    by, company = invitation.invited_by, invitation.company
    names = {
        "asker": plain(by.name if by and by.name else invitation.workspace.name),
        "place": plain(company.name if company else invitation.workspace.name),
        "workspace": plain(invitation.workspace.name),
        "day": date_format(invitation.expires_at, "DATE_FORMAT"),
    }
    roles = {
        "owner": _("As an owner you edit everything there, and decide who belongs to it."),
        "consultant": _("As a consultant you edit everything there."),
        "viewer": _("As a viewer you read everything there, and change nothing."),
    }
    return Letter(
        _("%(asker)s invites you to %(place)s") % names,
        greeting(""),
        [
            _("%(asker)s invites you to work with the assessments of %(place)s in CX Maturity.") % names,
            roles[invitation.role],
            _("The invitation is good until %(day)s.") % names,
        ],
        _("Accept the invitation"),
        [_("It is for you alone: please do not pass the link on.")],
        _("You get this message because somebody at %(workspace)s entered your address.") % names,
    )


def _survey(invitation: SurveyInvitation) -> Letter:
    survey = invitation.survey
    company, language = plain(survey.company.name), reader_language()
    asked = questionnaire(survey.kind)
    first = asked.items_of(survey.variant)[0].asked(language, company, plain(survey.about))
    return Letter(
        _("%(company)s would like to hear from you") % {"company": company},
        greeting(""),
        [
            _("%(company)s asks you one thing: “%(question)s”") % {"company": company, "question": first}
            if len(asked.items_of(survey.variant)) == 1
            else _("%(company)s asks whether you can rely on it: five short statements to agree or disagree with.")
            % {"company": company},
            _("It takes about a minute. You may add a few words, or leave that."),
        ],
        _("Answer now"),
        [_("The link is yours alone and good for one answer. Your answer can be erased there at any time.")],
        _("You get this message because %(company)s has you as a customer. You need not answer.")
        % {"company": company},
    )


_TO_RESPONDENTS = {
    "invitation": _invitation,
    "reminder": _reminder,
    "referral": _referral,
    "own-link": _own_link,
}


def plain(name: str) -> str:
    """A name on one line, without control characters: people type them, and headers are made of lines."""
    return " ".join("".join(each if each.isprintable() else " " for each in name).split())


def _yours_alone(person: Respondent) -> list[str]:
    """What to say of a personal link; an account is asked for instead of one."""
    return [] if person.user_id else [_("The link is yours alone: please do not pass it on.")]


def _names(assessment: Assessment) -> dict[str, str]:
    by, workspace = assessment.created_by, plain(assessment.workspace.name)
    asker = (
        _("%(person)s of %(workspace)s") % {"person": plain(by.name), "workspace": workspace} if by and by.name else ""
    )
    return {"asker": asker or workspace, "company": plain(assessment.company.name), "workspace": workspace}


def greeting(name: str) -> str:
    """How a letter begins; without a name where it knows none."""
    return _("Hello %(name)s,") % {"name": plain(name)} if plain(name) else _("Hello,")


def _how_long(assessment: Assessment, person: Respondent) -> str:
    frame = framework(assessment.framework, assessment.framework_version)
    asked = assigned(frame, assessment.practice_set, person.practice_set, person.dimensions, person.practices)
    way = progress(frame, asked, ())
    said = ngettext(
        "It is %(count)s question, about %(minutes)s minutes; you may stop and go on at any time.",
        "There are %(count)s questions, about %(minutes)s minutes; you may stop and go on at any time.",
        way.asked,
    ) % {"count": way.asked, "minutes": way.minutes_left}
    until = _until(assessment)
    return joined([said, until]) if until else said


def _until(assessment: Assessment) -> str:
    if not assessment.closes_on:
        return ""
    return _("Answers are taken until %(day)s.") % {"day": date_format(assessment.closes_on, "DATE_FORMAT")}


def _who_sees_what(assessment: Assessment, names: dict[str, str]) -> str:
    if not assessment.anonymous:
        return _("It is not anonymous: the people of %(workspace)s see your answers with your name.") % names
    return _(
        "It is anonymous: nobody sees who said what. Results are shown for groups of at least %(count)s people only."
    ) % {"count": assessment.minimum_group}


def _reason(names: dict[str, str]) -> str:
    return (
        _("You get this message because %(workspace)s entered your address for this assessment. You need not answer.")
        % names
    )


def _passed_on(message: Message, assessment: Assessment, person: Respondent) -> tuple[str, str]:
    """The practice that was passed on, and by whom, where the assessment is a named one."""
    frame = framework(assessment.framework, assessment.framework_version)
    practice = next((each for each in message.key.split(":") if each in frame.practices), "")
    if not practice:
        return "", ""
    rows = Referral.objects.filter(workspace=message.workspace_id, passed_to=person, practice=practice)
    row = None if assessment.anonymous else rows.select_related("passed_by").first()
    by = plain(row.passed_by.name) if row and row.passed_by else ""
    return frame.practices[practice].title.to(reader_language()), by
