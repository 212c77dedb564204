"""What solved a request, in words that may be shown to those who only follow it."""

from __future__ import annotations

from bot.storage import exchange, merged, people, requests
from bot.storage.work import Work
from bot.terms import Act, Person, Request, Voice
from bot.workflows.rules.requests.anonymity import names_nobody

_READ = 500  # the newest messages in which names are looked for


def shareable(work: Work, request: Request, text: str, author: Person | None) -> str:
    """The text that its author, an agent, wrote when they resolved the request; empty where it may name somebody.

    Those who may not be named: whoever asked for the request or for one merged into it, the authors of the exchange
    except the agent, and everybody whose name stands in the exchange.
    """
    below = merged.below(work, request)
    said = exchange.newest(work, request.number, _READ, None, [(one.number, True) for one in below])
    said = [message for message in said if message.text != text]
    known = merged.asking([request, *below]) | {message.author for message in said}
    named = people.named(work, known - ({author.id} if author else set())).values()
    names = [name for person in named for name in (person.name, person.login)]
    names += [message.text.partition(" ")[2] for message in said if message.voice is Voice.ACT]
    return text if names_nobody(text, names, [message.text for message in said]) else ""


def solution(work: Work, request: Request) -> str:
    """What an agent wrote for all when they last resolved the request, if it names nobody; else empty."""
    resolved = [line for line in requests.events(work, request.number) if line.act == Act.RESOLVE]
    shared = resolved and resolved[-1].facts.get("share")
    text = str(resolved[-1].facts.get("text") or "") if shared else ""
    author = people.by_id(work, resolved[-1].person) if text and resolved[-1].person is not None else None
    return shareable(work, request, text, author) if text else ""
