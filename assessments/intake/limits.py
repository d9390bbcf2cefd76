"""How large a file of responses may be."""

FILE_BYTES = 200 * 1024 * 1024
UNPACKED_BYTES = 2 * 1024 * 1024 * 1024
# A table of a million rows packs about twenty to one; what packs much better was made to burst.
RATIO = 250
PARTS = 10_000  # files in a workbook
ELEMENT_BYTES = 8 * 1024 * 1024  # of one row of a workbook, or one text: what is read at once
ROWS = 2_000_000
LINE = 4 * 1024 * 1024  # characters of one line of a CSV file
COLUMNS = 300  # columns with anything in them
NAME = 120  # touchpoint, segment
NAMES = 300  # different touchpoints, and different segments: each is counted for itself on every day
COMMENT = 10_000
IDENTIFIER = 60
