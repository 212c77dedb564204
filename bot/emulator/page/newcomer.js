/** The small form that adds a person, or a group of the people whose phones are open. */
import * as api from "./api.js";
import { el } from "./dom.js";

/** Asks for a new person or group; calls `added(user)` or `grouped(group)` once the emulator has made it. */
export function askNewcomer({ opened, added, grouped }) {
  const dialog = el("dialog.newcomer", { "aria-label": "Ajouter", onclose: () => dialog.remove() });
  const close = el("button.plain", { type: "button", onclick: () => dialog.close() }, "Fermer");
  dialog.append(personForm(dialog, added), ...(opened.length ? [groupForm(dialog, opened, grouped)] : []), close);
  document.body.append(dialog);
  dialog.showModal();
}

function personForm(dialog, added) {
  const first = el("input", { required: true, maxlength: 64, autocomplete: "off" });
  const last = el("input", { maxlength: 64, autocomplete: "off" });
  return form(dialog, "Une personne", [labelled("Prénom", first), labelled("Nom", last)], async () => {
    const names = { first_name: first.value.trim() };
    if (last.value.trim()) names.last_name = last.value.trim();
    added(await api.newPerson(names));
  });
}

function groupForm(dialog, opened, grouped) {
  const title = el("input", { required: true, maxlength: 128, autocomplete: "off" });
  const forum = el("input", { type: "checkbox" });
  const who = opened.map((person) => person.name).join(", ");
  const about = el("p", {}, `Avec les personnes dont le téléphone est ouvert\u00a0: ${who}.`);
  return form(dialog, "Un groupe", [about, labelled("Titre", title), el("label.check", {}, forum, "Avec des sujets (forum)")], async () => {
    const members = opened.map((person) => person.user_id);
    grouped(await api.newGroup({ title: title.value.trim(), is_forum: forum.checked, members }));
  });
}

const labelled = (words, field) => el("label", {}, el("span", {}, words), field);

function form(dialog, title, fields, make) {
  const complaint = el("p.complaint", { role: "alert", hidden: true });
  const submit = async (event) => {
    event.preventDefault();
    try {
      await make();
      dialog.close();
    } catch (refusal) {
      complaint.textContent = refusal.message;
      complaint.hidden = false;
    }
  };
  return el("form", { onsubmit: submit }, el("h2", {}, title), fields, complaint, el("button.solid", {}, "Ajouter"));
}
