from collections.abc import Iterator
from copy import copy
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import Organisation, Professional, Seat
from quietude.kit.dates import precise_text
from quietude.kit.forms import FrenchDateField, french_formfield
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Axis, JournalEntry, Objective, Strategy
from quietude.strategy.models.vocabulary import Category, Precision, Recurrence, Visibility
from quietude.strategy.services.fields import FIELDS, SEVERAL, SINGLE
from quietude.territories.models import Commune, Neighbourhood

ELECTED = (Role.CHAIR, Role.ELECTED_DEPUTY, Role.MEMBER_MAYOR)
GROUPS: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "action",
        "L’action",
        (("number", "axis"), ("title",), ("objectives",), ("context",), ("description",), ("means",), ("evaluation",)),
    ),
    ("qui", "Qui", (("lead", "lead_name"), ("referent",), ("outside_strategy",))),
    ("pour-qui", "Pour qui", (("audiences",), ("age_from", "age_to"), ("public",))),
    ("ou", "Où", (("communes",), ("neighbourhoods",), ("perimeter",))),
    ("quand", "Quand", (("status", "priority"), ("starts_on", "due_on"), ("recurrence", "weight"), ("calendar",))),
    ("blocage", "Si elle est bloquée", (("blocked_by",), ("blocked_by_body", "blocked_by_sheet"))),
    ("lecture", "Lecture", (("visibility",),)),
)
"""The form of a sheet in clear groups: anchor, legend, lines of fields."""
DATES = ("starts_on", "due_on")
NONE_CHOSEN = {"lead": "À désigner", "blocked_by_body": "Aucun en particulier", "blocked_by_sheet": "Aucune"}
READERS = (
    (Visibility.COUNCIL, "Tous les membres du conseil"),
    (Visibility.RESTRICTED, "Le pilote, les partenaires et le pilotage du conseil, parquet et préfecture compris"),
    (Visibility.PUBLIC, "Tout le monde : la fiche peut paraître hors du conseil"),
)


