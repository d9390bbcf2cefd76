"""How large a template may be, and what is in it."""

FILE_BYTES = 20 * 1024 * 1024
UNPACKED_BYTES = 120 * 1024 * 1024
XML_BYTES = 8 * 1024 * 1024  # of one part that is parsed
RATIO = 200
SMALL = 1024 * 1024  # below this a part may pack as well as it likes
PARTS = 2_000
DEPTH = 100
ELEMENTS = 200_000  # of all parts together: each costs memory wherever it is read
PICTURE_EDGE = 10_000
PICTURE_PIXELS = 50_000_000
