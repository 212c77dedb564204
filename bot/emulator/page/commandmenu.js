/** The list of commands above a composer: opened by its button or by typing « / », filtered while typing. */
import { el } from "./dom.js";

let serial = 0;

export class CommandMenu {
  #commands = [];
  #offered = [];
  #index = 0;

  /** `choose(name, whole)` is called with the command picked; `whole` when it may leave at once. */
  constructor(field, choose) {
    this.field = field;
    this.choose = choose;
    this.node = el("ul.commands", { role: "listbox", "aria-label": "Commandes", id: `commands-${++serial}`, hidden: true });
    field.setAttribute("aria-controls", this.node.id);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** Takes the commands this person has now. */
  offer(commands) {
    this.#commands = commands;
    if (this.isOpen) this.filter(this.field.value);
  }

  /** Opens on what is typed when it begins a command, else closes. */
  filter(text) {
    const typed = /^\/(\S*)$/.exec(text)?.[1].toLowerCase();
    this.#show(typed === undefined ? [] : this.#commands.filter(({ command }) => command.startsWith(typed)));
  }

  /** Opens on every command, or closes. */
  toggle() {
    this.#show(this.isOpen ? [] : this.#commands);
  }

  close() {
    this.#show([]);
  }

  /** Handles a key of the field; returns whether it was for the menu. */
  key(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#mark((this.#index + step + this.#offered.length) % this.#offered.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && !event.shiftKey) this.#pick(this.#index, true);
    else if (event.key === "Tab" && !event.shiftKey) this.#pick(this.#index, false);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #pick(index, whole) {
    const { command } = this.#offered[index];
    this.close();
    this.choose(command, whole);
  }

  #show(commands) {
    this.#offered = commands;
    this.node.hidden = !commands.length;
    this.field.setAttribute("aria-expanded", String(this.isOpen));
    this.node.replaceChildren(...commands.map(({ command, description }, index) => el("li", {
      role: "option", id: `${this.node.id}-${index}`, onmousedown: (event) => event.preventDefault(), onclick: () => this.#pick(index, true),
    }, el("b", {}, `/${command}`), el("span", {}, description))));
    if (commands.length) this.#mark(0);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #mark(index) {
    this.#index = index;
    [...this.node.children].forEach((item, position) => item.setAttribute("aria-selected", String(position === index)));
    this.node.children[index].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.node.id}-${index}`);
  }
}
