"""A director helps a family with an ENT ONE behind the bot, here a stand-in server: all over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.entcore.standin import BOT, PASSWORD, Fault, Standin
from tests.journeys.phone import text_of
from tests.journeys.test_codes import helped, spoiler
from tests.journeys.town import Town, built
from tests.processes import free_port


@pytest.fixture
async def ent() -> AsyncIterator[Standin]:
    """A stand-in ENT server, running."""
    async with Standin() as standin:
        yield standin
        assert not standin.complaints


@pytest.fixture
async def linked_town(ent: Standin, migrated_sqlite_url: str) -> AsyncIterator[Town]:
    """A town whose bot uses that ENT."""
    more = {"ent": "entcore", "entcore_url": ent.url, "entcore_login": BOT, "entcore_password": PASSWORD}
    async with built(migrated_sqlite_url, free_port(), webhook=False, **more) as made:
        yield made


async def test_the_code_a_parent_receives_is_the_one_the_ent_made(linked_town: Town, ent: Standin) -> None:
    shown, received = await helped(linked_town)

    pupil = next(user for user in ent.town.users.values() if user.login == "eleve")
    assert spoiler(shown) == spoiler(received) == pupil.renewal
    assert ent.asked("/auth/generatePasswordRenewalCode") == 1


@pytest.mark.parametrize(
    ("fault", "sentence", "made"),
    [
        (Fault.CUT_AFTER, "il suffit de redemander un code", 1),
        (Fault.GARBLED, "il suffit de redemander un code", 1),
        (Fault.UNAUTHORIZED, "ne permet pas cette action", 1),
        (Fault.MFA, "prouver mon identité", 1),
        (Fault.TERMS, "remettre en ordre", 1),
    ],
)
async def test_a_director_reads_what_is_known_when_the_ent_fails(
    linked_town: Town, ent: Standin, fault: Fault, sentence: str, made: int
) -> None:
    ent.fail("/auth/generatePasswordRenewalCode", fault)

    await linked_town["directeur"].write("/code eleve")

    assert sentence in text_of(await linked_town["directeur"].see(sentence))
    assert ent.asked("/auth/generatePasswordRenewalCode") == made


async def test_a_session_lost_in_the_middle_is_nobodys_concern(linked_town: Town, ent: Standin) -> None:
    ent.fail("/auth/generatePasswordRenewalCode", Fault.ENDED)

    await linked_town["directeur"].write("/code eleve")

    await linked_town["directeur"].see("Code de connexion pour")
    assert ent.asked("/auth/generatePasswordRenewalCode") == 2


async def test_an_account_is_blocked_in_the_ent_once_it_is_confirmed(linked_town: Town, ent: Standin) -> None:
    await linked_town["directeur"].write("/bloquer lea.martin Propos blessants")
    await linked_town["directeur"].press("Confirmer")

    await linked_town["directeur"].see("est bloqué")
    assert next(user for user in ent.town.users.values() if user.login == "lea.martin").blocked


async def test_a_class_s_sheets_bear_the_ent_s_codes_without_a_question_for_each_account(
    linked_town: Town, ent: Standin
) -> None:
    pupil = next(user for user in ent.town.users.values() if user.login == "lea.martin")
    pupil.code = "abcd3456"
    director = linked_town["directeur"]

    await director.write("/fiches CM2 csv")
    cards = ent.asked("/directory/user/")
    await director.see("jamais activée")
    await director.press("Confirmer")
    message = await director.see(lambda shown: "document" in shown)

    held = linked_town.emulator.world.files[message["document"]["file_id"]].content.decode("utf-8-sig")
    assert "lea.martin" in held
    assert "abcd3456" in held
    assert held.count("?start=") == 3
    await director.see("fiches envoyées")
    assert ent.asked("/directory/user/") - cards <= 2  # the director's own card, and the rights that are confirmed
