from typing import Any

from django import forms

from quietude.councils.models import Council
from quietude.kit.text import fold
from quietude.territories.models import Commune
from quietude.territories.queries import communes_by_code, find_communes


class FirstRunForm(forms.Form):
    """The first council of an installation and the person who coordinates it."""

    kind = forms.ChoiceField(
        label="Nature du conseil",
        choices=[
            ("", "Choisir…"),
            ("clspd-commune", "CLSPD : le conseil d’une commune"),
            ("cispd-intercommunality", "CISPD : le conseil d’une intercommunalité"),
            ("cispd-agreement", "CISPD : un accord de plusieurs communes"),
        ],
        error_messages={"required": "Choisissez la nature du conseil."},
    )
    name = forms.CharField(
        label="Nom du territoire",
        max_length=150,
        help_text="« Bassin de Pompey », « Les Pennes-Mirabeau ».",
        error_messages={"required": "Donnez le nom du territoire."},
    )
    communes = forms.CharField(
        label="Communes couvertes",
        widget=forms.Textarea({"rows": 4}),
        help_text="Une par ligne : le nom, ou le code Insee. Vous pourrez en ajouter.",
        error_messages={"required": "Nommez au moins une commune."},
    )
    full_name = forms.CharField(
        label="Prénom et nom de la personne qui coordonne",
        max_length=150,
        error_messages={"required": "Donnez le prénom et le nom."},
    )
    email = forms.EmailField(
        label="Son adresse électronique",
        help_text="L’invitation y est envoyée. Elle est valable 72 heures.",
        error_messages={
            "required": "Donnez l’adresse où envoyer l’invitation.",
            "invalid": "Écrivez l’adresse comme prenom.nom@exemple.fr.",
        },
    )
    organisation = forms.CharField(
        label="Son employeur",
        max_length=200,
        help_text="La ville ou l’intercommunalité.",
        error_messages={"required": "Donnez le nom de l’employeur."},
    )

    def clean_communes(self) -> list[Commune]:
        """Each line as a commune; a name that several communes share asks for the code."""
        lines = [line.strip() for line in self.cleaned_data["communes"].splitlines() if line.strip()]
        by_code = communes_by_code([line.upper() for line in lines])
        found = [by_code.get(line.upper()) or self._by_name(line) for line in lines]
        return [commune for commune in found if commune]

    def _by_name(self, name: str) -> Commune | None:
        near = find_communes(name, limit=8)
        exact = [commune for commune in near if commune.folded_name == fold(name)]
        if len(exact) == 1:
            return exact[0]
        offered = " ; ".join(f"{c.name} ({c.code})" for c in exact or near)
        if exact:
            self.add_error("communes", f"Plusieurs communes s’appellent « {name} » : écrivez le code. {offered}.")
        elif near:
            self.add_error("communes", f"Aucune commune ne s’appelle « {name} ». Peut-être : {offered}.")
        else:
            self.add_error("communes", f"Aucune commune ne s’appelle « {name} ».")
        return None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        communes = cleaned.get("communes", [])
        if cleaned.get("kind") == "clspd-commune" and len(communes) > 1:
            self.add_error("communes", "Un CLSPD est celui d’une seule commune. Pour plusieurs, choisissez un CISPD.")
        return cleaned

    def council_facts(self) -> dict[str, Any]:
        """What makes the council: kind, basis, name, communes."""
        kind, _, basis = self.cleaned_data["kind"].partition("-")
        return {
            "kind": Council.Kind(kind),
            "basis": Council.Basis(basis),
            "name": self.cleaned_data["name"],
            "communes": self.cleaned_data["communes"],
        }

    def coordinator_facts(self) -> dict[str, str]:
        """What seats and invites the coordinator."""
        return {name: self.cleaned_data[name] for name in ("email", "full_name", "organisation")}
