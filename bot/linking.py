"""The commands `palier link`, `fiches`, `tokens` and `unlink`: each yields lines to print, without a running bot."""

from __future__ import annotations

import argparse
import os
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot import app, links, opening, printing
from bot.opening import Misconfigured
from bot.printing import Form
from bot.storage import handouts, people
from bot.terminal import Command
from bot.terms import Account, Kind, Profile, Refusal, Sheet, Structure, Way, deep_link
from bot.workflows.desk import Desk
from bot.workflows.people import issuing, unlinking
from bot.workflows.rules import meaning, written
from bot.workflows.rules.calendar import today
from bot.workflows.rules.lists.filters import called
from bot.workflows.sheets import gathering
from bot.workflows.sheets.gathering import CLASS, PROFILE, SCHOOL, Wanted
from config.settings import Settings

_NAMED = 10  #: people named in one line
_NUMBERS = 2**63  #: all that a database keeps are below
_CODES = "take the paper back, or have these accounts activated at once; /bloquer closes one until then."
#: what is said of an account that cannot log in and gets no link, by how it is barred
_BARRED = {
    "blocked": "the account of {} is blocked and gets no link: have its school unblock it first",
    "deleted": "the account of {} is being deleted and gets no link: have it restored in the ENT first",
}
_REPLACES = "; it is linked already, and whoever accepts this link takes the place of that Telegram account"
_FORMS = {".pdf": Form.FOUR, ".csv": Form.CSV, ".xlsx": Form.XLSX}


def add(command: Command) -> None:
    """Adds these commands."""
    link = command("link", _link, "prints a one-time token for each account, and its deep link")
    link.add_argument("accounts", metavar="ACCOUNT", nargs="+", help="a login")
    sheets = command("fiches", _fiches, "writes the connection sheets of a school into a file; earlier ones are void")
    sheets.add_argument("--school", required=True, metavar="UAI|ID", help="the school's official code, or identifier")
    whom = sheets.add_mutually_exclusive_group()
    whom.add_argument("--profile", type=_profile, metavar="PROFILE", help="only eleve, parent, enseignant …")
    whom.add_argument("--class", dest="of_class", metavar="CLASS", help="only this class; or several: CM1, CM2")
    sheets.add_argument("--all", action="store_true", help="also those who are linked already")
    sheets.add_argument("--out", type=_out, required=True, metavar="FILE", help="*.pdf, *.csv or *.xlsx")
    listed = command("tokens", _tokens, "lists links that were handed out; makes some of them void")
    listed.add_argument("--school", metavar="UAI|ID", help="only those of this school")
    void = "makes the links of handout N void, or the one link that was given to the account of that login"
    listed.add_argument("--revoke", metavar="N|ACCOUNT", help=void)
    gone = command("unlink", _unlink, "unlinks an account from its Telegram account, which is told")
    gone.add_argument("account", metavar="ACCOUNT", help="its login; where the ENT lost it, its identifier")


