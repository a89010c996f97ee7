"""Channels as a register."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.publicity.channel.forms import ChannelForm
from youju.records.publicity.channel.models import Channel
from youju.records.registers.register import Register

REGISTER = Register(
    code="channel",
    section=Section.PUBLICITY,
    help=_("The headings of the public site, as a tree. The code of a channel is its address and never changes."),
    model=Channel,
    form=ChannelForm,
    shown=("parent", "rhythm", "rank"),
)
