/** Photos, albums, films, sounds and files inside a message. */
import { fileAddress } from "./api.js";
import { contentOf } from "./contents.js";
import { el, icon, iconButton } from "./dom.js";
import { anchor } from "./entities.js";
import { durationOf, sizeOf } from "./words.js";

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
  const words = message.caption ? `Photo\u00a0: ${message.caption}` : "Photo";
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
  const content = contentOf(message);
  if (!content) return null;
  if (content.file) return el(`div.attachment.is-${content.kind}`, {}, player(content), download(content));
  if (content.poll) return poll(content);
  return card(content, content.place ? mapLink(content.place) : content.phone ? phoneLink(content.phone) : null);
}

/** Returns what plays or shows the file, or null. Where the browser cannot, it goes away, and the file can still be downloaded. */
function player({ kind, title, about, file, plays }) {
  const make = { film: film, sound: () => el("audio", { controls: true, preload: "metadata" }), image: () => el("img", { loading: "lazy" }) }[plays];
  if (!make) return null;
  const node = make(kind);
  node.setAttribute(node.tagName === "IMG" ? "alt" : "aria-label", [title, about].filter(Boolean).join("\u00a0: "));
  node.onerror = () => node.replaceWith(el("p.unplayable", {}, kind === "sticker" && about ? about : "Ce navigateur ne sait pas lire ce fichier."));
  node.src = fileAddress(file.file_id);
  return node;
}

function film(kind) {
  const node = el("video", { controls: true, preload: "metadata", playsinline: true });
  if (kind === "animation" || kind === "sticker") node.loop = node.muted = true;
  return node;
}

function download({ title, about, file }) {
  const facts = [about ? title : "", durationOf(file.duration), sizeOf(file.file_size)].filter(Boolean).join(" · ");
  const words = about ?? title;
  return el("a.file", { href: fileAddress(file.file_id), download: file.file_name ?? title, "aria-label": `Télécharger ${words}` },
    el("span.attachment-icon", {}, icon("file")),
    el("span.attachment-words", {}, el("bdi.attachment-name", {}, words), el("small", {}, facts)));
}

function card({ title, about }, more) {
  return el("p.attachment.card", {}, el("small", {}, title), about ? el("bdi.attachment-name", {}, about) : null, more);
}

function mapLink({ latitude, longitude }) {
  const link = anchor(`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`);
  link.append("Voir sur une carte");
  return link;
}

function phoneLink(number) {
  const link = anchor(`tel:${number.replace(/[^\d+]/g, "")}`);
  link.append(number);
  return link;
}

function poll({ title, about, poll: { options, total_voter_count: voters = 0, is_closed: closed } }) {
  const facts = [title, closed ? "terminé" : "", voters ? `${voters} vote${voters > 1 ? "s" : ""}` : "aucun vote"].filter(Boolean).join(" · ");
  return el("div.attachment.card", {}, el("small", {}, facts), el("bdi.attachment-name", {}, about),
    el("ul.poll", {}, options.map((option) => el("li", {}, el("bdi", {}, option.text), el("span", {}, String(option.voter_count ?? 0))))));
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
