"""Back to the rules that an ENT begins with; and asking those above for what only they may change."""

from __future__ import annotations

from dataclasses import dataclass

from bot.terms import Button, Notice, Refusal, Saying, Structure
from bot.workflows.accounts import finding
from bot.workflows.communication import doing, reading
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import filed
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.communication import sums

_CATEGORY = "application"  #: of the request that asks those above


@dataclass(slots=True)
class Draft:
    """The school, and how many cells of its table would change."""

    school: str
    place: str = ""
    differs: int = -1
    sure: bool = False


async def start(desk: Desk, cause: str, caller: Caller, key: str) -> Notice | None:
    """The button under the table of a school that is not as usual: asks to confirm."""
    _, school = await reading.one_of(desk, caller, key)
    return await course.open_with(desk, cause, caller, RESET, Draft(school.id))


async def worded(desk: Desk, caller: Caller, target: str) -> tuple[Notice, Structure]:
    """The words of the request that a button asks those above for, for `ask` to file; and its school.

    It is about the rule between two groups, or about all rules of a school.
    """
    if ":" in target:
        me, known, one, other = await reading.rule(desk, caller, target)
        facts = {"writers": one.facts, "written": other.facts, "place": known.school.name}
        return Notice("rule_above_words", facts, language=me.tongue), known.school
    me, school = await reading.one_of(desk, caller, target)
    return Notice("rules_above_words", {"place": school.name}, language=me.tongue), school


def ask(turn: Turn, school: Structure, words: str) -> None:
    """Files the request at the level above; its receipt is queued."""
    administration.check_school(turn.me, school.id)
    filed.file(turn, filed.Filed(_CATEGORY, [(0, words)], (), school, above=True, composed=True), turn.me)


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    me = await finding.administrator(desk, caller)
    school = next((one for one in await finding.own_schools(desk, me) if one.id == draft.school), None)
    if school is None:
        raise Refusal("not-your-school")
    known, usual = await reading.of_school(desk, school), desk.policy.communication
    draft.place = school.name
    draft.differs = len(sums.changed(sums.table(known.circles, known.rules, usual), usual))


def _ask(turn: Turn, draft: Draft) -> Notice:
    row = (Button("rules_reset_now", "", turn.me.id, style="danger"),)
    return Notice("rules_reset_asked", {"place": draft.place, "differs": draft.differs}, (row,))


def _hear(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("choose-below")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Draft, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    return await doing.reset(desk, cause, caller, draft.school, draft.place)


def _may(turn: Turn, draft: Draft) -> None:
    """Refused where this person does not administer the school any more."""
    administration.check_school(turn.me, draft.school)


RESET = Conversation(
    "rules_reset",
    Draft,
    (Question("sure", lambda _turn, draft: not draft.sure, _ask, _hear, {"rules_reset_now": _confirm}),),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: draft.differs < 0,
    may=_may,
)
