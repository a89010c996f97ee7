"""What a command loads: itself, and for the list of them none."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from django.utils import translation

from youju.cli.commands import youju
from youju.cli.summary import summary

_LOADED = """
import sys
from youju.cli.main import main
status = main(sys.argv[1:])
print(*(name.removeprefix("youju.cli.") for name in sys.modules if name.startswith("youju.cli.")), file=sys.stderr)
sys.exit(status)
"""


def loaded(home: Path, *args: str) -> set[str]:
    """The modules of commands that are loaded when one was run in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", _LOADED, *args],
        env={"YOUJU_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    listed = [*youju.listed.values(), *summary.listed.values()]
    return set(ran.stderr.split()) & {each.place.partition(":")[0] for each in listed}


@pytest.mark.parametrize(
    ("args", "modules"),
    [(["--help"], set()), (["summary", "--help"], {"summary"}), (["extract", "--help"], {"extract"})],
)
def test_a_command_is_loaded_when_it_is_asked_for(tmp_path: Path, args: list[str], modules: set[str]):
    assert loaded(tmp_path, *args) == modules


def test_each_command_says_by_itself_what_the_list_says():
    with translation.override("en"):
        for group in (youju, summary):
            context = click.Context(group)
            told = {name: group.get_command(context, name) for name in group.list_commands(context)}
            assert {name: command and command.help for name, command in told.items()} == {
                name: listed.help for name, listed in group.listed.items()
            }
