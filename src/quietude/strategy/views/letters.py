from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from quietude.councils.gate import Here, seated
from quietude.documents.answers import letter_response, slides_response
from quietude.documents.writers import WRITERS
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.letters import axis_letter
from quietude.strategy.slides import axis_slides, strategy_slides


@seated(Can.EXPORT_STRATEGY)
def axis_document(request: HttpRequest, here: Here, pk: int, extension: str) -> HttpResponse:
    """One axis with its sheets, in the format that the address names."""
    found = queries.get_axis(here, pk)
    if extension not in WRITERS and extension != "pptx":
        raise Http404
    tree = queries.full_tree(here, found.strategy)
    axis = next(axis for axis in tree.axes if axis.pk == pk)
    name = slugify(str(axis))[:60] or "axe"
    if extension == "pptx":
        return slides_response(request, axis_slides(here, tree, axis), name)
    return letter_response(request, axis_letter(here, tree, axis), extension, name)


@seated(Can.EXPORT_STRATEGY)
def strategy_presentation(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The strategy for the plenary."""
    slides = strategy_slides(here, queries.full_tree(here, queries.get_strategy(here, pk)))
    return slides_response(request, slides, "strategie")
