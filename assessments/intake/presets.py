"""The exports of other tools, as far as the names of their columns are known (docs/formats.md names the sources)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """How a tool names its columns: `marks` tell it apart, `roles` say what they hold, `idle` ones nothing for us."""

    title: str
    marks: frozenset[str]
    roles: Mapping[str, str]
    idle: frozenset[str] = frozenset()


PRESETS: dict[str, Preset] = {
    "qualtrics": Preset(
        "Qualtrics",
        frozenset({"StartDate", "EndDate", "RecordedDate", "ResponseId"}),
        {"RecordedDate": "date", "ResponseId": "id"},
        frozenset({
            "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
            "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference", "LocationLatitude",
            "LocationLongitude", "DistributionChannel", "UserLanguage",
        }),
    ),
    "formbricks": Preset(
        "Formbricks",
        frozenset({"No.", "Response ID", "Timestamp", "Finished", "Survey ID"}),
        {"Timestamp": "date", "Response ID": "id", "User ID": "customer"},
        frozenset({"No.", "Finished", "Survey ID", "Formbricks ID (internal)", "Notes", "Tags", "Quotas"}),
    ),
    "surveymonkey": Preset(
        "SurveyMonkey",
        frozenset({"Respondent ID", "Collector ID", "Start Date", "End Date"}),
        {"Respondent ID": "id", "End Date": "date"},
        frozenset({"Collector ID", "Start Date", "IP Address", "First Name", "Last Name", "Custom Data 1"}),
    ),
    "typeform": Preset(
        "Typeform",
        frozenset({"#", "Start Date (UTC)", "Submit Date (UTC)"}),
        {"#": "id", "Submit Date (UTC)": "date"},
        frozenset({"Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Network ID", "Tags"}),
    ),
    "google-forms": Preset("Google Forms", frozenset({"Timestamp"}), {"Timestamp": "date"}),
}  # fmt: skip


def preset_of(names: Collection[str]) -> str:
    """The tool whose export has these columns; "" for an unknown one."""
    there = {name.strip() for name in names}
    return next((key for key, preset in PRESETS.items() if preset.marks <= there), "")
