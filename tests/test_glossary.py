"""One French term, one English identifier, one home: the models say what docs/glossary.toml says."""

import tomllib
from pathlib import Path

from django.apps import apps

GLOSSARY = Path(__file__).resolve().parent.parent / "docs" / "glossary.toml"


def test_each_noun_is_in_the_glossary_under_one_name_and_in_one_home() -> None:
    nouns = tomllib.loads(GLOSSARY.read_text("utf-8"))["nouns"]
    models = {
        model.__name__: {"french": str(model._meta.verbose_name), "home": model.__module__.split(".")[1]}
        for model in apps.get_models()
        if model.__module__.startswith("quietude.")
    }
    assert models == nouns


def test_no_french_term_names_two_nouns() -> None:
    nouns = tomllib.loads(GLOSSARY.read_text("utf-8"))["nouns"]
    terms = [entry["french"] for entry in nouns.values()]
    assert len(terms) == len(set(terms))
