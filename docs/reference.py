"""Write the reference pages of docs/ from what the code declares: ``make docs``. A guard test compares them.

A change of a setting, command, measure, indicator or enumeration thus shows in the change as a decision of its own.
"""

import enum
import importlib
import os
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import django

FOLDER = Path(__file__).parent
_NOTE = "<!-- written by docs/reference.py: make docs -->"


def pages() -> dict[str, str]:
    """The text of each page by file name. Django must be set up."""
    from django.utils import translation

    with translation.override("en"):
        return {
            "settings.md": _settings(),
            "commands.md": _commands(),
            "measures.md": _measures(),
            "indicators.md": _indicators(),
            "enumerations.md": _enumerations(),
            "held.md": _held(),
        }


def _settings() -> str:
    from youju.config.options import OPTIONS
    from youju.orgs.setting_table import SETTINGS

    desk = (
        (f"`{each.name}`", str(each.label), _coded(each.kind.write(each.default)), str(each.help)) for each in SETTINGS
    )
    about = "Decided by the bureau on the page 设置 or by `youju setting NAME VALUE`, kept in the database."
    kept = _page("Settings", about, ("setting", "called", "default", "meaning"), desk)
    rows = ((f"`{each.variable}`", _coded(each.default), each.help) for each in OPTIONS)
    heads = ("variable", "default", "meaning")
    return f"{kept}\n## Environment\n\nKnown before the database is open.\n\n{_table(heads, rows)}"


def _commands() -> str:
    from youju.cli.commands import youju
    from youju.records.kinds import sheet_kinds

    rows = ((f"`{usage}`", told) for usage, told in _all_commands("youju", youju))
    about = (
        "Each takes `--help` and `--lang zh|en`. What stands in brackets may be left out. The kinds are listed below."
    )
    commands = _page("Commands", about, ("command", "does"), rows)
    kinds = ((f"`{kind.code}`", str(kind.help)) for kind in sheet_kinds())
    return f"{commands}\n## Kinds\n\n{_table(('KIND', 'holds'), kinds)}"


def _all_commands(name: str, command: click.Command) -> Iterator[tuple[str, str]]:
    """How each command is called and what it does; those that there are of every kind, once."""
    from youju.cli.kind_files import KindGroup

    context = click.Context(command)
    if not isinstance(command, click.Group):
        yield " ".join([name, *(_usage(each, context) for each in command.params)]), command.help or ""
        return
    own = [
        part
        for part in command.list_commands(context)
        if not isinstance(command, KindGroup) or part in command.commands
    ]
    for part in own:
        if child := command.get_command(context, part):
            yield from _all_commands(f"{name} {part}", child)
    if isinstance(command, KindGroup):
        (usage, _of_one_kind), *_others = _all_commands(f"{name} KIND", command.any_kind())
        yield usage, command.help or ""


def _usage(parameter: click.Parameter, context: click.Context) -> str:
    if not isinstance(parameter, click.Option):
        return parameter.make_metavar(context)
    name = "/".join(parameter.opts)
    usage = name if parameter.is_flag else f"{name} {(parameter.name or '').upper()}"
    return usage if parameter.required else f"[{usage}]"


def _measures() -> str:
    from youju.records.kinds import kinds, other_measures

    declared = [*((kind.code, kind.measures) for kind in kinds()), *other_measures().items()]
    rows = (
        (f"`{each.code}`", each.zh, each.en, each.word, owner, " ".join(each.shapes))
        for owner, measures in declared
        for each in measures
    )
    heads = ("code", "中文", "English", "word", "kind", "shapes")
    return _page("Measures", "What is counted. Each is declared by exactly one kind, or by the plans.", heads, rows)


def _indicators() -> str:
    from youju.indicators.catalogue import built_in

    rows = (
        (f"`{each.code}`", each.zh, each.en, each.shape, each.scope, " / ".join(f"`{code}`" for code in each.measures))
        for each in built_in().values()
    )
    heads = ("code", "中文", "English", "shape", "scope", "measures")
    return _page("Indicators", "Formulas over measures, defined in `youju/indicators/definitions/`.", heads, rows)


def _enumerations() -> str:
    rows = (
        (f"`{cls.__module__.removeprefix('youju.')}.{cls.__qualname__}`", ", ".join(str(each.value) for each in cls))
        for cls in enumerations()
    )
    about = "Every list of values in the code. None names a person, ranks opinions or acts under another's name."
    return _page("Enumerations", about, ("where", "values"), rows)


def _held() -> str:
    from youju.ledger.form import our_models
    from youju.records.sealing.committed import FREE, FREE_ROWS, holder

    tables = ((f"`{model._meta.label}`", holder(model)) for model in our_models() if model._meta.label not in FREE)
    free = ((f"`{name}`", f"free: {reason}") for name, reason in FREE.items())
    about = f"By what `youju ledger verify` holds each table, and which tables and columns are free. {FREE_ROWS}"
    return _page("What is held", about, ("table or column", "held by"), [*sorted(tables), *sorted(free)])


def enumerations() -> list[type[enum.Enum]]:
    """Every enumeration defined in the package, sorted by its place."""
    import youju

    for module in pkgutil.walk_packages(youju.__path__, "youju."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    ours = {each for each in _below(enum.Enum) if each.__module__.startswith("youju.")}
    return sorted(ours, key=lambda each: (each.__module__, each.__qualname__))


def _below(top: type[enum.Enum]) -> Iterator[type[enum.Enum]]:
    for each in top.__subclasses__():
        yield each
        yield from _below(each)


def _page(title: str, about: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return f"{_NOTE}\n# {title}\n\n{about}\n\n{_table(heads, rows)}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _coded(text: str) -> str:
    return f"`{text}`" if text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "youju.config.settings")
    django.setup()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
