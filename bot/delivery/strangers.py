"""What is said to strangers: people without a linked account, and groups. A little of it, and only in spare moments.

How often it was said lies in rate windows of their own, which all replicas share. Telegram gives no chat their
numbers: it gives numbers of 52 bits at most.
"""

from __future__ import annotations

from bot.delivery import pacing
from bot.delivery.rules.budget import Window
from bot.storage import outbox, rate_windows
from bot.storage.rate_windows import Kept
from bot.storage.work import Work
from bot.terms import Refusal
from bot.workflows.desk import Desk

SPARE = 24  #: places of the whole bot's second that stay free for others, whatever strangers write
_HOUR, _DAY = 3600.0, 86_400.0
_STRANGERS, _GROUPS, _AFRAID, _BEGIN = (-(2**62) - one for one in range(4))  # the windows of all of them together
_EACH, _EACH_AFRAID, _EACH_BEGIN = -(2**61), -(2**60), -(2**59)  # minus the number of a chat: the window of that one
_BEGINS = 12  # times in an hour that one stranger is answered who asks for the way in, with `/start` or a link
_LINES = 3  # times that the numbers to call are said to one frightened stranger in an hour
_MORE = 4  # times as often as anything else they are said to all strangers

Windows = dict[int, Window]


async def answer(desk: Desk, chat_id: int, refusal: Refusal, begins: bool = False) -> Refusal | None:
    """What a stranger is told now: the refusal, or None where they were told enough. What is told counts.

    In place of the last one that they may read within the hour, another says when they are answered again. Where the
    answer is None, only the records are read. What asks for the way in and so `begins`, as the page of a sign-in that
    is over sends people to do, counts apart, and whoever wrote much before still reads it.
    """
    quotas, mine = desk.policy.quotas, _EACH - chat_id
    if begins:
        most = Window(_MORE * quotas.strangers, _HOUR)
        return refusal if await _may(desk, {_BEGIN: most, _EACH_BEGIN - chat_id: Window(_BEGINS, _HOUR)}) else None
    windows = {_STRANGERS: Window(quotas.strangers, _HOUR), mine: Window(quotas.stranger, _HOUR)}
    if not await _may(desk, windows):
        return None
    last = desk.policy.limits and not await desk.look(_free, {mine: windows[mine]})
    return Refusal("unlinked-last") if last else refusal


async def may_read_lines(desk: Desk, chat_id: int) -> bool:
    """Whether a frightened stranger reads the numbers to call; if so, that counts.

    Only the windows of these numbers matter: not what else strangers were told, and not how busy the bot is. Where
    the numbers cannot go at once, the courier says them.
    """
    most = _MORE * desk.policy.quotas.strangers
    return await _may(desk, {_AFRAID: Window(most, _HOUR), _EACH_AFRAID - chat_id: Window(_LINES, _HOUR)}, spare=0)


async def may_greet(desk: Desk, chat_id: int) -> bool:
    """Whether a group or channel is told why the bot leaves it: once a day, and few of them in an hour."""
    return await _may(desk, {_GROUPS: Window(desk.policy.quotas.groups, _HOUR), _EACH - chat_id: Window(1, _DAY)})


async def leave(desk: Desk, cause: str, chat_id: int) -> None:
    """Has the courier leave a group or channel when nothing else waits; once, however often it is asked to."""

    def write(work: Work) -> None:
        if not outbox.waits(work, chat_id, "leave"):
            outbox.leave(work, chat_id)

    await desk.once(f"{cause}:leave", write)


async def _may(desk: Desk, windows: Windows, spare: int = SPARE) -> bool:
    if not desk.policy.limits:
        return True
    return await desk.look(_room, windows, spare) and await desk.put(_count, windows, spare)


def _room(work: Work, windows: Windows, spare: int) -> bool:
    """Whether each of the windows has room, and the whole bot more than `spare`; 0 where that does not matter."""
    return (not spare or pacing.room(work) > spare) and _free(work, windows)


def _free(work: Work, windows: Windows) -> bool:
    """Whether each of the windows has room."""
    now = work.now.timestamp()
    return all(window.room(_past(work, key, now), now) > 0 for key, window in windows.items())


def _count(work: Work, windows: Windows, spare: int) -> bool:
    """Counts one more sentence in each of the windows; False, and nothing counted, where one has no room left."""
    rate_windows.lock(work, rate_windows.WHOLE_BOT)  # whoever counts here waits for whoever counted before
    if not _room(work, windows, spare):
        return False
    now = work.now.timestamp()
    written = {
        key: (Kept(one.sent(_past(work, key, now), 1, now)), now + one.seconds) for key, one in windows.items()
    }
    rate_windows.write(work, written)
    return True


def _past(work: Work, key: int, now: float) -> list[float]:
    """The moments of that window; those that lie ahead are left out: the clock was wrong then."""
    return [moment for moment in rate_windows.read(work, key).sent if moment <= now]
