"""Pages kept as they were rendered, in each process: what the stamp says is unchanged is not rendered again."""

from collections import OrderedDict
from threading import Lock

from django.http import HttpResponse

# So many bytes in all, and of one page.
_MOST, _LARGEST = 32 * 1024 * 1024, 1024 * 1024
# What a page takes beside its content, roughly: its headers and its place. Without it, and without the length of the
# address, which whoever asks chooses, a million addresses of one small page would take gigabytes.
_BESIDE = 2 * 1024


class KeptPages:
    """The pages asked for last, each by its key; the one that nobody asked for longest goes first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[tuple[str, ...], tuple[bytes, dict[str, str]]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def find(self, key: tuple[str, ...]) -> HttpResponse | None:
        with self._lock:
            found = self._pages.get(key)
            if found is None:
                return None
            self._pages.move_to_end(key)
        content, headers = found
        return HttpResponse(content, headers=headers)

    def keep(self, key: tuple[str, ...], response: HttpResponse) -> None:
        if response.status_code != 200 or response.streaming or len(response.content) > _LARGEST:
            return
        with self._lock:
            if before := self._pages.pop(key, None):
                self._bytes -= _taken(key, before[0])
            self._pages[key] = response.content, dict(response.items())
            self._bytes += _taken(key, response.content)
            while self._bytes > _MOST:
                gone, (content, _headers) = self._pages.popitem(last=False)
                self._bytes -= _taken(gone, content)


def _taken(key: tuple[str, ...], content: bytes) -> int:
    return len(content) + sum(map(len, key)) + _BESIDE


KEPT = KeptPages()
