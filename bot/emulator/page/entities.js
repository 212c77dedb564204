/** Turns a text and its Bot API entities (UTF-16 offsets, as JavaScript strings count) into DOM nodes. */
import { el } from "./dom.js";

const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

const WRAPPERS = {
  bold: () => el("strong"),
  italic: () => el("em"),
  underline: () => el("u"),
  strikethrough: () => el("s"),
  code: () => el("code"),
  pre: (entity) => el("pre", { "data-language": entity.language }),
  blockquote: () => el("blockquote"),
  expandable_blockquote: () => el("blockquote"),
  spoiler: () => spoiler(),
  url: (entity, text) => anchor(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`),
  text_link: (entity) => anchor(entity.url),
  email: (entity, text) => anchor(`mailto:${text}`),
  phone_number: (entity, text) => anchor(`tel:${text}`),
  bot_command: (entity, text) => commandLink(text),
  mention: () => el("span.mention"),
  text_mention: () => el("span.mention"),
  hashtag: () => el("span.mention"),
};

/** Returns a fragment showing `text` with its `entities`; nested ones are kept, overlapping ones are split. */
export function formatted(text, entities = []) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...between(text, 0, text.length, ordered));
  return fragment;
}

function between(text, start, end, entities) {
  const nodes = [];
  let position = start;
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    const inner = [];
    while (index + 1 < entities.length && entities[index + 1].offset < to) inner.push(entities[++index]);
    if (from > position) nodes.push(words(nodes, text.slice(position, from)));
    nodes.push(wrapped(entity, text.slice(from, to), between(text, from, to, inner)));
    position = to;
    // An inner entity that ends after this one continues outside of it.
    entities = [...entities.slice(0, index + 1), ...inner.filter((e) => e.offset + e.length > to), ...entities.slice(index + 1)];
  }
  if (position < end) nodes.push(words(nodes, text.slice(position, end)));
  return nodes;
}

/** Drops the line feed after a quote or a block of code: these end their line themselves, and it would show as an empty line. */
function words(before, text) {
  return before.at(-1)?.matches?.("pre, blockquote, .foldable") ? text.replace(/^\n/, "") : text;
}

function wrapped(entity, text, nodes) {
  const node = WRAPPERS[entity.type]?.(entity, text) ?? el("span");
  (node.querySelector(".spoiler-text") ?? node).append(...nodes);
  return entity.type === "expandable_blockquote" ? foldable(node, text) : node;
}

/** Returns a link; a plain span if the address is not safe to follow. */
export function anchor(address) {
  if (!isSafe(address)) return el("span");
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address });
}

/** Returns whether `address` is an absolute URL with a harmless scheme. */
export function isSafe(address) {
  return URL.canParse(address) && SAFE.has(new URL(address).protocol);
}

function commandLink(text) {
  const tell = (event) => event.target.dispatchEvent(new CustomEvent("say", { bubbles: true, detail: text }));
  return el("button.command-link", { type: "button", onclick: tell });
}

function spoiler() {
  const reveal = () => {
    hidden.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
    hidden.firstChild.removeAttribute("aria-hidden");
  };
  const hidden = el("span.spoiler", { role: "button", tabindex: 0, "aria-label": "Texte masqué, afficher", onclick: reveal });
  hidden.append(el("span.spoiler-text", { "aria-hidden": "true" }));
  hidden.onkeydown = (event) => {
    if (!hidden.hasAttribute("role") || ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    reveal();
  };
  return hidden;
}

function foldable(quote, text) {
  if (text.length < 160 && text.split("\n").length < 4) return quote;
  quote.classList.add("folded");
  const toggle = el("button.unfold", { type: "button", "aria-expanded": "false" }, "Lire la suite");
  toggle.onclick = () => {
    const folded = quote.classList.toggle("folded");
    toggle.textContent = folded ? "Lire la suite" : "Replier";
    toggle.setAttribute("aria-expanded", String(!folded));
  };
  return el("div.foldable", {}, quote, toggle);
}
