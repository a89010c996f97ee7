"""Reading a backup: everything about it is checked before a byte of it is believed."""

import hashlib
import json
import re
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from youju.backups.backup import BESIDE
from youju.backups.container import CHUNK, Reader, Unsound
from youju.backups.errors import BackupDamaged, NotABackup, OtherVersion
from youju.backups.manifest import MOST_BYTES, Manifest, Table, our_schema, our_version
from youju.backups.rows import LONGEST_LINE, columns, tables
from youju.lib import merkle

Progress = Callable[[int, int], None]
# JSON of rows packs to a tenth or so; deflate cannot do better than a thousandth.
_MOST_UNPACKED, _SLACK = 400, 1024**2
_EVIDENCE = re.compile(r"evidence/([0-9a-f]{64})")


class Backup(NamedTuple):
    """A file whose every byte was checked, still open: what is read from it later is the same file."""

    name: str
    reader: Reader
    manifest: Manifest

    def members(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The members in their order; the content of each must be read to its end."""
        for member, content in self.reader.members():
            yield member.name, content


@contextmanager
def opened(file: Path, progress: Progress | None = None) -> Iterator[Backup]:
    """A backup that is sound and of this version. Raises NotABackup, BackupDamaged, OtherVersion, OSError."""
    if not file.is_file():  # a device gives bytes without end
        raise NotABackup(name=file.name)
    with file.open("rb") as content:
        reader = Reader(content)
        try:
            reader.check_seal(progress)
        except Unsound as error:
            found = NotABackup(name=file.name) if str(error) == "seal" and not _has_seal(reader) else None
            raise found or BackupDamaged(name=file.name, where=error) from None
        yield Backup(file.name, reader, _checked(reader, file.name))


def _has_seal(reader: Reader) -> bool:
    try:
        reader._seal()
    except Unsound:
        return False
    return True


def _checked(reader: Reader, name: str) -> Manifest:
    try:
        manifest = Manifest.from_bytes(reader.manifest(MOST_BYTES))
        if (manifest.version, manifest.schema) != (our_version(), our_schema()):
            raise OtherVersion(name=name, theirs=manifest.version, ours=our_version())
        _check_members(reader, manifest)
    except Unsound as error:
        raise BackupDamaged(name=name, where=error) from None
    except (ValueError, TypeError, AttributeError, KeyError, zlib.error):
        raise BackupDamaged(name=name, where="manifest.json") from None
    return manifest


def _check_members(reader: Reader, manifest: Manifest) -> None:
    """Every member is what the manifest says, in its order, and there is no other."""
    if [table.name for table in manifest.tables] != [model._meta.db_table for model in tables()]:
        raise Unsound("tables")
    if not set(manifest.files) <= set(BESIDE):
        raise Unsound("files")
    expected = iter([*manifest.tables, *manifest.files.items()])
    count = total = 0
    before = ""
    for member, content in reader.members():
        if found := _EVIDENCE.fullmatch(member.name):
            if found[1] <= before or _digest(content) != found[1] or next(expected, None):
                raise Unsound(member.name)
            before, count, total = found[1], count + 1, total + member.size
            continue
        match next(expected, None):
            case Table() as table if member.name == f"tables/{table.name}.jsonl.gz":
                _check_table(table, manifest.root, member.size, content)
            case (str() as name, str() as digest) if (member.name, _digest(content)) == (name, digest):
                pass
            case _:
                raise Unsound(member.name)
    if next(expected, None) or (count, total) != (manifest.evidence.files, manifest.evidence.bytes):
        raise Unsound("evidence")


def _check_table(table: Table, root: str, packed: int, content: Iterator[bytes]) -> None:
    """Rows, widths, sizes and digest; and of the ledger's entries the root over them."""
    if table.unpacked > _MOST_UNPACKED * packed + _SLACK:
        raise Unsound(table.name)
    names = next(columns(model) for model in tables() if model._meta.db_table == table.name)
    leaf = names.index("leaf") if table.name == "ledger_entry" else None
    found, rows, log = hashlib.sha256(), 0, merkle.Frontier()
    for line in table_lines(table, _watched(content, found.update)):
        row = json.loads(line)
        if len(row) != len(names):
            raise Unsound(table.name)
        if leaf is not None:
            log.push(b64decode(row[leaf]))
        rows += 1
    if rows != table.rows or found.hexdigest() != table.sha256 or (leaf is not None and log.root().hex() != root):
        raise Unsound(table.name)


def table_lines(table: Table, content: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of a packed table. Raises Unsound where they are more or fewer bytes than the manifest says."""
    left, rest = table.unpacked, b""
    for piece in _unpacked(content):
        left -= len(piece)
        if left < 0 or len(rest) > LONGEST_LINE:
            raise Unsound(table.name)
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
    if left or rest:
        raise Unsound(table.name)


def _unpacked(content: Iterator[bytes]) -> Iterator[bytes]:
    """Never more than a chunk at a time, whatever it would unpack to."""
    pack = zlib.decompressobj(wbits=31)
    for chunk in content:
        while chunk:
            if pack.eof:
                raise Unsound("pack")
            yield pack.decompress(chunk, CHUNK)
            chunk = pack.unconsumed_tail or pack.unused_data
    if not pack.eof:
        raise Unsound("pack")


def _watched(content: Iterator[bytes], watch: Callable[[bytes], None]) -> Iterator[bytes]:
    for chunk in content:
        watch(chunk)
        yield chunk


def _digest(content: Iterator[bytes]) -> str:
    found = hashlib.sha256()
    for chunk in content:
        found.update(chunk)
    return found.hexdigest()
