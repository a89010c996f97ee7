"""Which tests go to the same worker: those of one file, and all that look at the same demo bureau."""

from xdist.scheduler import LoadFileScheduling

# Each worker builds the bureau that its tests ask for: a minute.
_BUREAUS = {
    "reference": ("tests/claims/checking/", "tests/demo/"),
    "other": ("tests/summaries/adopting/", "tests/demo/test_command.py"),
}


class Scheduling(LoadFileScheduling):  # type: ignore[misc]  # ships no types
    """Whole files to a worker, for what a file sets up once; the longest path says which bureau."""

    def _split_scope(self, nodeid: str) -> str:
        fits = [(len(path), name) for name, paths in _BUREAUS.items() for path in paths if nodeid.startswith(path)]
        return max(fits)[1] if fits else str(super()._split_scope(nodeid))
