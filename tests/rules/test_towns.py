"""What is typed to ask for a town's space."""

from __future__ import annotations

import pytest

from bot.terms import Kind, Refusal, Structure
from bot.workflows.rules.towns import reading


@pytest.mark.parametrize(
    ("typed", "name", "codes"),
    [
        ("Noyon", "Noyon", []),
        (" Pont  Sainte-Maxence 0609901a;0609902B ", "Pont Sainte-Maxence", ["0609901A", "0609902B"]),
        ("060 9901 A", "", ["0609901A"]),
        ("0609901A, 0609902B", "", ["0609901A", "0609902B"]),
    ],
)
def test_codes_stand_anywhere_in_a_line(typed: str, name: str, codes: list[str]) -> None:
    assert reading.line(typed) == (name, codes)


def test_a_wrong_letter_is_said_where_the_ent_does_not_know_the_code() -> None:
    assert reading.unknown("0601234B").reason == "uai-letter"
    letter = reading.unknown("0601234B").facts["letter"]
    assert reading.unknown(f"0601234{letter}").reason == "no-such-uai"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        *(("12", "name-unread"), ("Creil 3", "name-unread")),
        *(("", "name-signs"), ("creil@creil.fr", "name-signs"), ("<b>", "name-signs"), ("🙂", "name-signs")),
        ("Mairie <script> " + "x" * 80, "answer-too-long"),
    ],
)
def test_no_name_is_made_of_figures_and_signs_or_too_long(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        reading.name(typed)


def test_one_school_is_what_the_request_is_about_else_what_lies_above_all() -> None:
    top = Structure("oise", "", Kind.DSDEN)
    one, other = (Structure(name, "", Kind.CIRCONSCRIPTION, (top,)) for name in ("creil", "beauvais"))
    schools = [
        Structure(name, "", Kind.SCHOOL, (top, above)) for name, above in (("a", one), ("b", one), ("c", other))
    ]

    assert reading.common(schools[:1]) == schools[0]
    assert reading.common(schools[:2]) == one
    assert reading.common(schools) == top
