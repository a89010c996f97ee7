"""A new password, typed twice: what is wrong with it is said where it was typed first."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.forms import SetPasswordForm, SetPasswordMixin
from django.utils.translation import gettext_lazy as _

from youju.orgs.members import Member

# Typed, Django's are generic; at run time they are not.
if TYPE_CHECKING:
    _Mixin = SetPasswordForm[Member]
    _Form = SetPasswordForm[Member]
else:
    _Mixin = SetPasswordMixin
    _Form = SetPasswordForm


class FaultsAtPassword(_Mixin):
    """Before a form of Django's: that a password is too common is no fault of its repetition.

    Whoever has no password yet is asked for one, not for a new one.
    """

    def __init__(self, user: Member, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        if not (user.password and user.has_usable_password()):
            self.fields["new_password1"].label = _("Password")
            self.fields["new_password2"].label = _("Password confirmation")

    def validate_password_for_user(self, user: Any, password_field_name: str = "") -> None:
        super().validate_password_for_user(user, "new_password1")


class NewPasswordForm(FaultsAtPassword, _Form):
    """A member's password, without the old one."""
