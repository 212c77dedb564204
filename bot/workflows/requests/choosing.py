"""What somebody chooses for the request that they prepare: for whom it is, the school, the category.

Until it is sent, a choice may cease to hold: somebody changes school, an account is deleted, a category is given up.
Then it is asked for again, with the reason; nothing takes its place unasked.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ent.directory import Reason
from bot.folding import words
from bot.storage import people
from bot.terms import Account, Button, Declined, Notice, Person, Refusal, Saying
from bot.workflows import hats, search
from bot.workflows.conversations.shape import Question
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests.draft import Filing, gather, requester, settle, whose
from bot.workflows.rules import naming
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import grid

_MOST = 8  #: accounts offered to choose from


async def learn(desk: Desk, caller: Caller, draft: Filing) -> None:
    """Asks the ENT for the chosen account, or else for the accounts that match the typed name, if one is wanted.

    Before a request for somebody else is sent, asks whether that account is still one that the person administers.
    Refused where the chosen account does not exist, or the person does not administer it.
    """
    if not learns(draft):
        return
    me = await desk.see(caller, lambda turn: turn.me)
    if draft.account:
        account = await _shown(desk, draft.account)
        if account is None or not administration.sees(me, account):
            raise Refusal("no-account", name="")
        _for(draft, await desk.put(people.know, account))
    elif draft.someone:
        found = await search.called(desk.directory, draft.name, administration.scopes(me), _MOST)
        labels = naming.labels(naming.ours(me, found), naming.across(me))
        draft.found = [(one.id, label) for one, label in zip(found, labels, strict=True)]
    else:
        await _verify(desk, me, draft)


def learns(draft: Filing) -> bool:
    """Whether `learn` has something to ask."""
    if draft.again is not None:
        return False
    named = draft.someone and bool(draft.name) and draft.found is None
    return bool(draft.account) or named or (draft.sent and bool(draft.whom))


async def _shown(desk: Desk, account_id: str) -> Account | None:
    """The account; None where it is gone, or out of the bot's sight, so that nobody here administers it."""
    try:
        return await desk.directory.account(account_id)
    except Declined as no:
        if no.reason != Reason.FORBIDDEN:
            raise
        return None


async def _verify(desk: Desk, me: Person, draft: Filing) -> None:
    """Brings what the desk knows of the person it is filed for up to date; asks for whom it is if that is nobody."""
    person = await desk.look(people.by_id, draft.whom)
    try:
        places = [place.id for place in person.places] if person else []
        account = await desk.directory.account(person.account, places) if person else None
    except Declined:  # the ENT does not answer: what the desk knows has to do
        return
    if account is None or not administration.sees(me, account):
        draft.lost, draft.whom, draft.someone, draft.sent = draft.named, 0, True, False
        draft.name, draft.found, draft.place = "", None, ""
    elif person is not None and person.telegram_id is None:  # who is linked is looked up every few hours
        await desk.put(people.know, account)


def _for(draft: Filing, person: Person) -> None:
    """Files for that person; the school chosen before was another person's."""
    draft.whom, draft.named, draft.lost = person.id, person.name, ""
    draft.someone, draft.account, draft.place, draft.sent = False, "", "", False
    settle(person, draft)


def _must_choose_whom(turn: Turn, draft: Filing) -> bool:
    return draft.someone or (bool(draft.whom) and not _administers(turn.me, people.by_id(turn.work, draft.whom)))


def _administers(me: Person, person: Person | None) -> bool:
    """Whether that person, as the desk knows them, is of a structure that `me` administers or of one below it."""
    mine = {role.structure for role in me.roles}
    places = person.places if person is not None else ()
    return any(mine & {place.id, *(above.id for above in place.above)} for place in places)


def _ask_whom(turn: Turn, draft: Filing) -> Notice:
    gone = draft.lost or (draft.named if draft.whom else "")
    if gone and not draft.name:
        return Notice("whom_gone", {"whom": gone}, ((Button("myself", "", turn.me.id),),))
    if not draft.name:
        return Notice("ask_whom")
    if not draft.found:
        return Notice("nobody_found", {"words": draft.name})
    rows = tuple((Button("whom", key, turn.me.id, words=label),) for key, label in draft.found)
    return Notice("choose_whom", {"words": draft.name}, rows)


