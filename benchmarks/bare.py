"""The least that can be done: what a page or a saved answer costs when there is nothing but the statements.

Each view is measured in two ways, both behind Django's check of forged requests, without which nothing that a cookie
allows may be written. By hand: no other middleware and no mapper, the session and its user by two statements. Plain:
Django's own session and authentication middleware as they come, and the rest by hand. No language, no policy, no
messages, no form is checked; these are the limits that the product is measured against, not something to ship.
"""

from __future__ import annotations

import random
import uuid

from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Template
from django.utils import timezone

SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"
USER = "SELECT id, email, name, password, language, is_active, is_superuser FROM assessments_user WHERE id = %s"
PLACE = """
SELECT m.role, r.workspace_id, r.id FROM assessments_membership m
JOIN assessments_assessment a ON a.workspace_id = m.workspace_id AND a.code = %s
JOIN assessments_respondent r ON r.workspace_id = a.workspace_id AND r.assessment_id = a.id AND r.user_id = m.user_id
WHERE m.user_id = %s
"""
UPSERT = """
INSERT INTO assessments_answer AS answer (workspace_id, respondent_id, practice, stage, dont_know, not_applicable, note,
                                          evidence, chosen_at, saved_at, stamp)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (workspace_id, respondent_id, practice) DO UPDATE SET
    stage = excluded.stage, dont_know = excluded.dont_know, not_applicable = excluded.not_applicable,
    note = excluded.note, evidence = excluded.evidence, chosen_at = excluded.chosen_at, saved_at = excluded.saved_at,
    stamp = excluded.stamp
WHERE answer.chosen_at <= excluded.chosen_at
"""

_pages: list[Template] = []


def keep(html: bytes) -> str:
    """The address under which the bare view sends these bytes from now on."""
    _pages.append(Template(f"{{% verbatim %}}{html.decode()}{{% endverbatim %}}"))
    return f"/bare/page/{len(_pages) - 1}/"


@login_not_required
def save(request: HttpRequest, code: uuid.UUID, practice: str) -> HttpResponse:
    """One answer by four statements."""
    with connection.cursor() as cursor:
        user = _user(request, cursor)
        cursor.execute(PLACE, (code.hex if connection.vendor == "sqlite" else code, user))
        role, workspace, respondent = cursor.fetchone()
        if role == "viewer":
            return HttpResponse(status=403)
        now = timezone.now()
        stored = connection.ops.adapt_datetimefield_value(now)
        stage = int(request.POST["choice"])
        said = (stage, False, "", "", "", stored, stored, random.getrandbits(48))
        cursor.execute(UPSERT, (workspace, respondent, practice, *said))
    return JsonResponse({"saved_at": now.isoformat()})


@login_not_required
def page(request: HttpRequest, number: int) -> HttpResponse:
    """Text without a tag, for somebody who is signed in."""
    with connection.cursor() as cursor:
        user = _user(request, cursor)
    return HttpResponse(_pages[number].render(Context({"user": user})))


def _user(request: HttpRequest, cursor: CursorWrapper) -> int:
    """Who asks: by Django's middleware where there is one, else by two statements and the signature of the session."""
    if hasattr(request, "user"):
        return int(request.user.pk)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    cursor.execute(SESSION, (request.COOKIES["sessionid"], now))
    session = SessionStore().decode(cursor.fetchone()[0])
    cursor.execute(USER, (session["_auth_user_id"],))
    return int(cursor.fetchone()[0])
