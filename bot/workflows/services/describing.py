"""The questions about a link that is made or changed: its address, its name, who gets it; and the confirmations."""

from __future__ import annotations

from bot.folding import fold
from bot.terms import Button, Notice, Refusal, Saying
from bot.workflows.conversations import steps
from bot.workflows.conversations.shape import Question
from bot.workflows.desk import Turn
from bot.workflows.rules.services import addresses, naming
from bot.workflows.services.draft import Draft, Task
from bot.workflows.services.showing import hear_profiles, switches

_NAMED = ("link", "connector")  #: the kinds whose names must differ in a school


def _before(draft: Draft) -> str:
    """The name of the link that is changed; empty for a new one."""
    return draft.one.name if draft.task == Task.CHANGE else ""


def _ask_address(_turn: Turn, draft: Draft) -> Notice:
    before = draft.one.address if draft.task == Task.CHANGE else ""
    return Notice("service_address", {"place": draft.place, "name": _before(draft), "address": before})


def _hear_address(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes an address; a name beside it, too, where none is known."""
    address, name = addresses.parted(saying.typed)
    draft.lead_to(address or saying.typed)
    if address and name and not draft.name:
        _call(draft, name)
    return True


def _ask_name(_turn: Turn, draft: Draft) -> Notice:
    return Notice("service_name", draft.told | {"before": _before(draft)})


def _hear_name(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    _call(draft, saying.typed)
    return True


def _call(draft: Draft, typed: str) -> None:
    """Takes a name; refused where another link or connector of the school bears it."""
    name = naming.read(typed)
    check_free(draft, name)
    draft.name = name


def check_free(draft: Draft, name: str) -> None:
    """Raises a `Refusal` where a link or connector that the school has bears that name."""
    others = [one for one in draft.services if one.kind in _NAMED and one.id != draft.service]
    if fold(name) in {fold(one.name) for one in others}:
        raise Refusal("service-taken", name=name)


def _keep_address(draft: Draft) -> None:
    draft.address, draft.completed, draft.plain, draft.keyed = draft.one.address, False, False, False


def _keep_name(draft: Draft) -> None:
    draft.name = draft.one.name


def _ask_link(turn: Turn, draft: Draft) -> Notice:
    """Sums up a new link, with a button for each profile that may get it."""
    rows = switches(turn, draft)
    rows += [(Button("service_now", "", turn.me.id, style="primary"),)] if draft.chosen else []
    return Notice("link_asked", draft.told | {"profiles": draft.chosen}, tuple(rows))


def _ask_sure(turn: Turn, draft: Draft) -> Notice:
    """Asks to confirm a change, or a withdrawal."""
    one = draft.one
    if draft.task == Task.WITHDRAW:
        row = (Button("service_now", "", turn.me.id, style="danger"),)
        return Notice("link_withdraw_asked", one.facts | {"place": draft.place}, (row,))
    row = (Button("service_now", "", turn.me.id, style="primary"),)
    return Notice("link_change_asked", draft.told | {"before": one.name}, (row,))


def _hear_who(turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes the names of profiles, which are chosen; or a yes."""
    return hear_profiles(draft, saying) or _hear_sure(turn, draft, saying)


def _hear_sure(turn: Turn, draft: Draft, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("service-confirm")
    _confirm(turn, draft, "")
    return True


def _confirm(_turn: Turn, draft: Draft, _value: str) -> None:
    if draft.task == Task.CREATE:
        if not (draft.name and draft.address):
            raise Refusal("old-button")
        if not draft.chosen:
            raise Refusal("service-for-nobody")
        check_free(draft, draft.name)
    elif draft.task == Task.CHANGE:
        if (draft.name, draft.address) == (draft.one.name, draft.one.address):
            raise Refusal("service-unchanged")
    elif draft.task != Task.WITHDRAW:
        raise Refusal("old-button")
    draft.sure = True


QUESTIONS: tuple[Question[Draft], ...] = (
    Question(
        "address", lambda _, draft: draft.task == Task.CREATE and not draft.address, _ask_address, _hear_address
    ),
    Question("name", lambda _, draft: draft.task == Task.CREATE and not draft.name, _ask_name, _hear_name),
    Question(
        *("other_address", lambda _, draft: draft.task == Task.CHANGE and not draft.address),
        *(_ask_address, _hear_address),
        skip=_keep_address,
    ),
    Question(
        *("other_name", lambda _, draft: draft.task == Task.CHANGE and not draft.name, _ask_name, _hear_name),
        skip=_keep_name,
    ),
    Question(
        *("who", lambda _, draft: draft.task == Task.CREATE and not draft.sure, _ask_link, _hear_who),
        picks={"service_now": _confirm},
        amendable=False,
    ),
    Question(
        "sure", lambda _, draft: not draft.sure, _ask_sure, _hear_sure, {"service_now": _confirm}, amendable=False
    ),
)
