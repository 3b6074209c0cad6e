"""``antinomy completion``: print the completion script of a shell."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(*, shell: str) -> None:
    """Print the completion script for SHELL, to be sourced."""
    found = get_completion_class(shell)
    assert found is not None, "click knows the three shells"
    root = click.get_current_context().find_root().command
    click.echo(found(root, {}, "antinomy", "_ANTINOMY_COMPLETE").source())
