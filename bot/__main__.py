"""The command `palier`, for operators."""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import signal
import stat
import sys
import tempfile
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import ExitStack, aclosing
from functools import partial
from pathlib import Path
from typing import Any

from telegram.error import TelegramError

from bot import app, doctor, granting, importing, linking, logs, opening, operating, structuring, terminal
from bot.doctor import live
from bot.storage.audit.faults import noted
from bot.storage.sealing import tighten
from bot.terminal import say
from bot.terms import Declined, InDoubt, Unavailable
from bot.web.starting import NotStarted, Stopped
from config.settings import Settings

Command = Callable[[argparse.Namespace], Awaitable[None]]

_MENDABLE = (
    *(opening.Misconfigured, NotStarted, Unavailable, Declined, InDoubt, TelegramError),
    *(terminal.Unprinted, OSError, ValueError),
)


def main() -> None:
    """Runs one command; a failure that an operator can mend ends it with one line and status 1."""
    os.umask(0o077)  # whatever is written holds people's data or secrets: it is the owner's alone
    terminal.prepare()
    try:
        arguments = _parser().parse_args()
        asyncio.run(arguments.run(arguments))
    except KeyboardInterrupt:
        sys.exit(130)
    except Stopped:
        return
    except terminal.Unheard:
        sys.exit(terminal.UNHEARD)
    except _MENDABLE as error:
        sys.exit(f"palier: {terminal.told(error)}")
    finally:
        terminal.finish()


class _Whole(argparse.ArgumentParser):
    """Knows options by their whole names alone, as its commands do: `--complet` is not `--complete`."""

    def __init__(self, **given: Any) -> None:
        super().__init__(allow_abbrev=False, **given)


def _parser() -> argparse.ArgumentParser:
    parser = _Whole(prog="palier", description="The assistance bot of the ENT ONE.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], Awaitable[None]], words: str
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        return made

    demo = command("demo", _demo, "emulator, page, embedded ENT and bot in one go, on the demo's world")
    demo.add_argument("--port", type=int, default=8081, help="of the page (default 8081); the ENT's has the next one")
    demo.add_argument("--data", type=Path, help="a folder that keeps the world; without it, a fresh temporary one")
    emulator = command("emulator", _emulator, "the local Bot API emulator alone")
    emulator.add_argument("--port", type=int, default=8081, help="where it listens (default 8081)")
    emulator.add_argument("--personas", action="store_true", help="with the demo's people")
    emulator.add_argument("--data", type=Path, help="a folder that keeps its world")
    command("migrate", _migrate, "brings the database to the present schema")
    seed = command("seed", _seed, "fills the embedded ENT")
    what = seed.add_mutually_exclusive_group(required=True)
    what.add_argument("--demo", action="store_true", help="with the demo's world")
    what.add_argument("--accounts", type=_count, metavar="N", help="with an invented world of N accounts")
    command("run", _run, "the bot, by polling")
    command("serve", _serve, "the bot, by webhook")
    examined = command("doctor", _doctor, "looks at everything that the bot needs; says what is wrong and what to do")
    live = "does in this private chat of yours, on the real Telegram, all that the bot does, and says what differs"
    examined.add_argument("--live", type=int, metavar="CHAT", help=live)
    _add_outbox(command("outbox", _outbox, "lists notices that may not have arrived; says them again or drops them"))
    _add_parked(command("parked", _parked, "lists the updates that no code could treat; replays or drops them"))
    _add_audit(command("audit", _audit, "verifies that nobody changed the audit, its lines or their order"))

    _add_told(lambda name, lines, words: command(name, partial(_told, lines), words))
    return parser


def _add_told(command: terminal.Command) -> None:
    """Adds the commands that yield the lines to print."""
    for room in (linking, structuring, granting):
        room.add(command)
    importing.add(command)


def _add_audit(parser: argparse.ArgumentParser) -> None:
    words = "walks through all lines; ends with status 1 where something is wrong"
    verb = parser.add_subparsers(required=True, metavar="VERB").add_parser("verify", help=words, description=words)
    known = "a head noted earlier: finds lines taken away at the end, and a chain made anew"
    verb.add_argument("--known", type=noted, metavar="POSITION:HASH", help=known)


def _add_outbox(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_number, default=50, help="how many lines at most (default 50)")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name, words in (("retry", "queues notices again"), ("drop", "gives notices up for good")):
        verb = verbs.add_parser(name, help=words, description=words)
        verb.add_argument("numbers", type=_number, nargs="*", metavar="N", help="numbers of notices")
        verb.add_argument("--all-dead", action="append_const", dest="states", const="dead", help="all that are dead")
        doubtful = "all that may have arrived: said again, they may be said twice"
        verb.add_argument("--uncertain", action="append_const", dest="states", const="uncertain", help=doubtful)


def _add_parked(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_number, default=50, help="how many lines at most (default 50)")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    show = verbs.add_parser("show", help="prints one whole: it holds personal data")
    show.add_argument("number", type=_number, metavar="N")
    replay = verbs.add_parser("replay", help="gives updates to the bot once more")
    replay.add_argument("--all", action="store_true", help="all of them")
    for verb, least in ((replay, "*"), (verbs.add_parser("drop", help="forgets updates"), "+")):
        verb.add_argument("numbers", type=_number, nargs=least, metavar="N", help="numbers of updates")


async def _demo(arguments: argparse.Namespace) -> None:
    from bot import demo  # here, because it would cost every other command a tenth of its memory

    with ExitStack() as stack:
        data = arguments.data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="palier-")))
        if (data / "palier.db").exists() and not data.stat().st_mode & stat.S_ISVTX:
            tighten(data)  # a folder that an earlier demo made, and none that is shared, such as /tmp
        data.mkdir(parents=True, exist_ok=True)
        async with demo.staged(arguments.port, data) as stage:
            stop = _stopped()
            say(f"Palier is ready: open {stage.telegram} in a browser. Ctrl-C stops it.")
            say(f"The demo's ENT is at {stage.ent}.")
            await app.poll_updates(stage.house, stop)


