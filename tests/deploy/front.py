"""Runs a real nginx with the shipped configuration, on free ports of this machine."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template

import trustme
from aiohttp import ClientConnectionError, ClientSession

from tests.deploy.shipped import ROOT
from tests.processes import READY, free_port
from tests.programs import required

TELEGRAM = "X-Real-Ip"  #: the header by which a test sets the address it seems to call from

_AROUND = """
daemon off;
master_process off;
pid {home}/pid;
error_log stderr warn;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    set_real_ip_from 127.0.0.1;
    include {home}/palier.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Front:
    """A running nginx."""

    url: str  #: its https address
    plain: str  #: its http address, for the emulator, which does not trust the test certificate
    trust: ssl.SSLContext  #: trusts the test certificate


@asynccontextmanager
async def fronting(home: Path, replicas: Sequence[str]) -> AsyncIterator[Front]:
    """Runs nginx in front of these replicas (`host:port`). It accepts this machine as if it were Telegram."""
    tls, plain = free_port(), free_port()
    live = home / "live" / "localhost"
    live.mkdir(parents=True)
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(live / "privkey.pem")
    for part in certificate.cert_chain_pems:
        part.write_to_path(live / "fullchain.pem", append=True)
    (home / "palier.conf").write_text(_filled(replicas, home, tls, plain), "utf-8")
    (home / "nginx.conf").write_text(_AROUND.format(home=home), "utf-8")
    words = ("-p", str(home), "-e", "stderr", "-c", str(home / "nginx.conf"))
    process = await asyncio.create_subprocess_exec(required("nginx"), *words)
    try:
        await _listening(f"http://127.0.0.1:{plain}/")
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        yield Front(f"https://localhost:{tls}", f"http://127.0.0.1:{plain}", trust)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def _filled(replicas: Sequence[str], home: Path, tls: int, plain: int) -> str:
    """The shipped configuration, with its variables filled in, and with ports and folders of this test."""
    shipped = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    [example] = re.findall(r"such as: (server .+;)", shipped)
    lines = "\n".join(example.replace("127.0.0.1:8080", address) for address in replicas)
    text = Template(shipped).safe_substitute(HOST="localhost", REPLICAS=lines)  # nginx has variables of its own
    for theirs, ours in (
        ("listen 443 ssl;", f"listen 127.0.0.1:{tls} ssl; listen 127.0.0.1:{plain};"),
        ("/etc/letsencrypt", str(home)),
        ("deny all;", "allow 127.0.0.1; deny all;"),
    ):
        assert theirs in text
        text = text.replace(theirs, ours)
    return text


async def _listening(url: str) -> None:
    """Waits until a server answers at this URL."""
    async with asyncio.timeout(READY), ClientSession() as http:
        while True:
            try:
                async with http.get(url):
                    return
            except ClientConnectionError:
                await asyncio.sleep(0.02)