def _hear_name(turn: Turn, draft: Filing, saying: Saying) -> bool:
    """Takes the words as a name; files that come with them belong to the description."""
    if not saying.text:
        raise Refusal("text-needed")
    gather(turn, draft, replace(saying, text=""))
    draft.someone, draft.whom, draft.name, draft.found = True, 0, saying.typed, None
    return True


def _choose_account(_turn: Turn, draft: Filing, account_id: str) -> None:
    draft.account = account_id  # `learn` asks the ENT whether this person may see that account


def _choose_myself(turn: Turn, draft: Filing, _value: str) -> None:
    _for(draft, turn.me)
    draft.whom, draft.named, draft.above = 0, "", False


def _must_choose_place(turn: Turn, draft: Filing) -> bool:
    places = requester(turn, draft).places
    if draft.place:
        return bool(places) and draft.place not in {one.id for one in places}
    return len(places) > 1


def _ask_place(turn: Turn, draft: Filing) -> Notice:
    rows = tuple(
        (Button("place", place.id, turn.me.id, words=place.name),) for place in requester(turn, draft).places
    )
    facts = whose(turn, draft)
    if draft.place and draft.school:
        return Notice("place_gone", facts | {"place": draft.school}, rows)
    return Notice("ask_place", facts, rows)


def _choose_place(turn: Turn, draft: Filing, chosen: str) -> None:
    names = dict(draft.offered) | {one.id: one.name for one in requester(turn, draft).places}
    if chosen not in names:
        raise Refusal("old-button")
    draft.place, draft.school, draft.sent = chosen, names[chosen], False  # asked for again if it is lost meanwhile


def _must_choose_category(turn: Turn, draft: Filing) -> bool:
    return draft.category not in turn.policy.categories


def _ask_category(turn: Turn, draft: Filing) -> Notice:
    made = [Button("category", key, turn.me.id) for key in turn.policy.categories]
    rows = [*grid(made)]
    if turn.me.is_agent and not draft.whom:
        rows.append((Button("someone", "", turn.me.id),))
    rows += accounts(turn, draft)
    facts = whose(turn, draft)
    if draft.category:
        return Notice("category_gone", facts | {"category": draft.category}, tuple(rows))
    return worn(turn, Notice("ask_category", facts, tuple(rows)))


def _hear_category(turn: Turn, draft: Filing, saying: Saying) -> bool:
    """Takes the name of a category as the choice, anything else as a part of the description."""
    named = " ".join(words(saying.text))
    if saying.files or named not in turn.policy.categories:
        return gather(turn, draft, saying)
    _choose_category(turn, draft, named)
    return True


def _choose_category(_turn: Turn, draft: Filing, category: str) -> None:
    draft.category, draft.sent = category, False  # asked for again if the operator gave it up meanwhile


def accounts(turn: Turn, draft: Filing) -> list[tuple[Button, ...]]:
    """A button for each other account of the caller's, which has it file in the place of the one that does.

    Empty where the request is for somebody else, or the caller has no other account that may act.
    """
    mine = hats.own(turn)
    others = [
        one for one in mine if one.id != turn.me.id and turn.policy.ready(one) and not (draft.whom or one.waits)
    ]
    return [(Button("file_as", str(one.id), turn.me.id, words=hats.words(one, mine)),) for one in others]


def worn(turn: Turn, notice: Notice) -> Notice:
    """The question, which names the account that files where the caller has several."""
    alone = len(hats.own(turn)) < 2
    return notice if alone else replace(notice, hat=turn.me.hat)


def _for_someone(turn: Turn, draft: Filing, _value: str) -> None:
    if not turn.me.is_agent:
        raise Refusal("old-button")
    draft.someone, draft.name, draft.found = True, "", None


QUESTIONS = (
    Question(
        *("whom", _must_choose_whom, _ask_whom, _hear_name),
        {"whom": _choose_account, "myself": _choose_myself},
        files=True,
    ),
    Question("place", _must_choose_place, _ask_place, gather, {"place": _choose_place}, files=True),
    Question(
        *("category", _must_choose_category, _ask_category, _hear_category),
        {"category": _choose_category, "someone": _for_someone},
        files=True,
    ),
)
