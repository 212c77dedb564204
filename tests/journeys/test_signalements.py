"""A pupil's publication is reported in the ENT, and the school's administrators handle it in Telegram."""

from __future__ import annotations

from bot.ent.embedded.portal import Portal
from tests.journeys.phone import Shown, labels, text_of
from tests.journeys.town import Town

WORDS = "Tout le monde déteste Noé"


def portal(town: Town) -> Portal:
    """The ENT as its people use it; a report there makes the bot look at once."""
    assert town.house is not None
    desk = town.house.desk
    return Portal(desk.records, desk.clock, lambda: desk.stir())


async def publish(town: Town) -> str:
    """Publishes a text as Inès; returns the publication's id."""
    await portal(town).publish("eleve", WORDS)
    return next(shown.id for shown in await portal(town).wall("eleve") if WORDS in shown.html)


async def shown_to_pupils(town: Town) -> bool:
    """Whether her schoolmates still see the publication."""
    return any(WORDS in shown.html for shown in await portal(town).wall("noe.martin"))


def is_card(message: Shown) -> bool:
    """Whether this message is the card of a report that is still to be handled."""
    return WORDS in text_of(message) and "Conserver" in labels(message)


async def test_a_reported_publication_is_deleted_from_the_phone_and_both_cards_say_so(town: Town) -> None:
    publication = await publish(town)
    await portal(town).report("noe.martin", publication)
    first, second = await town["directeur"].see(is_card), await town["adjoint"].see(is_card)
    assert "Noé Martin" in text_of(first)

    await town["directeur"].press("Supprimer", first)
    await town["directeur"].press("Confirmer")

    assert "supprimée" in text_of(await town["directeur"].see("est supprimée pour tout le monde"))
    changed = await town["adjoint"].see(
        lambda m: m["message_id"] == second["message_id"] and "Supprimée" in text_of(m)
    )
    assert "Marc Delattre" in text_of(changed)
    assert "Conserver" not in labels(changed)
    assert not await shown_to_pupils(town)
    body = {"user_id": town["adjoint"].user_id, "message_id": second["message_id"], "data": "report_keep|1|0"}
    assert "Marc Delattre a supprimé" in (await town["adjoint"].post("callbacks", body))["answer"]["text"]


async def test_a_grave_case_is_led_from_one_message_to_the_convocation(small_town: Town) -> None:
    director = small_town["directeur"]
    await portal(small_town).report("noe.martin", await publish(small_town))
    await director.press("Cas grave", await director.see(is_card))
    asked = await director.see("en trois étapes")

    await director.press("Confirmer", asked)
    second = await director.see("Étape 2")
    await director.press("Confirmer", second)
    last = await director.see("3018")
    convocation = await director.see("Madame, Monsieur")

    assert asked["message_id"] == second["message_id"] == last["message_id"]
    assert "Inès Caron" in text_of(convocation)
    assert WORDS not in text_of(convocation)
    assert "03 22 82 37 40" in text_of(last)
    assert (await portal(small_town).sign_in("eleve", "")).outcome != "in"


async def test_a_request_about_a_content_leads_to_the_reports(small_town: Town) -> None:
    director = small_town["directeur"]
    await small_town["parent"].write("/assistance contenu Un message méchant circule")
    await portal(small_town).report("noe.martin", await publish(small_town))
    await director.see(is_card)

    await director.press("Signalements", await director.see("méchant"))
    listed = await director.see("Signalements à traiter")
    await director.press("Déjà traités", listed)

    assert (await director.see("Signalements traités"))["message_id"] == listed["message_id"]
