"""Signed checkpoints, kept and compared; proofs that need nothing but the public key."""

import stat
from base64 import b64decode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection

from tests.ledger.postings import post, post_numbered, posting, void
from youju.ledger import checkpoint, log, triggers
from youju.ledger.errors import ForeignCheckpoint, LedgerForked, LedgerShorter, NothingPosted, UnreadableCheckpoint
from youju.lib import canonical, merkle

pytestmark = pytest.mark.django_db


def execute(sql: str) -> None:
    triggers.remove()
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_it_states_size_and_root_and_verifies() -> None:
    post_numbered(range(3))
    read = checkpoint.verify_checkpoint(checkpoint.checkpoint())
    assert (read.size, read.root) == (3, log.root())


def test_an_older_checkpoint_still_verifies_when_the_log_has_grown() -> None:
    post_numbered(range(3))
    old = checkpoint.checkpoint()
    post_numbered(range(3, 300))
    assert checkpoint.verify_checkpoint(old).size == 3


def test_the_key_is_readable_by_its_owner_only(ledger_home: Path) -> None:
    checkpoint.checkpoint()
    assert stat.S_IMODE((ledger_home / "ledger-key").stat().st_mode) == 0o600


def test_any_changed_character_is_refused() -> None:
    post_numbered(range(3))
    text = checkpoint.checkpoint()
    for i, character in enumerate(text):
        forged = text[:i] + chr(ord(character) ^ 1) + text[i + 1 :]
        with pytest.raises((ForeignCheckpoint, UnreadableCheckpoint)):
            checkpoint.verify_checkpoint(forged)


@pytest.mark.parametrize("text", ["", "\n", "\n\n", "a\nb\n\nc", "youju\n1\nAAAA\n"])
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    checkpoint.origin()
    with pytest.raises((ForeignCheckpoint, UnreadableCheckpoint)):
        checkpoint.verify_checkpoint(text)


def test_another_ledgers_checkpoint_is_refused(ledger_home: Path) -> None:
    text = checkpoint.checkpoint()
    (ledger_home / "ledger-key").unlink()
    checkpoint.origin()
    with pytest.raises(ForeignCheckpoint):
        checkpoint.verify_checkpoint(text)


def test_a_key_that_is_gone_is_not_made_anew_by_looking(ledger_home: Path) -> None:
    checkpoint.checkpoint()
    (ledger_home / "ledger-key").unlink()
    assert [found.what for found in log.verify()] == ["checkpoint"]
    assert not (ledger_home / "ledger-key").exists()


@pytest.mark.parametrize("name", ["ledger-key", "ledger-checkpoint"])
def test_each_flipped_bit_of_key_and_kept_checkpoint_is_a_finding(ledger_home: Path, name: str) -> None:
    checkpoint.checkpoint()
    sound = (ledger_home / name).read_bytes()
    for bit in range(8 * len(sound)):
        harmed = bytearray(sound)
        harmed[bit // 8] ^= 1 << bit % 8
        (ledger_home / name).write_bytes(harmed)
        assert [found.what for found in log.verify()] == ["checkpoint"], bit


def test_it_signs_nothing_after_the_tail_was_cut_off() -> None:
    post_numbered(range(3))
    checkpoint.checkpoint()
    execute("DELETE FROM ledger_fact WHERE entry_id = 2")
    execute("DELETE FROM ledger_entry WHERE seq = 2")
    with pytest.raises(LedgerShorter):
        checkpoint.checkpoint()


def test_it_signs_nothing_once_the_past_was_rewritten() -> None:
    post_numbered(range(3))
    checkpoint.checkpoint()
    execute("DELETE FROM ledger_fact WHERE entry_id = 2")
    execute("DELETE FROM ledger_entry WHERE seq = 2")
    post(posting("another"))
    assert [found.what for found in log.verify()] == ["checkpoint"]
    with pytest.raises(LedgerForked):
        checkpoint.checkpoint()


def test_a_proof_is_checked_from_its_own_text_alone() -> None:
    post_numbered(range(300))
    void("study-5")
    proof = checkpoint.prove("study-5", "verified")
    origin, size, root = proof["checkpoint"].split("\n")[:3]
    leaf = merkle.leaf_hash(canonical.entry_bytes(proof["entry"].values()))
    path = [bytes.fromhex(digest) for digest in proof["proof"]]
    assert leaf.hex() == proof["leaf"]
    assert merkle.verify_inclusion(leaf, proof["index"], int(size), path, b64decode(root))
    name, _, public = proof["key"].split("+", 2)
    signature = b64decode(proof["checkpoint"].rstrip().rpartition(" ")[2])
    body = f"{origin}\n{size}\n{root}\n".encode()
    Ed25519PublicKey.from_public_bytes(b64decode(public)[1:]).verify(signature[4:], body)
    assert name == origin


def test_what_was_never_posted_is_not_proved() -> None:
    with pytest.raises(NothingPosted):
        checkpoint.prove("study-1", "verified")
