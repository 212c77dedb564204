"""aiogram's own client against the emulator: `-m tests.emulator.aiogram_program EMULATOR TOKEN PERSON OTHER`.

Runs in an environment of its own, because aiogram needs another pydantic than the bot. aiogram's models read every
answer and every update strictly, so a field of the wrong type, or one that is missing, ends a chapter. Writes
`ok CHAPTER` for each chapter that ended well; for another one, what went wrong.
"""

from __future__ import annotations

import asyncio
import sys
import traceback

from aiohttp import ClientSession

from tests.emulator import aiogram_messages, aiogram_people
from tests.emulator.aiogram_stage import CHAPTERS, Stage

__all__ = ["aiogram_messages", "aiogram_people"]


async def play(address: str, token: str, one: int, other: int) -> bool:
    """Plays every chapter; returns whether all ended well."""
    well = True
    async with ClientSession() as session:
        at = Stage(address, token, one, other, session)
        for each in CHAPTERS:
            try:
                await at.updates()
                await each(at)
            except Exception:  # whatever it is, it is told, and the next chapter is played
                well = False
                await at.bot.delete_webhook(drop_pending_updates=True)
                sys.stdout.write(f"{each.__name__}:\n{traceback.format_exc()}\n")
            else:
                sys.stdout.write(f"ok {each.__name__}\n")
        await at.bot.session.close()
    return well


if __name__ == "__main__":
    sys.exit(not asyncio.run(play(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
