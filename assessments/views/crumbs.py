"""What every page names above itself: what it is about, with the company and the workspace that this is in."""

from __future__ import annotations

from typing import Any


def of_company(company: Any) -> dict[str, Any]:
    """For the pages of a company."""
    return {"company": company, "workspace": company.workspace}


def of_assessment(assessment: Any) -> dict[str, Any]:
    """For the pages of an assessment, whose company and workspace came along."""
    return {"assessment": assessment, "company": assessment.company, "workspace": assessment.workspace}


def of_journey(journey: Any) -> dict[str, Any]:
    """For the pages of a journey, whose company and workspace came along."""
    return {"journey": journey, "company": journey.company, "workspace": journey.workspace}
