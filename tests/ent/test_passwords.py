"""The embedded ENT's codes: their form, how long they work, and which accounts get one."""

from __future__ import annotations

import pytest

from bot.ent.directory import CODE_ALPHABET, CODE_LENGTH, Code, Reason
from bot.terms import Declined
from tests.ent.conftest import PASSWORD, Town

NEW = "un-mot-bien-à-moi"


async def test_a_renewal_code_is_eight_letters_and_digits_that_nobody_confuses(town: Town) -> None:
    codes = {(await town.directory.renew_code("eleve")).code for _ in range(20)}

    assert len(codes) == 20
    assert all(len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) for code in codes)


async def test_a_code_lets_its_owner_choose_a_password_and_enter_with_it(town: Town) -> None:
    code = (await town.directory.renew_code("eleve")).code

    assert await town.outcome("eleve", code) == "choose"
    entry = await town.portal.choose("eleve", code, NEW)

    assert entry.account is not None
    assert (entry.outcome, entry.account.id) == ("in", "eleve")
    assert await town.outcome("eleve", NEW) == "in"
    assert await town.outcome("eleve", PASSWORD) == "wrong"


async def test_a_code_is_good_however_it_is_typed(town: Town) -> None:
    code = (await town.directory.renew_code("eleve")).code

    assert await town.outcome(" ELEVE ", f" {code.upper()} ") == "choose"


async def test_a_code_is_good_once(town: Town) -> None:
    code = (await town.directory.renew_code("eleve")).code
    await town.portal.choose("eleve", code, NEW)

    assert await town.outcome("eleve", code) == "wrong"
    assert (await town.portal.choose("eleve", code, NEW)).outcome == "wrong"


async def test_looking_at_the_door_does_not_spend_a_code(town: Town) -> None:
    code = (await town.directory.renew_code("eleve")).code

    assert [await town.outcome("eleve", code) for _ in range(3)] == ["choose"] * 3


async def test_a_code_is_good_for_a_day_and_no_longer(town: Town) -> None:
    made = await town.directory.renew_code("eleve")
    town.wait(hours=23, minutes=59)
    assert await town.outcome("eleve", made.code) == "choose"

    town.wait(minutes=1)

    assert made.expires_at == town.now
    assert await town.outcome("eleve", made.code) == "wrong"
    assert (await town.portal.choose("eleve", made.code, NEW)).outcome == "wrong"


async def test_a_new_code_takes_the_place_of_the_one_before(town: Town) -> None:
    first = (await town.directory.renew_code("eleve")).code
    second = (await town.directory.renew_code("eleve")).code

    assert await town.outcome("eleve", first) == "wrong"
    assert await town.outcome("eleve", second) == "choose"


async def test_a_code_opens_no_other_account(town: Town) -> None:
    code = (await town.directory.renew_code("eleve")).code

    assert await town.outcome("lea.martin", code) == "wrong"


async def test_a_password_still_opens_while_a_code_waits(town: Town) -> None:
    await town.directory.renew_code("eleve")

    assert await town.outcome("eleve", PASSWORD) == "in"


async def test_a_short_password_is_refused_and_the_code_stays_good(town: Town) -> None:
    code = (await town.directory.renew_code("eleve")).code

    assert (await town.portal.choose("eleve", code, "1234567")).outcome == "weak"
    assert (await town.portal.choose("eleve", code, "12345678")).outcome == "in"


async def test_an_account_never_activated_has_an_activation_code_that_stays_the_same(town: Town) -> None:
    code = await town.directory.activation_code("tiago.ferreira")

    assert await town.directory.activation_code("tiago.ferreira") == code
    assert await town.directory.activation_code("mael.le-goff") != code
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(CODE_ALPHABET)


async def test_the_activation_code_activates_the_account_and_then_is_worth_nothing(town: Town) -> None:
    code = await town.directory.activation_code("tiago.ferreira")
    assert await town.outcome("tiago.ferreira", code) == "choose"

    assert (await town.portal.choose("tiago.ferreira", code, NEW)).outcome == "in"

    assert (await town.account("tiago.ferreira")).activated
    assert await town.outcome("tiago.ferreira", code) == "wrong"
    assert await town.outcome("tiago.ferreira", NEW) == "in"
    with pytest.raises(Declined) as declined:
        await town.directory.activation_code("tiago.ferreira")
    assert declined.value.reason == Reason.ACTIVE


async def test_an_account_never_activated_gets_no_renewal_code_and_no_mail(town: Town) -> None:
    for act in (town.directory.renew_code, town.directory.mail_reset):
        with pytest.raises(Declined) as declined:
            await act("tiago.ferreira")
        assert declined.value.reason == Reason.INACTIVE


async def test_a_mailed_link_goes_to_the_address_on_the_card_and_ends_the_code_before(town: Town) -> None:
    code = (await town.directory.renew_code("parent")).code

    assert await town.directory.mail_reset("parent") == "sophie.caron@example.org"
    assert await town.outcome("parent", code) == "wrong"


async def test_no_link_is_mailed_without_an_address(town: Town) -> None:
    with pytest.raises(Declined) as declined:
        await town.directory.mail_reset("eleve")
    assert declined.value.reason == Reason.NO_MAIL


@pytest.mark.parametrize("administrator", ["directeur", "adjoint", "erun", "danei", "plateforme", "editeur"])
async def test_an_administrators_account_is_out_of_reach(town: Town, administrator: str) -> None:
    before = await town.everything()
    for act in (town.directory.renew_code, town.directory.activation_code, town.directory.mail_reset):
        with pytest.raises(Declined) as declined:
            await act(administrator)
        assert declined.value.reason == Reason.FORBIDDEN
    with pytest.raises(Declined) as declined:
        await town.directory.block(administrator, True)

    assert declined.value.reason == Reason.FORBIDDEN
    assert await town.everything() == before


async def test_an_account_that_is_gone_is_said_to_be(town: Town) -> None:
    for act in (town.directory.renew_code, town.directory.activation_code, town.directory.mail_reset):
        with pytest.raises(Declined) as declined:
            await act("nobody")
        assert declined.value.reason == Reason.GONE
    with pytest.raises(Declined) as declined:
        await town.directory.block("nobody", True)
    assert declined.value.reason == Reason.GONE


async def test_no_copy_of_the_database_tells_a_code_or_a_password(town: Town) -> None:
    renewal = (await town.directory.renew_code("eleve")).code
    activation = await town.directory.activation_code("tiago.ferreira")
    other = (await town.directory.renew_code("lea.martin")).code
    await town.portal.choose("lea.martin", other, NEW)

    said = repr(await town.everything())

    assert [secret for secret in (renewal, activation, other, NEW, PASSWORD) if secret in said] == []
    assert "tiago.ferreira" in said


def test_a_code_is_not_shown_where_its_object_is(town: Town) -> None:
    assert "abcdefgh" not in repr(Code("abcdefgh", town.now))
