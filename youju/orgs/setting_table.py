"""What a bureau decides at its desk: one row a setting, with the values it takes and its default."""

from enum import Enum
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.setting_kinds import (
    Colour,
    Day,
    Folder,
    OneOf,
    Steps,
    UnitCode,
    ValueKind,
    WebAddress,
    Whole,
    Words,
    YesNo,
)


class SettingGroup(Enum):
    BUREAU = _("bureau and start")
    RECORDING = _("recording and handing in")
    DECIDING = _("notices, panels and surveys")
    INQUIRIES = _("inquiries and incidents")
    DUTY = _("duty and contacts")
    MEMBERS = _("members and signing in")
    PUBLIC = _("what goes out")
    SITE = _("public site")
    SAFETY = _("backups and checkpoints")


class Setting(NamedTuple):
    """name: as code and command say it; default: what ``kind.read`` would give; label and help: as the page says it.

    verb: the one that alone changes it, having looked at more than the value.
    """

    name: str
    group: SettingGroup
    kind: ValueKind
    default: Any
    label: str | Promise
    help: str | Promise
    verb: str = ""


DAY_TYPES = {"working": _("working days"), "calendar": _("calendar days")}
FREE_DOWNLOADS = {"everybody": _("everybody"), "members": _("members of the bureau")}
SECOND_FACTOR = {"nobody": _("nobody"), "deciders": _("whoever decides"), "all": _("everybody")}

