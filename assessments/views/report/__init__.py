"""The report on screen and as files, and what is written or taken on from it."""
