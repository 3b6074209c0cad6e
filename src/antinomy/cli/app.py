"""The command ``antinomy`` and what its subcommands share: errors and exit codes.

Exit codes: 0 done; 2 usage; 3 bad input; 4 a pack missing, faulty or, with
``--strict``, past its review date; 5 integrity; 10 the verdict reached ``--fail-on``.
"""

import sys

import click

from antinomy import __version__
from antinomy.values import (
    AntinomyError,
    InputError,
    IntegrityError,
    NotModelled,
    PackError,
)

_EXITS: tuple[tuple[type[AntinomyError], int], ...] = (
    (InputError, 3),
    (NotModelled, 3),
    (PackError, 4),
    (IntegrityError, 5),
)


class _Group(click.Group):
    """A group that tells an error in one sentence, on stderr, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AntinomyError as error:
            for line in _told(error):
                click.echo(f"antinomy: {line}", err=True)
            code = next(code for kind, code in _EXITS if isinstance(error, kind))
            ctx.exit(code)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a subcommand when it is asked for: the command starts sooner."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = __import__(f"antinomy.cli.{_COMMANDS[cmd_name]}", fromlist=["command"])
        found: click.Command = module.command
        return found

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the subcommands."""
        del ctx
        return list(_COMMANDS)


def _told(error: AntinomyError) -> list[str]:
    """Give one line an error; where many are gathered, their number first."""
    faults = error.faults if isinstance(error, PackError) else ()
    lines = [str(fault) for fault in faults] or [str(error)]
    return [f"{len(lines)} faults:", *lines] if len(lines) > 1 else lines


_COMMANDS = {
    "assess": "assess",
    "explain": "explain",
    "classify": "classify",
    "law": "law",
    "own": "own",
    "flags": "flags",
    "lists": "lists",
    "screen": "screen",
    "read": "read",
    "record": "record",
    "review": "review",
    "coverage": "coverage",
    "completion": "completion",
}


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="antinomy")
def main() -> None:
    """Tell what the laws of several jurisdictions say of one AI-chip transaction.

    Not legal advice. A silent answer is never clearance.
    """
