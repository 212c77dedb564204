"""Who teaches which class and teaching group of a real ENT; a teaching group is there a "functional" one."""

from __future__ import annotations

from bot.ent.classes import Classes, Teaching, TeachingGroup
from bot.ent.entcore.reading import key, rows, text
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, Profile


class EntcoreClasses(Slice, Classes):
    """Reads and changes attachments over HTTP."""

    async def teaching_groups(self, school: str) -> list[TeachingGroup]:
        """The teaching groups of the school, by name; empty for an unknown school."""
        if school not in (await self._server.tree()).known:
            return []
        narrowed = {"structureId": school, "type": "FunctionalGroup", "translate": "true"}
        found = rows(await self._server.read("/directory/group/admin/list", **narrowed))
        groups = (TeachingGroup(key(row), text(row.get("name"))) for row in found)
        return sorted(groups, key=lambda one: (one.name, one.id))

    async def teaching(self, account_id: str, school: str) -> Teaching:
        """The groups on the account's card, and its classes, which only the school's list tells: fetched anew."""
        card = await self._server.target(account_id, administrators=True)
        await self._server.check_administered(school)
        listed = await self._server.lists.fresh(school, 0)
        mine = [place for one in listed if one.account.id == account_id for place in one.account.classes]
        here = frozenset(place.id for place in mine if any(above.id == school for above in place.above))
        ours = {group.id for group in await self.teaching_groups(school)} if card.teaching else set[str]()
        return Teaching(here, card.teaching & ours)

    async def teachers(self, school: str) -> list[tuple[Account, bool]]:
        """The teachers in the school's list, by name."""
        if school not in (await self._server.tree()).own:
            return []
        listed = await self._server.users(school)
        found = [
            card for card in listed if card.account.profile is Profile.TEACHER and card.account.deleted_at is None
        ]
        found.sort(key=lambda card: (card.order, card.account.id))
        return [(card.account, bool(card.account.classes or card.teaching)) for card in found]

    async def teach_class(self, account_id: str, class_id: str, taught: bool) -> None:
        """Links the account to the class, or unlinks it.

        Whom the server unlinks from a class that they are not in, it answers "not found": that is as was wanted.
        """
        verb, method = ("link", "PUT") if taught else ("unlink", "DELETE")
        call = Call(method, f"/directory/class/{segment(class_id)}/{verb}/{segment(account_id)}")
        await self._tie(account_id, call, () if taught else (Reason.GONE,))

    async def teach_group(self, account_id: str, group_id: str, taught: bool) -> None:
        """Puts the account into the teaching group, or takes it out; the server does either twice as once."""
        call = Call(
            "POST" if taught else "DELETE", f"/directory/user/group/{segment(account_id)}/{segment(group_id)}"
        )
        await self._tie(account_id, call)

    async def _tie(self, account_id: str, call: Call, fine: tuple[Reason, ...] = ()) -> None:
        """Does that to an account; the lists that name it are fetched anew when next needed.

        A reason of `fine` means that it was so already. The server says "forbidden" of what is gone, too.
        """
        target = await self._server.target(account_id, administrators=True)
        try:
            await self._server.session.act(call, repeatable=True)
        except Declined as no:
            if no.reason == Reason.FORBIDDEN:
                raise Declined(Reason.GONE) from None
            if no.reason not in fine:
                raise
        finally:
            self._server.lists.spoil([place.id for place in target.account.places] or None)
