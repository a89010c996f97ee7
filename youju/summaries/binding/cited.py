"""Records that a text cites for what it tells without a figure."""

from django.db.models import Q
from django.utils.translation import gettext as _

from youju.orgs.tree import below, this_month
from youju.orgs.units import Unit
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.reading.access import confidential
from youju.summaries.binding.unprintable import Unprintable


def cited_ref(ref: str, unit: Unit) -> str:
    """The reference of a verified record of the unit, of those below it, or with one of them as partner.

    What is confidential is not there, whoever writes. Raises Unprintable.
    """
    here = below(unit, this_month())
    rows = Ledgered.objects.exclude(confidential())
    record = rows.filter(Q(unit__code__in=here) | Q(partners__code__in=here), ref=ref).first()
    if record is None:
        raise Unprintable(_("there is no record “%(ref)s” here.") % {"ref": ref})
    if record.state != State.VERIFIED:
        raise Unprintable(
            _("the record “%(title)s” is %(state)s; only what is verified is cited.")
            % {"title": record.title, "state": record.state_label}
        )
    return ref
