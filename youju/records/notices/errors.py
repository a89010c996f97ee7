"""What keeps a notice, or what waits for it, from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NothingToNotice(YoujuError):
    code, status = "nothing-to-notice", 422
    sentence = _("There is nobody on the list, so there is nothing to put under notice. Complete the list first.")


class NoticeRunsAlready(Conflict):
    code = "notice-runs-already"
    sentence = _("This list is under notice already, to the end of %(day)s. Nothing was begun anew.")


class NotNoticed(Conflict):
    """Why a list cannot be decided on."""


class NoNotice(NotNoticed):
    code = "no-notice"
    sentence = _("The list as it is now was never under notice. Begin a notice of it, and decide when it has run out.")


class NoticeOfAnotherList(NotNoticed):
    code = "notice-of-another-list"
    sentence = _(
        "The list was changed after its notice %(number)s began, so that notice no longer counts. Begin a notice of "
        "the list as it is now; the whole period runs again."
    )


class NoticeStillRuns(NotNoticed):
    code = "notice-still-runs"
    sentence = _("Notice %(number)s runs to the end of %(day)s. Decide on the day after or later.")


class NoticeStopped(NotNoticed):
    code = "notice-stopped"
    sentence = _("Notice %(number)s was stopped before its end. Begin a notice anew; the whole period runs again.")


class ObjectionsOpen(NotNoticed):
    code = "objections-open"
    sentence = _("%(count)s objections to notice %(number)s are not answered. Answer them first, then decide.")


class ObjectionUpheld(NotNoticed):
    code = "objection-upheld"
    sentence = _(
        "An objection to notice %(number)s was found right, and the list is still the same. Change the list, which "
        "puts it under notice anew."
    )


class NoticeOver(Conflict):
    code = "notice-over"
    sentence = _(
        "Notice %(number)s is over since the end of %(day)s and takes no more objections. Write to the office instead."
    )


class NothingSaid(YoujuError):
    code, status = "nothing-said", 422
    sentence = _("Write what is objected to, so that it can be looked into and answered.")


class AnsweredAlready(Conflict):
    code = "answered-already"
    sentence = _("This objection was answered already; the answer stands.")
