#!/usr/bin/env python
"""The command line of the project."""

import io
import os
import sys


def main() -> None:
    """Run the command that the arguments name."""
    # As the standard error is: a letter that a console cannot show ends no command.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cxmaturity.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
