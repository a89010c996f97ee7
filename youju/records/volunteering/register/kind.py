"""The register of volunteers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import number_by, word_for
from youju.records.volunteering.register.forms import RegisterForm
from youju.records.volunteering.register.models import MEASURES, Register
from youju.records.volunteering.register.registered import refuse_doubled

KIND = RecordKind(
    code="register",
    section=Section.VOLUNTEERING,
    label=_("Register of volunteers"),
    help=_("Who became a volunteer, and who no longer is one: adults by name, pupils by number."),
    model=Register,
    form=RegisterForm,
    measures=MEASURES,
    headings={"change": ("变动",)},
    refuses=refuse_doubled,
    told_by=(
        "注册志愿者",
        "登记志愿者",
        "新登记志愿者",
        "新增志愿者",
        "加入志愿者",
        "退出志愿者",
        "志愿者注册",
        "志愿者登记",
        "报名成为志愿者",
    ),
    reads={
        "change": word_for({"left": ("退出",), "joined": ("加入", "注册", "新增", "登记")}),
        "pupils": number_by("学生志愿者", "学生", "小志愿者"),
    },
)
