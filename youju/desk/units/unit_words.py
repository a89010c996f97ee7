"""What a change of units will do, in sentences for whoever is about to make it."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.desk.units.unit_list import month_words, roster_sizes
from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.orgs.members import RoleGrant
from youju.orgs.tree import this_month, timeline
from youju.orgs.units import Unit, UnitKind
from youju.phrases import enumerated


def moving(unit: Unit, parent: Unit, month: date) -> list[str]:
    """A unit that takes another place, with all below it."""
    words = {"unit": str(unit), "parent": str(parent), "month": month_words(month)}
    below = _below(unit, month)
    if below:
        said = ngettext(
            "From %(month)s on, %(unit)s and the %(count)d unit below it belong to %(parent)s.",
            "From %(month)s on, %(unit)s and the %(count)d units below it belong to %(parent)s.",
            below,
        ) % (words | {"count": below})
    else:
        said = _("From %(month)s on, %(unit)s belongs to %(parent)s.") % words
    return [said, *figures_of(month)]


def closing(unit: Unit, month: date, heir: Unit | None = None) -> list[str]:
    """A unit that is no more, or becomes part of another; what is left in it is said too."""
    words = {"unit": str(unit), "heir": str(heir), "month": month_words(month)}
    said = [_("From %(month)s on, %(unit)s is closed: nobody records for it any more.") % words]
    if heir is not None:
        said.append(_("What it did stays its own; counted by the present units it is counted as %(heir)s.") % words)
    said += figures_of(month)
    people = roster_sizes({unit.pk})[unit.pk]
    if people:
        said.append(
            ngettext(
                "%(count)d person is still on its roster: transfer or end the post under “People”.",
                "%(count)d persons are still on its roster: transfer them or end their posts under “People”.",
                people,
            )
            % {"count": people}
        )
    grants = RoleGrant.objects.current(clock.today()).filter(unit=unit, member__is_active=True).count()
    if grants:
        said.append(
            ngettext(
                "%(count)d role is still held in it: drafts and duties are moved under “Handover”.",
                "%(count)d roles are still held in it: drafts and duties are moved under “Handover”.",
                grants,
            )
            % {"count": grants}
        )
    return said


def opening(name: str, parent: Unit, month: date) -> list[str]:
    """A unit that begins."""
    words = {"unit": name, "parent": str(parent), "month": month_words(month)}
    return [
        _("From %(month)s on, %(unit)s stands below %(parent)s.") % words,
        *_namesakes(name),
        *figures_of(month),
    ]


def _namesakes(name: str) -> list[str]:
    """That there is such a name already: often the same unit, given twice."""
    codes = [unit.code for unit in Unit.objects.filter(name=name).order_by("code")]
    if not codes:
        return []
    return [
        _("There is a unit of this name already (%(codes)s). Where it is the same one, do not open it again.")
        % {"codes": enumerated(codes)}
    ]


def naming(unit: Unit, name: str, month: date) -> list[str]:
    """A unit that is called otherwise."""
    words = {"old": unit.name, "name": name, "month": month_words(month)}
    if name == unit.name:
        return [_("The name stays %(name)s; the short name is written anew.") % words]
    return [
        _("From %(month)s on, %(old)s is called %(name)s.") % words,
        _("The old name goes on finding it, in texts and in searches."),
    ]


def figures_of(month: date) -> list[str]:
    """Whether figures change: only those of the month from which it holds, and later ones."""
    words = {"month": month_words(month)}
    if yyyymm(month) < this_month():
        return [
            _("Figures of %(month)s and of the months after it are grouped anew. Earlier months stay as they are.")
            % words
        ]
    return [_("Figures of the months before %(month)s stay as they are.") % words]


def _below(unit: Unit, month: date) -> int:
    known, since = timeline(), yyyymm(month)
    codes = known.below([unit.code], since) - {unit.code}
    return sum(1 for code in codes if known.stands(code, since))


def units_to_merge_into(unit: Unit) -> list[str]:
    """Codes of the open units of the same sort."""
    known, month = timeline(), this_month()
    return [
        code
        for code, kind in known.kinds.items()
        if kind == unit.kind and code != unit.code and known.stands(code, month)
    ]


def units_above(kind: str) -> list[str]:
    """Codes of the open units that may stand above one of a kind: those of a higher kind, and schools for schools."""
    known, month = timeline(), this_month()
    fitting = (
        {UnitKind.COUNTY, UnitKind.TOWN, UnitKind.OFFICE, UnitKind.SCHOOL}
        if kind == UnitKind.SCHOOL
        else {UnitKind.COUNTY}
    )
    return [code for code, each in known.kinds.items() if each in fitting and known.stands(code, month)]
