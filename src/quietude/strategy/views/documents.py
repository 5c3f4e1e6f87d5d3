from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from quietude.councils.gate import Here, seated
from quietude.documents.answers import file_response, letter_response
from quietude.documents.presentation import CONTENT_TYPE, as_pptx
from quietude.documents.writers import WRITERS
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.letters import axis_letter
from quietude.strategy.slides import strategy_slides


@seated(Can.EXPORT_STRATEGY)
def strategy_presentation(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    tree = queries.full_tree(here, queries.get_strategy(here, pk))
    slides = strategy_slides(here, tree)
    return file_response(request, lambda: as_pptx(slides), CONTENT_TYPE, "strategie.pptx")


@seated(Can.EXPORT_STRATEGY)
def axis_document(request: HttpRequest, here: Here, pk: int, extension: str) -> HttpResponse:
    asked = queries.get_axis(here, pk)
    tree = queries.full_tree(here, asked.strategy)
    if extension not in WRITERS:
        raise Http404
    axis = next(one for one in tree.axes if one.pk == pk)
    return letter_response(request, axis_letter(here, tree, axis), extension, f"axe-{slugify(axis.title)[:40] or pk}")
