"""LibreOffice without a screen, where it is there: files are converted in one run."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="needs LibreOffice (libreoffice-writer-nogui), which no test machine must have"
)
_SECONDS = 900  # fifty documents in one run, beside other work on the machine


def converted(files: Iterable[Path], to: str, folder: Path) -> None:
    """Convert files into a folder. to: as ``--convert-to`` takes it."""
    home = f"-env:UserInstallation=file://{folder}/office"
    how = ["soffice", home, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(how, check=True, capture_output=True, timeout=_SECONDS)