async def _emulator(arguments: argparse.Namespace) -> None:
    from bot import demo

    async with demo.emulating(arguments.port, arguments.data, arguments.personas) as emulator:
        say(f"The emulator is ready: PALIER_TELEGRAM_API={emulator.url}")
        await _stopped().wait()


async def _migrate(_arguments: argparse.Namespace) -> None:
    async with opening.opened(_settings()) as desk:
        await opening.migrate(desk.records)
    say("The database is at the present schema.")


async def _seed(arguments: argparse.Namespace) -> None:
    settings = _settings()
    if settings.ent != "embedded":  # a real ENT has real people
        raise opening.Misconfigured("PALIER_ENT names a real ENT: only the embedded one is filled.")
    async with opening.opened(settings) as desk:
        await opening.ready(desk)
        if arguments.demo:
            await opening.seed_demo(desk)
        else:
            await opening.seed_many(desk, arguments.accounts, terminal.bar())
    say("The demo's world is there." if arguments.demo else f"A world of {arguments.accounts} accounts is there.")


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) < 2**63:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a number of accounts, at least 1")
    return int(text)


async def _run(_arguments: argparse.Namespace) -> None:
    stop, settings = _stopped(), _settings(logging.INFO)
    async with app.prepared(settings) as house, app.watched(settings, house, stop) as server:
        _settle()
        say(f"Palier is ready, by polling; its health is at {server.host}:{server.port}.")
        await app.poll_updates(house, stop, settings.start_patience)


async def _serve(_arguments: argparse.Namespace) -> None:
    stop, settings = _stopped(), _settings(logging.INFO)
    async with app.prepared(settings) as house, app.serving(settings, house, stop) as server:
        _settle()
        say(f"Palier is ready, by webhook on {server.host}:{server.port}.")
        await stop.wait()


def _settle() -> None:
    """Has the garbage collector skip all objects made until now, which live as long as the process."""
    gc.collect()
    gc.freeze()


async def _doctor(arguments: argparse.Namespace) -> None:
    settings, sound = Settings(), True
    typed = live.PATIENCE if sys.stdin.isatty() else 0.0
    chat = arguments.live
    findings = doctor.examine(settings) if chat is None else live.examine(settings, chat, _looked, typed)
    async with aclosing(findings):
        async for finding in findings:
            sound = sound and finding.fine
            say(f"{'ok  ' if finding.fine else 'MEND'}  {finding.subject}: {finding.words}")
            if finding.look:
                say(f"LOOK  {finding.subject}: {finding.look}")
    if not sound:
        sys.exit(1)


async def _looked() -> None:
    """Returns once the operator has looked at the chat and pressed Enter; at once where nobody is at a terminal."""
    if not sys.stdin.isatty():
        return
    say("Look at the chat, at what the lines LOOK say. Enter deletes all that was sent.")
    pressed = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin, pressed.set)
    try:
        await pressed.wait()
    finally:
        loop.remove_reader(sys.stdin)


async def _outbox(given: argparse.Namespace) -> None:
    if given.verb is None:
        await _tell(operating.list_outbox(_settings(), given.limit))
        return
    states = given.states or []
    if not given.numbers and not states:
        raise ValueError("name the notices by their numbers, or say --all-dead or --uncertain")
    verb = operating.say_again if given.verb == "retry" else operating.give_up
    await _tell(verb(_settings(), given.numbers, states))


async def _parked(given: argparse.Namespace) -> None:
    if given.verb is None:
        await _tell(operating.list_parked(_settings(), given.limit))
    elif given.verb == "show":
        await _tell(operating.show_parked(_settings(), given.number))
    elif given.verb == "drop":
        await _tell(operating.drop_parked(_settings(), given.numbers))
    elif bool(given.numbers) == given.all:
        raise ValueError("name the updates by their numbers, or say --all")
    else:
        await _tell(operating.replay_parked(_settings(), given.numbers, given.all))


async def _audit(given: argparse.Namespace) -> None:
    await _tell(operating.verify_audit(_settings(), given.known))


async def _told(lines: terminal.Lines, given: argparse.Namespace) -> None:
    await _tell(lines(given, _settings()))


async def _tell(lines: AsyncGenerator[str, None]) -> None:
    async with aclosing(lines):
        async for line in lines:
            say(line)


def _settings(level: int = logging.WARNING) -> Settings:
    """Reads the settings, and logs from that level on: a command prints its results, so only problems are logged."""
    settings = Settings()
    logs.configure(settings.log, level)
    return settings


def _stopped() -> asyncio.Event:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


if __name__ == "__main__":
    main()
