"""HTTP in and out: the webhook, polling, health, metrics, the demo's ENT page, and the bot's HTTP client."""
