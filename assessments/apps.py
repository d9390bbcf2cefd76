"""The app: assessments of customer-experience maturity."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """What Django needs to know of the app."""

    name = "assessments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the content looked at whenever Django checks itself."""
        from . import checks  # noqa: F401, PLC0415 - importing registers it, and apps must be ready first
