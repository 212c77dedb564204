/** The list of commands above a composer: opened by its button or by typing « / », filtered while typing. */
import { el } from "./dom.js";
import { Options } from "./options.js";

export class CommandMenu extends Options {
  #commands = [];

  /** `choose(name, whole)` is called with the command picked; `whole` is true if it can be sent at once. */
  constructor(field, choose) {
    super(field, "Commandes");
    this.choose = choose;
  }

  /** Sets the commands that this person has now. */
  offer(commands) {
    this.#commands = commands;
    if (this.isOpen) this.filter(this.field.value);
  }

  /** Shows the commands that match what is typed; closes if it is not the beginning of a command. */
  filter(text) {
    const typed = /^\/(\S*)$/.exec(text)?.[1].toLowerCase();
    this.#open(typed === undefined ? [] : this.#commands.filter(({ command }) => command.startsWith(typed)));
  }

  /** Shows all commands, or closes if it is open. */
  toggle() {
    this.#open(this.isOpen ? [] : this.#commands);
  }

  #open(commands) {
    this.show(commands.map(({ command, description }) => ({
      nodes: [el("b", {}, `/${command}`), el("span", {}, description)], pick: (whole) => this.choose(command, whole) })));
  }
}
