"""Ways in which a backup is damaged: by a disk, a copy that stopped, or somebody who knows the format."""

import gzip
import hashlib
import io
import json
import random
import tarfile
from collections.abc import Callable
from typing import Any

from youju.backups.container import MANIFEST, Writer

Members = list[tuple[str, bytes]]


def bit_flip(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def longer(content: bytes, chance: random.Random) -> bytes:
    return content + chance.randbytes(chance.randrange(1, 2000))


def hole(content: bytes, chance: random.Random) -> bytes:
    """A stretch of zeros, as a failing disk leaves."""
    place, size = chance.randrange(len(content)), chance.randrange(16, 4096)
    part = content[place : place + size]
    return content[:place] + bytes(len(part)) + content[place + size :] if part.strip(b"\0") else content[:place]


def swapped_blocks(content: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.sample(range(len(content) // 512), 2))
    blocks = [content[at : at + 512] for at in range(0, len(content), 512)]
    if blocks[one] == blocks[other]:
        return content[: one * 512]
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


def forged(change: Callable[[Members, dict[str, Any], random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    """Members and manifest changed by somebody who seals the file anew."""

    def damage(content: bytes, chance: random.Random) -> bytes:
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            members = [(info.name, archive.extractfile(info).read()) for info in archive]  # type: ignore[union-attr]  # every member of a backup is a file
        manifest = json.loads(dict(members)[MANIFEST])
        members.pop()
        change(members, manifest, chance)
        out = io.BytesIO()
        writer = Writer(out)
        for name, member in members:
            writer.add(name, len(member), iter([member]))
        writer.seal(json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        return out.getvalue()

    damage.__name__ = change.__name__
    return damage


def swapped_members(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    one, other = chance.sample(range(len(members)), 2)
    members[one], members[other] = members[other], members[one]


def swapped_contents(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    one, other = chance.sample([at for at, (_, member) in enumerate(members) if member], 2)
    members[one], members[other] = (members[one][0], members[other][1]), (members[other][0], members[one][1])
    if members[one][1] == members[other][1]:
        members.pop()


def missing_member(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    members.pop(chance.randrange(len(members)))


def doubled_member(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    members.insert(chance.randrange(len(members)), chance.choice(members))


def path_traversal(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    name = chance.choice(
        ["../../etc/cron.d/x", "/etc/passwd", "evidence/../../x", "tables/../x", "evidence/..", "a\\b"]
    )
    members.insert(chance.randrange(len(members) + 1), (name, b"x"))


def renamed_into_the_home(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    at = chance.randrange(len(members))
    members[at] = (chance.choice(["secret-key", "youju.sqlite3", "log/youju.log"]), members[at][1])


def another_file_beside(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    name = chance.choice(["../ledger-key", "secret-key", "static/youju.js"])
    manifest["files"][name] = hashlib.sha256(b"x").hexdigest()
    members.append((name, b"x"))


def other_version(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    manifest[chance.choice(["version", "schema"])] = f"{chance.random()}"


def zip_bomb(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    at = chance.randrange(len(manifest["tables"]))
    table = manifest["tables"][at]
    packed = gzip.compress(bytes(chance.randrange(8, 20) * 1024**2), mtime=0)
    members[at] = (members[at][0], packed)
    table["sha256"] = hashlib.sha256(packed).hexdigest()
    if chance.random() < 0.5:  # said, or not
        table["unpacked"] = 20 * 1024**2


def bomb_behind_a_bomb(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    """A second packed stream behind the first."""
    at = chance.randrange(len(manifest["tables"]))
    packed = members[at][1] + gzip.compress(bytes(1024**2), mtime=0)
    members[at] = (members[at][0], packed)
    manifest["tables"][at]["sha256"] = hashlib.sha256(packed).hexdigest()


def changed_evidence(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    at = chance.choice([at for at, (name, _) in enumerate(members) if name.startswith("evidence/")])
    members[at] = (members[at][0], bit_flip(members[at][1], chance))


def changed_rows(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    at = chance.randrange(len(manifest["tables"]))
    members[at] = (members[at][0], gzip.compress(b'["x"]\n', mtime=0))


def wrong_count(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    if chance.random() < 0.5:
        manifest["evidence"]["files"] += chance.choice([-1, 1])
    else:
        chance.choice(manifest["tables"])["rows"] += chance.choice([-1, 1])


def manifest_nonsense(members: Members, manifest: dict[str, Any], chance: random.Random) -> None:
    name = chance.choice(list(manifest))
    manifest[name] = chance.choice([None, 0, [], {}, "x", [[]], {"a": {}}])


BY_CHANCE = (bit_flip, truncated, longer, hole, swapped_blocks)
BY_HAND = tuple(
    forged(change)
    for change in (
        swapped_members, swapped_contents, missing_member, doubled_member, path_traversal, renamed_into_the_home,
        another_file_beside, other_version, zip_bomb, bomb_behind_a_bomb, changed_evidence, changed_rows, wrong_count,
        manifest_nonsense,
    )
)  # fmt: skip
EVERY = (*BY_CHANCE, *BY_HAND)
