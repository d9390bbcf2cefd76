"""A customer asks to be forgotten, and writes to the company: what is kept of them, and its end."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import company_for
from ...actions.customer_rights import erase_customer, known_of
from ...forms.surveys import EraseCustomerForm
from ..crumbs import of_company


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def customer_erase(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Look somebody up by address or number, which is only ever in the body of a form; then erase."""
    company, _role = company_for(request.user, code, write=True)
    form = EraseCustomerForm(request.POST or None)
    context: dict[str, Any] = {**of_company(company), "form": form}
    if form.is_valid():
        who = form.cleaned_data["who"]
        if request.POST.get("act") == "erase":
            context["erased"] = erase_customer(user=request.user, company=company, who=who)
        else:
            context |= {"known": known_of(company, who), "who": who, "looked": True}
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "surveys/erase.html", context, status=status)
