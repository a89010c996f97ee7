"""Every job there is, in the order they are done.

To add one: write its two functions in a file of its noun in this package (or take the verb that a kind already has),
and add a line here. ``due`` says what has fallen due by a day: ask a table for what is past its date and not yet in
its end state, and give each its ref and milestone as the key (``followup-7k3m9qx2ab#overdue``), at most 80
characters. ``work`` calls one verb with ``actor=SYSTEM`` and nothing else. tests/clockwork/test_kills.py runs every
job here against a process killed at each step.
"""

from django.utils.translation import gettext_lazy as _

from youju.clockwork.articles import move_article, scheduled_articles
from youju.clockwork.backups import back_up
from youju.clockwork.checkpoints import put_checkpoint_outside, sign_ledger
from youju.clockwork.digest import send_digests
from youju.clockwork.duty import gaps_ahead, tell_keepers
from youju.clockwork.errata import draft_erratum, texts_to_correct
from youju.clockwork.housekeeping import clear_attempts, clear_sessions, clear_tickets, clear_transfers
from youju.clockwork.inquiries import alarms, ask_solved, moved_dues, reckon_due, red_alarms, sound_alarm, to_ask
from youju.clockwork.job import Job, daily
from youju.clockwork.lapses import alert_lapsing, end_lapsed, lapsed_records, lapsing_records
from youju.clockwork.notices import end_notice, notices_to_end
from youju.clockwork.orders import close_orders
from youju.clockwork.overdue import alert_owner, overdue_cases
from youju.clockwork.panels import forget_panel, panels_to_forget
from youju.clockwork.plans import fall_due, ledger_news, read_ledger, refresh_dues, remind_liaisons
from youju.clockwork.study import count_complete, sessions_complete
from youju.clockwork.surveys import surveys_ending, tell_ending
from youju.clockwork.yearly import hint_calendar, unannounced_years
from youju.plans.falling import falling
from youju.plans.reminding import nearing

JOBS = (
    Job("checkpoint", _("sign the ledger as it stands"), _("every day"), daily, sign_ledger),
    Job("checkpoint-out", _("put the checkpoint outside"), _("every day"), daily, put_checkpoint_outside),
    Job("backup", _("back everything up"), _("every day"), daily, back_up, long=True),
    Job("sessions", _("clear away log-ins that ran out"), _("every day"), daily, clear_sessions),
    Job("tickets", _("clear away tickets that ran out"), _("every day"), daily, clear_tickets),
    Job("orders", _("close orders that nobody paid"), _("every day"), daily, close_orders),
    Job("transfers", _("delete files that nobody handed in"), _("every day"), daily, clear_transfers),
    Job("attempts", _("clear away old wrong log-ins"), _("every day"), daily, clear_attempts),
    Job("lapsed", _("end what is in force no longer"), _("every day"), lapsed_records, end_lapsed),
    Job("lapsing", _("tell units what runs out soon"), _("every day"), lapsing_records, alert_lapsing),
    Job("articles", _("put articles up and take them down"), _("at their moment"), scheduled_articles, move_article),
    Job("notice-end", _("end public notices that have run out"), _("every day"), notices_to_end, end_notice),
    Job("panel-scores", _("delete single scores of closed panels"), _("every day"), panels_to_forget, forget_panel),
    Job("survey-end", _("tell of surveys whose last day has come"), _("every day"), surveys_ending, tell_ending),
    Job("plan-refresh", _("bring what is still to be reported up to date"), _("every day"), daily, refresh_dues),
    Job("plan-ledger", _("see which plan items the ledger meets"), _("whenever it grew"), ledger_news, read_ledger),
    Job(
        "study-complete",
        _("count sessions that meet the four requirements"),
        _("every day"),
        sessions_complete,
        count_complete,
    ),
    Job("plan-falling", _("let plan items fall due"), _("every day"), falling, fall_due),
    Job("plan-nearing", _("tell liaisons what falls due soon"), _("every day"), nearing, remind_liaisons),
    Job("errata", _("draft errata of issued texts"), _("whenever one is wrong"), texts_to_correct, draft_erratum),
    Job("overdue", _("tell owners what is overdue"), _("every day"), overdue_cases, alert_owner),
    Job("duty-gaps", _("tell of days of duty without anybody"), _("every day"), gaps_ahead, tell_keepers),
    Job("inquiry-due", _("reckon provisional days anew"), _("after announcements"), moved_dues, reckon_due),
    Job("inquiry-alarm", _("tell of inquiries that wait"), _("every day"), alarms, sound_alarm),
    Job("inquiry-red", _("tell leaders of inquiries that wait long"), _("every day"), red_alarms, sound_alarm),
    Job("inquiry-solved", _("ask whether inquiries are solved"), _("every day"), to_ask, ask_solved),
    Job(
        "digest",
        _("send alerts by mail, where a mail server is set"),
        _("every day"),
        daily,
        send_digests,
        long=True,
    ),
    Job("calendar", _("ask for the days off of next year"), _("in December"), unannounced_years, hint_calendar),
)
