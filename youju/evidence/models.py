"""The files kept as evidence, named by their content, and those that are still on their way.

The bytes lie in the evidence folder (see folder.py), never in the database. A row says what the bytes
were when they came in; it is never updated: its sha256 is part of what the ledger has committed to.
"""

from pathlib import Path
from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.evidence import folder
from youju.lib import clock

CODE_LETTERS = 26


class FileQuerySet(models.QuerySet["File"]):
    """Rows that can be added and read, not changed."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("evidence files are never updated")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("evidence files are never updated")


class File(models.Model):
    """One content, however often and under whatever names it was handed in.

    ``made`` is the moment that the file itself states (camera, author), ``received`` the server's clock.
    ``received_by`` is the token of the member who handed it in first. ``fingerprint``: of a picture, by which those
    nearly the same are found (fingerprints.py), as a signed number.
    """

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    size = models.BigIntegerField(_("size in bytes"))
    media_type = models.CharField(_("media type"), max_length=100)
    extension = models.CharField(_("extension"), max_length=10)
    made = models.DateTimeField(_("made"), null=True)
    received = models.DateTimeField(_("received"), default=clock.now)
    received_by = models.CharField(_("received by"), max_length=32, db_index=True)
    fingerprint = models.BigIntegerField(_("fingerprint"), null=True)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence file")
        verbose_name_plural = _("evidence files")

    def __str__(self) -> str:
        return f"{self.sha256[:12]}.{self.extension}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Raises TypeError where it exists already: evidence is never updated."""
        if not self._state.adding:
            raise TypeError("evidence files are never updated")
        super().save(*args, **kwargs)


class FingerprintPiece(models.Model):
    """One of the seven pieces of a picture's fingerprint: pictures nearly the same share at least one."""

    file = models.ForeignKey(File, models.CASCADE, related_name="+")
    piece = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["piece", "file"], name="fingerprint_piece")]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.piece}"


class Transfer(models.Model):
    """A file on its way in, in pieces. Its verbs are in transfers.py.

    code: who knows it and is the member may go on. size: of the whole; there: bytes that have arrived.

    original: the SHA-256 of the picture that this is a smaller copy of, as the sender's browser worked it out.
    """

    code = models.CharField(max_length=CODE_LETTERS, unique=True)
    member = models.CharField(_("received by"), max_length=32, db_index=True)
    name = models.CharField(_("name"), max_length=160)
    size = models.BigIntegerField(_("size in bytes"))
    there = models.BigIntegerField(_("bytes that have arrived"), default=0)
    original = models.CharField(_("SHA-256 of the original"), max_length=64, blank=True)
    begun = models.DateTimeField(_("begun"), default=clock.now)

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        constraints = [
            models.CheckConstraint(condition=models.Q(there__lte=models.F("size")), name="no_more_than_its_size")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def whole(self) -> bool:
        return self.there == self.size

    @property
    def path(self) -> Path:
        return folder.transfers() / self.code
