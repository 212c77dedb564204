"""Merged requests: those below one, the one that is treated in their place, and who follows it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage import requests
from bot.storage.work import Work
from bot.terms import Part, Request


def above(work: Work, request: Request) -> list[Request]:
    """The request that it was merged into, the one which that was merged into, and so on; empty where it was not."""
    found: list[Request] = []
    while (number := (found[-1] if found else request).merged_into) is not None:
        other = requests.load(work, number)
        assert other is not None
        found.append(other)
    return found


def below(work: Work, request: Request) -> list[Request]:
    """The requests merged into that one, and those merged into these, by number.

    Costs no query where nobody follows the request and its parties were read before.
    """
    people = {person for person, part in requests.parties(work, request.number) if part is Part.FOLLOWER}
    left = requests.merged(work, people) if people else []
    found, into = list[Request](), {request.number}
    while joined := [one for one in left if one.merged_into in into]:
        found += joined
        left = [one for one in left if one not in joined]
        into = {one.number for one in joined}
    return sorted(found, key=lambda one: one.number)


def asking(merged: Iterable[Request]) -> set[int]:
    """The `id` of everybody who asked for one of these requests, or filed it."""
    return {person for one in merged for person in (one.requester, one.filer) if person is not None}


def followers(work: Work, request: Request) -> list[tuple[Request, int]]:
    """Who follows the request: each person's `id`, with their own request that was merged into it.

    A person with two such requests is there twice. Left out are requests whose requester said that they are solved,
    and duplicates by the requester of the request itself.
    """
    mine = {request.requester, request.filer}
    return [
        (one, person)
        for one in below(work, request)
        if one.follows
        for person in sorted(asking([one]))
        if not (one.requester == request.requester and person in mine)
    ]
