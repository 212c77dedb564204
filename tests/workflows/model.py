"""Requests as the stateful test expects them to be: who asks, who answers, and what was said."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.terms import Level, Role

ABOVE = ("oise", "amiens", "ode")
CREIL, BEAUVAIS = ("creil", *ABOVE), ("beauvais", *ABOVE)
#: who files requests, and the agents of the desks above them, from the school up
CHAINS = {
    "eleve": ("jean-moulin", *CREIL),
    "parent": ("jean-moulin", *CREIL),
    "enseignant": ("jean-moulin", *CREIL),
    "parent2": ("louise-michel", *CREIL),
    "directeur3": ("jules-verne", *BEAUVAIS),
    "erun": ("", *CREIL),
}
AGENTS = {
    "directeur": Role(Level.SCHOOL, "jean-moulin"),
    "adjoint": Role(Level.SCHOOL, "jean-moulin"),
    "directrice": Role(Level.SCHOOL, "louise-michel"),
    "directeur3": Role(Level.SCHOOL, "jules-verne"),
    "erun": Role(Level.CIRCONSCRIPTION, "creil"),
    "erun2": Role(Level.CIRCONSCRIPTION, "beauvais"),
    "danei": Role(Level.DSDEN, "oise"),
    "plateforme": Role(Level.RECTORAT, "amiens"),
    "editeur": Role(Level.VENDOR, "ode"),
}
PEOPLE = sorted(set(CHAINS) | set(AGENTS))


@dataclass
class Model:
    """One request as the test expects it to be."""

    requester: str
    role: Role
    visited: set[Role]
    version: int = 1
    texts: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    senders: set[str] = field(default_factory=set)
    sent_from: Role | None = None  #: the desk that sent it to another level last: a colleague who held it is told
    into: int = 0  #: the number of the request that it was merged into
    settled: bool = False  #: whether its requester said, after that, that it is solved

    @property
    def chain(self) -> tuple[str, ...]:
        return CHAINS[self.requester]

    @property
    def school(self) -> Role:
        return Role(Level.SCHOOL, self.chain[0])

    def agents(self) -> list[str]:
        """The agents of the desk where it is."""
        return sorted(key for key, role in AGENTS.items() if role == self.role)

    def concerned(self, act: str) -> set[str]:
        """The people who may be told of that act."""
        told = {self.requester, *self.senders, *self.agents()}
        if act in ("escalate", "send_back"):
            told |= {key for key, role in AGENTS.items() if role == self.sent_from}
        return told | {key for key, role in AGENTS.items() if act in ("file", "merge") and role == self.school}
