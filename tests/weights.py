"""How much a browser fetches for a page that anybody opens over any network."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

PUBLIC_BYTES = 100 * 1024
_ASKED_FOR = re.compile(r'(?:src|href)="/static/([^"#]+\.(?:css|js|svg))["#]')


def weight(page: str) -> int:
    """Bytes of a page and of all that it asks for, as they lie in the package: uncompressed."""
    names = set(_ASKED_FOR.findall(page))
    assert any(name.endswith(".css") for name in names)
    files = [finders.find(name) for name in names]
    return len(page.encode()) + sum(Path(file).stat().st_size for file in files if file)
