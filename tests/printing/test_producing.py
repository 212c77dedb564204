"""Documents made in a process of their own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import msgspec
import pytest

from bot.printing import Failed, Form, produce, producing
from tests.printing.samples import LINK, PEOPLE, made, words

PEAK = """
import sys
from bot.printing.producing import serve
serve("four", sys.stdin.buffer, sys.stdout.buffer)
# getrusage would tell what the process took that started this one, too
most = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:"))
sys.stderr.write(str(int(most) // 1024))
"""


@pytest.mark.parametrize("form", list(Form))
async def test_the_document_is_the_one_made_here(form: Form) -> None:
    assert await produce(form, PEOPLE) == made(form, PEOPLE)


async def test_no_sheets_start_no_process() -> None:
    with pytest.raises(ValueError, match="no sheets"):
        await produce(Form.CSV, [])


async def test_a_failure_tells_nothing_of_the_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(producing, "_MODULE", "bot.printing.nothing")
    with pytest.raises(Failed) as failed:
        await produce(Form.CSV, PEOPLE)
    assert str(failed.value).startswith("status 1")
    assert "Martin" not in str(failed.value)


def test_four_times_the_sheets_take_hardly_more_memory() -> None:
    few, many = (_peak(number) for number in (120, 480))
    assert many < few * 1.25
    assert many < 300


def _peak(number: int) -> int:
    """The most memory, in MB, that the process took for so many sheets."""
    sheets = [replace(PEOPLE[n % len(PEOPLE)], login=f"u{n}", link=f"{LINK}{n:032}") for n in range(number)]
    lines = msgspec.json.Encoder().encode_lines(sheets)
    ended = subprocess.run([sys.executable, "-c", PEAK], input=lines, capture_output=True, check=True)
    assert f"u{number - 1}" in words(ended.stdout)
    return int(ended.stderr)
