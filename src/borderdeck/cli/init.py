"""`borderdeck init`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(*, folder: Path) -> int:
    """Make a course of your own in FOLDER, to start from.

    It is a copy of the course that ships with borderdeck; change its texts as you like.
    """
    from borderdeck.build.starter import start_course
    from borderdeck.build.typed import typed

    made = start_course(folder)
    click.echo(f"A course to start from is in {made}")
    click.echo(f"Next: cd {typed(str(folder))} && borderdeck build")
    return 0
