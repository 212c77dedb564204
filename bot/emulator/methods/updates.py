"""getUpdates and webhooks."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..errors import bad_request, too_many_requests
from ..records import Json, Webhook
from .registry import Call, method

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PORTS = frozenset({80, 88, 443, 8443})  # WebhookActor::start_up
SECRET_MAX = 256


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Returns the updates from `offset` on, waiting up to `timeout` seconds for the first."""
    if (allowed := call.get("allowed_updates")) is not None:
        call.bot.mailbox.allowed = allowed or None
        call.world.mark("bot", call.bot.id)
    limit = min(max(call.get("limit", 100), 1), 100)
    patience = min(max(call.get("timeout", 0), 0), 50)
    return await call.delivery.poll(call.bot, call.get("offset", 0), limit, patience)


def _check_address(url: str, *, strict: bool) -> None:
    """Raises Telegram's refusal of an address. Plain http at any port passes for loopback, unless `strict`."""
    parts = urlsplit(url if "://" in url else f"https://{url}")  # td::parse_url: https where no scheme is named
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        port = 0
    if parts.scheme not in ("http", "https") or not parts.hostname or not port:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme == "http":
        if strict or parts.hostname not in LOOPBACK:
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    elif port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    elif parts.hostname not in LOOPBACK and "." not in parts.hostname:
        raise bad_request("bad webhook: Failed to resolve host: Name or service not known")


def _check_secret(secret: str) -> None:
    if len(secret) > SECRET_MAX:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")


def _close_webhook(call: Call) -> None:
    """Takes the webhook away; with `drop_pending_updates`, deletes what waits."""
    call.bot.mailbox.webhook = None
    call.world.mark("bot", call.bot.id)
    call.delivery.reset(call.bot, drop=bool(call.get("drop_pending_updates")))


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Sets the webhook; an empty URL deletes it. A webhook set again within a second is refused with 429.

    As in Client::process_set_webhook_query, the old webhook is closed first: it is gone even if the new address is
    refused.
    """
    box, url = call.bot.mailbox, call.get("url", "")
    if not url:
        _close_webhook(call)
        return True
    now = call.world.clock.now()
    if call.world.rates and now < box.next_webhook_at:
        raise too_many_requests(1)
    box.next_webhook_at = now + 1
    hook = Webhook(url, call.get("secret_token") or None, min(max(call.get("max_connections", 40), 1), 100))
    old = box.webhook
    same = old is not None and _kept(old) == _kept(hook) and not call.get("drop_pending_updates")
    if not same:
        call.delivery.end_poll(call.bot)
        _close_webhook(call)
        _check_address(url, strict=call.delivery.strict)
        _check_secret(hook.secret or "")
        box.webhook = hook
    if (allowed := call.get("allowed_updates")) is not None:
        box.allowed = allowed or None
    call.world.mark("bot", call.bot.id)
    if not same:
        call.delivery.reset(call.bot, drop=False)
    return True


def _kept(hook: Webhook) -> tuple[str, str | None, int]:
    return hook.url, hook.secret, hook.max_connections


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Deletes the webhook, so that getUpdates works again."""
    _close_webhook(call)
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """Returns the webhook's URL, the number of waiting updates and the last failure."""
    box = call.bot.mailbox
    hook = box.webhook
    info: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(box.pending)
    if hook:
        info["max_connections"] = hook.max_connections
        info["ip_address"] = "127.0.0.1"
        failure = {"last_error_date": hook.error_date, "last_error_message": hook.error_message}
        info |= {name: value for name, value in failure.items() if value}
    if box.allowed:
        info["allowed_updates"] = box.allowed
    return info
