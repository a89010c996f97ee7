"""What every tracked file must keep to."""

import re
import subprocess
from pathlib import Path

# Whose package is its one public door, and says so.
_DOORS = {
    Path("youju", *door, "__init__.py") for door in (("claims", "reading"), ("claims", "arithmetic"), ("lib", "sheets"))
}

# Put together here, so that this file is clean too.
_MACHINE = ("/" + "work/", "/" + "farm/", "/" + "root/", "/" + "home/[a-z]", "/" + "tmp/bash")
_REGISTRY = ("pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.(org|com)", "debian" + r"\.org")
_UNWANTED = re.compile("|".join(_MACHINE + _REGISTRY))


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True).stdout.decode()
    return [path for path in map(Path, listed.split("\0")) if path.is_file()]


def test_packages_start_empty():
    starts = [path for path in _tracked() if path.name == "__init__.py" and path not in _DOORS]
    assert starts
    assert [path for path in starts if path.read_text("utf-8").strip()] == []


def test_no_file_names_a_machine_or_a_registry():
    texts = [path for path in _tracked() if "vendor" not in path.parts]
    assert [str(path) for path in texts if _UNWANTED.search(path.read_bytes().decode("utf-8", "replace"))] == []
