"""Pages kept as they were rendered, in each process: what the stamp says is unchanged is not rendered again."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from django.http import HttpResponse

# So many bytes in all, and of one page.
_MOST, _LARGEST = 32 * 1024 * 1024, 1024 * 1024


class KeptPages:
    """The pages asked for last, each by its key; the one that nobody asked for longest goes first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, tuple[bytes, dict[str, str]]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def find(self, key: Hashable) -> HttpResponse | None:
        with self._lock:
            found = self._pages.get(key)
            if found is None:
                return None
            self._pages.move_to_end(key)
        content, headers = found
        return HttpResponse(content, headers=headers)

    def keep(self, key: Hashable, response: HttpResponse) -> None:
        if response.status_code != 200 or response.streaming or len(response.content) > _LARGEST:
            return
        with self._lock:
            before, _headers = self._pages.pop(key, (b"", {}))
            self._pages[key] = response.content, dict(response.items())
            self._bytes += len(response.content) - len(before)
            while self._bytes > _MOST:
                _key, (content, _headers) = self._pages.popitem(last=False)
                self._bytes -= len(content)


KEPT = KeptPages()
