"""Checks that Telegram delivers updates where the bot expects them, inline queries among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo

from bot import app
from bot.ent.finding import Finding
from config.settings import Settings

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram accepts
_HERE = ("localhost", "127.0.0.1", "::1")  # where a local Bot API server may call by plain http
_MANY = 100  # waiting updates that are reported
_LATELY = timedelta(hours=1)


def inline(bot: Bot) -> Finding:
    """Whether inline mode is on, so that accounts can be searched from any chat."""
    if bot.supports_inline_queries:
        return Finding("inline mode", "on")
    return Finding("inline mode", "off: send /setinline to @BotFather", fine=False)


def declared(settings: Settings) -> Finding | None:
    """Whether the settings for a webhook are complete and valid; None if they ask for no webhook."""
    url, secret = settings.webhook_url, settings.webhook_secret.get_secret_value()
    if not url and not secret:
        return None
    parts = urlsplit(url)
    if not url or not secret:
        words = "PALIER_WEBHOOK_URL and PALIER_WEBHOOK_SECRET go together: give both, or none to poll"
    elif parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        words = "PALIER_WEBHOOK_URL must begin with https://: Telegram calls no other"
    elif not _SECRET.fullmatch(secret):
        words = "PALIER_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -"
    else:
        return Finding("webhook settings", "complete")
    return Finding("webhook settings", words, fine=False)


def registered(settings: Settings, info: WebhookInfo, now: datetime) -> Finding:
    """Whether the webhook registered at Telegram is the one in the settings, and works."""
    if troubles := list(_troubles(settings, info, now)):
        return Finding("webhook", "; ".join(troubles), fine=False)
    return Finding("webhook", f"{'set' if info.url else 'none, as for polling'}, {info.pending_update_count} waiting")


def _troubles(settings: Settings, info: WebhookInfo, now: datetime) -> Iterator[str]:
    wanted = app.webhook_address(settings)
    if info.url and not wanted:
        yield f"set to {_place(info.url)}, but PALIER_WEBHOOK_URL is empty: start `palier run`, which removes it"
    elif not info.url and wanted:
        yield "not set: start `palier serve`, which sets it"
    elif info.url != wanted:
        yield f"set to {_place(info.url)}, not to PALIER_WEBHOOK_URL: start `palier serve`, which sets it"
    elif info.allowed_updates and (missing := set(app.ALLOWED) - set(info.allowed_updates)):
        yield f"{', '.join(sorted(missing))} not asked for: start `palier serve` anew"
    if info.last_error_date is not None and info.url and now - info.last_error_date < _LATELY:
        minutes = int((now - info.last_error_date).total_seconds()) // 60
        yield f"{minutes} min ago Telegram met “{info.last_error_message}”: see what stands before `palier serve`"
    if info.pending_update_count > _MANY:
        yield f"{info.pending_update_count} updates wait: see that the bot runs"


def _place(url: str) -> str:
    """The host name of an address; not its path, which may hold a secret."""
    return urlsplit(url).hostname or "another address"
