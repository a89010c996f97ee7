"""Pages kept as they were rendered, in each process: what the stamp says is unchanged is not rendered again."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from django.http import HttpResponse

# So many pages, none larger than so many bytes: 32 MB at most.
_MOST, _LARGEST = 256, 128 * 1024


class KeptPages:
    """The pages asked for last, each by its key; the one that nobody asked for longest goes first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, tuple[bytes, str]] = OrderedDict()
        self._lock = Lock()

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()

    def find(self, key: Hashable) -> HttpResponse | None:
        with self._lock:
            found = self._pages.get(key)
            if found is None:
                return None
            self._pages.move_to_end(key)
        content, content_type = found
        return HttpResponse(content, content_type=content_type)

    def keep(self, key: Hashable, response: HttpResponse) -> None:
        if response.status_code != 200 or response.streaming or len(response.content) > _LARGEST:
            return
        with self._lock:
            self._pages[key] = response.content, response["Content-Type"]
            while len(self._pages) > _MOST:
                self._pages.popitem(last=False)


KEPT = KeptPages()
