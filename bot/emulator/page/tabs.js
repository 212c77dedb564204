/** A row of tabs: a phone's chats, a forum's topics. */
import { el, roam } from "./dom.js";
import { unreadOf } from "./words.js";

/** Returns an empty row of tabs with this label; the arrow keys move through it. */
export function tabRow(label, classes = "") {
  const row = el(`div.tabs${classes}`, { role: "tablist", "aria-label": label, hidden: true });
  roam(row, () => [...row.children], ["ArrowLeft", "ArrowRight"], (tab) => tab.click());
  return row;
}

/** Fills `row` with `tabs` `{key, words, unread?, closed?}`; hides it if there is no choice. Calls `choose(key)` when one is picked. */
export function fillTabs(row, tabs, current, choose) {
  row.hidden = tabs.length < 2;
  const focused = row.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  row.replaceChildren(...tabs.map(({ key, words, unread, closed }) => {
    const selected = key === current;
    return el("button.tab", { type: "button", role: "tab", "aria-selected": String(selected), tabIndex: selected ? 0 : -1,
      "data-key": key, onclick: () => choose(key) }, el("bdi", {}, words), closed ? el("small", {}, "(fermé)") : null,
    unread ? el("span.badge", { "aria-label": unreadOf(unread) }, String(unread)) : null);
  }));
  if (focused !== null) row.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}
