"""Who teaches what in the embedded ENT: twice is as once, and neither the feed nor a deletion is in the way."""

from __future__ import annotations

from bot.ent.embedded.enrolment import remove
from tests.ent.conftest import Town


async def test_attaching_twice_is_attaching_once(town: Town) -> None:
    await town.directory.teach_class("enseignant", "jean-moulin/CE1", True)
    await town.directory.teach_group("enseignant", "jean-moulin/ulis", True)
    before = await town.everything()

    await town.directory.teach_class("enseignant", "jean-moulin/CE1", True)
    await town.directory.teach_group("enseignant", "jean-moulin/ulis", True)

    assert await town.everything() == before
    rows = [row for row in before["ent_attachments"] if "'enseignant'" in row and "CE1" in row]
    assert len(rows) == 1
    assert "False" in rows[0]  # made by hand, which the feed never ends


async def test_a_teacher_who_is_deleted_teaches_no_group(town: Town) -> None:
    await town.directory.teach_group("enseignant", "jean-moulin/ulis", True)

    await town.records.run(lambda connection: remove(connection, "enseignant"))

    assert (await town.everything())["ent_teachings"] == []
