"""Codes and the mailed link, on every adapter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.ent.directory import CODE_ALPHABET, CODE_LENGTH, Directory, Reason
from tests.contracts.questions import ADMINISTRATORS, known, why
from tests.contracts.stages import Stage

ACTS: dict[str, Callable[[Directory, str], Awaitable[Any]]] = {
    "renew": lambda directory, account: directory.renew_code(account),
    "activation": lambda directory, account: directory.activation_code(account),
    "mail": lambda directory, account: directory.mail_reset(account),
}


def is_code(text: str) -> bool:
    """Whether the text has the length and the letters of a code."""
    return len(text) == CODE_LENGTH and set(text) <= set(CODE_ALPHABET)


async def test_a_renewal_code_is_eight_readable_characters_for_a_day_at_most(directory: Directory) -> None:
    asked = datetime.now(UTC)

    code = await directory.renew_code("lea.martin")

    assert is_code(code.code)
    assert asked < code.expires_at <= datetime.now(UTC) + timedelta(hours=24)
    assert code.code not in repr(code)


async def test_asking_again_makes_another_code(directory: Directory) -> None:
    codes = {(await directory.renew_code("lea.martin")).code for _ in range(3)}

    assert len(codes) == 3


async def test_an_account_never_activated_has_an_activation_code_instead(stage: Stage) -> None:
    await stage.never_activated("lea.martin")

    assert await why(stage.directory.renew_code("lea.martin")) == Reason.INACTIVE
    code = await stage.directory.activation_code("lea.martin")
    assert is_code(code)
    assert await stage.directory.activation_code("lea.martin") == code
    assert not (await known(stage.directory, "lea.martin")).activated


async def test_an_activated_account_has_no_activation_code(directory: Directory) -> None:
    assert await why(directory.activation_code("lea.martin")) == Reason.ACTIVE


async def test_the_link_goes_to_the_address_on_the_card(directory: Directory) -> None:
    assert await directory.mail_reset("aurelie.martin") == "aurelie.martin@example.org"


async def test_no_link_is_mailed_without_an_address(directory: Directory) -> None:
    assert await why(directory.mail_reset("lea.martin")) == Reason.NO_MAIL


async def test_no_link_is_mailed_to_who_never_activated(stage: Stage) -> None:
    await stage.never_activated("aurelie.martin")

    assert await why(stage.directory.mail_reset("aurelie.martin")) == Reason.INACTIVE


@pytest.mark.parametrize("act", ACTS)
async def test_nothing_is_done_to_an_account_that_does_not_exist(directory: Directory, act: str) -> None:
    assert await why(ACTS[act](directory, "nobody")) == Reason.GONE


@pytest.mark.parametrize("account", ADMINISTRATORS)
@pytest.mark.parametrize("act", ACTS)
async def test_administrators_are_out_of_reach(directory: Directory, act: str, account: str) -> None:
    assert await why(ACTS[act](directory, account)) == Reason.FORBIDDEN


async def test_codes_of_a_whole_school_are_read_at_once_of_those_never_activated_alone(stage: Stage) -> None:
    await stage.never_activated("lea.martin")
    await stage.never_activated("aurelie.martin")
    everybody = ["lea.martin", "aurelie.martin", "eleve", "directeur", "nobody"]

    codes = await stage.directory.activation_codes("jean-moulin", everybody)

    assert set(codes) == {"lea.martin", "aurelie.martin"}
    assert codes["lea.martin"] == await stage.directory.activation_code("lea.martin")
    assert list(await stage.directory.activation_codes("jean-moulin", ["lea.martin"])) == ["lea.martin"]


async def test_no_administrator_s_code_is_among_those_of_a_school(stage: Stage) -> None:
    await stage.never_activated("adjoint")

    assert await stage.directory.activation_codes("jean-moulin", ["adjoint"]) == {}
