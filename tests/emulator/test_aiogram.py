"""aiogram, a library that nothing of the bot uses, plays its own calls against the emulator."""

from __future__ import annotations

import asyncio
from pathlib import Path

from benchmarks.peers.environment import python
from bot.emulator import Emulator
from tests.emulator.client import MARC, TOKEN, ZOE

ROOT = Path(__file__).parents[2]


def _chapters() -> int:
    here = (ROOT / "tests/emulator").glob("aiogram_*.py")
    return sum(module.read_text("utf-8").count("\n@chapter\n") for module in here)


async def test_aiogram_reads_every_answer_and_every_update(emulator: Emulator) -> None:
    interpreter = await asyncio.to_thread(python, "aiogram")
    words = ["-m", "tests.emulator.aiogram_program", emulator.url, TOKEN, str(ZOE), str(MARC)]
    program = await asyncio.create_subprocess_exec(interpreter, *words, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    async with asyncio.timeout(120):
        said = (await program.communicate())[0].decode()
    assert program.returncode == 0, said
    assert said.count("ok ") == _chapters() > 10, said
