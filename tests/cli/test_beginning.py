"""How a command begins: with what it needs."""

import subprocess
import sys

import pytest

# Each takes a tenth of a second or more to load; commands that read no file and judge no text need none of them.
_HEAVY = ("docx", "markdown_it", "openpyxl", "pypdf", "pypinyin", "typst", "youju.claims.reading", "youju.desk.urls")
# What reads texts of last year, and the site: a document is written without them.
_OTHERS = ("youju.claims.check", "youju.clockwork.tick", "youju.desk.urls", "waitress", "pypdf")


# By which a bureau is paid that has set it up.
_PAYMENT = ("alipay", "wechatpayv3")


@pytest.mark.parametrize(
    ("asked", "unneeded"), [(["setting"], _HEAVY), (["summary", "build"], _OTHERS), (["tick"], _PAYMENT)]
)
def test_a_command_loads_no_library_that_others_need(asked: list[str], unneeded: tuple[str, ...]) -> None:
    program = f"""
import sys
from youju.cli.main import main
main({[*asked, "--help"]})
print(sorted({set(unneeded)} & sys.modules.keys()))
"""

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert said.splitlines()[-1] == "[]"


def test_a_command_compiles_no_pattern_of_the_publication_gate() -> None:
    """They look for names of children and their marks; most commands make nothing public."""
    program = """
import re, sys
compile, asked_by = re.compile, set()
def noted(*asked, **how):
    asked_by.add(sys._getframe(1).f_globals["__name__"])
    return compile(*asked, **how)
re.compile = noted
from youju.cli.main import main
main(["setting", "--help"])
print("youju.gate.rules.look" in sys.modules, sorted(name for name in asked_by if name.startswith("youju.gate")))
"""

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert said.splitlines()[-1] == "True []"
