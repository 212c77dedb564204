"""The lines of the log, in both formats: their cause, and the personal data that they must not hold."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest

from bot.logs import brief, caused, handler
from bot.terms import Declined, Unavailable

Form = Literal["human", "json"]
FORMS: tuple[Form, ...] = ("human", "json")
WORDS = "Claire a écrit"
log = logging.getLogger("bot.tested")


@contextmanager
def logging_as(form: Form) -> Iterator[None]:
    """Configures logging in this format, as a process with that setting does, inside the block."""
    root, writing = logging.getLogger(), handler(form)
    root.addHandler(writing)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(writing)
        log.setLevel(logging.NOTSET)


def written(capsys: pytest.CaptureFixture[str]) -> str:
    """What was written to standard error."""
    return capsys.readouterr().err


def fail(words: str) -> None:
    """Raises an error with this message, caused by another with the same message."""
    try:
        _ = dict[str, int]()[words]
    except KeyError as error:
        raise ValueError(words) from error


@pytest.mark.parametrize("form", FORMS)
def test_a_line_bears_its_cause_and_a_notice_its_updates(capsys: pytest.CaptureFixture[str], form: Form) -> None:
    with logging_as(form):
        for cause in ("tg:1:7", "tg:1:7#2", "tg:1:7#2:shown#0"):
            with caused(cause):
                log.info("Taken")
        log.info("Nobody's")
    *followed, last = written(capsys).splitlines()
    assert all("tg:1:7" in line and "#" not in line for line in followed)
    assert "tg:1:7" not in last


def test_a_line_of_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_as("json"), caused("deed:3"):
        log.warning("Déjà %s", "fait")
    line = json.loads(written(capsys))
    assert line.pop("at")
    assert line == {"level": "WARNING", "logger": "bot.tested", "cause": "deed:3", "message": "Déjà fait"}


@pytest.mark.parametrize("form", FORMS)
def test_a_cause_that_names_a_chat_is_told_by_its_kind_alone(capsys: pytest.CaptureFixture[str], form: Form) -> None:
    with logging_as(form), caused("shown:5000001:12#1"):
        log.info("Gone")
    line = written(capsys)
    assert "shown" in line
    assert "5000001" not in line


@pytest.mark.parametrize("form", FORMS)
def test_an_exception_is_told_by_its_place_and_its_kind_without_its_words(
    capsys: pytest.CaptureFixture[str], form: Form
) -> None:
    with logging_as(form):
        try:
            fail(WORDS)
        except ValueError:
            log.exception("It failed")
    line = written(capsys)
    assert "in fail" in line
    assert line.index("KeyError") < line.index("ValueError")
    assert "Claire" not in line


@pytest.mark.parametrize("form", FORMS)
async def test_an_exception_that_nobody_awaited_keeps_its_words_too(
    capsys: pytest.CaptureFixture[str], form: Form
) -> None:
    asked = asyncio.get_running_loop().create_future()
    asked.set_exception(ValueError("Claire a écrit"))
    with logging_as(form):
        del asked
    line = written(capsys)
    assert "Future exception was never retrieved" in line
    assert "Claire" not in line


async def test_a_cause_ends_with_what_it_brought_and_two_at_once_are_not_mixed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    met = asyncio.Barrier(2)

    async def take(cause: str) -> None:
        with caused(cause):
            await met.wait()
            log.info("for %s", cause)

    with logging_as("json"):
        await asyncio.gather(take("tg:1:1"), take("tg:1:2"))
    lines = [json.loads(line) for line in written(capsys).splitlines()]
    assert {line["message"] for line in lines} == {"for tg:1:1", "for tg:1:2"}
    assert all(line["message"] == f"for {line['cause']}" for line in lines)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Declined("unreachable", "GET /directory/user/claire"), "unreachable"),
        (Unavailable("out of reach"), "Unavailable"),
        (ValueError("Claire"), "ValueError"),
    ],
)
def test_an_error_in_brief_is_its_reason_or_its_kind(error: Exception, words: str) -> None:
    assert brief(error) == words


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["bot.tested", "aiohttp.client"])
def test_what_others_wrote_begins_no_line_and_moves_no_cursor(form: Form, name: str) -> None:
    forged = "école\r\x1b[2J\x9b31m\u2028\u202ehtap\ud800\0\n2026-11-26 09:00:00 ERROR bot: forged"
    record, writing = logging.LogRecord(name, logging.WARNING, "", 1, "Lost %s", (forged,), None), handler(form)
    with caused("watch:1\nforged"):
        writing.filter(record)
    said = writing.format(record)
    assert not set(said) & set("\n\r\x1b\x9b\u2028\u202e\ud800\0")
    assert "école" in said


@pytest.mark.parametrize("form", FORMS)
def test_no_token_and_no_password_of_an_address_is_logged(capsys: pytest.CaptureFixture[str], form: Form) -> None:
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
    with logging_as(form):
        logging.getLogger("telegram").warning("POST https://api.telegram.org/bot%s/sendMessage failed", token)
        log.info("postgresql://palier:tres-secret@base/palier cannot be reached")
    said = written(capsys)
    assert token.partition(":")[2] not in said
    assert "tres-secret" not in said
    assert "palier" in said
