"""A ZIP-based file whose bytes depend on its content alone: no time, no system."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def repacked(content: bytes) -> bytes:
    """The same parts in the same order."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = ZipInfo(name, _FIRST_DAY)
            part.compress_type, part.external_attr, part.create_system = ZIP_DEFLATED, 0o600 << 16, 0
            made.writestr(part, given.read(name))
    return out.getvalue()
