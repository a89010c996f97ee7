"""What can go wrong with publicity items, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class LinkReported(Conflict):
    code = "link-reported"
    sentence = _(
        "“%(title)s” has a link that %(unit)s reported already in the same outlet, on %(day)s. It counts once: where "
        "several units had a part in it, that record names them as partner units."
    )
