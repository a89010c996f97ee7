"""Every page asks for a log-in but these."""

from tests.addresses import url_patterns

PUBLIC = {
    "login", "set_language", "ticket", "enter-code", "second-factor", "second-factor-setup",
    "pay-notify", "too-large", "verify", "verify-code", "survey-thanks",
    "setup", "setup-county", "setup-bureau", "setup-administrator",
    "site", "site-colours", "site-channel", "site-tag", "site-map", "site-search", "site-article", "site-article-print",
    "site-article-pdf", "site-article-order", "site-order", "site-picture", "site-file",
    "site-feed", "site-channel-feed", "site-sitemap", "robots",
    "site-summaries", "site-summary", "site-summary-figure", "site-summary-file", "site-notices", "site-notice",
    "site-notice-object",
    "screen",
    "ask", "site-ask", "site-asked", "site-asked-code", "site-answers", "site-answer",
}  # fmt: skip


def test_only_these_are_open_to_all():
    every = list(url_patterns())
    public = {each.name for each in every if not getattr(each.callback, "login_required", True)}
    assert len(every) > len(public)
    assert public == PUBLIC
