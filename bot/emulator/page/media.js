/** Photos, albums and files inside a message. */
import { fileAddress } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { sizeOf } from "./words.js";

const THUMBNAIL_WIDTH = 320;

/** Returns the element with the photos and files of one bubble's messages, or null if there are none. */
export function mediaOf(messages) {
  const photos = messages.filter((message) => message.photo && !message.deleted);
  const others = messages.filter((message) => !message.photo && !message.deleted).map(attachmentOf).filter(Boolean);
  if (!photos.length && !others.length) return null;
  const grid = photos.length ? el(`div.photos.of-${Math.min(photos.length, 4)}`, {}, photos.map((m) => photo(m, photos))) : null;
  return el("div.media", {}, grid, others);
}

function photo(message, album) {
  const sizes = [...message.photo].sort((a, b) => a.width - b.width);
  const thumbnail = sizes.find((size) => size.width >= THUMBNAIL_WIDTH) ?? sizes.at(-1);
  const words = message.caption ? `Photo : ${message.caption}` : "Photo";
  const image = el("img", { src: fileAddress(thumbnail.file_id), alt: words, loading: "lazy" });
  image.width = thumbnail.width;
  image.height = thumbnail.height;
  const button = el("button.photo", { type: "button", "aria-label": `${words}, agrandir`, "data-message": message.message_id }, image);
  if (message.has_media_spoiler) button.classList.add("veiled");
  button.onclick = () => {
    if (button.classList.contains("veiled")) button.classList.remove("veiled");
    else enlarge(album, album.indexOf(message));
  };
  return button;
}

function attachmentOf(message) {
  const file = message.document ?? message.audio ?? message.voice ?? message.video ?? message.animation;
  if (file) return download(file, file.file_name ?? (message.voice ? "Message vocal" : "Fichier"));
  if (message.sticker) return el("div.sticker", {}, message.sticker.emoji ?? "◌");
  if (message.location) return el("p.attachment", {}, `📍 ${message.location.latitude}, ${message.location.longitude}`);
  if (message.contact) return el("p.attachment", {}, `👤 ${message.contact.first_name} · ${message.contact.phone_number}`);
  return null;
}

function download(file, name) {
  return el("a.attachment", { href: fileAddress(file.file_id), download: name, "aria-label": `Télécharger ${name}` },
    el("span.attachment-icon", {}, icon("file")),
    el("span.attachment-words", {}, el("bdi.attachment-name", {}, name), el("small", {}, sizeOf(file.file_size))));
}

/** Opens the photos of an album full size, at `index`; the arrow keys change photo, Escape closes. */
function enlarge(album, index) {
  const image = el("img", { alt: "" });
  const caption = el("figcaption");
  const show = (next) => {
    index = (next + album.length) % album.length;
    image.src = fileAddress(album[index].photo.at(-1).file_id);
    image.alt = caption.textContent = album[index].caption ?? "";
  };
  const close = () => dialog.close();
  const sides = album.length < 2 ? [] : [
    iconButton("back", "Photo précédente", () => show(index - 1), ".previous"),
    iconButton("next", "Photo suivante", () => show(index + 1), ".onward")];
  const dialog = el("dialog.lightbox", { "aria-label": "Photo agrandie", onclose: () => dialog.remove() },
    el("figure", { onclick: ({ target }) => (target.tagName === "FIGURE" ? close() : undefined) }, image, caption),
    sides, iconButton("close", "Fermer", close, ".shut"));
  dialog.onkeydown = (event) => {
    if (event.key === "ArrowLeft") show(index - 1);
    if (event.key === "ArrowRight") show(index + 1);
  };
  document.body.append(dialog);
  show(index);
  dialog.showModal();
}
