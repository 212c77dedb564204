/** The button « ⋯ » and the menu it opens. */
import { el, iconButton, roam } from "./dom.js";

/** Returns a button that opens a menu; `items()` returns what it offers, `{words, act()}`, each time it is opened. */
export function moreMenu(label, items) {
  const list = el("div.menu", { role: "menu", "aria-label": label, hidden: true });
  const button = iconButton("more", label, () => show(list.hidden), ".quiet");
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  const node = el("div.more", {}, button, list);
  const show = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    list.replaceChildren(...items().map(({ words, act }) => el("button.menu-item", { type: "button", role: "menuitem", tabIndex: -1,
      onclick: () => {
        show(false);
        button.focus();
        act();
      } }, words)));
    list.firstChild?.focus();
  };
  roam(list, () => [...list.children], ["ArrowUp", "ArrowDown"]);
  node.onkeydown = (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.stopPropagation();
    show(false);
    button.focus();
  };
  node.addEventListener("focusout", (event) => node.contains(event.relatedTarget) || show(false));
  return node;
}
