"""Controls whose value is sent under several names: rows, a person with the one who is meant, attendance."""

from collections.abc import Mapping
from typing import Any

from django import forms


class ManyNames(forms.Widget):
    """Reads one value from several names of what was sent; what was read once may be kept and given again as it is.

    listed: whether the value is a list.
    """

    listed = False

    def read(self, data: Mapping[str, Any], name: str) -> Any:
        """The value, made of what JSON can hold, from the names that were sent."""
        raise NotImplementedError

    def is_sent(self, data: Mapping[str, Any], name: str) -> bool:
        """Whether any of the names was sent, or a value that was read before."""
        raise NotImplementedError

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        kept = data.getlist(name) if hasattr(data, "getlist") else data.get(name)
        if not _is_kept(kept):
            return self.read(data, name)
        return kept if self.listed or kept is None else kept[0]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not self.is_sent(data, name)


def _is_kept(value: Any) -> bool:
    """Whether a value was read before: no browser sends anything but texts."""
    return isinstance(value, list) and bool(value) and not isinstance(value[0], str)
