"""How a command begins: with what it needs."""

import subprocess
import sys

# Each takes a tenth of a second or more to load; commands that read no file and judge no text need none of them.
_HEAVY = ("docx", "markdown_it", "openpyxl", "pypdf", "pypinyin", "typst", "youju.claims.reading", "youju.desk.urls")


def test_a_command_loads_no_library_that_others_need():
    program = f"""
import sys
from youju.cli.main import main
main(["setting", "--help"])
print(sorted({set(_HEAVY)} & sys.modules.keys()))
"""

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert said.splitlines()[-1] == "[]"
