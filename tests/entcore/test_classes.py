"""Attaching to classes over HTTP: what each refusal means, and that a lost answer attaches once."""

from __future__ import annotations

import pytest

from bot.ent.classes import Teaching
from bot.ent.directory import Reason
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.terms import Declined, InDoubt
from tests.entcore.standin import Fault, Standin

LINK, GROUP = "/directory/class/jean-moulin", "/directory/user/group/enseignant/"
CE1, CM2, ULIS = "jean-moulin/CE1", "jean-moulin/CM2", "jean-moulin/ulis"


@pytest.mark.parametrize(
    ("fault", "reason"), [(Fault.MFA, Reason.MFA), (Fault.TERMS, Reason.NOT_READY), (Fault.REFUSED, Reason.REFUSED)]
)
async def test_each_refusal_has_its_reason(
    standin: Standin, patient: EntcoreDirectory, fault: Fault, reason: Reason
) -> None:
    for path, act in ((LINK, patient.teach_class("enseignant", CE1, True)), (GROUP, _grouped(patient))):
        standin.fail(path, fault)
        with pytest.raises(Declined) as no:
            await act
        assert no.value.reason == reason
    assert await patient.teaching("enseignant", "jean-moulin") == Teaching(frozenset({CM2}), frozenset())


async def test_a_lost_answer_is_asked_for_again_and_attaches_once(
    standin: Standin, patient: EntcoreDirectory
) -> None:
    standin.fail(LINK, Fault.CUT_AFTER)
    standin.fail(GROUP, Fault.CUT_AFTER)

    await patient.teach_class("enseignant", CE1, True)
    await _grouped(patient)

    assert standin.town.users["enseignant"].classes == [CM2, CE1]
    assert standin.town.users["enseignant"].teaching == [ULIS]


async def test_where_no_answer_comes_at_all_nobody_knows(standin: Standin, patient: EntcoreDirectory) -> None:
    standin.fail(LINK, Fault.CUT_AFTER, times=2)

    with pytest.raises(InDoubt):
        await patient.teach_class("enseignant", CE1, True)

    assert CE1 in (await patient.teaching("enseignant", "jean-moulin")).classes


async def _grouped(directory: EntcoreDirectory) -> None:
    await directory.teach_group("enseignant", ULIS, True)
