"""Below the address of a company: the company itself, its rounds, plan, targets, worth and benchmark."""

from django.urls import URLPattern, path

from ..views import assessments, companies, deletion, value
from ..views.benchmark import benchmark
from ..views.people import members
from ..views.plan import plan, plan_adopt, plan_files, plan_items, plan_moves, plan_settings
from ..views.rounds import rounds
from ..views.targets import goal_set, goals

urlpatterns: list[URLPattern] = [
    path("", companies.company, name="company"),
    path("people/", members.company_people, name="company_people"),
    path("people/invite/", members.company_invite, name="company_invite"),
    path("delete/", deletion.company_delete, name="company_delete"),
    path("restore/", deletion.company_restore, name="company_restore"),
    path("edit/", companies.company_edit, name="company_edit"),
    path("assessments/new/", assessments.assessment_new, name="assessment_new"),
    path("plan/", plan.plan, name="plan"),
    path("plan/new/", plan_items.plan_new, name="plan_new"),
    path("plan/move/", plan_moves.plan_move, name="plan_move"),
    path("plan/adopt/", plan_adopt.plan_adopt, name="plan_adopt"),
    path("plan/capacity/", plan_settings.plan_capacity, name="plan_capacity"),
    path("plan/accept/<slug:practice>/", plan_items.plan_accept_step, name="plan_accept_step"),
    path("plan/files/<slug:kind>/", plan_files.plan_file, name="plan_file"),
    path("plan/<uuid:item>/", plan_items.plan_edit, name="plan_edit"),
    path("plan/<uuid:item>/accept/", plan_items.plan_accept, name="plan_accept"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds.<slug:kind>", rounds.rounds_file, name="rounds_file"),
    path("targets/", goals.goal, name="goal"),
    path("targets/new/", goal_set.goal_new, name="goal_new"),
    path("targets/plan/", goals.goal_adopt, name="goal_adopt"),
    path("targets/<uuid:goal>/close/", goals.goal_close, name="goal_close"),
    path("value/", value.value, name="value"),
    path("value/edit/", value.value_edit, name="value_edit"),
    path("value/take/", value.value_take, name="value_take"),
    path("benchmark/", benchmark.benchmark, name="benchmark"),
    path("benchmark/consent/", benchmark.benchmark_consent, name="benchmark_consent"),
]
