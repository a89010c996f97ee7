"""What hangs on an inquiry besides its answers: pauses, what the asker said further, what the asker was told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock, deadlines


class Pause(models.Model):
    """Days that do not count: from the day after the asker was told, to the day on which it went on, both included."""

    record = models.ForeignKey("inquiry.Inquiry", models.CASCADE, related_name="pauses")
    first = models.DateField(_("first day of the pause"))
    last = models.DateField(_("last day of the pause"), null=True)
    told_how = models.CharField(_("how the asker was told"), max_length=120)

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        ordering = ["first", "pk"]

    def __str__(self) -> str:
        return f"{self.first}"

    @property
    def span(self) -> deadlines.Pause:
        return deadlines.Pause(self.first, self.last)


class Word(models.Model):
    """One thing that was said after the inquiry was taken in. by_asker: by the asker, else to the asker."""

    record = models.ForeignKey("inquiry.Inquiry", models.CASCADE, related_name="words")
    at = models.DateTimeField(_("time"), default=clock.now)
    by_asker = models.BooleanField(_("by the asker"))
    text = models.TextField(_("text"), max_length=2000)

    class Meta:
        verbose_name = _("word with the asker")
        verbose_name_plural = _("words with the asker")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
