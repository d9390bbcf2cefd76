"""Keeping the 10-minute check: with a new account, or in a workspace one has."""

from __future__ import annotations

from typing import Any

from allauth.account.views import SignupView
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...actions.check import keep_check
from ...cookies.check import Check, erase_check, read_check
from ...forms.check import KeepForm, KeepSignupForm
from ...queries.companies import places_to_keep


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_keep(request: HttpRequest) -> HttpResponse:
    """Keep the answers: sign up first, or choose where they belong."""
    state = read_check(request)
    if not state.given:
        return redirect("check")
    if not request.user.is_authenticated:
        return KeepSignup.as_view(check=state)(request)
    places = places_to_keep(request.user)
    form = KeepForm(request.POST or None, places=places, initial={"company": state.company})
    if form.is_valid():
        chosen = form.cleaned_data
        place = form.companies.get(chosen["place"]) or form.workspaces[chosen["place"]]
        return _kept(request, state, place, chosen)
    return render(request, "check/keep.html", {"form": form, "answered": len(state.given), "signed_in": True})


class KeepSignup(SignupView):
    """The sign-up page that keeps the check in the workspace it opens."""

    template_name = "check/keep.html"
    check = Check()

    def get_form_class(self) -> type[KeepSignupForm]:
        return KeepSignupForm

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "company": self.check.company}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "answered": len(self.check.given),
            "signed_in": False,
            "login_path": reverse("account_login"),
        }

    def form_valid(self, form: KeepSignupForm) -> HttpResponse:
        response = super().form_valid(form)
        if not self.request.user.is_authenticated:  # an address that has to be confirmed first: the cookie waits
            return response
        whole = [each for each, _companies in places_to_keep(self.request.user) if not each.partial]
        # Their own, opened a moment ago: not the one of an invitation that they have accepted with it.
        workspace = max(whole, key=lambda each: each.pk)
        return _kept(self.request, self.check, workspace, form.cleaned_data)


def _kept(request: HttpRequest, state: Check, place: Any, chosen: dict[str, Any]) -> HttpResponse:
    assessment = keep_check(
        user=request.user,
        place=place,
        company_name=chosen["company"],
        title=_("First check"),
        held_on=timezone.localdate(),
        group=chosen["group"],
        given=state.given,
    )
    response = redirect("assessment", code=assessment.code)
    erase_check(response)
    return response
