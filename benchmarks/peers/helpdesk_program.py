"""django-helpdesk in its own process: `helpdesk_program.py DATABASE TICKETS`; runs in the peer's environment.

Prints a line once that many tickets exist. Then reads `update N`, `create N` or `list N`, does that N times, checks
the effect, and prints the microseconds of processor time per operation.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.core.management import call_command
from django.urls import include, path, reverse

WORDS = "Bonjour, le message d’erreur est toujours là ce matin, sur les deux ordinateurs de la maison."
APPS = ("admin", "auth", "contenttypes", "humanize", "messages", "sessions", "sites", "staticfiles")
MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
)
CONTEXT = ("django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages")
SQLITE = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}
PAGE = 25

settings.configure(
    SECRET_KEY="none",
    ALLOWED_HOSTS=["testserver"],
    ROOT_URLCONF="__main__",
    STATIC_URL="/static/",
    SITE_ID=1,
    USE_TZ=True,
    INSTALLED_APPS=[*(f"django.contrib.{name}" for name in APPS), "rest_framework", "helpdesk"],
    MIDDLEWARE=MIDDLEWARE,
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": ("django.template.context_processors.request", *CONTEXT)},
        }
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1], "OPTIONS": SQLITE}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    HELPDESK_ACTIVATE_API_ENDPOINT=True,
    HELPDESK_TEAMS_MODE_ENABLED=False,
    HELPDESK_TEAMS_MODEL="auth.Group",
    HELPDESK_TEAMS_MIGRATION_DEPENDENCIES=[],
    LOGGING_CONFIG=None,
)
django.setup()
urlpatterns = [path("", include("helpdesk.urls"))]

from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from helpdesk.models import FollowUp, Queue, Ticket  # noqa: E402
from helpdesk.query import query_to_base64  # noqa: E402
from helpdesk.update_ticket import update_ticket  # noqa: E402


class Helpdesk:
    """A help desk with one queue and one member of staff, logged in."""

    def __init__(self, tickets: int) -> None:
        call_command("migrate", verbosity=0)
        self.staff = get_user_model().objects.create_superuser("staff", "staff@example.org", "none")
        self.queue = Queue.objects.create(title="École", slug="ecole")
        self.client = Client()
        self.client.force_login(self.staff)
        self.next = 1
        made = (
            Ticket(queue=self.queue, title="connexion", description=WORDS, submitter_email="camille@example.org")
            for _ in range(tickets)
        )
        Ticket.objects.bulk_create(made, batch_size=500)

    def update(self, count: int) -> float:
        """Resolves this many tickets, each with a comment; returns the cost of one."""
        before = FollowUp.objects.count()
        keys = range(self.next, self.next + count)
        self.next += count
        cost = timed(count, lambda turn: self._resolve(keys[turn]))
        assert FollowUp.objects.filter(new_status=Ticket.RESOLVED_STATUS, ticket__in=keys).count() == count
        assert FollowUp.objects.count() == before + count
        assert Ticket.objects.filter(id__in=keys, status=Ticket.RESOLVED_STATUS).count() == count
        return cost

    def create(self, count: int) -> float:
        """Files this many tickets through the API; returns the cost of one."""
        before = Ticket.objects.count()
        said = {"queue": self.queue.id, "title": "connexion", "description": WORDS, "priority": 3}
        said["submitter_email"] = "camille@example.org"
        cost = timed(count, lambda _: self._post(said))
        assert Ticket.objects.count() == before + count
        return cost

    def list(self, count: int) -> float:
        """Reads the first page of open tickets this many times; returns the cost of one."""
        query = {"filtering": {"status__in": [1, 2]}, "sorting": "created", "search_string": "", "sortreverse": False}
        address = reverse("helpdesk:datatables_ticket_list", args=[query_to_base64(query)])
        return timed(count, lambda _: self._page(address))

    def _resolve(self, key: int) -> None:
        ticket = Ticket.objects.get(id=key)
        update_ticket(self.staff, ticket, comment=WORDS, public=True, new_status=Ticket.RESOLVED_STATUS)

    def _post(self, said: dict[str, object]) -> None:
        answer = self.client.post("/api/tickets/", said, content_type="application/json")
        assert answer.status_code == 201, answer.content

    def _page(self, address: str) -> None:
        answer = self.client.get(address, {"draw": "1", "start": "0", "length": str(PAGE)})
        assert len(answer.json()["data"]) == PAGE


def timed(count: int, act: Callable[[int], None]) -> float:
    """Calls `act` with 0 to `count` - 1; returns the microseconds of processor time per call."""
    start = time.process_time_ns()
    for turn in range(count):
        act(turn)
    return (time.process_time_ns() - start) / 1000 / count


def main() -> None:
    """Carries out the commands on standard input until it is closed."""
    desk = Helpdesk(int(sys.argv[2]))
    acts = {"update": desk.update, "create": desk.create, "list": desk.list}
    print("ready", flush=True)
    for line in sys.stdin:
        what, count = line.split()
        print(acts[what](int(count)), flush=True)


if __name__ == "__main__":
    main()
