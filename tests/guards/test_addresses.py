"""What leaves the screen names the address of the installation, not the one that a browser happened to use."""

from pathlib import Path

# The one place that knows both, and two that ask which page of this very host somebody came from.
_MAY_ASK = {"addresses.py", "errors.py", "account/required.py"}


def test_the_host_of_a_request_is_asked_in_one_place():
    desk = Path("youju/desk")
    asking = {
        file.relative_to(desk).as_posix() for file in desk.rglob("*.py") if "build_absolute_uri" in file.read_text()
    }
    assert asking <= _MAY_ASK
