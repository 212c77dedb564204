"""The list of a school's services, a page for each kind, and the card of one, on which its profiles are switched."""

from __future__ import annotations

from bot.ent.services import ServiceKind
from bot.terms import Button, Notice, Refusal, Saying
from bot.workflows.conversations import steps
from bot.workflows.conversations.shape import Question
from bot.workflows.desk import Turn
from bot.workflows.rules.screens import Row, grid, mark, marked
from bot.workflows.rules.services import addresses, naming
from bot.workflows.services.draft import PROFILES, Draft, Task

_PAGE = 8  #: services on a page
_CHOSEN = "success"  #: the style of the button of what is chosen, which `texts` marks


def switches(turn: Turn, draft: Draft) -> list[Row]:
    """A button for each profile, marked where it is chosen."""
    keys = [
        Button("service_profile", one.value, turn.me.id, style=_CHOSEN if one.value in draft.chosen else "")
        for one in PROFILES
    ]
    return [*grid(keys)]


def hear_profiles(draft: Draft, saying: Saying) -> bool:
    """Chooses the profiles that the words name; False where they name none, or were forwarded."""
    named = [] if saying.forwarded else naming.profiles(saying.typed)
    for profile in named:
        if profile.value not in draft.chosen:
            draft.toggle(profile.value)
    return bool(named)


def _ask_list(turn: Turn, draft: Draft) -> Notice:
    """A page of the services of one kind, below the buttons of the kinds."""
    me, found = turn.me.id, draft.listed
    tabs = [
        Button("service_kind", kind.value, me, style=_CHOSEN if kind.value == draft.kind else "")
        for kind in ServiceKind
    ]
    last = max(0, (len(found) - 1) // _PAGE)
    page = min(draft.page, last)
    here = found[page * _PAGE : (page + 1) * _PAGE]
    rows = [*grid(tabs), *grid([Button("service_look", mark(one.id), me, words=one.name) for one in here])]
    turns = [Button("service_before", str(page - 1), me)] if page else []
    turns += [Button("service_after", str(page + 1), me)] if page < last else []
    rows += [tuple(turns)] if turns else []
    if draft.kind == ServiceKind.LINK:
        rows.append((Button("service_new", "", me, style="primary"),))
    if draft.kind == ServiceKind.CONNECTOR:
        rows.append((Button("service_connector", "", me, style="primary"),))
    facts = {
        "place": draft.place,
        "service_kind": draft.kind,
        "services": [one.facts for one in here],
        "further": page > 0,
    }
    return Notice("services", facts, tuple(rows))


def _hear_list(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes the name of a service, or the address of a new link."""
    if saying.forwarded:
        raise Refusal("choose-below")
    read_line(draft, saying.typed)
    return True


def read_line(draft: Draft, typed: str) -> None:
    """Takes what was typed: an address, with or without a name, begins a link; a name alone leads to its service."""
    address, name = addresses.parted(typed)
    if address:
        draft.begin_link()
        draft.lead_to(address)
        draft.name = naming.read(name) if name else ""
        return
    draft.look_at(naming.found(typed, {one.id: one.name for one in draft.services}))


def _choose_kind(_turn: Turn, draft: Draft, value: str) -> None:
    if value not in {*ServiceKind}:
        raise Refusal("old-button")
    draft.kind, draft.page = value, 0


def _turn_page(_turn: Turn, draft: Draft, value: str) -> None:
    if not (value.isascii() and value.isdecimal() and len(value) < 4):
        raise Refusal("old-button")
    draft.page = int(value)


def _look(_turn: Turn, draft: Draft, value: str) -> None:
    draft.look_at(marked([one.id for one in draft.services], value))


def _begin_new(_turn: Turn, draft: Draft, _value: str) -> None:
    draft.begin_link()


def _ask_card(turn: Turn, draft: Draft) -> Notice:
    """The service, who has it, and what may be done: nothing but to read it where it is not the school's."""
    one, rows = draft.one, list[Row]()
    if one.open:
        rows = switches(turn, draft)
        changed = draft.given or draft.taken
        rows += [(Button("service_save", "", turn.me.id, style="primary"),)] if changed else []
        if one.kind == ServiceKind.LINK:
            keys = (Button("service_change", "", turn.me.id), Button("service_withdraw", "", turn.me.id))
            rows.append(keys)
    changes = {"given": draft.given, "withdrawn": draft.taken} if one.open else {"given": [], "withdrawn": []}
    return Notice("service", one.facts | changes | {"place": draft.place}, tuple(rows))


def _hear_card(turn: Turn, draft: Draft, saying: Saying) -> bool:
    if draft.one.open and hear_profiles(draft, saying):
        return True
    if not steps.agrees(saying):
        raise Refusal("choose-below")
    _save(turn, draft, "")
    return True


def _switch(_turn: Turn, draft: Draft, profile: str) -> None:
    if draft.task != Task.CREATE and (draft.task or not draft.one.open):
        raise Refusal("old-button")
    draft.toggle(profile)


def _save(_turn: Turn, draft: Draft, _value: str) -> None:
    if draft.task:
        raise Refusal("old-button")
    if not draft.one.open or not (draft.given or draft.taken):
        raise Refusal("service-unchanged")
    draft.task, draft.sure = Task.GIVE, True


def _change(_turn: Turn, draft: Draft, _value: str) -> None:
    _own_link(draft)
    draft.task, draft.name, draft.address = Task.CHANGE, "", ""


def _withdraw(_turn: Turn, draft: Draft, _value: str) -> None:
    _own_link(draft)
    draft.task = Task.WITHDRAW


def _own_link(draft: Draft) -> None:
    """Refused unless it is a link that the school itself made, and nothing is being done to it yet."""
    if draft.task or draft.one.kind != ServiceKind.LINK or not draft.one.open:
        raise Refusal("old-button")


LIST: Question[Draft] = Question(
    "list",
    lambda _, draft: not (draft.task or draft.service),
    _ask_list,
    _hear_list,
    {
        "service_kind": _choose_kind,
        "service_before": _turn_page,
        "service_after": _turn_page,
        "service_look": _look,
        "service_new": _begin_new,
    },
    amendable=False,
)
CARD: Question[Draft] = Question(
    "card",
    lambda _, draft: not draft.task,
    _ask_card,
    _hear_card,
    {
        "service_profile": _switch,
        "service_save": _save,
        "service_change": _change,
        "service_withdraw": _withdraw,
    },
    amendable=False,
)
