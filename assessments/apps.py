"""The app: assessments of customer-experience maturity."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """What Django needs to know of the app."""

    name = "assessments"
    default_auto_field = "django.db.models.BigAutoField"
