"""OFD (GB/T 33190), the fixed-layout format of Chinese offices: a ZIP with OFD.xml at its root."""

from datetime import datetime

from django.conf import settings

from youju.evidence.errors import DamagedFile, PasswordProtected
from youju.evidence.made import from_iso
from youju.evidence.upload import Upload
from youju.evidence.zips import Budget, drain, open_archive, read_part

ENTRY = "OFD.xml"
_NAMESPACE = "{http://www.ofdspec.org/2016}"
_ENCRYPTED = {"Encryptions.xml", "EncryptEntries.xml"}


def inspect_ofd(upload: Upload) -> datetime | None:
    """When the document was made. Raises DamagedFile, PasswordProtected, and the errors of zips.py."""
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        root = read_part(archive, ENTRY, upload)
        if root.tag != f"{_NAMESPACE}OFD":
            raise DamagedFile(name=upload.name)
        if _ENCRYPTED & {name.rpartition("/")[2] for name in archive.namelist()}:
            raise PasswordProtected(name=upload.name)
        for entry in archive.infolist():
            with archive.open(entry) as part:
                drain(part)
        return from_iso(root.findtext(f".//{_NAMESPACE}CreationDate"))
