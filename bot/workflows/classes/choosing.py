"""The screen on which the classes and teaching groups of somebody are switched on and off (guide, chapter 3.B.2).

Nothing changes in the ENT before `Enregistrer`. Only what the schools of whoever asks have is shown, and changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.folding import words
from bot.terms import Account, Button, Notice, Person, Refusal, Saying
from bot.workflows.accounts import finding
from bot.workflows.accounts import naming as whom
from bot.workflows.classes import rounds, saving
from bot.workflows.classes.draft import Draft
from bot.workflows.classes.rounds import Round
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import scenes
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration, staffing
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.classes import labels
from bot.workflows.rules.classes.labels import Choice
from bot.workflows.rules.screens import grid, mark

_ACROSS = 3  #: classes in a row
_SAVE = frozenset({"enregistrer", "save"})  #: words that press `Enregistrer`
_CHOSEN = "success"  #: the style of the button of what is chosen, which `texts` marks


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/classe ACCOUNT`: the screen; with labels after the name, asks to confirm these. Offers accounts that fit."""
    me = await finding.administrator(desk, caller)
    labels.refuse_renaming(typed)
    found, name, rest = await finding.first_named(desk, me, typed)
    if len(found) == 1:
        return await course.open_with(desk, cause, caller, CLASSES, Draft(found[0].id, typed=rest))
    if not (found and rest):
        return finding.choose(me, "classes", name, found)
    first = found[: finding.MOST]
    bearers = dict(
        zip([one.id for one in first], naming.labels(naming.ours(me, first), naming.across(me)), strict=True)
    )
    draft = Draft(typed=rest, words=name, bearers=bearers, more=len(found) > len(first))
    return await course.open_with(desk, cause, caller, CLASSES, draft)


async def start(desk: Desk, cause: str, caller: Caller, account_id: str, request: int | None = None) -> Notice | None:
    """The button of an account's card: the screen."""
    return await course.open_with(desk, cause, caller, CLASSES, Draft(account_id, request=request))


async def start_for(desk: Desk, cause: str, caller: Caller, number: int) -> Notice | None:
    """The button of a request's card: the screen of its requester."""
    await finding.administrator(desk, caller)
    return await start(desk, cause, caller, await desk.see(caller, scenes.account_of, number), number)


async def start_round(desk: Desk, cause: str, caller: Caller) -> Notice | None:
    """Goes through the teachers of a school who have no class, one after the other."""
    return await course.open_with(desk, cause, caller, CLASSES, Draft(round=Round()))


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    """Asks the ENT who is next, where teachers are gone through, and what that account teaches now."""
    me = await finding.administrator(desk, caller)
    if draft.bearers and not draft.account:
        return
    if draft.round is not None and not draft.account:
        draft.account = await rounds.next_one(desk, me, draft.round)
        if not draft.account:
            return
    account = await finding.one(desk, me, draft.account)
    administration.check(Deed.CLASSES, me, account)
    draft.account, draft.name = account.id, account.name
    draft.choices, draft.had = await _offered(desk, me, account)
    draft.chosen = list(draft.had)
    wanted = draft.take(draft.typed) if draft.typed else []
    if draft.typed and draft.chosen == draft.had and not draft.unread:
        raise Refusal("classes-already", name=draft.name, names=_labels([draft.choices[at] for at in wanted]))
    if draft.unread:  # the screen says so, and is saved as any other
        draft.typed = ""
    draft.known = True


async def _offered(desk: Desk, me: Person, account: Account) -> tuple[list[Choice], list[int]]:
    """What there is to choose from for that account, and the positions of what it has."""
    schools = staffing.schools(me, account)
    choices, mine = list[Choice](), set[str]()
    for school in schools:
        place = school.name if len(schools) > 1 else ""
        has = await desk.directory.teaching(account.id, school.id)
        mine |= has.classes | has.groups
        choices += [Choice(one.id, one.name, False, place) for one in await desk.directory.classes(school.id)]
        choices += [Choice(one.id, one.name, True, place) for one in await desk.directory.teaching_groups(school.id)]
    return choices, [at for at, one in enumerate(choices) if one.id in mine]


def _ask_whom(turn: Turn, draft: Draft) -> Notice:
    rows = tuple((Button("member", key, turn.me.id, words=label),) for key, label in draft.bearers.items())
    return Notice("choose_account", {"words": draft.words, "more": draft.more}, rows)


def _choose_whom(_turn: Turn, draft: Draft, account_id: str) -> None:
    if account_id not in draft.bearers:
        raise Refusal("old-button")
    draft.account = account_id


def _ask(turn: Turn, draft: Draft) -> Notice:
    """The screen: a button for each class, and what `Enregistrer` would change."""
    keys = [
        Button("class_toggle", str(at), turn.me.id, words=one.label, style=_CHOSEN if at in draft.chosen else "")
        for at, one in enumerate(draft.choices)
    ]
    rows = list(grid(keys, _ACROSS if not any(one.place for one in draft.choices) else 1))
    last = [Button("class_save", "", turn.me.id, style="primary")] if draft.added or draft.removed else []
    last += [Button("class_next", mark(draft.account), turn.me.id)] if draft.round is not None else []
    rows += [tuple(last)] if last else []
    facts = {
        "name": draft.name,
        "has": _labels([draft.choices[at] for at in draft.had]),
        "added": _labels(draft.added),
        "removed": _labels(draft.removed),
        "empty": not draft.choices,
        "unread": draft.unread,
        "round": draft.round.facts if draft.round is not None else {},
    }
    return Notice("classes", facts, tuple(rows))


