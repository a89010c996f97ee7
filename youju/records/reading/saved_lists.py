"""Saved lists: a member's own names for lists narrowed in a certain way, so that a filter is set once."""

from urllib.parse import parse_qsl, urlencode

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.members import Member
from youju.orgs.reasons import in_full
from youju.records.heads.sections import Section

NAME_LENGTH, QUERY_LENGTH = 30, 600
# They stand as one line of words above the list: more would push the list itself out of sight.
MOST = 20


class SavedList(models.Model):
    """query: the filters, as in the list's address."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+", verbose_name=_("member"))
    section = models.CharField(_("section"), max_length=20, choices=Section.choices)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    query = models.CharField(_("filters"), max_length=QUERY_LENGTH)

    class Meta:
        verbose_name = _("saved list")
        verbose_name_plural = _("saved lists")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["member", "section", "name"], name="saved_lists_name")]

    def __str__(self) -> str:
        return self.name


class TooManyLists(YoujuError):
    code, status = "too-many-lists", 422
    sentence = _(
        "%(most)s lists are saved in this section already. Remove one that you no longer need, then save again."
    )


class NothingToSave(YoujuError):
    code, status = "nothing-to-save", 422
    sentence = _("Give the list a name, and narrow it by at least one filter before you save it.")


def saved_lists(member: Member, section: str) -> list[SavedList]:
    """A member's saved lists of one section, in the order in which they were saved."""
    return list(SavedList.objects.filter(member=member, section=section))


@transaction.atomic
def list_save(*, member: Member, section: Section, name: str, query: str) -> SavedList:
    """Save how a list is narrowed; under a name that is taken already the new filters replace the old.

    Raises NothingToSave, TooManyLists, TooLong.
    """
    name, query = in_full(name.strip(), NAME_LENGTH), urlencode(parse_qsl(query))
    if not name or not query or len(query) > QUERY_LENGTH:
        raise NothingToSave()
    others = SavedList.objects.filter(member=member, section=section).exclude(name=name)
    if others.count() >= MOST:
        raise TooManyLists(most=MOST)
    saved, _new = SavedList.objects.update_or_create(
        member=member, section=section, name=name, defaults={"query": query}
    )
    return saved


def list_forget(*, member: Member, section: Section, name: str) -> None:
    """Remove one of a member's own saved lists, if it is there."""
    SavedList.objects.filter(member=member, section=section, name=name).delete()
