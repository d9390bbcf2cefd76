"""Copies of everything that must not be lost, each one file: made while people work, checked, and put back whole.

All that people have given is in the database, drawings and templates of a house style among it; the key of an SQLite
installation lies beside it, and without it no link that was sent opens. An archive holds both.
"""

from __future__ import annotations

from .making import Made, back_up
from .restoring import Refused, Restored, restore

__all__ = ["Made", "Refused", "Restored", "back_up", "restore"]
