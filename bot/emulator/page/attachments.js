/** The files attached in a composer: chosen, pasted or dropped; read as base64 when the message is sent. */
import { el, iconButton } from "./dom.js";
import { sizeOf } from "./words.js";

const PHOTOS = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);
const PHOTO_MAX = 10 * 1024 * 1024;
const ALBUM_MAX = 10;
const FILE_MAX = 20 * 1024 * 1024;

export class Attachments {
  #files = [];
  #previews = new Map();

  /** `complain(words)` is called to tell the person that a file cannot be attached. */
  constructor(complain) {
    this.complain = complain;
    this.asFiles = el("input", { type: "checkbox" });
    this.list = el("ul.attached", { "aria-label": "Pièces jointes" });
    this.node = el("div.attachments", { hidden: true }, this.list,
      el("label.as-files", {}, this.asFiles, "Envoyer comme fichiers, sans aperçu"));
  }

  get count() {
    return this.#files.length;
  }

  /** Adds files, up to the size of an album. */
  add(files) {
    for (const file of files) {
      if (file.size > FILE_MAX) this.complain(`«\u00a0${file.name}\u00a0» dépasse 20\u00a0Mo\u00a0: choisissez un fichier plus petit.`);
      else if (!file.size) this.complain(`«\u00a0${file.name}\u00a0» est vide\u00a0: choisissez un autre fichier.`);
      else if (this.#files.length >= ALBUM_MAX) this.complain("Dix fichiers au plus dans un envoi.");
      else this.#files.push(file);
    }
    this.#render();
  }

  /** Removes all files and returns them. */
  take() {
    const files = this.#files;
    this.#files = [];
    this.#render();
    return files;
  }

  /** Returns the messages to send, in order: photos and films as one album, then sounds, then files; each is `{photo}`, `{video}`, `{audio}`, `{document}` or `{media_group}`. */
  async envelopes(files) {
    const kindOf = (file) => (this.asFiles.checked ? "document" : kindOfFile(file));
    const groups = [["photo", "video"], ["audio"], ["document"]].map((kinds) => files.filter((file) => kinds.includes(kindOf(file))));
    const envelopes = groups.filter((group) => group.length).map(async (group) => {
      const items = await Promise.all(group.map(async (file) => ({ [kindOf(file)]: await encoded(file) })));
      return items.length === 1 ? items[0] : { media_group: items };
    });
    return Promise.all(envelopes);
  }

  #render() {
    this.node.hidden = !this.#files.length;
    this.node.querySelector(".as-files").hidden = this.#files.every((file) => kindOfFile(file) === "document");
    for (const [file, address] of this.#previews) {
      if (this.#files.includes(file)) continue;
      URL.revokeObjectURL(address);
      this.#previews.delete(file);
    }
    this.list.replaceChildren(...this.#files.map((file) => this.#item(file)));
  }

  #item(file) {
    const drop = () => {
      this.#files = this.#files.filter((other) => other !== file);
      this.#render();
    };
    return el("li", {}, PHOTOS.has(file.type) ? el("img", { src: this.#preview(file), alt: "" }) : null,
      el("span", {}, el("bdi", {}, file.name), el("small", {}, sizeOf(file.size))),
      iconButton("close", `Retirer ${file.name}`, drop));
  }

  #preview(file) {
    if (!this.#previews.has(file)) this.#previews.set(file, URL.createObjectURL(file));
    return this.#previews.get(file);
  }
}

/** Returns how Telegram's applications would send the file: « photo », « video », « audio » or « document ». */
function kindOfFile({ type, size }) {
  if (PHOTOS.has(type) && size <= PHOTO_MAX) return "photo";
  const [family] = type.split("/");
  return family === "video" || family === "audio" ? family : "document";
}

function encoded(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done({ name: file.name || "fichier", base64: reader.result.split(",", 2)[1] ?? "" });
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
