"""The commands `palier grant` and `revoke`: each yields lines to print, without a running bot."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import AsyncGenerator, Callable

from bot import opening
from bot.folding import fold
from bot.opening import Function, Misconfigured
from bot.storage import people, requests
from bot.storage.work import Work
from bot.terminal import Command
from bot.terms import Level, Role, Structure
from bot.terms.functions import HELD_IN, Given, NotGiven, Town
from bot.workflows.desk import Desk
from bot.workflows.requests import serving
from config.settings import Settings

_FRENCH = {"directeur": "director", "directrice": "director", "editeur": "vendor", "administrateur": "adml"}
_REAL = (
    "PALIER_ENT names a real ENT: its own console gives and withdraws functions, by who administers the structure."
)
_REFUSED = {
    "no-account": "the ENT has no account {typed!r}: give its login",
    "no-structure": "the ENT has no structure {typed!r}: give its UAI, name, or id as `palier structures` told it",
    "several": "several structures are called {typed!r}: give the id of the one that is meant ({ids})",
    "wrong-letter": "{uai} is no UAI: the letter of these digits is {letter}, so a digit or the letter is mistyped",
    "wrong-kind": "{function} is held in a {kind}, and {place} is a {is}",
    "wrong-profile": "{name} is a {profile}: only a teacher or a personnel may hold a function",
    "deleted": "{name} is pre-deleted: an account that leaves is given no function",
}


def add(command: Command) -> None:
    """Adds these commands."""
    given = command("grant", _grant, "gives an account a function in a structure, in the embedded ENT")
    withdrawn = command("revoke", _revoke, "withdraws a function from an account, in the embedded ENT")
    for parser in (given, withdrawn):
        parser.add_argument("account", metavar="ACCOUNT", help="its login")
        parser.add_argument("function", type=_function, metavar="FUNCTION", help=", ".join(HELD_IN))
        parser.add_argument(
            "--structure", required=True, metavar="UAI|ID|NAME", help="where; adml also in a town's space"
        )


async def _grant(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    async with opening.opened(_embedded(settings)) as desk:
        await opening.ready(desk)
        done = await _do(desk, give, given)
        who, what = f"{done.account.name} ({done.account.login})", f"{given.function} of {done.place.name}"
        if not done.changed:
            yield f"{who} is {what} already: nothing changes."
            for line in (*_leaving(done), *_others(done)):
                yield line
            return
        yield f"{who} is {what} from now on{', and is attached there' if done.moved else ''}."
        for line in (*_advice(done), *_others(done)):
            yield line
        if await desk.look(_linked, done):
            yield f"It shows in Telegram within {_minutes(desk)} minutes."
        else:
            yield f"Not linked to Telegram yet: `palier link {done.account.login}`."


async def _revoke(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    async with opening.opened(_embedded(settings)) as desk:
        await opening.ready(desk)
        done = await _do(desk, withdraw, given)
        who, what = f"{done.account.name} ({done.account.login})", f"{given.function} of {done.place.name}"
        if not done.changed:
            yield f"{who} is not {what}: nothing changes."
            return
        yield f"{who} is {what} no more{', and is detached from there' if done.moved else ''}."
        if given.function == "director" and all(function != "director" for _, function in done.holders):
            yield f"{done.place.name} has no head now."
        if isinstance(done.place, Structure):
            yield await desk.look(_treats, desk, done, done.place)
        for line in _others(done):
            yield line
        if await desk.look(_linked, done):
            yield f"It shows in Telegram within {_minutes(desk)} minutes."


async def _do(desk: Desk, act: Callable[[Work, Function], Given], given: argparse.Namespace) -> Given:
    """Does it in one transaction, with its line in the audit; raises `ValueError` with the sentence of a refusal."""
    wanted = Function(given.account, given.function, given.structure)
    try:
        return await desk.do(f"function:{secrets.token_hex(16)}", act, wanted)
    except NotGiven as no:
        raise ValueError(_REFUSED[no.reason].format(**no.facts)) from no


def give(work: Work, wanted: Function) -> Given:
    """Gives the function, with a line in the audit; raises `NotGiven` where that cannot be."""
    return _written(work, "function_given", wanted, opening.grant(work.connection, wanted))


def withdraw(work: Work, wanted: Function) -> Given:
    """Withdraws the function, with a line in the audit; raises `NotGiven` where that cannot be."""
    return _written(work, "function_withdrawn", wanted, opening.revoke(work.connection, wanted))


def _written(work: Work, act: str, wanted: Function, done: Given) -> Given:
    """Writes down what was done, where something was."""
    if done.changed:
        facts = {"account": done.account.id, "school": done.place.id, "function": wanted.function}
        schools = [school.id for school in done.place.schools] if isinstance(done.place, Town) else []
        requests.write_event(work, None, None, act, facts, schools=schools)
    return done


def _advice(done: Given) -> list[str]:
    """What to look at after a function was given: two heads, more administrators than advised, a blocked account."""
    told = list[str]()
    if isinstance(done.place, Town):
        names = ", ".join(school.name for school in done.place.schools)
        follow = "and those that join the town later"
        told.append(
            f"That is at {names}, {follow}." if names else "No school names this town yet: `palier structures`."
        )
    heads = [name for name, function in done.holders if function == "director"]
    others = [name for name, function in done.holders if function == "adml"]
    if len(heads) > 1:
        told.append(f"{done.place.name} has {len(heads)} heads now: {', '.join(heads)}.")
    if len(others) > 1:
        advised = "one colleague besides the head is advised"
        told.append(f"{done.place.name} has {len(others)} local administrators, {', '.join(others)}: {advised}.")
    told += _leaving(done)
    if done.account.blocked:
        told.append("The account is blocked: it can do nothing until it is unblocked.")
    return told


def _leaving(done: Given) -> list[str]:
    """Since when complete files did not name an account that stays now, since it holds a function."""
    if done.left is None:
        return []
    return [f"The account waited for pre-deletion since {done.left:%Y-%m-%d}: it stays while it holds a function."]


def _others(done: Given) -> list[str]:
    """What else the account holds, so that nobody believes this were all."""
    held = "; ".join(f"{function} of {name}" for function, name in done.others)
    return [f"{done.account.name} is also {held}."] if held else []


def _treats(work: Work, desk: Desk, done: Given, at: Structure) -> str:
    """Who treats the requests that come to that structure's desk now: the first desk where somebody linked reads."""
    levels = desk.policy.levels
    own = next(level for level in Level if levels[level].kind is at.kind)
    for level in (one for one in Level if one >= own):
        place = at.ancestor(levels[level].kind)
        there = serving.readers(work, Role(level, place.id)) if place is not None else []
        still = {role for role in done.account.roles if place is not None and role == Role(level, place.id)}
        names = [person.name for person in there if person.account != done.account.id or still]
        if place is not None and names:
            return f"Its requests are treated by {place.name}: {', '.join(names[:5])}{' …' if names[5:] else ''}."
    return "Nobody who is linked treats its requests now: give the function to somebody, and link them."


def _linked(work: Work, done: Given) -> bool:
    person = people.by_account(work, done.account.id)
    return person is not None and person.telegram_id is not None


def _minutes(desk: Desk) -> int:
    """How long the bot goes by what it knows of somebody's rights."""
    return max(1, int(desk.policy.rights.fresh.total_seconds()) // 60)


def _function(typed: str) -> str:
    found = _FRENCH.get(fold(typed), fold(typed))
    if found not in HELD_IN:
        raise argparse.ArgumentTypeError(f"{typed!r} is none of {', '.join(HELD_IN)}")
    return found


def _embedded(settings: Settings) -> Settings:
    """The settings; raises `Misconfigured` where they name a real ENT."""
    if settings.ent != "embedded":
        raise Misconfigured(_REAL)
    return settings
