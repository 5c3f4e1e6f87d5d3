from collections.abc import Callable
from typing import Any

from django import forms

from quietude.strategy import review

ACTS = ("accept", "correct", "drop", "restore", "move", "up", "down", "merge")


class UploadForm(forms.Form):
    document = forms.FileField(
        label="Votre document",
        help_text="Word, OpenDocument, PDF, tableur, page web ou texte, 25 Mo au plus.",
        error_messages={
            "required": "Choisissez un fichier.",
            "empty": "Ce fichier est vide. Rien n’a été importé.",
            "missing": "Choisissez un fichier.",
        },
    )


class _ReviewForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def first_error(self) -> str:
        """The first message, for a toast."""
        return str(next(iter(self.errors.values()))[0])


class NodeForm(_ReviewForm):
    """One act on one item of the outline."""

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])
    title = forms.CharField(required=False, max_length=500)
    number = forms.CharField(required=False, max_length=20)
    description = forms.CharField(required=False)
    target = forms.IntegerField(
        required=False, error_messages={"invalid": "Choisissez dans la liste où ranger l’élément."}
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("act") in ("move", "merge") and cleaned.get("target") is None:
            self.add_error("target", "Choisissez dans la liste avec quoi, ou sous quoi.")
        return cleaned

    def act_on(self, node: int) -> Callable[[review.Review], Any]:
        """The act that was asked, ready to be done on a review."""
        data = self.cleaned_data
        acts: dict[str, Callable[[review.Review], Any]] = {
            "accept": lambda r: review.accept(r, node),
            "correct": lambda r: review.correct(
                r, node, title=data["title"], number=data["number"], description=data["description"]
            ),
            "drop": lambda r: review.drop(r, node),
            "restore": lambda r: review.restore(r, node),
            "move": lambda r: review.move_last(r, node, under=data["target"]),
            "up": lambda r: review.shift(r, node, -1),
            "down": lambda r: review.shift(r, node, 1),
            "merge": lambda r: review.merge(r, node, into=data["target"]),
        }
        return acts[data["act"]]

    def focus(self, now: review.Review, node: int) -> int:
        """The item in hand after the act: the next to read once this one is settled, the other after a merge."""
        act = self.cleaned_data["act"]
        if act == "merge":
            return int(self.cleaned_data["target"])
        return review.next_to_read(now, node) if act in ("accept", "correct", "drop") else node


class LineForm(_ReviewForm):
    """A line that was left aside and becomes an item."""

    kind = forms.ChoiceField(choices=[("axis", "Axe"), ("objective", "Objectif"), ("action", "Action")])
    under = forms.IntegerField(required=False)

    def act_on(self, index: int, line: dict[str, Any]) -> Callable[[review.Review], Any]:
        data = self.cleaned_data
        under = None if data["kind"] == "axis" else data["under"]
        return lambda r: review.take_line(r, index, line, kind=data["kind"], under=under)


class DescribeForm(_ReviewForm):
    """Title and period of the strategy to be."""

    title = forms.CharField(max_length=300, error_messages={"required": "Donnez un titre à la stratégie."})
    starts = forms.IntegerField(required=False, min_value=1990, max_value=2100)
    ends = forms.IntegerField(required=False, min_value=1990, max_value=2100)

    def act(self) -> Callable[[review.Review], Any]:
        data = self.cleaned_data
        return lambda r: review.describe(r, title=data["title"], starts=data["starts"], ends=data["ends"])
