"""A pupil changes schools: what the phones of both schools, and theirs, show."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, insert

from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.workflows.people import rights
from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town


async def moved(town: Town, key: str, *places: str) -> None:
    """The ENT attaches that account to these places only; seven hours later, the desk asks about everybody."""
    table = ENT.tables["ent_attachments"]

    def write(connection: Connection) -> None:
        connection.execute(delete(table).where(table.c.account == key))
        connection.execute(insert(table), [{"account": key, "structure": place} for place in places])
        index(connection, [key])

    assert town.house is not None
    await town.house.desk.records.run(write)
    town.ahead += timedelta(hours=7)
    await rights.refresh(town.house.desk)


async def test_the_request_leaves_one_phone_and_comes_to_another(small_town: Town) -> None:
    pupil, old, new = (small_town[key] for key in ("eleve", "directeur", "directrice"))
    await pupil.write("/assistance connexion Je n’arrive plus à entrer")
    card = await old.see("Je n’arrive plus à entrer")
    await old.write("/note 1 Parents séparés")

    await moved(small_town, "eleve", "louise-michel/CE2")

    await pupil.see("ta demande n°1 est maintenant lue par l’école (École Louise-Michel)")
    await old.see("Inès Caron a changé d’école (École Jean-Moulin → École Louise-Michel)")
    gone = await old.see(lambda shown: shown["message_id"] == card["message_id"] and "n’est plus" in text_of(shown))
    assert not labels(gone)
    came = await new.see("sa demande vous arrive")
    assert "Parents séparés" not in text_of(came)
    await new.press("Prendre", came)
    await pupil.see("s’occupe de ta demande")
    before = await old.last()
    await old.write("/repondre 1 Encore une question")
    await old.see("La demande n°1 n’est plus chez vous", before)


async def test_of_two_new_schools_the_pupil_touches_one(small_town: Town) -> None:
    pupil, old, new = (small_town[key] for key in ("eleve", "directeur", "directeur3"))
    await pupil.write("/assistance connexion Je n’arrive plus à entrer")
    await old.see("Je n’arrive plus à entrer")

    await moved(small_town, "eleve", "louise-michel/CE2", "jules-verne/CP")

    asked = await pupil.see("Quelle école doit lire ta demande n°1")
    assert "École Jules-Verne" in labels(asked)
    await old.see("mais dans plusieurs autres")
    await pupil.press("École Jules-Verne", asked)
    await pupil.see("est maintenant lue par l’école (École Jules-Verne)")
    await new.see("sa demande vous arrive")
