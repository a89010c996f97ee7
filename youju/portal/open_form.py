"""Forms that anybody sends without an account, and what keeps machines from them without a riddle for people.

A field that nobody sees, the age of the form, links, a limit by address. None of it is final for a person: every
refusal says what to do, and the text stays in the form.
"""

import re
from typing import Any, ClassVar, NamedTuple, Self

from django import forms
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs.sendings import sending_count
from youju.orgs.settings import setting
from youju.portal.limits import TooManySent, count_from
from youju.records.heads.refs import is_ref, new_ref

_SALT = "ask"
_QUICKEST, _OLDEST = 4, 24 * 3600  # seconds between being shown the form and sending it
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_LINKS = 2


class SentTooQuickly(YoujuError):
    code, status = "sent-too-quickly", 422
    sentence = _("The form was sent within seconds, as machines do. Your text is still here: send it once more.")


class FormTooOld(YoujuError):
    code, status = "form-too-old", 422
    sentence = _("The form was open for more than a day. Your text is still here: send it once more.")


class FormUnknown(YoujuError):
    code, status = "form-unknown", 422
    sentence = _("The form did not come back as it was handed out. Your text is still here: send it once more.")


class LooksLikeSpam(YoujuError):
    code, status = "looks-like-spam", 422
    sentence = _("A field that people do not see was filled in. Leave everything but your own fields empty, then send.")


class TooManyLinks(YoujuError):
    code, status = "too-many-links", 422
    sentence = _("The text holds more than two links. Write in words what they show, or attach a file.")


class TooManyFiles(YoujuError):
    code, status = "too-many-files", 422
    sentence = _("Up to %(most)d files can be sent along: choose those that matter most.")


class Shown(NamedTuple):
    """A form as it was handed out. ref: of the inquiry that it makes, so that sending it twice makes one."""

    ref: str
    at: int


def form_token() -> str:
    """What a form carries from being shown to being sent."""
    return signing.dumps([new_ref("inquiry"), int(clock.now().timestamp())], salt=_SALT)


def read_token(token: str) -> Shown | None:
    """None for what this server did not hand out."""
    try:
        ref, at = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Shown(ref, at) if is_ref(ref, "inquiry") else None


class OpenForm(forms.Form):
    """Its kinds bring a ``text``. homepage: a field that people do not see. token: how and when it was handed out.

    AUTO_ID: what the ids of its fields are made of. MISSING: what to say where a field was left empty.
    """

    AUTO_ID: ClassVar[str]
    MISSING: ClassVar[dict[str, Any]] = {}

    homepage = forms.CharField(required=False, max_length=200)
    token = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id=self.AUTO_ID)
        self.initial["token"] = form_token()
        for name, sentence in self.MISSING.items():
            self.fields[name].error_messages["required"] = sentence

    @classmethod
    def sent(cls, request: HttpRequest, *, fresh: bool = False) -> Self:
        """The form as it came back. fresh: with a new token, where the one it bears does not hold."""
        data = request.POST.copy()
        if fresh:
            data["token"] = form_token()
        return cls(data)

    @property
    def shown(self) -> Shown | None:
        """None for a form that this server did not hand out."""
        return read_token(self.data.get("token", ""))

    def clean_text(self) -> str:
        text = visible(self.cleaned_data["text"]).strip()
        if not text:
            raise forms.ValidationError(_text("Write what you want to say."))
        return text

    def refuse_machines(self) -> None:
        """Of a valid form. Raises LooksLikeSpam, SentTooQuickly, FormTooOld, TooManyLinks, FormUnknown."""
        if (shown := self.shown) is None:
            raise FormUnknown()
        if self.cleaned_data["homepage"]:
            raise LooksLikeSpam()
        age = clock.now().timestamp() - shown.at
        if age < _QUICKEST:
            raise SentTooQuickly()
        if age > _OLDEST:
            raise FormTooOld()
        if len(_LINK.findall(self.cleaned_data["text"])) > _LINKS:
            raise TooManyLinks()

    @classmethod
    def again(cls, request: HttpRequest, error: YoujuError) -> Self:
        """The form with what it was refused for, to be sent once more."""
        form = cls.sent(request, fresh=isinstance(error, FormTooOld | FormUnknown))
        form.add_error(None, str(error))
        return form


def count_sent(request: HttpRequest, form: OpenForm) -> None:
    """Count one form that is to be taken, by the address it comes from. Raises TooManySent beyond the setting.

    Those that were sent in haste are counted apart, and so is a form that comes back again: a machine that waits its
    seconds, or sends one form for ever, takes nobody's place who has written a text.
    """
    what = "asked-again" if _came_before(form) else "asked-in-haste" if _hasty(form) else "asked"
    count_from(request, what, most=setting("ask_per_address"), refusal=TooManySent)


def _came_before(form: OpenForm) -> bool:
    return form.shown is not None and not sending_count(what="form", address=form.shown.ref, most=1)


def _hasty(form: OpenForm) -> bool:
    return form.shown is None or clock.now().timestamp() - form.shown.at < setting("ask_hasty_seconds")
