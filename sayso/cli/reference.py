"""What does every command take? The reference page, made from the commands themselves."""

import click


def reference(group: click.Group) -> str:
    """A Markdown page of every command's own help, in the order of their names."""
    parts = [
        "# Commands\n",
        "Made from the commands by `make docs`; a test holds it against them.\n",
        f"```text\n{_help(group, 'sayso', None)}\n```\n",
    ]
    outer = click.Context(group, info_name="sayso", **group.context_settings)
    for name in sorted(group.commands):
        parts.append(f"## sayso {name}\n")
        parts.append(f"```text\n{_help(group.commands[name], name, outer)}\n```\n")
    return "\n".join(parts)


def _help(command: click.Command, name: str, outer: click.Context | None) -> str:
    width = {"terminal_width": 100, "max_content_width": 100}
    with click.Context(
        command, info_name=name, parent=outer, **{**command.context_settings, **width}
    ) as told:
        return command.get_help(told).rstrip()
