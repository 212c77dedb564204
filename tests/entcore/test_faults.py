"""How the adapter reports each refusal and fault: `Declined` if nothing was done, `InDoubt` if that is unknown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.ent.directory import Query, Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined, InDoubt
from tests.entcore.conftest import HASTE
from tests.entcore.standin import BOT, PASSWORD, Fault, Standin

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CODE = "/auth/generatePasswordRenewalCode"
REFUSALS = [
    (Fault.MFA, Reason.MFA),
    (Fault.TERMS, Reason.NOT_READY),
    (Fault.PASSWORD, Reason.NOT_READY),
    (Fault.MAIL, Reason.NOT_READY),
    (Fault.UNAUTHORIZED, Reason.FORBIDDEN),
    (Fault.REFUSED, Reason.REFUSED),
]


@pytest.mark.parametrize(("fault", "reason"), REFUSALS)
async def test_each_refusal_of_an_act_has_its_reason(
    standin: Standin, patient: EntcoreDirectory, fault: Fault, reason: Reason
) -> None:
    standin.fail(CODE, fault)

    with pytest.raises(Declined) as no:
        await patient.renew_code("lea.martin")

    assert no.value.reason == reason
    assert standin.asked(CODE) == 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [*REFUSALS, (Fault.PAGE, Reason.GARBLED), (Fault.GARBLED, Reason.GARBLED), (Fault.EMPTY, Reason.GARBLED)],
)
async def test_each_refusal_of_a_list_has_its_reason(
    standin: Standin, directory: EntcoreDirectory, fault: Fault, reason: Reason
) -> None:
    standin.fail("/directory/structure/jules-verne/users", fault)

    with pytest.raises(Declined) as no:
        await directory.search(Query("a"), ["jules-verne"], 5)

    assert no.value.reason == reason


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.CUT_BEFORE, Fault.BROKEN, Fault.GATEWAY])
async def test_what_is_only_read_is_asked_for_once_more(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail("/directory/user/eleve", fault)

    assert await directory.account("eleve") is not None
    assert standin.asked("/directory/user/eleve") == 2


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.CUT_AFTER, Fault.BROKEN, Fault.GATEWAY])
async def test_what_cannot_be_read_twice_is_out_of_reach(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail("/directory/user/eleve", fault, times=2)

    with pytest.raises(Declined, match=Reason.UNREACHABLE):
        await directory.account("eleve")


async def test_a_server_that_is_not_there_is_out_of_reach(unused_tcp_port: int) -> None:
    directory = EntcoreDirectory(f"http://127.0.0.1:{unused_tcp_port}", BOT, PASSWORD, patience=HASTE)

    with pytest.raises(Declined, match=Reason.UNREACHABLE):
        await directory.renew_code("lea.martin")
    await directory.close()


@pytest.mark.parametrize(
    "fault", [Fault.HANG, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.PAGE, Fault.GARBLED, Fault.EMPTY]
)
async def test_a_code_whose_answer_is_lost_is_in_doubt_and_not_asked_for_again(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail(CODE, fault)

    with pytest.raises(InDoubt):
        await directory.renew_code("lea.martin")

    assert standin.asked(CODE) == 1


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.CUT_AFTER, Fault.BROKEN, Fault.GATEWAY, Fault.PAGE])
async def test_a_mailed_link_whose_answer_is_lost_is_in_doubt_and_not_mailed_again(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail("/auth/sendResetPassword", fault)

    with pytest.raises(InDoubt):
        await directory.mail_reset("aurelie.martin")

    assert standin.asked("/auth/sendResetPassword") == 1


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.GATEWAY])
async def test_blocking_is_asked_for_once_more_since_twice_is_as_once(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    standin.fail("/auth/block", fault)

    await directory.block("lea.martin", True)

    assert standin.town.users["lea.martin"].blocked
    assert standin.asked("/auth/block") == 2


async def test_blocking_whose_answer_is_lost_twice_is_in_doubt(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail("/auth/block", Fault.CUT_AFTER, times=2)

    with pytest.raises(InDoubt):
        await directory.block("lea.martin", True)


async def test_a_federated_account_is_not_asked_a_code_for(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.town.users["lea.martin"].federated = True

    for act in (patient.renew_code, patient.mail_reset, patient.activation_code):
        with pytest.raises(Declined, match=Reason.FEDERATED):
            await act("lea.martin")

    assert standin.asked(CODE) == 0
    assert (await patient.account("lea.martin")).federated  # type: ignore[union-attr]


async def test_an_account_that_left_between_its_card_and_its_code_is_gone(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.fail(CODE, Fault.HANG)
    asking = asyncio.create_task(directory.renew_code("lea.martin"))
    await standin.hanging.wait()
    with pytest.raises(InDoubt):
        await asking

    del standin.town.users["lea.martin"]

    with pytest.raises(Declined, match=Reason.GONE):
        await directory.renew_code("lea.martin")


async def test_a_card_of_null_structures_children_and_functions_is_still_an_account(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    lea = standin.town.users["lea.martin"]
    lea.deleted, lea.unlisted = MONDAY, True

    account = await directory.account("lea.martin")

    assert account is not None
    assert (account.places, account.roles, account.children) == ((), (), ())


async def test_reports_that_never_come_are_given_up(standin: Standin, directory: EntcoreDirectory) -> None:
    standin.fail("/timeline/reported", Fault.HANG, times=2)

    with pytest.raises(Declined, match=Reason.UNREACHABLE):
        await directory.reports("jules-verne", treated=False)


async def test_what_somebody_else_deleted_is_not_kept_though_the_server_would(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    key = standin.town.report("jules-verne", "linh.tran", "<p>un</p>", {"inconnu": MONDAY})
    standin.town.reports[0]["reportAction"] = {"action": "DELETE", "date": {"$date": "2026-11-24T09:00:00Z"}}

    with pytest.raises(Declined, match=Reason.GONE):
        await directory.keep_report("jules-verne", key)

    assert standin.town.reports[0]["reportAction"]["action"] == "DELETE"
    assert not standin.asked(f"/timeline/{key}")


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.PAGE, Fault.EMPTY])
async def test_a_verdict_whose_answer_is_lost_is_in_doubt(
    standin: Standin, directory: EntcoreDirectory, fault: Fault
) -> None:
    key = standin.town.report("jules-verne", "linh.tran", "<p>un</p>", {"inconnu": MONDAY})
    standin.fail(f"/timeline/{key}", fault)

    with pytest.raises(InDoubt):
        await directory.delete_report("jules-verne", key)

    assert standin.asked(f"/timeline/{key}") == 1


async def test_a_confirmation_by_code_hides_the_console_and_leaves_cards_and_codes(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.mfa = True

    account = await directory.account("lea.martin")
    await directory.renew_code("lea.martin")

    assert account is not None
    with pytest.raises(Declined, match=Reason.MFA):
        await directory.search(Query("martin"), ["creil"], 5)
    with pytest.raises(Declined, match=Reason.MFA):
        await directory.reports("jean-moulin", treated=False)


async def test_nothing_is_read_of_a_school_that_the_bots_account_does_not_administer(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    standin.bot.scope = ["jean-moulin"]

    for asked in (directory.block_traces("jules-verne"), directory.reports("jules-verne", treated=False)):
        with pytest.raises(Declined, match=Reason.FORBIDDEN):
            await asked

    assert not standin.asked("/admin/api") + standin.asked("/timeline")


async def test_reports_without_a_template_make_pages_short_and_hide_none_behind_them(
    standin: Standin, directory: EntcoreDirectory
) -> None:
    for number in range(30):
        at = MONDAY + timedelta(minutes=number)
        standin.town.report("jules-verne", "parent", "<p>…</p>", {"eleve": at}, key=f"report-{number}")
        standin.town.reports[-1]["type"] = "PADLET" if number in (2, 28) else "BLOG"
    standin.town.templateless = {"PADLET"}

    pages = [await directory.reports("jules-verne", False, number) for number in range(3)]
    await directory.delete_report("jules-verne", "report-0")  # on the second page

    assert [len(page) for page in pages] == [24, 4, 0]
    [treated] = await directory.reports("jules-verne", treated=True)
    assert (treated.id, treated.verdict, treated.treated_by) == ("report-0", "deleted", "Assistance Palier")
    assert treated.treated_at is not None


async def test_every_call_that_never_ends_is_given_up(standin: Standin, directory: EntcoreDirectory) -> None:
    await directory.account("lea.martin")
    asked: dict[str, Callable[[], Awaitable[object]]] = {
        "/directory/structure/admin/list": lambda: directory.server._fetch_tree(""),
        "/directory/structure/jean-moulin/users": lambda: directory.server._fetch_list("jean-moulin"),
        "/directory/user/admin/list": lambda: directory.server._fetch_aliases("jean-moulin"),
        "/directory/user/lea.martin": lambda: directory.account("lea.martin"),
        "/directory/class/admin/list": lambda: directory.classes("jean-moulin"),
        "/directory/group/admin/list": lambda: directory.groups("jean-moulin"),
        "/admin/api/block/traces": lambda: directory.block_traces("jean-moulin"),
        "/timeline/reported": lambda: directory.reports("jean-moulin", False),
        CODE: lambda: directory.renew_code("lea.martin"),
        "/auth/sendResetPassword": lambda: directory.mail_reset("parent"),
        "/auth/block": lambda: directory.block("lea.martin", True),
        "/auth/user/requirements": lambda: directory.server.session.requirements(),
    }
    for path, ask in asked.items():
        standin.fail(path, Fault.HANG, times=2)
        async with asyncio.timeout(8):
            with pytest.raises((Declined, InDoubt)):
                await ask()
        standin._faults.clear()
