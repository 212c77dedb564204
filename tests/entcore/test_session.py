"""The session of the bot's own account: opened once, renewed once, never shown in a log."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.ent.directory import Query
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined
from tests.entcore.conftest import HASTE
from tests.entcore.standin import BOT, PASSWORD, Fault, Standin


async def test_many_who_ask_at_once_log_in_once(standin: Standin, patient: EntcoreDirectory) -> None:
    await asyncio.gather(*(patient.account(one) for one in ("eleve", "parent", "enseignant", "lea.martin")))

    assert standin.asked("/auth/login") == 1


async def test_a_session_that_ended_is_renewed_once_for_all(standin: Standin, patient: EntcoreDirectory) -> None:
    await patient.account("eleve")
    standin.forget_sessions()

    found = await asyncio.gather(*(patient.account(one) for one in ("eleve", "parent", "enseignant")))

    assert None not in found
    assert standin.asked("/auth/login") == 2


@pytest.mark.parametrize("fault", [Fault.ENDED, Fault.FORGED])
async def test_an_act_that_met_an_ended_session_is_done_after_a_new_login(
    standin: Standin, patient: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail("/auth/generatePasswordRenewalCode", fault)

    code = await patient.renew_code("lea.martin")

    assert code.code == standin.town.users["lea.martin"].renewal
    assert standin.asked("/auth/login") == 2


@pytest.mark.parametrize("fault", [Fault.ENDED, Fault.FORGED])
async def test_a_session_that_does_not_hold_is_renewed_only_once(
    standin: Standin, patient: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail("/auth/block", fault, times=9)

    with pytest.raises(Declined):
        await patient.block("lea.martin", True)

    assert standin.asked("/auth/login") == 2
    assert not standin.town.users["lea.martin"].blocked


async def test_a_refused_login_is_not_tried_again(standin: Standin, caplog: pytest.LogCaptureFixture) -> None:
    directory = EntcoreDirectory(standin.url, BOT, "faux", patience=HASTE)

    for _ in range(5):
        with pytest.raises(Declined, match="credentials"):
            await directory.account("eleve")

    assert standin.asked("/auth/login") == 1
    assert "PALIER_ENTCORE_PASSWORD" in caplog.text
    await directory.close()


async def test_a_refused_login_is_tried_again_in_time(standin: Standin) -> None:
    impatient = EntcoreDirectory(standin.url, BOT, PASSWORD, patience=HASTE.__class__(locked=0.0))
    standin.bot.blocked = True
    with pytest.raises(Declined, match="credentials"):
        await impatient.account("eleve")

    standin.bot.blocked = False

    assert await impatient.account("eleve") is not None
    await impatient.close()


@pytest.mark.parametrize(
    ("fault", "reason", "advice"),
    [
        (Fault.SECURED, "https", "PALIER_ENTCORE_URL must begin with https://"),
        (Fault.SECURED_TOO, "https", "PALIER_ENTCORE_URL must begin with https://"),
        (Fault.MISSING, "address", "no ENT ONE is at PALIER_ENTCORE_URL"),
        (Fault.MOVED, "address", "no ENT ONE is at PALIER_ENTCORE_URL"),
        (Fault.PAGE, "address", "no ENT ONE is at PALIER_ENTCORE_URL"),
        (Fault.EMPTY, "address", "no ENT ONE is at PALIER_ENTCORE_URL"),
        (Fault.PASSWORD, "not-ready", "log in with it once, by hand"),
    ],
)
async def test_a_login_that_met_no_login_form_is_no_refused_password(
    standin: Standin,
    directory: EntcoreDirectory,
    caplog: pytest.LogCaptureFixture,
    fault: Fault,
    reason: str,
    advice: str,
) -> None:
    standin.fail("/auth/login", fault, times=3)

    for _ in range(3):
        with pytest.raises(Declined, match=reason):
            await directory.account("eleve")

    assert caplog.text.count(advice) == 1
    assert await directory.account("eleve") is not None, "no pause followed"
    assert f"is logged in to the ENT again (before: {reason})" in caplog.text
    standin.forget_sessions()
    await directory.account("eleve")
    assert caplog.text.count("logged in to the ENT again") == 1


async def test_a_wrong_base_path_is_no_refused_password(standin: Standin) -> None:
    astray = EntcoreDirectory(f"{standin.url}/portail", BOT, PASSWORD, patience=HASTE)

    with pytest.raises(Declined, match="address"):
        await astray.account("eleve")
    await astray.close()


@pytest.mark.parametrize("secret", ["code", "renewal"])
async def test_a_password_that_is_a_code_asks_for_a_login_by_hand(standin: Standin, secret: str) -> None:
    setattr(standin.bot, secret, "abcd3456")
    directory = EntcoreDirectory(standin.url, BOT, "abcd3456", patience=HASTE)

    with pytest.raises(Declined, match="not-ready"):
        await directory.account("eleve")
    await directory.close()


async def test_a_read_that_is_sent_to_https_says_so(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.fail("/directory/structure/admin/list", Fault.SECURED)

    with pytest.raises(Declined, match="https"):
        await patient.account("eleve")
    assert standin.asked("/auth/login") == 1


async def test_the_end_of_a_pause_is_told_in_the_log(standin: Standin, caplog: pytest.LogCaptureFixture) -> None:
    clock = [0.0]
    directory = EntcoreDirectory(standin.url, BOT, PASSWORD, patience=HASTE)
    directory.server.session._clock = lambda: clock[0]
    standin.bot.blocked = True
    for _ in range(3):
        with pytest.raises(Declined, match="credentials"):
            await directory.account("eleve")
    standin.bot.blocked = False
    clock[0] = 901.0

    assert await directory.account("eleve") is not None
    assert standin.asked("/auth/login") == 2
    assert "is logged in to the ENT again (before: credentials)" in caplog.text
    await directory.close()


async def test_a_server_that_is_down_is_no_refused_login(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail("/auth/login", Fault.GATEWAY)
    with pytest.raises(Declined, match="unreachable"):
        await directory.account("eleve")

    assert await directory.account("eleve") is not None


async def test_what_the_server_asks_of_the_bots_account_is_said_once(
    standin: Standin, directory: EntcoreDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    standin.mfa = True
    await directory.account("eleve")
    standin.forget_sessions()
    await directory.account("parent")

    [line] = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert line.startswith("The ENT asks the bot's account for a confirmation by code (MFA)")


async def test_no_log_holds_a_secret(
    standin: Standin, directory: EntcoreDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    standin.town.users["noe.martin"].code = "abcd3456"
    standin.fail("/auth/generatePasswordRenewalCode", Fault.FORGED)

    code = await directory.renew_code("lea.martin")
    await directory.activation_code("noe.martin")
    await directory.search(Query("martin"), ["jean-moulin"], 10)
    for fault in (Fault.GARBLED, Fault.CUT_AFTER, Fault.PAGE):
        standin.fail("/auth/generatePasswordRenewalCode", fault)
        with pytest.raises(Exception) as error:  # noqa: PT011 - whatever it is, it must not tell
            await directory.renew_code("lea.martin")
        logging.getLogger("test").error("failed", exc_info=error.value)

    tickets = [secret for cookie in standin.given for secret in cookie]
    renewals = [code.code, "abcd3456", str(standin.town.users["lea.martin"].renewal)]
    assert "generatePasswordRenewalCode" in caplog.text
    assert not [secret for secret in (*tickets, *renewals, PASSWORD) if secret in caplog.text]
    assert len(tickets) >= 2