async def _link(arguments: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    """Each account gets one link, however often and in whatever spelling its login is given."""
    name = await app.username(settings)
    async with _desk(settings) as desk:
        found = {login: await desk.directory.by_login(login) for login in arguments.accounts}
        accounts = {one.id: one for one in found.values() if one is not None}.values()
        for account in (one for one in accounts if not one.barred):
            yield await _linked(desk, account, name)
    left = [_BARRED[one.barred].format(f"{one.name} ({one.login})") for one in accounts if one.barred]
    if unknown := [login for login, account in found.items() if account is None]:
        left.append(f"the ENT has no account {', '.join(map(repr, unknown))}")
    if left:
        raise ValueError("; ".join(left))


async def _linked(desk: Desk, account: Account, name: str) -> str:
    """Makes a link for the account, and words it; where one is linked already, says what it does to that."""
    linked = await desk.look(people.by_account, account.id)
    token = await issuing.issue_alone(desk, account)
    link = f"\n  {deep_link(name, token)}" if name else ""
    days = desk.policy.linking.life[Way.OPERATOR].days
    there = _REPLACES if linked is not None and linked.telegram_id is not None else ""
    return f"{account.name} ({account.login}), valid {days} days, once{there}:\n  /start {token}{link}"


async def _fiches(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    """Writes the file first, whose links become good once it is whole."""
    name = await app.username(settings)
    if not name:
        raise Misconfigured("A sheet bears the bot's link: PALIER_TELEGRAM_TOKEN is missing, or Telegram away.")
    async with _desk(settings) as desk:
        place = await _school(desk, given.school)
        wanted = Wanted(*await _whom(desk, place, given), everybody=given.all)
        gathered = await gathering.gather(desk, None, place.id, wanted)
        accounts = [one.id for one in gathered.chosen.accounts]
        if not accounts:
            raise ValueError("there is nobody to make a sheet for: are all linked already? See --all")
        codes = await gathering.codes(desk, place.id, gathered.chosen.accounts)
        names = await gathering.children(desk, gathered)
        fresh = issuing.make(accounts)
        days = (today(desk.clock()), today(desk.clock() + desk.policy.linking.life[Way.SHEET]))
        made = gathering.sheets(gathered, wanted, place, fresh, codes, names, days)
        sheets = [replace(one, link=deep_link(name, one.link)) for one in made]
        part = _write(given.out, sheets)
        given_out = (Way.SHEET, place.id, wanted.scope, None, fresh)
        try:
            number, _ = await desk.do(_cause("handout"), issuing.hand_out, desk.policy, accounts, *given_out)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        part.replace(given.out)
    yield f"{len(sheets)} sheets of {place.name} in {given.out}, handout {number}: `palier tokens --revoke {number}`."
    if given.out.suffix == ".pdf" and (odd := printing.unwritten(sheets)):
        some = ", ".join(odd[:_NAMED]) + (" …" if len(odd) > _NAMED else "")
        yield f"Letters that the sheets cannot write are printed as […] in {len(odd)} names: {some}"
    yield "The file holds secrets: delete it once it is printed."


def _write(path: Path, sheets: Sequence[Sheet]) -> Path:
    """Writes the sheets beside the path, the owner's alone; returns where. Leaves no file where that fails.

    Whatever has that name is kept: it may be the only copy of sheets that were handed out.
    """
    if path.exists() or path.is_symlink():
        raise ValueError(f"{path} is there already: delete it, or name another file")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent}: make it, or name another file")
    form = Form.ONE if len(sheets) == 1 and path.suffix == ".pdf" else _FORMS[path.suffix]
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(file, "wb") as out:
            printing.write(form, printing.order(sheets), out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


async def _tokens(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    async with _desk(settings) as desk:
        school = (await _school(desk, given.school)).id if given.school else ""
        if given.revoke is None:
            for line in await links.listed(desk, school) or ["No links."]:
                yield line
        elif given.revoke.isdecimal():
            async for line in _revoke(desk, int(given.revoke), school):
                yield line
        else:
            yield await _revoke_alone(desk, given.revoke, school)


async def _unlink(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    async with _desk(settings) as desk:
        account = await desk.directory.by_login(given.account)
        if not await unlinking.unlink(desk, account.id if account is not None else given.account):
            raise ValueError(f"no Telegram account is linked to {given.account!r}")
        yield f"{given.account} is unlinked: its chat is told by the bot that runs, and its links are void."


async def _revoke(desk: Desk, number: int, school: str) -> AsyncIterator[str]:
    """Makes the links of a handout void; then tells which activation codes on its sheets stay good."""
    handout = await desk.look(handouts.by_id, number) if number < _NUMBERS else None
    if handout is None or school not in ("", handout.school):
        raise ValueError(f"there is no handout {number}" + (" of that school" if school else ""))
    try:
        count = await desk.do(_cause("revoke"), issuing.revoke, handout, None)
    except Refusal as no:
        raise ValueError(f"the links of handout {number} are void already") from no
    yield f"{count} links of handout {number} are void."
    codes = await gathering.open_codes(desk, handout)
    if codes != 0:
        where = "the sheets of accounts never activated" if codes is None else f"{codes} of its sheets"
        yield f"Activation codes that are still good, and that nobody can make void, stand on {where}: {_CODES}"


async def _revoke_alone(desk: Desk, typed: str, school: str) -> str:
    """Makes the link that an account was given alone void; the account is named by its login, or its identifier."""
    account = await desk.directory.by_login(typed)
    places = [place.id for place in account.places] if account is not None else []
    if school and school not in places:
        raise ValueError(f"that school has no account {typed!r}")
    key, where = (account.id, school or "".join(places[:1])) if account is not None else (typed, "")
    if not await desk.do(_cause("revoke"), issuing.revoke_alone, key, where):
        raise ValueError(f"there is no link that was given to {typed!r} alone: see `palier tokens`")
    whom = f"{account.name} ({account.login})" if account is not None else typed
    return f"The link of {whom} is void."


async def _school(desk: Desk, typed: str) -> Structure:
    place = await desk.directory.by_uai(typed) or await desk.directory.structure(typed)
    if place is None or place.kind is not Kind.SCHOOL:
        raise ValueError(f"the ENT has no school {typed!r}")
    return place


async def _whom(desk: Desk, place: Structure, given: argparse.Namespace) -> tuple[str, str, str]:
    """The kind, the key and the name of whom the sheets are for."""
    if given.profile is not None:
        return PROFILE, given.profile.value, ""
    if given.of_class is None:
        return SCHOOL, "", ""
    classes = await desk.directory.classes(place.id)
    found = called(given.of_class, classes)
    if len(found) != 1:
        meant = [one for one in meaning.read(given.of_class, classes) if one.profile is None and len(one.places) > 1]
        found = list(meant[0].places) if len(meant) == 1 else []
    if not found:
        names = ", ".join(one.name for one in classes)
        raise ValueError(f"there is no one class {given.of_class!r} in {place.name}: it has {names or 'none'}")
    return CLASS, meaning.together(one.id for one in found), ", ".join(one.name for one in found)


def _profile(typed: str) -> Profile:
    found = written.profile(typed)
    if found is None:
        raise argparse.ArgumentTypeError(f"{typed!r} is none of eleve, parent, enseignant, personnel, invite")
    return found


def _out(typed: str) -> Path:
    path = Path(typed)
    if path.suffix not in _FORMS:
        raise argparse.ArgumentTypeError(f"{typed!r} ends with none of {', '.join(_FORMS)}")
    return path


def _cause(what: str) -> str:
    return f"{what}:{secrets.token_hex(16)}"


@asynccontextmanager
async def _desk(settings: Settings) -> AsyncIterator[Desk]:
    async with opening.opened(settings) as desk:
        await opening.ready(desk)
        yield desk
