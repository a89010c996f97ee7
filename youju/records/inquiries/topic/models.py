"""Topics of inquiries: what the public asks about, as the bureau sorts it."""

from django.utils.translation import gettext_lazy as _

from youju.records.registers.register import RegisterRow


class Topic(RegisterRow):
    class Meta(RegisterRow.Meta):
        verbose_name = _("topic of inquiries")
        verbose_name_plural = _("topics of inquiries")
