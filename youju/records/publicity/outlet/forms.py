"""The form of an outlet."""

from django.utils.translation import gettext_lazy as _

from youju.records.forms.register_forms import RegisterForm
from youju.records.publicity.outlet.models import Outlet


class OutletForm(RegisterForm):
    class Meta(RegisterForm.Meta):
        model = Outlet
        fields = ["name", "sort", "level", "official", "other_names", "since"]
        help_texts = RegisterForm.Meta.help_texts | {
            "level": _("Of the authority that runs it: a paper of the city is of the city's level."),
            "official": _("An account or website of the bureau or a school: what stands there is a post, no report."),
        }
