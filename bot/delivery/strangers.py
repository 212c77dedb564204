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
from bot.workflows.desk import Desk

SPARE = 24  #: places of the whole bot's second that stay free for others, whatever strangers write
_HOUR, _DAY = 3600.0, 86_400.0
_STRANGERS, _GROUPS, _AFRAID = -(2**62), -(2**62) - 1, -(2**62) - 2  # the windows of all of them together
_EACH, _EACH_AFRAID = -(2**61), -(2**60)  # minus the number of a chat: the window of that one
_LINES = 3  # times that the numbers to call are said to one frightened stranger in an hour
_MORE = 4  # times as often as anything else they are said to all strangers

Windows = dict[int, Window]


async def may_answer(desk: Desk, chat_id: int, afraid: bool = False) -> bool:
    """Whether a stranger is answered now; if so, that counts. `afraid`: with the numbers to call.

    Where it is not, only the records are read.
    """
    quotas = desk.policy.quotas
    if afraid:
        windows = {_AFRAID: Window(_MORE * quotas.strangers, _HOUR), _EACH_AFRAID - chat_id: Window(_LINES, _HOUR)}
    else:
        windows = {_STRANGERS: Window(quotas.strangers, _HOUR), _EACH - chat_id: Window(quotas.stranger, _HOUR)}
    return await _may(desk, windows)


async def may_greet(desk: Desk, chat_id: int) -> bool:
    """Whether a group or channel is told why the bot leaves it: once a day, and few of them in an hour."""
    return await _may(desk, {_GROUPS: Window(desk.policy.quotas.groups, _HOUR), _EACH - chat_id: Window(1, _DAY)})


async def leave(desk: Desk, cause: str, chat_id: int) -> None:
    """Has the courier leave a group or channel when nothing else waits; once, however often it is asked to."""

    def write(work: Work) -> None:
        if not outbox.waits(work, chat_id, "leave"):
            outbox.leave(work, chat_id)

    await desk.once(f"{cause}:leave", write)


async def _may(desk: Desk, windows: Windows) -> bool:
    return not desk.policy.limits or (await desk.look(_room, windows) and await desk.put(_count, windows))


def _room(work: Work, windows: Windows) -> bool:
    """Whether each of the windows has room, and the whole bot more than enough."""
    now = work.now.timestamp()
    return pacing.room(work) > SPARE and all(
        window.room(_past(work, key, now), now) > 0 for key, window in windows.items()
    )


def _count(work: Work, windows: Windows) -> bool:
    """Counts one more sentence in each of the windows; False, and nothing counted, where one has no room left."""
    rate_windows.lock(work, rate_windows.WHOLE_BOT)  # whoever counts here waits for whoever counted before
    if not _room(work, windows):
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
