"""The addresses of the public site. None is ever changed: what was once told leads there."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import RedirectView

from youju.portal import (
    answers,
    article_page,
    article_pdf,
    channel_page,
    colours,
    feeds,
    files,
    home,
    notices,
    objecting,
    ordering,
    papers,
    screen,
    search,
    summaries,
)
from youju.portal.asking import ask_page, asked_page

urlpatterns = [
    path("site/", home.home, name="site"),
    path("site/colours.css", colours.colours, name="site-colours"),
    path("site/channel/<slug:code>/", channel_page.channel, name="site-channel"),
    path("site/tag/<str:tag>/", channel_page.tag, name="site-tag"),
    path("site/search/", search.search, name="site-search"),
    path("site/feed.xml", feeds.feed, name="site-feed"),
    path("site/channel/<slug:code>/feed.xml", feeds.channel_feed, name="site-channel-feed"),
    path("site/sitemap.xml", feeds.sitemap, name="site-sitemap"),
    path("screen", screen.screen, name="screen"),
    path("ask/", login_not_required(RedirectView.as_view(pattern_name="site-ask")), name="ask"),
    path("site/ask/", ask_page.ask, name="site-ask"),
    path("site/ask/code/", asked_page.asked, name="site-asked"),
    path("site/ask/code/<str:code>/", asked_page.asked_by_code, name="site-asked-code"),
    path("site/answers/", answers.answers, name="site-answers"),
    path("site/answers/<slug:number>/", answers.answer, name="site-answer"),
    path("verify/", papers.verify, name="verify"),
    path("verify/<str:code>", papers.verify_code, name="verify-code"),
    path("robots.txt", feeds.robots, name="robots"),
    path("site/summaries/", summaries.summaries, name="site-summaries"),
    path("site/summary/<slug:ref>/", summaries.summary, name="site-summary"),
    path("site/summary/<slug:ref>/figure/<int:place>/", summaries.figure, name="site-summary-figure"),
    path("site/summary/<slug:ref>/figure/<int:place>/file/<int:pk>/", summaries.figure_file, name="site-summary-file"),
    path("site/notices/", notices.notices, name="site-notices"),
    path("site/notice/<int:year>/<int:number>/", notices.notice, name="site-notice"),
    path("site/notice/<int:year>/<int:number>/object/", objecting.object_to, name="site-notice-object"),
    path("site/map/", channel_page.site_map, name="site-map"),
    path("site/article/<slug:ref>/", article_page.article, name="site-article"),
    path("site/article/<slug:ref>/print/", article_page.article_print, name="site-article-print"),
    path("site/article/<slug:ref>/article.pdf", article_pdf.article_pdf, name="site-article-pdf"),
    path("site/article/<slug:ref>/order/", ordering.order_article, name="site-article-order"),
    path("site/order/", ordering.order_open, name="site-order"),
    path("site/article/<slug:ref>/picture/<int:pk>.jpg", files.picture, name="site-picture"),
    path("site/article/<slug:ref>/file/<int:pk>/", files.download, name="site-file"),
]
