/** Messages over the page: a toast in one phone, an alert to close, announcements for screen readers. */
import { el } from "./dom.js";

const TOAST_MS = 5000;

/** Shows a toast inside `place`, replacing the one there. */
export function toast(place, words) {
  place.querySelector(".toast")?.remove();
  const line = el("p.toast", { role: "status", onclick: () => line.remove() }, el("bdi", {}, words));
  place.append(line);
  setTimeout(() => line.remove(), TOAST_MS);
}

/** Shows an alert until it is closed; the focus then returns to where it was. */
export function alertBox(title, words) {
  const dialog = el("dialog.alert", { "aria-label": title, onclose: () => dialog.remove() },
    el("h2", {}, el("bdi", {}, title)), el("p", { dir: "auto" }, words),
    el("button.solid", { type: "button", onclick: () => dialog.close() }, "D’accord"));
  document.body.append(dialog);
  dialog.showModal();
}

/** Has screen readers announce `words` politely. */
export function announce(words) {
  document.getElementById("live").textContent = words;
}
