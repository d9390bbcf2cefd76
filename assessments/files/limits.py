"""How large a file of answers may be, and what is in it."""

from __future__ import annotations

from datetime import date

FORMAT = "cxmaturity-answers/1"

FILE_BYTES = 5 * 1024 * 1024
# A full questionnaire unpacks to less than 1 MB. Parsing costs about half a second a megabyte: more is refused unread.
UNPACKED_BYTES = 16 * 1024 * 1024
PART_BYTES = 3 * 1024 * 1024
SHEETS = 60
ROWS = 30_000
COLUMNS = 100

RESPONDENTS = 500
NOTE = 5_000
EVIDENCE = 2_000
TITLE = 200
COMPANY = 200
NAME = 150
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2100, 12, 31)