SETTINGS = (
    Setting(
        "home_unit", SettingGroup.BUREAU, UnitCode(), "", _("unit of the bureau"),
        _("Code of the unit that this installation serves. Empty: the only county in the tree."),
    ),
    Setting(
        "live_since", SettingGroup.BUREAU, Day(), None, _("in use since"),
        _("The day from which the bureau works with the system for good. Empty: it is still being tried."),
        verb="bureau_go_live",
    ),
    Setting(
        "late_days", SettingGroup.RECORDING, Whole(0, 366), 30, _("days until late"),
        _("A record handed in more than this many days after the event must say why it comes late."),
    ),
    Setting(
        "made_up_days", SettingGroup.RECORDING, Whole(0, 366), 30, _("days to make a session up"),
        _("For so many days after a study session it is noted who made it up."),
    ),
    Setting(
        "complete_days", SettingGroup.RECORDING, Whole(0, 366), 30, _("days to verify a complete session"),
        _("A study session meets the four requirements only where it was verified within so many days after it."),
    ),
    Setting(
        "lapse_notice_days", SettingGroup.RECORDING, Whole(1, 366), 90, _("days of notice before something runs out"),
        _("A unit is told this many days before a title of its, or what else is in force until a day, runs out."),
    ),
    Setting(
        "upload_megabytes", SettingGroup.RECORDING, Whole(1, 2000), 20, _("largest file, in MB"),
        _("Evidence files larger than this are refused."),
    ),
    Setting(
        "member_megabytes", SettingGroup.RECORDING, Whole(0, 1_000_000), 10_000, _("files of one member, in MB"),
        _("A member whose files reach this can hand in no more. 0: no limit."),
    ),
    Setting(
        "school_review", SettingGroup.RECORDING, YesNo(), False, _("new schools check first"),
        _("In schools opened from now on a reviewer reads each record before the bureau has it to verify."),
    ),
    Setting(
        "follow_up_days", SettingGroup.RECORDING, Whole(1, 366), 14, _("days given to a follow-up"),
        _("Whoever raises a follow-up is offered the day so many days on for settling it."),
    ),
    Setting(
        "upkeep_days", SettingGroup.RECORDING, Whole(1, 730), 90, _("days until upkeep is missed"),
        _("Venues, screens, boards, bases and reading rooms that nobody looked at for so long are listed."),
    ),
    Setting(
        "incident_answer_hours", SettingGroup.INQUIRIES, Whole(1, 240), 24, _("hours to the first public answer"),
        _("An incident that was noticed is to be answered in public within so many hours; then it is overdue."),
    ),
    Setting(
        "assessment_least", SettingGroup.INQUIRIES, Whole(1, 100), 5, _("fewest for a share"),
        _("The page of what was in time and solved shows no share of fewer than so many."),
    ),
    Setting(
        "duty_gap_days", SettingGroup.DUTY, Whole(1, 90), 14, _("days of duty looked ahead"),
        _("Whoever keeps a duty roster is told of days without anybody, so far ahead."),
    ),
    Setting(
        "duty_day_begins", SettingGroup.DUTY, Whole(0, 12), 8, _("hour at which daytime duty begins"),
        _("At this hour daytime duty begins, and the night before ends."),
    ),
    Setting(
        "duty_day_ends", SettingGroup.DUTY, Whole(13, 23), 18, _("hour at which daytime duty ends"),
        _("At this hour daytime duty ends, and the night begins."),
    ),
    Setting(
        "duty_feed_days", SettingGroup.DUTY, Whole(1, 730), 366, _("days a calendar feed holds"),
        _("The address under which a telephone subscribes to a duty roster holds for so many days."),
    ),
    Setting(
        "contact_check_days", SettingGroup.DUTY, Whole(1, 730), 90, _("days until a contact is tried out again"),
        _("Contact groups and telephones that nobody has tried out for so long are marked."),
    ),
    Setting(
        "certificate_notice_days", SettingGroup.DECIDING, Whole(7, 60), 7, _("days of notice before a certificate"),
        _("A certificate of a volunteer is under notice in the unit for so many days, the first of them not counted."),
    ),
    Setting(
        "survey_least", SettingGroup.DECIDING, Whole(5, 50), 5, _("fewest answers that are told of"),
        _("Of fewer answers than this a survey tells nothing; units with fewer are put together when it is closed."),
    ),
    Setting(
        "survey_most_sheets", SettingGroup.DECIDING, Whole(8, 5000), 1000, _("survey sheets printed at once"),
        _("So many sheets with a code are printed in one file at most."),
    ),
    Setting(
        "survey_most_questions", SettingGroup.DECIDING, Whole(1, 200), 20, _("most questions of a survey"),
        _("A questionnaire has so many questions at most; those that are there stay."),
    ),
    Setting(
        "checklist_most_criteria", SettingGroup.DECIDING, Whole(50, 5000), 500, _("most criteria of a checklist"),
        _("A workbook with more criteria than this is not read in."),
    ),
    Setting(
        "assessment_most_records", SettingGroup.DECIDING, Whole(20, 2000), 200,
        _("most records offered to a criterion"),
        _("Of the unit's own records so many, the newest, can be chosen as what supports a criterion."),
    ),
    Setting(
        "expert_sheet_days", SettingGroup.DECIDING, Whole(1, 90), 14, _("days until an expert's sheet closes"),
        _("What is proposed when a sheet is made for an expert who reviews an application."),
    ),
    Setting(
        "notice_days", SettingGroup.DECIDING, Whole(1, 60), 5, _("days of a public notice"),
        _("A list that is to be decided on is under notice for so many days, the first of them not counted."),
    ),
    Setting(
        "notice_day_type", SettingGroup.DECIDING, OneOf(DAY_TYPES), "working", _("which days of a notice count"),
        _("Working days leave out every day off, calendar days leave out none."),
    ),
    Setting(
        "panel_score_days", SettingGroup.DECIDING, Whole(1, 3650), 30, _("days single sheets of a panel are kept"),
        _("So long after a panel was closed it is kept who gave whom how many points; then only the totals stay."),
    ),
    Setting(
        "panel_ticket_days", SettingGroup.DECIDING, Whole(1, 90), 14, _("days a panel's ticket holds"),
        _("For so many days somebody outside opens their sheet by the link they were given."),
    ),
    Setting(
        "answer_alarm_days", SettingGroup.INQUIRIES, Steps(1, 366), (5, 7, 12, 15), _("alarms of unanswered inquiries"),
        _("After so many working days without an answer whoever has to act is told, each time once."),
    ),
    Setting(
        "red_alarm_days", SettingGroup.INQUIRIES, Steps(1, 366), (60, 75, 85), _("hard alarms of unanswered inquiries"),
        _("After so many days the leaders of the bureau are told too, whether it is paused or not."),
    ),
    Setting(
        "solved_after_days", SettingGroup.INQUIRIES, Whole(1, 366), 28, _("days until asking whether it is solved"),
        _("So long after the answer the asker of an inquiry is asked whether it is solved."),
    ),
    Setting(
        "asker_code_days", SettingGroup.INQUIRIES, Whole(30, 3650), 730, _("days an asker's code holds"),
        _("So long somebody finds an inquiry again by the code that was shown."),
    ),
    Setting(
        "invitation_days", SettingGroup.MEMBERS, Whole(1, 90), 14, _("days an invitation holds"),
        _("A link or card that sets a password holds for this many days."),
    ),
    Setting(
        "session_hours", SettingGroup.MEMBERS, Whole(1, 72), 10, _("hours a log-in holds"),
        _("After so many hours without any use one logs in again."),
    ),
    Setting(
        "second_factor", SettingGroup.MEMBERS, OneOf(SECOND_FACTOR), "deciders", _("second factor"),
        _("Who gives a code from a phone when logging in. Officers, signing leaders and administrators decide."),
    ),
    Setting(
        "log_in_tries", SettingGroup.MEMBERS, Whole(3, 20), 5, _("wrong passwords before a pause"),
        _("After so many within an hour the next try on the account waits, each time twice as long."),
    ),
    Setting(
        "log_in_pause_minutes", SettingGroup.MEMBERS, Whole(1, 120), 15, _("longest pause, in minutes"),
        _("Longer than this nobody waits after wrong passwords."),
    ),
    Setting(
        "site_open", SettingGroup.SITE, YesNo(), False, _("the public site is open"),
        _("Whether everybody may read the public site, under /site/, without logging in."),
    ),
    Setting(
        "site_name", SettingGroup.SITE, Words(30), "", _("name of the site"),
        _("As it stands at the top of each page. Empty: the bureau's name."),
    ),
    Setting(
        "site_colour", SettingGroup.SITE, Colour(), "#17508a", _("colour of the site"),
        _("Of its head, links and buttons. White letters must be readable on it."),
    ),
    Setting(
        "site_address", SettingGroup.SITE, WebAddress(), "", _("address of the site"),
        _("Under which readers reach it, for links that leave it. Empty: the address of the installation."),
    ),
    Setting(
        "site_outlet", SettingGroup.SITE, Words(60), "", _("the site as an outlet"),
        _("Code of the row in the register of outlets. Empty: the only website of our own."),
    ),
    Setting(
        "ask_open", SettingGroup.SITE, YesNo(), True, _("the public may ask on the site"),
        _("Shows the form for inquiries on the public site. What is asked there becomes a case of the inquiries."),
    ),
    Setting(
        "ask_per_address", SettingGroup.SITE, Whole(20, 10_000), 400, _("inquiries from one network in ten minutes"),
        _("A whole school shares an address: far above what parents write, and a flood still ends."),
    ),
    Setting(
        "ask_hasty_seconds", SettingGroup.SITE, Whole(0, 600), 30, _("seconds below which a form was sent in haste"),
        _("Machines are quick: what comes in haste is counted apart, and a flood of it keeps out nobody who wrote."),
    ),
    Setting(
        "orders_per_address", SettingGroup.SITE, Whole(5, 10_000), 100, _("orders from one network in ten minutes"),
        _("Of downloads that have a price: far above what readers order, and a flood still ends."),
    ),
    Setting(
        "guest_days", SettingGroup.SITE, Whole(1, 90), 14, _("days that a writer from outside has"),
        _("So long the one-time link for a manuscript opens, unless another number is chosen when it is made."),
    ),
    Setting(
        "guest_pictures", SettingGroup.SITE, Whole(0, 50), 9, _("pictures of a manuscript from outside"),
        _("So many pictures a writer without an account can hand in with one manuscript."),
    ),
    Setting(
        "site_rows", SettingGroup.SITE, Whole(5, 100), 20, _("articles on a page of the site"),
        _("Longer lists go on on a next page."),
    ),
    Setting(
        "site_cache_seconds", SettingGroup.SITE, Whole(0, 86_400), 60, _("seconds that a public page is kept"),
        _("So long the reverse proxy gives a page out without asking again, also one that was taken down. 0: it asks."),
    ),
    Setting(
        "site_home_days", SettingGroup.SITE, Whole(1, 366), 14, _("days until the home page is stale"),
        _("The website inspection refuses a site whose home page had nothing new for two weeks."),
    ),
    Setting(
        "site_news_days", SettingGroup.SITE, Whole(1, 366), 14, _("days until a news channel is stale"),
        _("The website inspection counts a news channel as stale after two weeks."),
    ),
    Setting(
        "site_notice_days", SettingGroup.SITE, Whole(1, 732), 183, _("days until a channel of notices is stale"),
        _("The website inspection counts a channel of notices or policy as stale after six months."),
    ),
    Setting(
        "site_answer_days", SettingGroup.SITE, Whole(1, 366), 90, _("days until an unanswered message is refused"),
        _("The website inspection refuses a site where a message has no answer after three months."),
    ),
    Setting(
        "site_stale_most", SettingGroup.SITE, Whole(1, 100), 5, _("stale channels that are refused"),
        _("With so many stale channels a site is refused by the website inspection."),
    ),
    Setting(
        "site_empty_most", SettingGroup.SITE, Whole(1, 100), 5, _("empty channels that are refused"),
        _("With so many empty channels a site is refused by the website inspection."),
    ),
    Setting(
        "screen_seconds", SettingGroup.SITE, Whole(5, 600), 15, _("seconds of a picture on the lobby screen"),
        _("So long each picture of /screen stays before the next one comes."),
    ),
    Setting(
        "gate_child_age", SettingGroup.PUBLIC, Whole(14, 18), 14, _("age under which a name is held back"),
        _("What names somebody younger, without a consent on record, is stopped before it becomes public."),
    ),
    Setting(
        "free_downloads", SettingGroup.PUBLIC, OneOf(FREE_DOWNLOADS), "everybody", _("PDF of articles is for"),
        _("Who may take an article along as PDF. What must be public is for everybody."),
    ),
    Setting(
        "pay_at_office", SettingGroup.PUBLIC, YesNo(), False, _("payment at the office"),
        _("Articles with a price can be paid at the office: one officer notes the voucher, another agrees."),
    ),
    Setting(
        "order_hours", SettingGroup.PUBLIC, Whole(1, 720), 48, _("hours an order waits to be paid"),
        _("After that it is closed. A payment that comes all the same still opens the download."),
    ),
    Setting(
        "download_days", SettingGroup.PUBLIC, Whole(1, 366), 30, _("days a download stays open"),
        _("Whoever paid can download for so many days."),
    ),
    Setting(
        "codes_at_once", SettingGroup.PUBLIC, Whole(1, 1000), 200, _("redemption codes made at once"),
        _("So many codes of one article can be made in one go."),
    ),
    Setting(
        "download_uses", SettingGroup.PUBLIC, Whole(1, 100), 5, _("downloads of one order"),
        _("So many times within these days."),
    ),
    Setting(
        "backup_place", SettingGroup.SAFETY, Folder(), None, _("folder for backups"),
        _("Where backups are put: best on another disk. Empty: in the folder of the installation."),
    ),
    Setting(
        "backups_kept", SettingGroup.SAFETY, Whole(1, 400), 7, _("backups kept"),
        _("So many of the daily backups stay in that folder; older ones are deleted."),
    ),
    Setting(
        "checkpoint_place", SettingGroup.SAFETY, Folder(), None, _("folder for checkpoints"),
        _("Where the daily signature of the ledger is put as well: best on another machine."),
    ),
)  # fmt: skip
