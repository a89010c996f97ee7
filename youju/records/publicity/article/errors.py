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


class PictureUnsigned(YoujuError):
    code, status = "picture-without-consent", 422
    sentence = _(
        "“%(name)s” shows somebody who can be recognised: add a photo or scan of their written consent, or choose "
        "another picture."
    )


class NoPicture(YoujuError):
    code, status = "not-a-picture", 422
    sentence = _("“%(name)s” is not a picture. Choose a photo (JPG, PNG or HEIC); text belongs into the box above.")


class PicturesFull(YoujuError):
    code, status = "pictures-full", 422
    sentence = _("There are %(most)d pictures already, as many as one manuscript takes. Take one off first.")


class ManuscriptUnfinished(YoujuError):
    code, status = "manuscript-unfinished", 422
    sentence = _("A title and a text belong to a manuscript. Write both, then hand it in.")


class CommissionOver(YoujuError):
    code, status = "commission-over", 409
    sentence = _("The manuscript was handed in or the link taken back already. Load the page again.")


class WriterOutside(YoujuError):
    code, status = "writer-outside", 409
    sentence = _(
        "“%(title)s” came from somebody outside, whose link is used up: it cannot be sent back. Edit it yourself, or "
        "ask for a new manuscript."
    )
