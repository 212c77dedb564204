/** The files attached in a composer: chosen, pasted or dropped; read as base64 when the message is sent. */
import { el, iconButton } from "./dom.js";
import { sizeOf } from "./words.js";

const PHOTOS = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);
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
      el("label.as-files", {}, this.asFiles, "Envoyer les images comme fichiers"));
  }

  get count() {
    return this.#files.length;
  }

  /** Adds files, up to the size of an album. */
  add(files) {
    for (const file of files) {
      if (file.size > FILE_MAX) this.complain(`« ${file.name} » dépasse 20 Mo.`);
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

  /** Returns the messages to send, in order: photos as one album, then files; each is `{photo}`, `{document}` or `{media_group}`. */
  async envelopes(files) {
    const isPhoto = (file) => PHOTOS.has(file.type) && !this.asFiles.checked;
    const photos = await Promise.all(files.filter(isPhoto).map(async (file) => ({ photo: await encoded(file) })));
    const rest = files.filter((file) => !isPhoto(file));
    const documents = await Promise.all(rest.map(async (file) => ({ document: await encoded(file) })));
    return [photos, documents].filter((group) => group.length)
      .map((group) => (group.length === 1 ? group[0] : { media_group: group }));
  }

  #render() {
    this.node.hidden = !this.#files.length;
    this.node.querySelector(".as-files").hidden = !this.#files.some((file) => PHOTOS.has(file.type));
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

function encoded(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done({ name: file.name || "image.png", base64: reader.result.split(",", 2)[1] ?? "" });
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
