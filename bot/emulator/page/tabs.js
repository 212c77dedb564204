/** A row of tabs: a phone's chats, a forum's topics. */
import { arrowFocus, el } from "./dom.js";

/** Fills `bar` with `tabs` `{key, words, unread?, closed?}`; hides it when there is nothing to choose. `choose(key)` follows a tab. */
export function fillTabs(bar, tabs, current, choose) {
  bar.hidden = tabs.length < 2;
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  bar.replaceChildren(...tabs.map(({ key, words, unread, closed }) => {
    const selected = key === current;
    return el("button.tab", { type: "button", role: "tab", "aria-selected": String(selected), tabIndex: selected ? 0 : -1, "data-key": key,
      onclick: () => choose(key) }, el("bdi", {}, words), closed ? el("small", {}, " (fermé)") : null,
    unread ? el("span.badge", { "aria-label": `${unread} non lus` }, String(unread)) : null);
  }));
  bar.onkeydown = (event) => {
    if (arrowFocus(event, [...bar.children], ["ArrowLeft", "ArrowRight"])) document.activeElement.click();
  };
  if (focused !== null) bar.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}
