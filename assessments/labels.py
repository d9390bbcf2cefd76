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
STATES = {
    "draft": pgettext_lazy("state of an assessment", "Draft"),
    "collecting": pgettext_lazy("state of an assessment", "Open for answers"),
    "review": pgettext_lazy("state of an assessment", "In review"),
    "final": pgettext_lazy("state of an assessment", "Final"),
}
PRACTICE_SETS = {
    "full": _("Full"),
    "quick": _("Quick"),
}
ROLES = {
    "owner": _("Owner"),
    "consultant": _("Consultant"),
    "viewer": _("Viewer"),
}
ROLES_SAID = {
    "owner": _("edits everything, and decides who belongs here"),
    "consultant": _("edits everything"),
    "viewer": _("reads everything, changes nothing"),
}
# What the audit trail says was done.
AUDIT_ACTS = {
    "respondents-added": _("Added respondents"),
    "respondent-changed": _("Changed a respondent"),
    "respondent-removed": _("Took a respondent off the list"),
    "link-renewed": _("Made a new personal link"),
    "group-link-opened": _("Opened the link of a group"),
    "group-link-closed": _("Closed the link of a group"),
    "group-link-renewed": _("Replaced the link of a group"),
    "workspace-opened": _("Opened the workspace"),
    "workspace-changed": _("Changed the settings of the workspace"),
    "workspace-deleted": _("Deleted the workspace"),
    "workspace-restored": _("Brought the workspace back"),
    "company-added": _("Added a company"),
    "company-changed": _("Changed a company"),
    "company-deleted": _("Deleted a company"),
    "company-restored": _("Brought a company back"),
    "company-purged": _("Removed a deleted company for good"),
    "assessment-started": _("Started an assessment"),
    "assessment-changed": _("Changed an assessment"),
    "assessment-grown": _("Asked the full set of an assessment"),
    "assessment-moved": _("Moved an assessment on"),
    "red-flags-set": _("Opened or closed red flags"),
    "targets-set": _("Set targets"),
    "stage-settled": _("Settled a stage, or took it back"),
    "workshop-opened": _("Opened a workshop"),
    "workshop-link-renewed": _("Renewed the link of a workshop"),
    "workshop-closed": _("Closed a workshop"),
    "file-taken-in": _("Took in a file with answers"),
    "check-kept": _("Kept a 10-minute check"),
    "person-exported": _("Exported what is known of a respondent"),
    "respondent-erased": _("Erased a respondent"),
    "retention-kept": _("Erased people after the retention time"),
    "account-deleted": _("Deleted their account"),
    "member-invited": _("Invited somebody"),
    "invitation-renewed": _("Renewed an invitation"),
    "invitation-withdrawn": _("Withdrew an invitation"),
    "member-joined": _("Accepted an invitation"),
    "member-changed": _("Changed somebody’s role"),
    "member-removed": _("Removed somebody"),
    "member-left": _("Left the workspace or company"),
    "ownership-handed-over": _("Handed over the ownership"),
    "invitations-sent": _("Sent invitations to respondents"),
    "reminders-sent": _("Sent reminders to respondents"),
    "message-sent-again": _("Sent an e-mail again"),
}
MAIL_KINDS = {
    "invitation": pgettext_lazy("e-mail", "Invitation"),
    "reminder": pgettext_lazy("e-mail", "Reminder"),
    "referral": pgettext_lazy("e-mail", "Question passed on"),
    "own-link": pgettext_lazy("e-mail", "Personal link"),
    "membership": pgettext_lazy("e-mail", "Invitation"),
}
# Why an e-mail was not sent, where the mail server itself has not said it.
MAIL_PROBLEMS = {
    "unreachable": _("The mail server cannot be reached."),
    "cut-off": _("The connection broke when the mail server had the whole text: it may have arrived."),
    "address": _("This is not an address that mail can be sent to."),
    "fault": _("Something went wrong on our side; the log of the server says what."),
}
