"""`/flash` as a director types and touches it: the picture of the banner comes before the summary."""

from __future__ import annotations

from datetime import timedelta

from bot.workflows.rules.calendar import ZONE
from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone


async def test_a_director_sees_the_banner_before_it_goes_online(typed: Typed) -> None:
    phone = Phone(typed, "directeur")
    day = typed.house.desk.clock().astimezone(ZONE) + timedelta(days=1)
    await phone.write("/flash")
    assert "Aucun message" in typed.said()[-1]
    await phone.press(phone.button("Nouveau message"))
    for words in ("Fête", f"{day:%d/%m/%Y}", f"{day:%d/%m/%Y}", "parents", "La fête est samedi.", "bleu"):
        await phone.write(words)

    [photo] = typed.api.asked("sendPhoto")
    assert "Bleu" in photo["caption"]
    assert "Mettre ce message flash en ligne" in typed.said()[-1]
    assert "La fête est samedi." in typed.said()[-1]

    await phone.press(phone.button("Mettre en ligne"))

    (one,) = await typed.house.desk.directory.announcements("jean-moulin")
    assert one.said.texts == {"fr": "La fête est samedi."}


async def test_each_button_of_the_calendar_fits_and_says_its_day(typed: Typed) -> None:
    phone = Phone(typed, "directeur")
    await phone.write("/flash")
    await phone.press(phone.button("Nouveau message"))
    await phone.write("Fête")

    assert "lu · ma · me" in typed.said()[-1]
    await phone.press(phone.button(f"[{typed.house.desk.clock().astimezone(ZONE).day}]"))
    assert "Jusqu’à quel jour" in str(typed.api.calls[-1])
