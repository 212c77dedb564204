"""Who may do what to a request, for every role × level × relation to the school × act; strangers learn nothing."""

from __future__ import annotations

import itertools

import pytest

from bot.terms import Act, Level, Part, Person, Profile, Refusal, Request, Role, Status
from bot.workflows.rules.requests.access import check, standing
from tests.people import BEAUVAIS, CHAIN, JEAN_MOULIN, JULES_VERNE, LOUISE_MICHEL, agent, person, request

AGENT_ACTS = {
    *(Act.TAKE, Act.ANSWER, Act.ASK, Act.HAND, Act.ESCALATE, Act.SEND_BACK, Act.RESOLVE, Act.MERGE),
    *(Act.CORRECT, Act.MOVE),
}
HOLDER_ACTS = {Act.RELEASE, Act.HAND}
REQUESTER_ACTS = {Act.REPLY, Act.CONFIRM, Act.WITHDRAW, Act.ERASE, Act.CORRECT, Act.MOVE}
PEOPLE_ACTS = [act for act in Act if act is not Act.EXPIRE]
STRANGERS = [
    *(person(profile, key=9) for profile in Profile),
    agent(Level.SCHOOL, LOUISE_MICHEL),
    agent(Level.SCHOOL, JULES_VERNE),
    agent(Level.CIRCONSCRIPTION, BEAUVAIS),
]


def standing_at(level: Level) -> Request:
    """A pupil's request that was escalated from the school to that level."""
    visited = tuple(Role(lower, CHAIN[lower].id) for lower in Level if lower <= level)
    return request(level=level, desk=CHAIN[level].id, visited=visited)


def allowed(act: Act, who: Person, about: Request, *parts: Part) -> bool:
    try:
        check(act, standing(who, about, parts), about)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize(("who", "level", "act"), list(itertools.product(STRANGERS, Level, PEOPLE_ACTS)))
def test_a_stranger_hears_only_that_there_is_no_such_request(who: Person, level: Level, act: Act) -> None:
    about = standing_at(level)

    with pytest.raises(Refusal, match="unknown-request") as no:
        check(act, standing(who, about), about)

    assert no.value.facts == {"number": 12}


@pytest.mark.parametrize(("own", "level", "act"), list(itertools.product(Level, Level, PEOPLE_ACTS)))
def test_an_agent_acts_at_their_own_desk_and_only_reads_what_has_left_it(own: Level, level: Level, act: Act) -> None:
    about = standing_at(level)
    who = agent(own, CHAIN[own])

    if own > level:
        expected = False
    elif own == level:
        expected = act in {*AGENT_ACTS, Act.READ, Act.NOTE, Act.REOPEN}
    else:
        expected = act in {Act.READ, Act.NOTE}

    assert allowed(act, who, about) is expected


@pytest.mark.parametrize(("level", "act"), list(itertools.product(Level, PEOPLE_ACTS)))
def test_a_requester_answers_confirms_reopens_and_withdraws(level: Level, act: Act) -> None:
    about = standing_at(level)

    assert allowed(act, person(Profile.STUDENT, key=1), about) is (act in {*REQUESTER_ACTS, Act.READ, Act.REOPEN})


@pytest.mark.parametrize("act", sorted(HOLDER_ACTS))
def test_only_the_holder_gives_a_request_away(act: Act) -> None:
    holder, colleague = agent(Level.SCHOOL, JEAN_MOULIN, 50), agent(Level.SCHOOL, JEAN_MOULIN, 51)
    about = request(holder=50)

    assert allowed(act, holder, about)
    assert not allowed(act, colleague, about)


def test_any_agent_of_the_desk_hands_on_what_nobody_holds() -> None:
    assert allowed(Act.HAND, agent(Level.SCHOOL, JEAN_MOULIN), request())


@pytest.mark.parametrize("act", [Act.CORRECT, Act.MOVE])
@pytest.mark.parametrize("status", [status for status in Status if status is not Status.NEW])
def test_a_requester_corrects_only_what_nobody_has_taken(act: Act, status: Status) -> None:
    with pytest.raises(Refusal, match="correct-too-late"):
        check(act, standing(person(Profile.STUDENT, key=1), request()), request(status=status))


@pytest.mark.parametrize("act", PEOPLE_ACTS)
def test_an_administrator_of_the_school_reads_a_teachers_request_that_never_stood_there(act: Act) -> None:
    circonscription = Role(Level.CIRCONSCRIPTION, CHAIN[1].id)
    about = request(level=Level.CIRCONSCRIPTION, desk=CHAIN[1].id, visited=(circonscription,))

    assert allowed(act, agent(Level.SCHOOL, JEAN_MOULIN), about) is (act in {Act.READ, Act.NOTE})


@pytest.mark.parametrize("act", PEOPLE_ACTS)
def test_who_sent_a_request_on_may_answer_for_the_school(act: Act) -> None:
    about = standing_at(Level.CIRCONSCRIPTION)
    director = agent(Level.SCHOOL, JEAN_MOULIN)

    assert allowed(act, director, about, Part.SENDER) is (act in {Act.READ, Act.NOTE, Act.REPLY})


@pytest.mark.parametrize("act", PEOPLE_ACTS)
def test_a_follower_learns_the_status_and_does_nothing(act: Act) -> None:
    assert allowed(act, person(Profile.RELATIVE, key=9), request(), Part.FOLLOWER) is (act is Act.READ)


def test_a_follower_reads_nothing_of_the_exchange() -> None:
    assert not standing(person(Profile.RELATIVE, key=9), request(), {Part.FOLLOWER}).reads


def test_nobody_reads_the_notes_about_their_own_request() -> None:
    director = agent(Level.SCHOOL, JEAN_MOULIN, key=1)
    about = standing_at(Level.CIRCONSCRIPTION)

    assert not standing(director, about).reads_notes


def test_who_filed_for_someone_stands_as_the_requester() -> None:
    about = request(filer=50)

    assert allowed(Act.CONFIRM, agent(Level.SCHOOL, JEAN_MOULIN, 50), about)
