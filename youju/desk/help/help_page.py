"""帮助: the manual's contents and its pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.help.manual import manual_html, manual_pages
from youju.errors import NotFound


@require_GET
def contents(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/help/help.html", {"pages": manual_pages()})


@require_GET
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One page of the manual. Raises NotFound."""
    html = manual_html(name)
    if html is None:
        raise NotFound()
    pages = manual_pages()
    title = next(each.title for each in pages if each.name == name)
    return render(request, "desk/help/help_page.html", {"html": html, "title": title, "name": name, "pages": pages})