class SheetForm(forms.ModelForm[ActionSheet]):
    """The fields of a sheet; works on a copy, so that the service still sees what the sheet was."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    starts_on = FrenchDateField(label="Début", required=False, loose="first")
    due_on = FrenchDateField(label="Échéance", required=False, loose="last")
    audiences = forms.MultipleChoiceField(
        label="À qui elle s’adresse", choices=Category.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    communes = forms.ModelMultipleChoiceField(
        Commune.objects.none(),
        label="Communes concernées",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Décocher une commune retire aussi l’état, le pilote ou l’échéance notés pour elle.",
    )
    weight = forms.IntegerField(
        label="Poids dans l’avancement",
        required=False,
        min_value=0,
        max_value=100,
        help_text="1 pour une action ordinaire, 2 pour une qui compte double dans l’avancement de son axe.",
    )
    visibility = forms.ChoiceField(label="Qui lit cette fiche", choices=READERS, widget=forms.RadioSelect)

    class Meta:
        formfield_callback = french_formfield
        model = ActionSheet
        fields = (*(name for name in SINGLE if name != "precision"), "objectives", "neighbourhoods")
        widgets = (
            {
                name: forms.Textarea(attrs={"rows": rows})
                for name, rows in (("title", 2), ("description", 5), ("context", 4), ("means", 3), ("calendar", 2))
            }
            | {"evaluation": forms.Textarea(attrs={"rows": 3})}
            | dict.fromkeys(("objectives", "neighbourhoods"), forms.CheckboxSelectMultiple)
        )
        labels = {
            "age_from": "À partir de quel âge",
            "age_to": "Jusqu’à quel âge",
            "public": "Précisions sur le public",
            "lead_name": "Pilote, s’il n’est pas dans la liste",
        }
        help_texts = {
            "number": "Tel qu’il est imprimé : 4, 2.3, A1. Laissez vide si la fiche n’en a pas.",
            "lead": "L’organisme du conseil qui répond de l’action.",
            "lead_name": "Son nom, tel que vous l’écrivez.",
            "outside_strategy": "Elle est connue du conseil, et laissée hors des documents officiels.",
            "blocked_by": "Ce qu’il faut pour avancer. Demandé quand l’état est « bloquée ».",
            "blocked_by_body": "Ses membres reçoivent les rappels.",
            "public": "Ce que les cases ne disent pas : « collégiens exclus temporairement ».",
            "perimeter": "En mots : « abords des trois collèges ».",
            "calendar": "En mots, quand des dates ne suffisent pas.",
        }

    def __init__(
        self,
        here: Here,
        strategy: Strategy,
        data: Any = None,
        sheet: ActionSheet | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, instance=copy(sheet) if sheet else None, initial=initial)
        self.fields["version"].initial = sheet.version if sheet else 0
        for name, rows in _choices(here, strategy, sheet).items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if sheet:
            self.initial.update(_initial(sheet))
        for name, words in NONE_CHOSEN.items():
            self.fields[name].empty_label = words  # type: ignore[attr-defined]
        self.fields["recurrence"].choices = [("", "Aucun en particulier"), *Recurrence.choices]  # type: ignore[attr-defined]
        self.fields["visibility"].initial = Visibility.COUNCIL
        self.fields["weight"].initial = 1

    @property
    def groups(self) -> Iterator[tuple[str, str, list[list[forms.BoundField]]]]:
        """Anchor, legend and lines of fields; a list of boxes without any box is left out."""
        self.fields["referent"].widget.choices = list(_elected_first(self.fields["referent"].queryset))  # type: ignore[attr-defined]
        for anchor, legend, lines in GROUPS:
            yield anchor, legend, [[self[name] for name in line] for line in lines if self._has_choices(line[0])]

    def _has_choices(self, name: str) -> bool:
        field: Any = self.fields[name]
        if not isinstance(field, forms.ModelMultipleChoiceField):
            return True
        field.widget.choices = list(field.choices)  # type: ignore[arg-type]
        return bool(field.widget.choices)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("status") == "blocked" and not cleaned.get("blocked_by"):
            self.add_error("blocked_by", "Dites ce qui bloque l’action, pour que chacun sache quoi faire.")
        if cleaned.get("weight") is None:
            cleaned["weight"] = 1
        return cleaned | {"precision": self._precision()}

    def _precision(self) -> str:
        """How precisely the deadline was typed, else the start; a day when neither was."""
        typed = next((text for name in reversed(DATES) if (text := str(self.data.get(name) or ""))), "")
        field: Any = self.fields["due_on"]
        return Precision(field.precision_of(typed))

    def values(self) -> dict[str, Any]:
        """What to write, without the version that was read."""
        return {name: comparable(self.cleaned_data[name]) for name in FIELDS}


def _choices(here: Here, strategy: Strategy, sheet: ActionSheet | None) -> dict[str, QuerySet[Any]]:
    """What each list of the form offers: this council's, of this strategy, that the writer may see."""
    leads = Organisation.objects.filter(council=here.council)
    others = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).only("number", "title")
    elected = Seat.objects.current(timezone.localdate()).filter(professional=OuterRef("pk"), role__in=ELECTED)
    return {
        "axis": Axis.objects.visible_to(here.seats).filter(strategy=strategy),
        "objectives": Objective.objects.visible_to(here.seats).filter(strategy=strategy),
        "lead": leads,
        "blocked_by_body": leads,
        "blocked_by_sheet": others.exclude(pk=sheet.pk) if sheet else others,
        "referent": Professional.objects.filter(council=here.council).annotate(is_elected=Exists(elected)),
        "communes": Commune.objects.filter(councils=here.council),
        "neighbourhoods": Neighbourhood.objects.filter(commune__councils=here.council).select_related("commune"),
    }


def _initial(sheet: ActionSheet) -> dict[str, Any]:
    """What the form shows of ``sheet`` beside its columns: several values, dates as precisely as they are known."""
    days = {name: getattr(sheet, name) for name in DATES}
    precision: Any = sheet.precision
    return {
        "audiences": [row.category for row in sheet.audiences.all()],
        "communes": [row.commune_id for row in sheet.communes.all()],
    } | {name: precise_text(day, precision) for name, day in days.items() if day and precision != Precision.DAY}


def _elected_first(professionals: QuerySet[Any]) -> Iterator[tuple[str, Any]]:
    """The choices of the referent: who holds an elected seat, then the others."""
    people = list(professionals)
    yield "", "À désigner"
    for legend, elected in (("Élus", True), ("Autres membres", False)):
        named = [(person.pk, person.full_name) for person in people if person.is_elected is elected]
        if named:
            yield legend, named


def comparable(value: Any) -> Any:
    """A value of the form as ``services.fields.read_field`` gives it: several rows become their keys, in order."""
    if isinstance(value, QuerySet):
        return sorted(value.values_list("pk", flat=True))
    return sorted(value) if isinstance(value, list) else value


def raw_values(data: QueryDict) -> dict[str, Any]:
    """The fields of a sheet as they were typed, to be kept when two people wrote at once."""
    return {name: data.getlist(name) if name in SEVERAL else data.get(name, "") for name in FIELDS}


class JournalForm(forms.ModelForm[JournalEntry]):
    kind = forms.ChoiceField(
        label="Nature",
        choices=JournalEntry.Kind.choices,
        initial=JournalEntry.Kind.NOTE,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        formfield_callback = french_formfield
        model = JournalEntry
        fields = ("kind", "text")
        labels = {"text": "Que s’est-il passé, ou qu’a-t-on décidé et pourquoi ?"}
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "maxlength": 2000})}

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or JournalEntry.Kind.NOTE
