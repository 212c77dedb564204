"""`/lien`: a link for one person, which an agent who knows them hands over (commands: `/lien ACCOUNT`).

Whoever opens the link speaks for the account: it is shown as a code is, for long enough to be copied or shared.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote

from bot.storage import interventions, people, tokens
from bot.storage.work import Work
from bot.terms import Account, Button, Level, Notice, Person, Refusal, Way, deep_link
from bot.workflows import hats
from bot.workflows.accounts import finding
from bot.workflows.accounts.naming import naming
from bot.workflows.acting import Meant, carry_out, end
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import issuing, voiding
from bot.workflows.people.givers import GIVE
from bot.workflows.rules import linking as rules
from bot.workflows.rules import meaning
from bot.workflows.rules.accounts.administration import GIVE_LINKS, Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.screens import anew, stands, warned
from bot.workflows.whispering import whisper

_HOUR = timedelta(hours=1)
_ROOM = 30  #: bytes of typed words that a button can hold


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/lien ACCOUNT`: as `start` for the account that the typed words fit, or offers the accounts that they fit."""
    me = await finding.administrator(desk, caller)
    found = await finding.named(desk, me, typed)
    if not found and (many := await _many(desk, me, typed)):
        return many
    if len(found) != 1:
        return finding.choose(me, "link", typed, found)
    return await _begin(desk, cause, caller, me, found[0])


async def _many(desk: Desk, me: Person, typed: str) -> Notice | None:
    """What makes links for many, where the words name classes or a profile of an own school; else None."""
    mine = [role.structure for role in me.roles if role.level is Level.SCHOOL]
    classes = [one for school in dict.fromkeys(mine) for one in await desk.directory.classes(school)]
    if not mine or not meaning.read(typed, classes):
        return None
    short = len(typed.encode()) <= _ROOM and typed.isprintable() and "|" not in typed
    ways = [Button(action, typed, me.id) for action in ("invite_typed", "sheets_typed") if short]
    return Notice("link_many", {"words": typed}, (tuple(ways),) if ways else (), me.tongue)


async def start(desk: Desk, cause: str, caller: Caller, account_id: str) -> Notice | None:
    """The button of an account: shows a link and returns None; asks first where that voids something good."""
    me = await finding.administrator(desk, caller)
    return await _begin(desk, cause, caller, me, await finding.one(desk, me, account_id))


async def confirm(desk: Desk, cause: str, caller: Caller, aim: str) -> Notice | None:
    """The button of the question with that aim: as `give`, where it told all that the link voids; else asks anew."""
    said, colon, account_id = aim.partition(":")
    if not colon or not account_id:  # people can send any data
        raise Refusal("old-button")
    me = await finding.administrator(desk, caller)
    return await _begin(desk, cause, caller, me, await finding.one(desk, me, account_id), said)


async def give(desk: Desk, cause: str, caller: Caller, account_id: str) -> None:
    """Makes a link for the account, and shows it to the agent; all earlier links of the account are void then.

    Refused where the agent may not or asks too often, where the account cannot log in to the ENT, where the ENT does
    not say who has it, or where the link could not be shown.
    """
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    rules.check(me, account)
    await _give(desk, cause, caller, me, account)


async def _give(desk: Desk, cause: str, caller: Caller, me: Person, account: Account) -> None:
    async def make() -> str:
        return await desk.put(_issue, desk, account)

    number, token = await carry_out(desk, cause, caller, Meant(GIVE, Deed.LINK, account), make, _within_limits)
    secret = _shown(desk, me, account, deep_link(desk.username(), token))
    minutes = desk.policy.linking.visible_minutes
    message_id = await whisper(desk, caller.chat_id, secret, number, minutes, caller.topic)
    await desk.act(f"deed:{number}", caller, _given, number, account, seen=message_id != 0)
    if message_id <= 0:
        refusal = Refusal("link-not-shown")
        refusal.language = me.tongue
        raise refusal


async def _begin(
    desk: Desk, cause: str, caller: Caller, me: Person, account: Account, said: str | None = None
) -> Notice | None:
    """Gives a link, or asks first where it voids something good; `said` marks the question that was confirmed."""
    rules.check(me, account)
    facts = await desk.look(_there, account)
    now = warned(facts["linked"], *facts["ways"], facts["coded"])
    if not stands(said or "", now):
        aim = finding.target(account.id)
        row = (Button("link_now", f"{now}{aim}", me.id, once=True), Button("cancel"))
        question = Notice("link_anew", facts, (row,), me.tongue)
        return question if said is None else anew(question)
    await _give(desk, cause, caller, me, account)
    return None


def _there(work: Work, account: Account) -> dict[str, Any]:
    """What the question says: whether the account is linked, by which ways its links came that a new one voids.

    `coded` is whether a sheet among them bears an activation code, which stays good.
    """
    person = people.by_account(work, account.id)
    ways = tokens.ways_of(work, account.id) & rules.voided_by(Way.GIVEN)
    linked = person is not None and person.telegram_id is not None
    coded = Way.SHEET in ways and not (account.activated or account.federated)
    return {"name": account.name, "linked": linked, "ways": sorted(ways), "coded": coded}


def _issue(work: Work, desk: Desk, account: Account) -> str:
    [token] = issuing.issue(work, desk.policy, [account.id], Way.GIVEN).values()
    return token


def _shown(desk: Desk, me: Person, account: Account, link: str) -> Notice:
    """The message that shows the link, with buttons to copy it and to share it from Telegram."""
    share = f"https://t.me/share/url?url={quote(link, safe='')}"
    rows = ((Button("copy_link", copy=link), Button("share_link", url=share)),)
    life = desk.policy.linking.life[Way.GIVEN]
    facts = {
        "name": finding.shy(account),
        "link": link,
        "days": life.days,
        "hours": int(life.total_seconds() // 3600),
    }
    facts |= {"minutes": desk.policy.linking.visible_minutes}
    return hats.as_person(Notice("link_given", facts, rows, me.tongue, secret=True), me)


def _within_limits(turn: Turn, _target: Account) -> None:
    most = turn.policy.linking.per_agent_an_hour
    if interventions.count(turn.work, (GIVE,), turn.work.now - _HOUR, person=turn.me.id) >= most:
        raise Refusal("too-many-links", limit=most)


def _given(turn: Turn, number: int, account: Account, seen: bool) -> None:
    """Records that the link was made; one that nobody saw is void."""
    end(turn.work, number, InterventionEvent.SUCCEED, facts={} if seen else {"unseen": True})
    if not seen:
        voiding.void(turn.work, account.id)


LINK = naming("lien", ask, GIVE_LINKS)
