"""Photos, documents and albums, sent by bots and by people."""

from __future__ import annotations

import json

import aiohttp

from tests.emulator.client import TOKEN, ZOE, Client, Json, png, upload


async def _post(client: Client, method: str, files: dict[str, tuple[str, bytes]], **fields: object) -> Json:
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, (file_name, content) in files.items():
        form.add_field(name, content, filename=file_name)
    async with client.session.post(f"{client.url}/bot{TOKEN}/{method}", data=form) as response:
        answer: Json = await response.json()
        return answer


async def test_a_photo_comes_in_its_sizes(client: Client) -> None:
    sent = await _post(client, "sendPhoto", {"photo": ("a.png", png(640, 400))}, chat_id=ZOE, caption="l’écran")
    sizes = [(size["width"], size["height"]) for size in sent["result"]["photo"]]
    assert (sizes, sent["result"]["caption"]) == ([(320, 200), (640, 400)], "l’écran")


async def test_what_is_no_image_is_no_photo(client: Client) -> None:
    refused = await _post(client, "sendPhoto", {"photo": ("a.png", b"nothing")}, chat_id=ZOE)
    assert refused["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_a_person_s_document_can_be_fetched_by_the_bot(client: Client) -> None:
    await client.person("messages", user_id=ZOE, document=upload("erreur.txt", "détail".encode()), caption="voici")
    document = (await client.updates())[0]["message"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("erreur.txt", "text/plain", 7)
    path = (await client.bot("getFile", file_id=document["file_id"]))["file_path"]
    async with client.session.get(f"{client.url}/file/bot{TOKEN}/{path}") as response:
        assert await response.read() == "détail".encode()


async def test_a_file_needs_the_token_and_has_to_exist(client: Client) -> None:
    async with client.session.get(f"{client.url}/file/bot{TOKEN}/files/none") as response:
        assert response.status == 404
    async with client.session.get(f"{client.url}/file/bot123456:{'x' * 35}/files/none") as response:
        assert response.status == 401


async def test_a_file_is_sent_again_by_its_id(client: Client) -> None:
    sent = await _post(client, "sendDocument", {"document": ("a.pdf", b"%PDF")}, chat_id=ZOE)
    document = sent["result"]["document"]
    again = await client.bot("sendDocument", chat_id=ZOE, document=document["file_id"])
    assert again["document"] == document
    refused = await client.refusal("sendPhoto", chat_id=ZOE, photo=document["file_id"])
    assert refused == "Bad Request: can't use file of type Document as Photo"


async def test_an_unknown_file_id_is_refused(client: Client) -> None:
    refused = await client.refusal("sendDocument", chat_id=ZOE, document="nonsense")
    assert refused == "Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol"


async def test_an_album_is_uploaded_in_one_call(client: Client) -> None:
    media = [{"type": "photo", "media": f"attach://p{i}", "has_spoiler": True} for i in range(2)]
    files = {f"p{i}": (f"{i}.png", png()) for i in range(2)}
    sent = (await _post(client, "sendMediaGroup", files, chat_id=ZOE, media=media))["result"]
    assert len({message["media_group_id"] for message in sent}) == 1
    assert all(message["has_media_spoiler"] for message in sent)


async def test_an_album_has_two_to_ten_files(client: Client) -> None:
    media = [{"type": "photo", "media": "x"}]
    refused = await client.refusal("sendMediaGroup", chat_id=ZOE, media=media)
    assert refused == "Bad Request: wrong number of media in the album: there must be 2-10 of them"


async def test_a_caption_has_at_most_1024_characters(client: Client) -> None:
    refused = await client.refusal("sendDocument", chat_id=ZOE, document="x", caption="é" * 1025)
    assert refused == "Bad Request: message caption is too long"


async def test_a_file_above_20_mb_cannot_be_fetched(client: Client) -> None:
    await client.person("messages", user_id=ZOE, document=upload("film.bin", bytes(20 * 2**20 + 1)))
    file_id = (await client.updates())[0]["message"]["document"]["file_id"]
    assert await client.refusal("getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_the_page_gets_a_file_that_cannot_run_as_a_page(client: Client) -> None:
    await client.person("messages", user_id=ZOE, document=upload("a.html", b"<script>alert(1)</script>"))
    file_id = (await client.updates())[0]["message"]["document"]["file_id"]
    async with client.session.get(f"{client.url}/control/files/{file_id}") as response:
        assert response.headers["Content-Security-Policy"] == "sandbox"
        assert await response.read() == b"<script>alert(1)</script>"


async def test_the_file_of_a_message_can_be_replaced(client: Client) -> None:
    sent = await _post(client, "sendDocument", {"document": ("a.txt", b"un")}, chat_id=ZOE, caption="un")
    media = {"type": "document", "media": "attach://new", "caption": "deux"}
    place = {"chat_id": ZOE, "message_id": sent["result"]["message_id"]}
    edited = await _post(client, "editMessageMedia", {"new": ("b.txt", b"deux")}, media=media, **place)
    assert (edited["result"]["document"]["file_name"], edited["result"]["caption"]) == ("b.txt", "deux")


async def test_a_file_name_leads_nowhere_else_and_its_type_breaks_no_header(client: Client) -> None:
    for name in ("../../etc/passwd", "a.b/../../c", "photo.\u202egpj.exe", "é" * 300 + ".pdf", "a.\0", "😀.💥"):
        sent = upload("a", b"words") | {"name": name, "type": "text/html\r\nSet-Cookie: a=b"}
        await client.person("messages", user_id=ZOE, document=sent)
        document = (await client.updates())[-1]["message"]["document"]
        path = (await client.bot("getFile", file_id=document["file_id"]))["file_path"]
        assert path.isascii()
        assert path.count("/") == 1
        assert ".." not in path
        async with client.session.get(f"{client.url}/file/bot{TOKEN}/{path}") as response:
            assert await response.read() == b"words"
        async with client.session.get(f"{client.url}/control/files/{document['file_id']}") as response:
            assert (response.status, "Set-Cookie" in response.headers) == (200, False)
            assert response.headers["Content-Security-Policy"] == "sandbox"
