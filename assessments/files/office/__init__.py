"""Office files from strangers, to be built upon: looked at in every part, and handed on only where nothing is amiss."""

from .check import checked_office

__all__ = ["checked_office"]
