"""Pictures nearly the same as others: found by the pieces of their fingerprints, then compared bit by bit."""

from collections import defaultdict
from collections.abc import Iterable

from youju.evidence.fingerprints import NEAR, distance, pieces, unsigned
from youju.evidence.models import File, FingerprintPiece
from youju.lib.batches import batches


def files_like(files: Iterable[File]) -> dict[int, list[File]]:
    """Other files whose picture is nearly the same (at most NEAR bits apart), by the id of the file asked for.

    Two queries, however many files are asked for; files without a fingerprint have none like them.
    """
    prints = {file.pk: unsigned(file.fingerprint) for file in files if file.fingerprint is not None}
    wanted = {piece for fingerprint in prints.values() for piece in pieces(fingerprint)}
    ids: set[int] = set()
    for batch in batches(sorted(wanted)):
        ids |= set(FingerprintPiece.objects.filter(piece__in=batch).values_list("file_id", flat=True))
    near: dict[int, list[File]] = defaultdict(list)
    for batch in batches(sorted(ids)):
        for other in File.objects.filter(pk__in=batch, fingerprint__isnull=False).order_by("pk"):
            theirs = unsigned(other.fingerprint or 0)
            for pk, fingerprint in prints.items():
                if other.pk != pk and distance(fingerprint, theirs) <= NEAR:
                    near[pk].append(other)
    return dict(near)
