"""Comparing two versions: each side joins back into its text, and the same text has no mark."""

from hypothesis import given
from hypothesis import strategies as st

from quietude.kit.differences import compare_texts

TEXTS = st.text(alphabet="ab c.\n", max_size=40)


@given(TEXTS, TEXTS)
def test_nothing_is_lost(first: str, second: str) -> None:
    ours, theirs = compare_texts(first, second)
    assert "".join(text for text, _ in ours) == first
    assert "".join(text for text, _ in theirs) == second


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    ours, theirs = compare_texts(text, text)
    assert not any(alone for _, alone in ours + theirs)


def test_what_one_alone_says_is_marked_in_one_piece() -> None:
    saved = "Douze caméras, dont deux sur le parking de la gare."
    mine = "Douze caméras. Le comité d’éthique se réunit le 8 décembre."
    ours, theirs = compare_texts(saved, mine)
    assert ours == [("Douze caméras", False), (", dont deux sur le parking de la gare", True), (".", False)]
    assert theirs[:2] == [("Douze caméras", False), (". Le comité d’éthique se réunit le 8 décembre", True)]
