"""The title, the territory and the years are those of this document, not of another one it speaks of."""

import pytest

PLAN = "\n\nAxe 1 : Écouter\n- Ouvrir un café des parents\n\nAxe 2 : Apaiser\n- Éclairer le square\n"


@pytest.mark.parametrize(
    ("head", "title", "territory", "period"),
    [
        (
            "STRATÉGIE TERRITORIALE DE SÉCURITÉ\nVILLE DE MONTCLAIR\n2022 - 2026",
            "STRATÉGIE TERRITORIALE DE SÉCURITÉ",
            "MONTCLAIR",
            (2022, 2026),
        ),
        ("Contrat local de sécurité - Ville de Montclair", "Contrat local de sécurité", "Montclair", None),
        ("CISPD Plaine de Brenne\nFeuille de route 2021-2024", "Feuille de route", "Plaine de Brenne", (2021, 2024)),
        (
            "Plan intercommunal de prévention\nCommunauté de communes du Val Clair\nÉchéance : 31 décembre 2029",
            "Plan intercommunal de prévention",
            "Communauté de communes du Val Clair",
            (None, 2029),
        ),
        (
            "Stratégie locale de prévention\nPort-Clair, 2024-2026\n\n"
            "Elle succède au contrat 2018-2021 et décline la stratégie nationale 2020-2024.",
            "Stratégie locale de prévention",
            "Port-Clair",
            (2024, 2026),
        ),
        (
            "Plan d'actions du CLSPD de Montclair\n\nIl est établi pour trois ans à compter de janvier 2023.",
            "Plan d'actions du CLSPD",
            "Montclair",
            (2023, 2025),
        ),
    ],
)
def test_the_head_names_the_document(draft_of, head, title, territory, period):
    draft = draft_of(head + PLAN)
    assert (draft.title, draft.territory, draft.period) == (title, territory, period)


def test_a_national_or_previous_period_is_not_taken(draft_of):
    draft = draft_of("La stratégie nationale 2020-2024 fixe le cadre. Le précédent contrat couvrait 2014-2017." + PLAN)
    assert draft.period is None
