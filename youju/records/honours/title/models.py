"""Titles of honour: whatever a bureau, or anybody above or beside it, gives to persons or units."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.records.counting.levels import level_choices
from youju.records.registers.register import RegisterRow


class GoesTo(models.TextChoices):
    """Whom a title is given to."""

    PERSON = "person", pgettext_lazy("holders", "persons")
    UNIT = "unit", _("units")


class TitleSort(models.TextChoices):
    """What sort of title it is."""

    HONOUR = "honour", _("honour")
    PROFESSIONAL = "professional", _("professional title")


class Title(RegisterRow):
    """lasting: given once for good (特级教师); others are given anew each year. co_issuers: who signs it too.

    counts_as: the category of the product's own under which it counts; its own code where it is none of those.
    """

    level = models.CharField(_("level"), max_length=10, choices=level_choices())
    goes_to = models.CharField(_("goes to"), max_length=8, choices=GoesTo.choices, default=GoesTo.PERSON)
    sort = models.CharField(_("sort of title"), max_length=12, choices=TitleSort.choices, default=TitleSort.HONOUR)
    lasting = models.BooleanField(_("given once for good"), default=False)
    issuer = models.CharField(_("issued by"), max_length=80, blank=True)
    co_issuers = models.CharField(_("issued together with"), max_length=160, blank=True)
    counts_as = models.CharField(_("counts as"), max_length=40, blank=True)

    class Meta(RegisterRow.Meta):
        verbose_name = _("title of honour")
        verbose_name_plural = _("titles of honour")

    @property
    def category(self) -> str:
        return self.counts_as or self.code

    @property
    def measure(self) -> str:
        return "honours.persons" if self.goes_to == GoesTo.PERSON else "honours.units"

    def is_category_of(self, measure: str) -> bool:
        return not self.counts_as and measure in ("", self.measure)
