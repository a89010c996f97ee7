"""What keeps a signed comment from counting, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class CommentReported(Conflict):
    code = "comment-reported"
    sentence = _("“%(title)s” has a link that %(unit)s reported already, as of %(day)s. It counts once.")


class NotRegistered(YoujuError):
    code, status = "account-not-registered", 422
    sentence = _(
        "“%(account)s” is no registered account of our own: a comment is made there under the unit's own name, or not "
        "at all. Choose an outlet that is marked as our own platform."
    )
