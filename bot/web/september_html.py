"""What the demo's ENT page says of one day of September; whatever comes from a file is escaped here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from bot.terms.feed import Change, Changed, FeedReport, Finding, Verdict
from bot.web.portal_html import framed, template

_OFFER, _TOLD = map(template, ("september", "september_told"))
_PLACES = ("class", "school", "name")  #: of what is said from where to where
_WHO = {"pupil": "élève", "relative": "responsable", "class": "classe"}
_DATA = {
    "name": "nom",
    "used-name": "nom d’usage",
    "birth-date": "date de naissance",
    "gender": "sexe",
    "title": "civilité",
    "ine": "INE",
    "mail": "courriel",
    "mobile": "téléphone portable",
    "phone": "autre téléphone",
    "address": "adresse",
    "child-added": "lien avec un enfant",
    "child-removed": "fin d’un lien avec un enfant",
}  #: what is said of each datum that was updated
_FURTHER = "autre donnée"
REASONS = {
    "no-ine": "pas encore d’INE : le compte viendra avec lui, sans que personne ait à y penser.",
    "child-held": "le compte de {child} n’existe pas encore : le lien se fera tout seul ensuite.",
}  #: what is said of what waits, for each reason that the files of the demo have
_OTHER = "à regarder avec « palier import », qui dit pourquoi."


def offer(files: Sequence[str]) -> str:
    """The card that offers the files and the button."""
    links = "".join(f'<li><a href="/septembre/{escape(name)}" download>{escape(name)}</a></li>' for name in files)
    return _OFFER.substitute(files=links)


def told(report: FeedReport) -> str:
    """The page that says what the day brought: who arrived, who moved, what is renamed, who waits and why."""
    parts = (
        ("Arrivent", _named(report, Change.CREATED, "pupil", "relative")),
        ("Change de classe ou d’école", _moved(report, Change.MOVED)),
        ("Classe renommée", _moved(report, Change.RENAMED)),
        ("Mis à jour", _counted(report)),
        ("En attente", _waiting(one for one in report.findings if one.verdict is Verdict.HELD)),
        ("À savoir", _waiting(one for one in report.findings if one.verdict is not Verdict.HELD)),
    )
    lists = "".join(_list(head, lines) for head, lines in ((head, list(lines)) for head, lines in parts) if lines)
    summary = _summary(report)
    body = _TOLD.substitute(school=escape(report.name), summary=escape(summary), lists=lists)
    return framed("Une journée de septembre", body)


def _summary(report: FeedReport) -> str:
    if report.stopped:
        return "Rien n’a été changé : les fichiers ne vont pas avec cette école."
    if not report.changes:
        return "Rien ne change : ces fichiers ont déjà été importés, et l’ENT est comme ils le disent."
    return "Les fichiers d’ONDE sont importés. Chacun verra le changement dans Telegram dès son prochain message."


def _of(report: FeedReport, change: Change) -> Iterator[Changed]:
    return (one for one in report.changes if one.change is change)


def _named(report: FeedReport, change: Change, *kinds: str) -> Iterator[str]:
    for kind in kinds:
        yield from (f"{one.name}, {_WHO[kind]}" for one in _of(report, change) if one.kind == kind)


def _moved(report: FeedReport, change: Change) -> Iterator[str]:
    for one in _of(report, change):
        said = ", ".join(f"{datum.before} → {datum.now}" for datum in one.data if datum.what in _PLACES)
        yield said if one.kind == "class" else f"{one.name} : {said}"


def _counted(report: FeedReport) -> Iterator[str]:
    by_kind: dict[str, list[Changed]] = defaultdict(list)
    for one in _of(report, Change.CHANGED):
        by_kind[one.kind].append(one)
    for kind, several in sorted(by_kind.items()):
        counts = Counter(_DATA.get(datum.what, _FURTHER) for one in several for datum in one.data)
        what = ", ".join(f"{word} ({count})" for word, count in counts.items())
        yield f"{len(several)} {_WHO.get(kind, 'personne')}{'s' if len(several) > 1 else ''} : {what}"


def _waiting(findings: Iterable[Finding]) -> Iterator[str]:
    for one in findings:
        yield f"{one.about} : {REASONS.get(one.reason, _OTHER).format_map(one.details)}"


def _list(head: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{escape(head)}</h2><ul>{items}</ul>"
