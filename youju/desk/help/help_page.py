"""帮助: the manual's contents and its pages."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.help.kind_figures import figures_of
from youju.desk.help.manual import kind_pages, manual_html, manual_pages, manual_picture
from youju.errors import NotFound


@require_GET
def contents(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/help/help.html", {"pages": manual_pages(), "kinds": kind_pages()})


@require_GET
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One page of the manual. Raises NotFound."""
    html = manual_html(name)
    if html is None:
        raise NotFound()
    title = next(each.title for each in (*manual_pages(), *kind_pages()) if each.name == name)
    context = {"html": html, "title": title, "figures": figures_of(name)}
    return render(request, "desk/help/help_page.html", context)


@require_GET
def picture(request: HttpRequest, name: str) -> FileResponse:
    """One picture of the manual. Raises NotFound."""
    file = manual_picture(name)
    if file is None:
        raise NotFound()
    return FileResponse(file.open("rb"), content_type="image/png")
