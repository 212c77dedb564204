"""`palier audit verify`: says that the audit is whole, or what is wrong with it, and compares with a noted head."""

from __future__ import annotations

from sqlalchemy import delete, update

from bot.storage.audit.appending import HEAD, LINES
from bot.storage.engine import Records, open_records
from tests.operator.trouble import palier
from tests.storage.audited import remove, rows, write


async def filled(url: str) -> Records:
    """Open records with ten lines in their audit."""
    records = open_records(url)
    await write(records)
    return records


async def test_a_whole_audit_ends_with_its_head_and_status_0(migrated_url: str) -> None:
    records = await filled(migrated_url)
    chain = (await records.read(rows))[-1].chain

    assert await palier(migrated_url, "audit", "verify") == (0, f"10 lines, head 10:{chain}\n")
    assert (await palier(migrated_url, "audit", "verify", "--known", f"10:{chain}"))[0] == 0
    await records.close()


async def test_each_fault_is_one_sentence_with_its_kind_and_position_and_status_1(migrated_url: str) -> None:
    records = await filled(migrated_url)
    await records.run(lambda connection: remove(connection, 4))
    await records.run(
        lambda connection: connection.execute(update(LINES).where(LINES.c.position == 7).values(act="erase")).close()
    )

    status, said = await palier(migrated_url, "audit", "verify")
    assert status == 1
    assert said.splitlines()[:2] == [
        "missing: line 4 was taken away",
        "changed: line 7 does not fit: it was changed, or the line before it with its hash",
    ]
    await records.close()


async def test_a_head_noted_elsewhere_finds_a_truncation_that_the_database_hides(migrated_url: str) -> None:
    records = await filled(migrated_url)
    kept = await records.read(rows)
    await records.run(lambda connection: connection.execute(delete(LINES).where(LINES.c.position > 8)).close())
    hidden = update(HEAD).values(position=8, chain=kept[7].chain)
    await records.run(lambda connection: connection.execute(hidden).close())

    assert (await palier(migrated_url, "audit", "verify"))[0] == 0
    status, said = await palier(migrated_url, "audit", "verify", "--known", f"10:{kept[9].chain}")
    assert (status, said.splitlines()[0]) == (1, "missing: line 10, which was noted, is no longer there")
    other = f"8:{'0' * 64}"
    status, said = await palier(migrated_url, "audit", "verify", "--known", other)
    assert (status, said.startswith("changed: line 8")) == (1, True)
    assert (await palier(migrated_url, "audit", "verify", "--known", "8"))[0] == 2
    await records.close()
