"""What may go wrong with a rule: the example that somebody reads before they change one. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from bot.terms import Profile
from bot.workflows.rules.communication.circles import Circle

_FAMILIES = (Profile.STUDENT, Profile.RELATIVE)


def example(sender: Circle, receiver: Circle, made: bool) -> str:
    """The name of the example for a rule that is to be made, or else removed; texts have a sentence for each."""
    if not made:
        return "cut-family" if sender.profile in _FAMILIES or receiver.profile in _FAMILIES else "cut"
    if receiver.profile == Profile.RELATIVE:
        return "addresses"
    if receiver.profile == Profile.STUDENT:
        return "strangers" if sender.profile in ("", Profile.RELATIVE, Profile.GUEST) else "pupils"
    if sender.profile == Profile.STUDENT:
        return "crowd"
    return "unknown" if not (sender.profile and receiver.profile) else "flood"


EXAMPLES = ("addresses", "strangers", "pupils", "crowd", "flood", "unknown", "cut", "cut-family")
"""Every example that there is."""


def still_together(circles: Iterable[Circle], *ids: str) -> list[Circle]:
    """Those of these groups whose members may write to each other."""
    return [one for one in circles if one.id in ids and one.together]
