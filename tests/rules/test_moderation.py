"""Who may treat a report, for every role × school × told to the ERUN or not; a stranger learns nothing."""

from __future__ import annotations

from itertools import product

import pytest

from bot.terms import Level, Person, Profile, Refusal, Role, Structure
from bot.workflows.rules.reports import moderation
from tests.people import BEAUVAIS, CHAIN, CREIL, JEAN_MOULIN, JULES_VERNE, LOUISE_MICHEL, agent, person

SCHOOLS = {JEAN_MOULIN.id: CREIL, LOUISE_MICHEL.id: CREIL, JULES_VERNE.id: BEAUVAIS}
POSTS = [*zip(Level, CHAIN, strict=True), (Level.SCHOOL, LOUISE_MICHEL), (Level.SCHOOL, JULES_VERNE)]
POSTS += [(Level.CIRCONSCRIPTION, BEAUVAIS)]
FAMILIES = [person(profile, key=n) for n, profile in enumerate(Profile, 10)]


@pytest.mark.parametrize(("level", "structure"), POSTS)
@pytest.mark.parametrize(("school", "told"), list(product(SCHOOLS, (False, True))))
def test_the_schools_own_administrators_may_and_the_erun_who_was_told(
    level: Level, structure: Structure, school: str, told: bool
) -> None:
    above = SCHOOLS[school]

    allowed = moderation.may(agent(level, structure), school, above.id if told else "")

    own = level is Level.SCHOOL and structure.id == school
    assert allowed is (own or (told and level is Level.CIRCONSCRIPTION and structure == above))


@pytest.mark.parametrize("me", [*FAMILIES, agent(Level.SCHOOL, LOUISE_MICHEL), agent(Level.DSDEN, CHAIN[2])])
@pytest.mark.parametrize("told", ["", CREIL.id])
def test_a_stranger_hears_that_there_is_no_such_report(me: Person, told: str) -> None:
    with pytest.raises(Refusal, match="unknown-report") as no:
        moderation.check(me, JEAN_MOULIN.id, told)

    assert no.value.facts == {}


@pytest.mark.parametrize("me", FAMILIES)
def test_families_and_teachers_have_no_list_of_reports(me: Person) -> None:
    with pytest.raises(Refusal, match="administrators-only"):
        moderation.posts(me)


def test_those_above_the_circonscription_have_none_either() -> None:
    with pytest.raises(Refusal, match="school-administrators-only"):
        moderation.posts(agent(Level.DSDEN, CHAIN[2]))


def test_a_list_holds_the_reports_of_every_post() -> None:
    both = person(Profile.PERSONNEL, Role(Level.SCHOOL, JEAN_MOULIN.id), Role(Level.CIRCONSCRIPTION, BEAUVAIS.id))

    assert moderation.posts(both) == ((JEAN_MOULIN.id,), (BEAUVAIS.id,))
