"""What people read for the plain values in our tables. Values are kept for ever, labels may change."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

INDUSTRIES = {
    "retail": _("Retail"),
    "finance": _("Banking and insurance"),
    "hospitality": _("Hotels, restaurants and travel"),
    "health": _("Health care"),
    "telecom": _("Telecommunications"),
    "technology": _("Software and technology"),
    "manufacturing": _("Manufacturing"),
    "logistics": _("Transport and logistics"),
    "public": _("Public services"),
    "education": _("Education"),
    "utilities": _("Energy and water"),
    "services": _("Business services"),
    "other": pgettext_lazy("industry", "Other"),
}
SIZES = {
    "1-9": _("1 to 9 people"),
    "10-49": _("10 to 49 people"),
    "50-249": _("50 to 249 people"),
    "250-999": _("250 to 999 people"),
    "1000+": _("1,000 people or more"),
}
PRACTICE_SETS = {
    "full": _("Full"),
    "quick": _("Quick"),
}
