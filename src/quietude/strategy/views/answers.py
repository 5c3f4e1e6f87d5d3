"""What several views of this room answer in the same way."""

from typing import Any

from django.forms import BaseForm


def values_of(form: BaseForm) -> dict[str, Any]:
    """What a valid form asks to write, without the version that it read."""
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def tell_conflict(form: Any, saved: Any, *, version: int | None = None) -> None:
    """Say on ``form`` that ``saved`` changed meanwhile, with what it now says; sending again then replaces it.

    ``version`` is that of the sheet, for a row that hangs on one.
    """
    differing = [
        f"{field.label} : « {getattr(saved, name)} »"
        for name, field in form.fields.items()
        if name in form.changed_data and hasattr(saved, name) and not hasattr(getattr(saved, name), "all")
    ]
    form.add_error(
        None,
        "Quelqu’un a enregistré une autre version pendant que vous écriviez. Votre texte est toujours là. "
        f"Version enregistrée : {' ; '.join(differing)}. Enregistrez à nouveau pour la remplacer.",
    )
    form.data = form.data.copy()
    form.data["version"] = saved.version if version is None else version
