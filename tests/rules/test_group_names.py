"""The names of groups: worded, short, and no two alike."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from bot.workflows.rules.groups import naming


@pytest.mark.parametrize(
    ("typed", "name"), [("Chorale", "Chorale"), ("  Sortie \n à la  mer ", "Sortie à la mer"), ("x" * 60, "x" * 60)]
)
def test_a_name_is_taken_on_one_line(typed: str, name: str) -> None:
    assert naming.checked(typed, ["Orchestre"]) == name


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "group-nameless"),
        (" … ! ", "group-nameless"),
        ("x" * 61, "group-name-long"),
        ("orchestre", "group-name-taken"),
        ("  ORCHESTRE ", "group-name-taken"),
        ("Élèves", "group-name-taken"),
        ("Or\u200bchestre\u202e", "group-name-taken"),
        ("Chorale", "group-name-taken"),
        ("\u200b\u3164", "group-nameless"),
    ],
)
def test_a_name_that_says_nothing_or_too_much_or_is_another_s_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refusal) as met:
        naming.checked(typed, ["Orchestre", "eleves", "Chorale\u200b"])
    assert met.value.reason == why
