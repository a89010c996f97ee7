"""The tables of the log. Nothing outside this package touches them: write through log.py, read through reading.py.

Units, actors and records are text: the log outlives the rows it speaks of, and holds no personal data.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One milestone of one record, posted, amended or voided: a leaf of the tree, at place ``seq``."""

    class Kind(models.TextChoices):
        POST = "post", _("posted")
        AMEND = "amend", _("amended")
        VOID = "void", _("voided")

    seq = models.BigIntegerField(primary_key=True)
    kind = models.TextField(choices=Kind)
    # The post that a void takes back. Unique: what is gone cannot be taken back again.
    voids = models.BigIntegerField(null=True, unique=True)
    record_ref = models.TextField()
    milestone = models.TextField()
    unit = models.TextField()
    actor = models.TextField()
    at = models.DateTimeField()
    commitment = models.BinaryField()
    facts_digest = models.BinaryField()
    leaf = models.BinaryField()

    class Meta:
        ordering = ("seq",)
        indexes = (models.Index(fields=["record_ref", "milestone", "seq"], name="entry_by_ref"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.record_ref}#{self.milestone}"


class Fact(models.Model):
    """What an entry adds to one measure: never changed, only cancelled by the fact of a void."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="facts")
    unit = models.TextField()
    period = models.IntegerField()
    day = models.DateField()
    measure = models.TextField()
    category = models.TextField()
    level = models.TextField()
    occasion = models.TextField()
    subject = models.TextField()
    quantity = models.BigIntegerField()
    n = models.SmallIntegerField()

    class Meta:
        ordering = ("id",)
        indexes = (
            # Covers the grouped sums of a year: they are answered from the index alone.
            models.Index(
                fields=["period", "measure", "category", "level", "occasion", "unit", "quantity", "n", "entry"],
                name="fact_cover",
            ),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.unit} {self.measure} {self.quantity:+d}"


class Node(models.Model):
    """The hash over one complete subtree of ``2**level`` leaves, kept so that roots need not read every leaf."""

    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        ordering = ("level", "index")
        constraints = (models.UniqueConstraint(fields=["level", "index"], name="one_node_per_place"),)

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"


class RowDigest(models.Model):
    """What one row of a table beside the log was when the entry ``seq`` committed to it.

    row: its key as text. names: the references, codes and tokens by which audit rows speak of it, parted by blanks.
    A row that was rightly gone by then has an empty digest; salt and digest hide what could be guessed, such as a name.
    """

    seq = models.BigIntegerField()
    table = models.CharField(max_length=60)
    row = models.CharField(max_length=40)
    names = models.TextField()
    salt = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        indexes = (models.Index(fields=["table", "row", "seq"], name="row_digest_by_row"),)
        constraints = (models.UniqueConstraint(fields=["seq", "table", "row"], name="one_digest_of_a_row_per_entry"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.table}#{self.row}"
