"""What somebody orders: connection sheets for whom, in which form; kept while the conversation asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.terms import Profile, Refusal
from bot.workflows.rules.meaning import each
from bot.workflows.rules.sheets import reading
from bot.workflows.sheets.gathering import ACCOUNT, CLASS, PROFILE, SCHOOL, Wanted


@dataclass(slots=True)
class Survey:
    """How many people the sheets are for, and how many of them are of each kind."""

    people: int
    inactive: int  #: were never activated: their sheet has an activation code
    waiting: int  #: have an unused sheet already, which becomes void
    linked: int  #: are left out, since they are linked already
    barred: int  #: are left out, since they cannot log in
    protected: int  #: are left out, since they administer something
    without: list[list[str]] = field(default_factory=list)  #: class and name of the first of these last two kinds

    def beyond(self, said: Survey) -> bool:
        """Whether more is true now than was said: more get a sheet, with a code, or in place of an earlier one."""
        grown = (self.people > said.people, self.inactive > said.inactive, self.waiting > said.waiting)
        return not self.people or any(grown)


@dataclass(slots=True)
class Order:
    """For whom sheets are asked, and what the ENT said of them."""

    everybody: bool = False
    form: str = reading.FORMS[0]
    typed: str = ""  #: words that are still to be understood, with the ENT's help
    unknown: str = ""  #: words that name nobody
    school: str = ""
    kind: str = ""  #: `CLASS` and so on; empty before it is chosen
    key: str = ""
    name: str = ""  #: of the class or the person
    profile: str = ""  #: of a class, only those of that profile; empty for all
    schools: dict[str, str] = field(default_factory=dict)  #: of whoever asks: name by identifier
    classes: dict[str, str] = field(default_factory=dict)  #: of the school: name by identifier
    people: dict[str, str] = field(default_factory=dict)  #: accounts that the typed words fit: label by identifier
    #: profile and class of each other thing that the words fit, where it is not clear which one; either may be empty
    meanings: list[list[str]] = field(default_factory=list)
    handed: dict[str, str] = field(default_factory=dict)  #: names of those who were handed a sheet alone lately
    survey: Survey | None = None
    sure: bool = False
    past: bool = False  #: True where the sheets handed out before are to be shown, and none to be made
    said: Survey | None = None  #: what was confirmed, until it is known whether that is still all
    anew: bool = False  #: whether it was not, and is asked for again

    @property
    def wanted(self) -> Wanted:
        """What is asked for, as it is kept."""
        name = self.name if self.kind == CLASS else ""
        return Wanted(self.kind, self.key, name, self.everybody, self.form, self.profile)

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence of the conversation uses."""
        place = self.schools.get(self.school, "")
        said = {"name": self.name, "place": place, "form": self.form, "everybody": self.everybody}
        return self.wanted.told | said | {"several": len(self.schools) > 1}

    def called(self, key: str) -> str:
        """The names of the classes with these identifiers, as `meaning.together` has them."""
        return ", ".join(self.classes[one] for one in each(key))

    def mean(self, profile: str, key: str) -> None:
        """Takes that profile, these classes, or both; neither is the whole school. Refused for what there is not."""
        if (profile and profile not in set(Profile)) or not self.classes.keys() >= set(each(key)):
            raise Refusal("old-button")
        self.kind = CLASS if key else PROFILE if profile else SCHOOL
        self.key, self.profile, self.name = key or profile, profile if key else "", self.called(key)
        self.people, self.meanings = {}, []

    def pick(self, account_id: str, name: str) -> None:
        """Takes that person."""
        self.kind, self.key, self.name, self.profile = ACCOUNT, account_id, name, ""
        self.people, self.meanings = {}, []

    def forget(self) -> None:
        """Takes back for whom the sheets are."""
        self.kind, self.key, self.name, self.profile = "", "", "", ""
        self.people, self.meanings, self.survey = {}, [], None
