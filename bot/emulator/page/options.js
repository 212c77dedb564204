/** A list above a composer: arrow keys move the mark; Enter, Tab or a click picks; Escape closes. */
import { el } from "./dom.js";

let serial = 0;

export class Options {
  #items = [];
  #index = 0;

  constructor(field, label, classes = "") {
    this.field = field;
    this.node = el(`ul.commands${classes}`, { role: "listbox", "aria-label": label, id: `options-${++serial}`, hidden: true });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** Shows `items` `{nodes, pick(whole)}`, the one at index `marked` marked, and a `note` under them; closes if both are empty. */
  show(items, { note = "", marked = 0 } = {}) {
    this.#items = items;
    this.node.hidden = !items.length && !note;
    this.field.setAttribute("aria-expanded", String(this.isOpen));
    this.field.setAttribute("aria-controls", this.node.id);
    this.node.replaceChildren(...items.map(({ nodes }, index) => el("li", {
      role: "option", id: `${this.node.id}-${index}`, onmousedown: (event) => event.preventDefault(), onclick: () => this.#pick(index, true),
    }, nodes)), ...(note ? [el("li.note", { role: "presentation" }, note)] : []));
    if (items.length) this.#mark(Math.min(marked, items.length - 1));
    else this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    this.show([]);
  }

  /** Returns the index of the marked item. */
  get marked() {
    return this.#index;
  }

  /** Handles a key of the field; returns whether the list used it. */
  key(event) {
    if (!this.isOpen || !this.#does(event)) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #does({ key, shiftKey }) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (key === "Escape") this.close();
    else if (!this.#items.length) return false;
    else if (step) this.#mark((this.#index + step + this.#items.length) % this.#items.length);
    else if (key === "Enter" && !shiftKey) this.#pick(this.#index, true);
    else if (key === "Tab" && !shiftKey) this.#pick(this.#index, false);
    else return false;
    return true;
  }

  #pick(index, whole) {
    const { pick } = this.#items[index];
    this.close();
    pick(whole);
  }

  #mark(index) {
    this.#index = index;
    [...this.node.querySelectorAll('[role="option"]')].forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
    this.node.children[index].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.node.id}-${index}`);
  }
}
