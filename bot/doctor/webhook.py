"""Checks that Telegram delivers updates where the bot expects them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from ipaddress import IPv4Address, ip_address
from socket import SOCK_STREAM
from urllib.parse import urlsplit

from telegram import WebhookInfo

from bot import app
from bot.ent.finding import Finding
from bot.web import address
from config.settings import Settings

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram accepts
_MANY = 100  # waiting updates that are reported
_LATELY = timedelta(hours=1)
_FEW = 4  # connections at once: with fewer, chats wait for each other
_DEFAULT = (
    *("message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result"),
    *("callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member"),
    *("chat_join_request", "chat_boost", "removed_chat_boost", "purchased_paid_media"),
)  # what Telegram sends where nothing is said of it
_ELSE = "see what stands before `palier serve`"
_ERRORS = (
    (
        r"SSL|certificate",
        "the certificate is expired, of another name or self-signed, or its chain is incomplete (give "
        "fullchain.pem): renew it, then reload nginx",
    ),
    ("refused", "nothing listens there: start what stands before `palier serve`, and open its port"),
    (
        "timed out|timeout",
        "nothing answered in time: open the port to Telegram in the firewall, see that the bot runs",
    ),
    ("resolve|host", "the host name has no address: correct its DNS, or PALIER_WEBHOOK_URL"),
    ("IPv6-only", "the host name needs an IPv4 address (A): Telegram does not call IPv6"),
    ("reserved", "the host name leads to a private address: its DNS must give the public one"),
    (
        r"response from the webhook: 40[13]\b",
        "the secret or the sender is refused: start `palier serve` anew, which gives "
        "Telegram its secret, and have what stands before it let Telegram's addresses in",
    ),
    (
        r"response from the webhook: (404|405|410)\b",
        "the path is not known there: what stands before `palier serve` must "
        "pass /telegram on, as deploy/nginx.conf does",
    ),
    (
        r"response from the webhook: 30\d\b",
        "Telegram follows no redirection: give the last address as PALIER_WEBHOOK_URL",
    ),
    (r"response from the webhook: 413\b", "what stands before `palier serve` takes no body of a megabyte: let it"),
    (
        r"response from the webhook: 429\b",
        "what stands before `palier serve` limits the rate: let Telegram's addresses in",
    ),
    (
        r"response from the webhook: 50[0234]\b",
        "the bot does not answer what stands before it, is starting, or has too "
        "much to do: see that it runs, and /readyz",
    ),
    ("closed|read", "the connection was cut before the answer: see what stands before `palier serve`"),
)  # patterns of the errors, and their words; the first that matches counts


def declared(settings: Settings) -> Finding | None:
    """Whether the settings for a webhook are complete and valid; None if they ask for no webhook."""
    url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()
    if not url and not secret:
        return None
    if not url or not secret:
        words = "PALIER_WEBHOOK_URL and PALIER_WEBHOOK_SECRET go together: give both, or none to poll"
    elif why := address.refusal(url, settings.telegram_api, app.WEBHOOK_PATH):
        words = f"PALIER_WEBHOOK_URL {why}"
    elif not _SECRET.fullmatch(secret):
        words = "PALIER_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -"
    else:
        path = urlsplit(url).path
        note = f"; what stands before `palier serve` must pass {path}{app.WEBHOOK_PATH} on as {app.WEBHOOK_PATH}"
        return Finding("webhook settings", f"complete{note if path else ''}")
    return Finding("webhook settings", words, fine=False)


async def resolved(settings: Settings) -> Finding | None:
    """Whether the host name of the webhook has a public IPv4 address, as seen from here; None without a webhook.

    Also None where the Bot API server is one's own: it may see other addresses.
    """
    parts = urlsplit(settings.webhook_url)
    if not parts.hostname or urlsplit(settings.telegram_api).hostname != address.OFFICIAL:
        return None
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, parts.port or 443, type=SOCK_STREAM)
    except OSError:
        return Finding(
            "webhook address", f"{parts.hostname} has no IP address: correct the name, or its DNS", fine=False
        )
    seen = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not (fours := [one for one in seen if isinstance(one, IPv4Address)]):
        return Finding("webhook address", f"{parts.hostname} {address.unreachable(seen[0])}", fine=False)
    if why := address.unreachable(fours[0]):
        return Finding(
            "webhook address", f"seen from here, {parts.hostname} {why}; fine if the Internet sees another"
        )
    return Finding("webhook address", f"{parts.hostname} is {fours[0]}")


def registered(settings: Settings, info: WebhookInfo, now: datetime) -> Finding:
    """Whether the webhook registered at Telegram is the one in the settings, and works."""
    if troubles := list(_troubles(settings, info, now)):
        return Finding("webhook", "; ".join(troubles), fine=False)
    if not info.url:
        return Finding("webhook", f"none, as for polling, {info.pending_update_count} waiting")
    details = f", at {info.ip_address}" if info.ip_address else ""
    details += f", by {info.max_connections} connections at most" if info.max_connections else ""
    return Finding("webhook", f"set, {info.pending_update_count} waiting{details}")


def _troubles(settings: Settings, info: WebhookInfo, now: datetime) -> Iterator[str]:
    wanted = app.webhook_address(settings)
    if info.url and not wanted:
        yield f"set to {_place(info.url)}, but PALIER_WEBHOOK_URL is empty: start `palier run`, which removes it"
    elif not info.url and wanted:
        yield "not set: start `palier serve`, which sets it; one that polls meanwhile (`palier run`) removes it"
    elif info.url != wanted:
        yield f"set to {_place(info.url)}, not to PALIER_WEBHOOK_URL: start `palier serve`, which sets it"
    elif missing := set(app.ALLOWED) - set(info.allowed_updates or _DEFAULT):
        yield f"{', '.join(sorted(missing))} not asked for: start `palier serve` anew"
    if info.url and info.has_custom_certificate:
        yield "it was set with a certificate of its own, which Palier does not give: start `palier serve` anew"
    if info.last_error_date is not None and info.url and now - info.last_error_date < _LATELY:
        minutes = int((now - info.last_error_date).total_seconds()) // 60
        words = info.last_error_message or ""
        yield f"{minutes} min ago Telegram met “{words}”: {explained(words)}"
    if info.last_synchronization_error_date and now - info.last_synchronization_error_date < _LATELY:
        yield "Telegram itself has trouble to fetch updates: wait"
    if info.url and info.max_connections is not None and info.max_connections < _FEW:
        yield f"only {info.max_connections} connections at once are allowed: start `palier serve` anew"
    if info.pending_update_count > _MANY:
        yield f"{info.pending_update_count} updates wait: see that the bot runs"


def explained(error: str) -> str:
    """What an error that Telegram met at the webhook means, and what to do."""
    return next((words for sign, words in _ERRORS if re.search(sign, error, re.IGNORECASE)), _ELSE)


def _place(url: str) -> str:
    """The host name of an address; not its path, which may hold a secret."""
    return urlsplit(url).hostname or "another address"
