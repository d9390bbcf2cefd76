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
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError
    from environs import EnvError

    try:
        execute_from_command_line(sys.argv)
    except (EnvError, ImproperlyConfigured) as error:  # a setting that makes no sense: bad input, as a bad file is
        if "--traceback" in sys.argv:
            raise
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    except DatabaseError as error:
        if "--traceback" in sys.argv:
            raise
        if not database_answers():
            sys.exit(f"The database that DATABASE_URL names does not answer: {' '.join(str(error).split())}")
        if {"migrate", "serve"} & set(sys.argv) or not migrations_wait():  # these do migrate
            raise
        sys.exit(f"The database is not that of this version ({error}). Run: python manage.py migrate")


def database_answers() -> bool:
    """Whether there is a database that can be connected to."""
    from django.db import DatabaseError, connection

    try:
        connection.close()
        connection.ensure_connection()
    except DatabaseError:
        return False
    return True


def migrations_wait() -> bool:
    """Whether the database lacks tables, or columns, that only a migration brings."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:  # it answers no more
        return False


if __name__ == "__main__":
    main()
