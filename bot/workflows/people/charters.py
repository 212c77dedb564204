"""The charter: the terms of use of a profile, accepted by version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.storage import consents, people, requests
from bot.storage.work import Work
from bot.terms import Button, Declined, Notice, Person, Profile, Refusal, Unavailable, tongue
from bot.workflows import hats
from bot.workflows.desk import Caller, Desk, person_of
from bot.workflows.people import telling
from bot.workflows.people.speaking import facts_of
from bot.workflows.rules import consent

_DIGITS = 6  #: of a version, in a button


def charter(
    desk: Desk, person: Person, language: str, accept: bool, token: str = "", here: Person | None = None
) -> Notice:
    """The charter of the person's profile in that language; with `accept`, above the button that accepts it.

    That button links the account of the token whose mark is `token`, which is then named just above it; where that is
    empty, the account is linked. `here` is who speaks already where the link was opened; None for nobody.
    """
    terms = desk.policy.charters[person.profile]
    text = terms.text.get(language) or terms.text["fr"]
    facts = facts_of(person) | {"profile": person.profile.value, "text": text, "version": terms.version}
    taken = here is not None and here.id != person.id
    facts |= {"links": bool(token), "taken": taken, "here": here.name if here is not None and taken else ""}
    target = token if terms.version <= 1 else f"{token}:{terms.version}"
    buttons = ((Button("accept", target, 0 if token else person.id, style="success"),),) if accept else ()
    return Notice("charter_to_accept" if accept else "charter", facts, buttons, tongue(language, person.profile))


def changed(shown: Notice) -> Notice:
    """The charter, which says that it has changed since it was shown."""
    return replace(shown, facts={**shown.facts, "changed": True})


def understood(target: str) -> tuple[str, int]:
    """The mark of the link, and the version that was read, of a button that accepts a charter; the first for none.

    Refused for what no button says.
    """
    mark, _, version = target.partition(":")
    if version and not (version.isascii() and version.isdecimal() and len(version) < _DIGITS):
        raise Refusal("old-button")
    return mark, int(version or 1)


async def read_charter(desk: Desk, caller: Caller) -> Notice:
    """The current charter, to be accepted where the person accepted an older version.

    Below a parent's, their children about whom a yes is needed, or about whom they said no.
    """

    def read(work: Work) -> tuple[Person, dict[str, Any]]:
        person = person_of(work, caller)
        return person, hats.for_reader(work, person)

    person, hat = await desk.look(read)
    shown = charter(desk, person, person.language, accept=not desk.policy.ready(person))
    return replace(shown, hat=hat, buttons=(*shown.buttons, *await _children(desk, person)))


async def _children(desk: Desk, parent: Person) -> tuple[tuple[Button, ...], ...]:
    """A button for each child of a parent about whom a yes is needed, and which shows what is answered.

    Empty for anybody else, and where the ENT does not answer.
    """
    if parent.profile is not Profile.RELATIVE or consent.PARENT not in desk.policy.consent.who:
        return ()
    try:
        account = await desk.directory.account(parent.account)
    except (Declined, Unavailable):
        return ()
    return await desk.look(_of_children, parent, account.children) if account is not None else ()


def _of_children(work: Work, parent: Person, accounts: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    known = people.of_accounts(work, accounts)
    linked = [one for one in known if one.telegram_id is not None and (one.waits or consents.of(work, one.id))]
    concerned = [one for one in known if one in linked or telling.says_no(work, one, parent)]
    return tuple((Button("child", str(one.id), parent.id, words=f"👪 {one.name}"),) for one in concerned)


def accept_newer(desk: Desk, work: Work, caller: Caller, read: int) -> Notice:
    """Records that a linked person accepts the current charter; refused where they did so before.

    Shows it where they `read` an older version of it, since when a newer one is in force.
    """
    person = person_of(work, caller)
    version = desk.policy.charters[person.profile].version
    if person.charter >= version:
        raise Refusal("old-button")
    if read < version:
        return changed(charter(desk, person, person.language, accept=True))
    people.change(work, person, charter=version)
    requests.write_event(work, None, person.id, "link", {"charter": version})
    return Notice("charter_accepted", facts_of(person), language=person.tongue)