def _ask_sure(turn: Turn, draft: Draft) -> Notice:
    row = (Button("class_now", "", turn.me.id, style="success"),)
    return Notice("classes_asked", {"name": draft.name, "names": _labels(draft.added)}, (row,))


def _ask_school(turn: Turn, draft: Draft) -> Notice:
    assert draft.round is not None
    keys = (Button("class_at", key, turn.me.id, words=f"🏫 {name}") for key, name in draft.round.schools.items())
    return Notice("classes_where", {}, tuple((key,) for key in keys))


def _hear(turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes labels that are typed, and switches them on; where teachers are gone through, also a teacher's name.

    The word of the button, or a yes, saves what is chosen.
    """
    if steps.agrees(saying) or (_SAVE & set(words(saying.text)) and not saying.forwarded):
        _save(turn, draft, "")
        return True
    try:
        draft.take(saying.text)
    except Refusal as refusal:
        if draft.round is None or refusal.reason != "classes-unknown":
            raise
        _leave(draft)
        draft.round.wanted = saying.text
    return True


def _hear_sure(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("classes-confirm")
    draft.sure = True
    return True


def _hear_school(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    assert draft.round is not None
    draft.round.choose(saying.text)
    draft.known = False
    return True


def _toggle(_turn: Turn, draft: Draft, value: str) -> None:
    if not (value.isascii() and value.isdecimal() and len(value) < 4 and int(value) < len(draft.choices)):
        raise Refusal("old-button")
    draft.chosen, draft.unread = sorted({*draft.chosen} ^ {int(value)}), ""


def _save(_turn: Turn, draft: Draft, _value: str) -> None:
    if not draft.known or not (draft.added or draft.removed):
        raise Refusal("classes-unchanged")
    draft.sure = True


def _next(_turn: Turn, draft: Draft, value: str) -> None:
    """Refused where the button is that of the account before: a second tap passes over nobody unseen."""
    if draft.round is None or value != mark(draft.account):
        raise Refusal("old-button")
    _leave(draft)


def _choose_school(_turn: Turn, draft: Draft, value: str) -> None:
    if draft.round is None or value not in draft.round.schools:
        raise Refusal("old-button")
    draft.round.school, draft.known = value, False


def _leave(draft: Draft) -> None:
    """Goes on with another account; this one does not come again in the round. Refused before a choice is saved."""
    assert draft.round is not None
    if draft.added or draft.removed:
        raise Refusal("classes-unsaved", name=draft.name)
    draft.round.passed.append(draft.account)
    draft.round.saved = {}
    draft.account, draft.name, draft.known = "", "", False
    draft.choices, draft.had, draft.chosen = [], [], []


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice | None:
    """Saves what is chosen, and goes on with the next teacher of a round; or ends a round in which nobody is left."""
    if not draft.account:
        assert draft.round is not None
        return await desk.act(cause, caller, rounds.end, draft.round)
    said = await saving.save(desk, cause, caller, draft.account, draft.request, (draft.added, draft.removed))
    if draft.round is None or said.kind != "classes_saved":
        return said
    draft.round.passed.append(draft.account)
    draft.round.saved = {"name": draft.name, **said.facts}
    return await course.open_with(desk, f"{cause}:next", caller, CLASSES, Draft(round=draft.round))


def _may(turn: Turn, _draft: Draft) -> None:
    """Refused where this person administers nobody any more."""
    administration.scopes(turn.me)


def _labels(choices: Sequence[Choice]) -> str:
    return ", ".join(one.label for one in choices)


def _without_school(_turn: Turn, draft: Draft) -> bool:
    return draft.round is not None and not draft.round.school


def _unsure(_turn: Turn, draft: Draft) -> bool:
    return bool(draft.account) and not draft.sure


_PICKS = {"class_toggle": _toggle, "class_save": _save, "class_next": _next}

CLASSES = Conversation(
    "classes",
    Draft,
    (
        Question(
            *("whom", lambda _, draft: bool(draft.bearers) and not draft.account, _ask_whom, steps.hear_no_words),
            picks={"member": _choose_whom},
        ),
        Question("school", _without_school, _ask_school, _hear_school, {"class_at": _choose_school}),
        Question(
            "typed",
            lambda turn, draft: bool(draft.typed) and _unsure(turn, draft),
            _ask_sure,
            _hear_sure,
            {"class_now": _save},
            amendable=False,
        ),
        Question("classes", _unsure, _ask, _hear, _PICKS, amendable=False),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not draft.known and not draft.sure,
    may=_may,
)

NAMED = whom.naming("classes", ask, staffing.NEAR, finding.readings, beside=("classes_round",))
