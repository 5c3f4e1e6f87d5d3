"""The key that makes a form sent twice be done once; the same key comes back when the form is shown with errors."""

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def submission_key(context: template.Context) -> SafeString:
    """A hidden field with a key of its own for each page shown."""
    key = context["request"].POST.get("submission_key") or context.get("submission_mark") or uuid4()
    return format_html('<input type="hidden" name="submission_key" value="{}">', key)
