"""Handing a code on: from the message that shows it to the agent, to the requester or a parent.

The code is read from the message under which the button was pressed. The records only say for whom it was made, and
who its heirs are: the people who may be given it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.cutting import initial
from bot.storage import interventions, outbox, people, requests
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows import hats
from bot.workflows.acting import PATIENCE, end
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import verbs
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.whispering import whisper

RENEWAL, ACTIVATION = "renew_code", "activation_code"  #: names of the acts in the audit
_MOST = 3  #: heirs at most


def heirs(work: Work, account: Account, request: int | None, agent: int) -> list[Person]:
    """The people to whom the code may be handed: the requester alone, if they are the owner or a parent.

    Else the owner and their parents. Only people who are linked and can be reached, and never the agent.
    """
    ids = [account.id, *account.relatives]
    found = [one for key in ids if (one := people.by_account(work, key)) is not None]
    able = [one for one in found if one.telegram_id is not None and one.reachable and one.id != agent]
    asked = requests.load(work, request) if request else None
    asking = [one for one in able if asked is not None and one.id == asked.requester]
    return (asking or able)[:_MOST]


def shown(
    number: int, facts: Mapping[str, Any], code: str, to: Sequence[Person], agent: Person, request: int | None
) -> Notice:
    """The message that shows a code to the agent, with buttons to copy it and to hand it to one of `to`."""
    heir = "none" if not to else _shy(to[0]) if len(to) == 1 else "several"
    rows = [(Button("copy", copy=code),)]
    if to:
        only = to[0].id if len(to) == 1 else 0
        rows.append((Button("hand", f"{number}:{only}", agent.id),))
    if facts["activation"] or facts["blocked"]:  # the account's card shows the login, and the button to unblock
        rows.append((Button("account", f"{request or ''}:{facts['account']}", agent.id),))
    if request:
        rows.append((Button("resolve", str(request), agent.id, style="success"),))
    said = Notice("code_given", {**facts, "code": code, "heir": heir}, tuple(rows), agent.tongue, secret=True)
    return hats.as_person(said, agent)


def choose(turn: Turn, deed: int, code: str) -> Notice:
    """The message that shows the code, with a button for each heir. Refused where the code is not this agent's."""
    made = _deed(turn, deed)
    able = [one for key in made.facts["heirs"] if (one := people.by_id(turn.work, key)) is not None]
    notice = shown(deed, made.facts["shown"], code, able, turn.me, made.request)
    rows = [(Button("hand", f"{deed}:{one.id}", turn.me.id, words=f"📨 {_shy(one)}"),) for one in able]
    copy, *rest = notice.buttons
    return replace(notice, buttons=(copy, *rows, *rest[1:]))


async def hand_over(desk: Desk, cause: str, caller: Caller, deed: int, heir: int, code: str) -> Notice:
    """Shows the code to an heir, and returns the receipt for the agent; refused where that failed."""
    number, chat_id, secret = await desk.act(cause, caller, _handing, deed, heir, code)
    minutes = desk.policy.codes.visible_minutes
    if await whisper(desk, chat_id, secret, number, minutes) <= 0:
        await desk.put(end, number, InterventionEvent.DECLINE, "unreachable")
        missed = Notice("code_missed", {}, (), secret.language)
        await desk.once(f"missed:{number}", outbox.say_later, chat_id, missed, secret.language)
        raise Refusal("code-not-handed")
    return await desk.act(f"deed:{number}", caller, _handed, number)


def _handing(turn: Turn, deed: int, heir: int, code: str) -> tuple[int, int, Notice]:
    """Records that the code is about to be handed on; returns the act's number, the heir's chat and the message.

    Refused where that person may not have it, has it already or is not linked, or a newer code replaced it.
    """
    made = _deed(turn, deed, to_change=True)
    person = people.by_id(turn.work, heir)
    if heir not in made.facts["heirs"]:
        raise Refusal("old-button")
    if made.act == RENEWAL and interventions.renewed(turn.work, made):
        raise Refusal("code-replaced")
    if person is None or person.telegram_id is None:
        raise Refusal("code-not-handed")
    if heir in made.facts.get("handed", ()):
        raise Refusal("already-handed", name=person.name)
    if interventions.under_way(turn.work, turn.me.id, made.account, turn.work.now - PATIENCE):
        raise Refusal("under-way")  # a button pressed twice
    handing = Intervention("hand_over", turn.me.id, made.account, made.whom, made.school, made.request)
    handing.facts = {"deed": deed, "heir": heir}
    number = interventions.intend(turn.work, handing)
    facts = {
        "name": made.facts["first"],
        "code": code,
        "own": person.account == made.account,
        "activation": made.act == ACTIVATION,
        "minutes": turn.policy.codes.visible_minutes,
    }
    rows = ((Button("copy", copy=code),),)
    said = Notice("code_received", facts, rows, person.tongue, secret=True)
    return number, person.telegram_id, replace(said, hat=hats.for_reader(turn.work, person))


def _handed(turn: Turn, number: int) -> Notice:
    """Records that the code arrived; returns the receipt that takes the place of the code in the agent's chat."""
    end(turn.work, number, InterventionEvent.SUCCEED)
    handing = interventions.load(turn.work, number)
    assert handing is not None
    made = _deed(turn, handing.facts["deed"], to_change=True)
    heir = people.by_id(turn.work, handing.facts["heir"])
    assert heir is not None
    interventions.note(turn.work, made.id, handed=[*made.facts.get("handed", ()), heir.id])
    row: tuple[Button, ...] = ()
    if made.request:
        verbs.acted(turn, made.request, "handed", heir.name)
        row = (Button("resolve", str(made.request), turn.me.id, style="success"),)
    return Notice("code_handed", {"name": heir.name}, (row,) if row else ())


def _deed(turn: Turn, number: int, to_change: bool = False) -> Intervention:
    """The act of that number; refused unless it made a code and this person did it."""
    made = interventions.load(turn.work, number, to_change)
    if (
        made is None
        or made.person != turn.me.id
        or made.act not in (RENEWAL, ACTIVATION)
        or "heirs" not in made.facts
    ):
        raise Refusal("old-button")
    return made


def _shy(person: Person) -> str:
    """A person's first name and initial: no message shows a code beside a full name."""
    first, _, last = person.name.partition(" ")
    return f"{first} {initial(last)}." if last else first
