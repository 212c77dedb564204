"""The kinds of personnel that an ERUN attaches, what is typed to ask for one, and who may attach whom where."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from bot.terms import STAFF, Account, Level, Person, Profile, Refusal, Role, Structure
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.attachments.kinds import full_name, kind_of, read_kinds, same_name
from config.settings import Settings
from tests.people import CHAIN, CREIL, JEAN_MOULIN, JULES_VERNE, LOUISE_MICHEL, agent, person

KINDS = read_kinds(Settings(_env_file=None).tables()["attachment"])


def test_the_kinds_are_those_of_the_guide_with_their_administrative_attachment() -> None:
    assert list(KINDS) == ["PES", "TRS", "BRIGADE", "BRIGADE-AUTRE", "ZIL", "RASED", "AESH"]
    assert (KINDS["PES"], KINDS["AESH"]) == ("DSDEN de l’Oise", "collège de rattachement")
    assert KINDS["TRS"] == KINDS["RASED"]
    assert KINDS["BRIGADE"] == KINDS["ZIL"] != KINDS["BRIGADE-AUTRE"]


@pytest.mark.parametrize(
    "line", [{"key": "pes", "base": "x"}, {"key": "PES", "base": " "}, {"key": "P S", "base": "x"}]
)
def test_a_kind_needs_a_key_and_a_base(line: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="attachment"):
        read_kinds({"kind": [line]})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("PES Zoé Picard", ("PES", "Zoé Picard")),
        ("zil", ("ZIL", "")),
        ("brigade-autre Zoé Picard", ("BRIGADE-AUTRE", "Zoé Picard")),
        ("Brigade autre Zoé Picard", ("BRIGADE-AUTRE", "Zoé Picard")),
        ("brigade Zoé Picard", ("BRIGADE", "Zoé Picard")),
        ("Zoé Picard", ("", "Zoé Picard")),
        ("Parentin Luc", ("", "Parentin Luc")),
        ("", ("", "")),
    ],
)
def test_a_line_may_begin_with_a_kind_in_any_case(typed: str, found: tuple[str, str]) -> None:
    assert kind_of(KINDS, typed) == found


@pytest.mark.parametrize("typed", ["parents", "Élève Zoé Picard", "ATSEM", "elco", "famille Picard"])
def test_whose_account_is_made_by_hand_is_said_so(typed: str) -> None:
    with pytest.raises(Refusal) as met:
        kind_of(KINDS, typed)
    assert met.value.reason == "made-by-hand"


@pytest.mark.parametrize("typed", ["", "Zoé", "Zoé 12", "Zoé " + "P" * 100])
def test_a_first_and_a_last_name_are_needed(typed: str) -> None:
    with pytest.raises(Refusal) as met:
        full_name(typed)
    assert met.value.reason == "full-name-needed"


def test_names_are_the_same_in_any_order_case_and_accents() -> None:
    assert same_name("Zoé Le Goff", "LE GOFF zoe")
    assert not same_name("Zoé Le Goff", "Zoé Goff")


SCHOOLS = (JEAN_MOULIN, LOUISE_MICHEL, JULES_VERNE)
TARGET_ROLES = [(), (Role(Level.SCHOOL, "jean-moulin"),), (Role(Level.CIRCONSCRIPTION, "creil"),)]


def outcome(deed: Deed, me: Person, target: Account, place: Structure) -> str:
    """The reason of the refusal; empty where the deed is allowed."""
    try:
        administration.check_member(deed, me, target, place)
    except Refusal as refusal:
        return refusal.reason
    return ""


@pytest.mark.parametrize("deed", [Deed.ATTACH, Deed.DETACH])
@pytest.mark.parametrize(("level", "structure"), list(zip(Level, CHAIN, strict=True)))
def test_who_answers_above_a_school_attaches_staff_to_it_and_detaches_it(
    deed: Deed, level: Level, structure: Structure
) -> None:
    me = agent(level, structure)
    for home, place, roles, profile in product(SCHOOLS, SCHOOLS, TARGET_ROLES, Profile):
        met = outcome(deed, me, Account("target", "target", "Ana", "Ito", profile, (home,), roles), place)
        if structure not in (place, *place.above):
            assert met == "no-such-school"
        elif level is Level.SCHOOL:
            assert met == "above-school-only"
        elif profile not in STAFF:
            assert met == "no-account"
        elif deed is Deed.DETACH and CREIL in place.above and Role(Level.CIRCONSCRIPTION, "creil") in roles:
            assert met == "answers-above"
        else:
            assert met == ""


@pytest.mark.parametrize("profile", list(Profile))
def test_nobody_without_a_role_attaches_anybody(profile: Profile) -> None:
    target = Account("target", "target", "Ana", "Ito", Profile.TEACHER, (JEAN_MOULIN,))
    assert outcome(Deed.ATTACH, person(profile), target, JEAN_MOULIN) == "administrators-only"


def test_nobody_is_attached_to_anything_but_a_school() -> None:
    target = Account("target", "target", "Ana", "Ito", Profile.TEACHER, (JEAN_MOULIN,))
    met = outcome(Deed.ATTACH, agent(Level.DSDEN, CHAIN[2]), target, CREIL)
    assert met == "above-school-only"
