/** The scrolling list of a chat's messages: reuses the elements that did not change, shows only the last messages. */
import { el, roam } from "./dom.js";
import { bubble, isService } from "./message.js";
import { dayKeyOf, dayOf } from "./words.js";

const PAGE = 200;
const NEAR_PX = 80;
const SAME_AUTHOR_S = 300;

export class Thread {
  #phone;
  #nodes = new Map();
  #shown = PAGE;
  #atEnd = true;
  #top = 0;
  #grew = false;

  constructor(phone, label) {
    this.#phone = phone;
    this.list = el("div.messages", { role: "feed", "aria-label": label });
    this.node = el("div.thread", { tabIndex: -1, onscroll: () => this.#scrolled() }, this.list);
    roam(this.list, () => this.#bubbles(), ["ArrowUp", "ArrowDown"]);
    this.list.addEventListener("focusin", (event) => this.#choose(event.target.closest("article")));
    this.list.addEventListener("focusout", (event) => this.list.contains(event.relatedTarget) || this.#choose(null));
    this.jump = el("button.round.to-end", { type: "button", hidden: true, "aria-label": "Aller au dernier message" }, "↓");
    this.jump.onclick = () => this.toEnd();
    const keepAtEnd = new ResizeObserver(() => this.#atEnd && this.toEnd());
    for (const node of [this.list, this.node]) keepAtEnd.observe(node);
  }

  /** Shows `messages` (oldest first); keeps the scroll position, at the end if it was there. */
  show(messages) {
    const height = this.node.scrollHeight - this.node.scrollTop;
    const recent = messages.slice(-this.#shown);
    const blocks = this.#blocks(recent);
    if (messages.length > recent.length) blocks.unshift(this.#older(messages));
    if (!blocks.length) blocks.push({ key: "empty", signature: "", make: () => el("p.nothing", {}, "Aucun message pour l’instant.") });
    this.#place(blocks);
    this.#rove(this.#bubbles().at(-1));
    if (this.#grew) this.node.scrollTop = this.node.scrollHeight - height;
    else if (this.#atEnd) this.toEnd();
    this.#grew = false;
  }

  #older(messages) {
    const hidden = messages.length - this.#shown;
    const more = () => {
      this.#shown += PAGE;
      this.#grew = true;
      this.show(messages);
    };
    const make = () => el("button.older", { type: "button", onclick: more }, `Plus anciens (${hidden})`);
    return { key: "older", signature: `${hidden}:${messages.at(-1).message_id}`, make };
  }

  #blocks(messages) {
    const blocks = [];
    let previous = null;
    for (const group of albums(messages)) {
      const message = group[0];
      const day = dayKeyOf(message.date);
      if (!previous || dayKeyOf(previous.date) !== day) {
        blocks.push({ key: `day ${day}`, signature: dayOf(message.date), make: () => el("p.day", {}, dayOf(message.date)) });
        previous = null;
      }
      blocks.push(this.#block(group, follows(previous, message)));
      previous = message;
    }
    return blocks;
  }

  #block(group, following) {
    const pinned = group.map((message) => this.#phone.isPinned(message.message_id));
    const make = () => {
      const node = bubble(group, this.#phone);
      node.classList.toggle("following", following);
      return node;
    };
    return { key: String(group[0].message_id), signature: JSON.stringify([group, pinned, following]), make };
  }

  #place(blocks) {
    const kept = new Set(blocks.map((block) => block.key));
    for (const [key, { node }] of this.#nodes) {
      if (kept.has(key)) continue;
      node.remove();
      this.#nodes.delete(key);
    }
    let after = null;
    for (const { key, signature, make } of blocks) {
      const old = this.#nodes.get(key);
      const node = old?.signature === signature ? old.node : make();
      if (old && old.node !== node) replace(old.node, node);
      this.#nodes.set(key, { signature, node });
      const expected = after ? after.nextSibling : this.list.firstChild;
      if (node !== expected) this.list.insertBefore(node, expected);
      after = node;
    }
  }

  /** Scrolls to a message, highlights it and focuses it; returns whether it is shown. */
  jumpTo(messageId) {
    const node = this.list.querySelector(`[data-message="${messageId}"]`)?.closest("article, p.service");
    if (!node) return false;
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
    node.classList.remove("glow");
    requestAnimationFrame(() => node.classList.add("glow"));
    return true;
  }

  /** Focuses the last message. */
  focusLast() {
    this.#bubbles().at(-1)?.focus();
  }

  /** Scrolls to the last message, and follows new ones. */
  toEnd() {
    this.#atEnd = true;
    this.jump.hidden = true;
    this.node.scrollTop = this.node.scrollHeight;
  }

  /** Clears the list, to show another chat. */
  clear(label) {
    this.#nodes.clear();
    this.#shown = PAGE;
    this.list.replaceChildren();
    this.list.setAttribute("aria-label", label);
    this.toEnd();
  }

  #bubbles() {
    return [...this.list.querySelectorAll("article")];
  }

  /** Marks the message that has the focus: where there is no mouse, it shows what can be done with it. */
  #choose(article) {
    for (const node of this.list.querySelectorAll("article.chosen")) node.classList.toggle("chosen", node === article);
    article?.classList.add("chosen");
    this.#rove(article);
  }

  #rove(current) {
    if (!current) return;
    for (const node of this.list.querySelectorAll('article[tabindex="0"]')) node.tabIndex = -1;
    current.tabIndex = 0;
  }

  /** Stops following new messages only when the reader scrolls up, not when the layout changes. */
  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.node;
    if (scrollHeight - scrollTop - clientHeight < NEAR_PX) this.#atEnd = true;
    else if (scrollTop < this.#top) this.#atEnd = false;
    this.#top = scrollTop;
    this.jump.hidden = this.#atEnd;
  }
}

/** Replaces `old` by `node`; a focus inside the message stays in it. */
function replace(old, node) {
  const focused = old.contains(document.activeElement);
  old.replaceWith(node);
  if (focused) node.focus({ preventScroll: true });
}

function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function follows(previous, message) {
  if (!previous || isService(previous) || isService(message)) return false;
  return previous.from?.id === message.from?.id && message.date - previous.date < SAME_AUTHOR_S;
}
