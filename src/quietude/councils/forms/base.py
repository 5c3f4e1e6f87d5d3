"""What every form on a row of a council has in common."""

from copy import copy
from typing import Any

from django import forms
from django.db import models

from quietude.councils.gate import Here


class CouncilRowForm[Row: models.Model](forms.ModelForm[Row]):
    """A form on one row of the council: works on a copy, so that the service still sees what the row was."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, here: Here, data: Any = None, *, row: Row | None = None, initial: Any = None) -> None:
        self.here = here
        blank = self._meta.model(council=here.council)
        super().__init__(data, instance=copy(row) if row else blank, initial=initial)
        if row is not None and hasattr(row, "version"):
            self.initial.setdefault("version", row.version)
        else:
            del self.fields["version"]

    def _get_validation_exclusions(self) -> set[str]:
        """Unique constraints name the council, which is known though it is not asked for."""
        return super()._get_validation_exclusions() - {"council"}  # type: ignore[misc]

    def values(self) -> dict[str, Any]:
        """What the form asks to write, without the version that was read."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def read_version(self) -> int:
        """The version that was on screen when the form was filled."""
        return self.cleaned_data.get("version") or 0
