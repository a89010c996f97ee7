"""Each direct dependency has a line that says why it is here."""

import re
import tomllib
from pathlib import Path


def test_every_direct_dependency_has_its_reason():
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    reasons = Path("docs/dependencies.md").read_text("utf-8")
    names = [re.split(r"[\[<>=]", each)[0] for each in declared]
    assert [name for name in names if not re.search(rf"[|,] {re.escape(name)}[ ,]", reasons)] == []
