/** The guided tour: the steps of the story. Each is done for real by its button or by hand, and ticked once it was. */
import { el, icon } from "./dom.js";
import { announce } from "./notices.js";
import { isNarrow } from "./screen.js";
import { STORY } from "./story.js";

const KEPT = "palier.tour";
const PATIENCE_MS = 12000;

export class Tour {
  #step = 0;
  #folded = isNarrow();
  #ticked = new Set();
  #run = null;
  #waiting = new Map();
  #drawn = "";

  /**
   * `sight` is what the people see. `desk` provides `find(key)`, `show(person)`, which returns the person's phone,
   * `ent()`, the address of the demo's ENT or undefined, and `begin()`, which opens the first phones.
   */
  constructor(node, sight, desk) {
    this.node = node;
    this.sight = sight;
    this.desk = desk;
    this.#recall();
    node.hidden = false;
    node.onkeydown = (event) => event.key === "Escape" && !this.#folded && this.#fold(true);
  }

  /** Shows the tour: as the first screen of the page while no phone is open, otherwise as its present step. */
  show(welcoming) {
    this.node.classList.toggle("welcome", welcoming);
    this.welcoming = welcoming;
    this.watch();
  }

  /** Looks at what the people see now: ticks the moves that were done. */
  watch() {
    const { run } = this.sight;
    if (run !== this.#run) this.#begin(run);
    for (const [step, { moves }] of STORY.entries()) moves.forEach((move, index) => this.#look(step, index, move));
    this.#draw();
  }

  #begin(run) {
    this.#ticked = new Set(run === this.#kept.run ? this.#kept.ticked : []);
    this.#run = run;
  }

  #look(step, index, move) {
    if (this.#isDone(step, index) || !move.done(this.sight, this.#isDone(step, index - 1))) return;
    this.#ticked.add(`${step}/${index}`);
    this.#stopWaiting(`${step}/${index}`);
    this.#keep();
    if (step === this.#step && !this.welcoming) announce(`Fait\u00a0: ${STORY[step].title}`);
  }

  #isDone = (step, index) => this.#ticked.has(`${step}/${index}`);

  #isThrough = (step) => STORY[step].moves.every((move, index) => this.#isDone(step, index));

  get #kept() {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  }

  #keep() {
    const kept = { step: this.#step, folded: this.#folded, run: this.#run, ticked: [...this.#ticked] };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  }

  #recall() {
    const { step = 0, folded = this.#folded } = this.#kept;
    this.#step = Math.min(step, STORY.length - 1);
    this.#folded = folded;
  }

  #fold(folded) {
    this.#folded = folded;
    this.#keep();
    this.#draw();
    this.node.querySelector(".tour-toggle").focus();
  }

  /** Draws the tour again if what it shows has changed; keeps the focus where it was, or on what comes next. */
  #draw() {
    const moves = STORY[this.#step].moves.map((move, index) => this.#state(move, index));
    const drawn = JSON.stringify([this.welcoming, this.#step, this.#folded, moves, [...this.#ticked], this.sight.number]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.name ?? "" : null;
    this.node.replaceChildren(...(this.welcoming ? this.#welcome() : [this.#line(moves), this.#panel(moves)]));
    if (focused === null) return;
    const same = this.node.querySelector(`[data-name="${focused}"]:not(:disabled)`);
    (same ?? this.node.querySelector(".solid:not(:disabled)") ?? this.node.querySelector("button"))?.focus();
  }

  /** Returns « done », « waiting », « late » (nothing came of it), « ready » or « early » (something must be done before). */
  #state(move, index) {
    const key = `${this.#step}/${index}`;
    if (this.#ticked.has(key)) return "done";
    if (this.#waiting.has(key)) return this.#waiting.get(key);
    if (move.press) return move.press(this.sight) ? "ready" : "early";
    if (move.visit) return this.desk.ent() ? "ready" : "early";
    return /\bN\b/.test(move.text) && !this.sight.reads(move.who) ? "early" : "ready";
  }

  #welcome() {
    const begin = async () => {
      await this.desk.begin();
      this.node.querySelector(".solid")?.focus();
    };
    return [el("img", { src: "/page/icon.svg", alt: "", width: 64, height: 64 }), el("h2", {}, "Essayez Palier"),
      el("p", {}, "Palier est l’assistance de l’ENT dans Telegram\u00a0: une famille ou une école y écrit sa difficulté, et sa demande monte de l’école à l’éditeur, jusqu’à la personne qui sait la régler."),
      el("button.solid.begin", { type: "button", "data-name": "begin", onclick: begin }, "Ouvrir Inès et son directeur"),
      el("p.small", {}, "Tout se passe sur cet ordinateur, avec des personnes inventées.")];
  }

  #line(states) {
    const { title } = STORY[this.#step];
    const toggle = el("button.tour-toggle", { type: "button", "data-name": "toggle", "aria-expanded": String(!this.#folded), "aria-controls": "tour-panel",
      "aria-label": `Visite guidée, étape ${this.#step + 1} sur ${STORY.length}\u00a0: ${title}`, onclick: () => this.#fold(!this.#folded) },
    el("span.tour-count", {}, this.#isThrough(this.#step) && states.length ? icon("check") : null, `${this.#step + 1}/${STORY.length}`), el("span.tour-title", {}, title), icon("down"));
    return el("div.tour-line", {}, toggle, this.#folded ? this.#shortcut(states) : null);
  }

  /** Returns the one button beside the folded tour: it does the next move, or turns to the next step. */
  #shortcut(states) {
    const index = states.findIndex((state) => state !== "done");
    if (index >= 0) return this.#button(STORY[this.#step].moves[index], index, states[index], true);
    return this.#step + 1 < STORY.length ? this.#turn("Suivant", 1, ".solid") : null;
  }

  #panel(states) {
    const { words, moves } = STORY[this.#step];
    const through = states.every((state) => state === "done");
    const last = this.#step + 1 === STORY.length;
    return el("div.tour-panel", { id: "tour-panel", hidden: this.#folded },
      el("div.steps", { "aria-hidden": "true" }, STORY.map((step, index) => el(`i${index === this.#step ? ".here" : ""}${step.moves.length && this.#isThrough(index) ? ".past" : ""}`))),
      el("p", {}, words), moves.length ? el("ol.moves", {}, moves.map((move, index) => this.#move(move, index, states[index]))) : null,
      el("footer", {}, this.#turn("Précédent", -1, ".plain"),
        last ? this.#turn("Revoir du début", -this.#step, ".plain") : this.#turn("Suivant", 1, through ? ".solid" : ".plain")));
  }

  #turn(words, by, look) {
    const go = () => {
      this.#step += by;
      this.#keep();
      this.#draw();
    };
    return el(`button${look}`, { type: "button", "data-name": `turn ${by > 0 ? 1 : by}`, disabled: this.#step + by < 0, onclick: go }, words);
  }

  #move(move, index, state) {
    const name = this.#nameOf(move);
    const tick = state === "done" ? el("span.tick", {}, icon("check"), "Fait") : null;
    const said = move.text && state !== "done" ? el("code", {}, this.#text(move)) : null;
    const did = state === "done" ? el("small.did", {}, move.text ? this.#text(move) : `«\u00a0${move.words}\u00a0»`) : null;
    return el(`li.${state}`, {}, el("div.move-head", {}, el("b", {}, el("bdi", {}, name)), tick), said, did,
      state === "done" ? null : this.#button(move, index, state), this.#note(state, name));
  }

  #nameOf = (move) => move.name ?? this.desk.find(move.who)?.name ?? move.who;

  #note(state, name) {
    if (state === "early") return el("small", {}, "Faites d’abord ce qui précède.");
    if (state === "late") return el("small", { role: "status" }, `Rien n’a changé\u00a0: lisez ce que répond le bot dans le téléphone de cette personne (${name}).`);
    return null;
  }

  #button(move, index, state, short = false) {
    const name = this.#nameOf(move);
    if (move.visit) return this.#visit(move, state, short);
    const words = move.press ? `Toucher «\u00a0${move.words}\u00a0»` : "Envoyer ce message";
    const brief = move.press ? move.words : "Envoyer";
    return el("button.solid", { type: "button", "data-name": `move ${index}`, disabled: state === "early" || state === "waiting",
      "aria-label": `${words}, pour ${name}${move.text ? `\u00a0: ${this.#text(move)}` : ""}`, onclick: () => this.#perform(move, index) },
    state === "waiting" ? "Un instant…" : short ? brief : words);
  }

  #visit(move, state, short) {
    if (state === "early") return el("button.solid", { type: "button", disabled: true }, short ? "L’ENT" : move.words);
    return el("a.solid", { href: new URL(move.visit, this.desk.ent()).href, target: "_blank", rel: "noopener noreferrer", "data-name": "visit" },
      short ? "L’ENT" : move.words, icon("link"), el("span.unseen", {}, "(nouvel onglet)"));
  }

  #text(move) {
    return move.text.replace(/\bN\b/, () => this.sight.number ?? "…");
  }

  /** Does a move for real, in the person's phone; the tick comes once its effect is seen. */
  async #perform(move, index) {
    const key = `${this.#step}/${index}`;
    this.#waiting.set(key, "waiting");
    this.#draw();
    const timer = setTimeout(() => {
      if (this.#waiting.has(key)) this.#waiting.set(key, "late");
      this.#draw();
    }, PATIENCE_MS);
    const phone = await this.desk.show(this.desk.find(move.who));
    const target = move.press?.(this.sight);
    const went = target ? await phone.press(target.message, target.data) : move.text ? await phone.send({ text: this.#text(move) }) : false;
    if (went) return;
    clearTimeout(timer);
    this.#stopWaiting(key);
    this.#draw();
  }

  #stopWaiting(key) {
    this.#waiting.delete(key);
  }
}
