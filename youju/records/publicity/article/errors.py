"""What keeps an article from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class ProofreadersMissing(YoujuError):
    code, status = "proofreaders-missing", 422
    sentence = _("“%(title)s” names nobody who has proof-read it. Send it back to editing and name them.")


class OriginMissing(YoujuError):
    code, status = "origin-missing", 422
    sentence = _("“%(title)s” is reprinted: source and original address belong to it. Send it back to editing.")


class ConsentMissing(YoujuError):
    code, status = "public-consent-missing", 422
    sentence = _(
        "“%(title)s”: there is no valid consent of %(name)s to “%(purpose)s”. Note it on the person's page, or take "
        "the person out of text and pictures."
    )


class ScheduleOver(YoujuError):
    code, status = "schedule-over", 422
    sentence = _("“%(title)s”: the moment at which it would be taken down has passed. Schedule it anew.")


class NoSiteOutlet(YoujuError):
    code, status = "no-site-outlet", 409
    sentence = _(
        "No outlet says that it is the public site. Add it to the register of outlets as our own website, and name its "
        "code in the settings."
    )
