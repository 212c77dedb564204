/** Builds DOM nodes. Text always becomes text nodes: nothing a person typed is ever read as HTML. */

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12l16-8-6 16-3-7z",
  attach: "M20 11l-8.5 8.5a5 5 0 01-7-7L13 4a3.4 3.4 0 015 5l-8.5 8.4a1.7 1.7 0 01-2.4-2.4L14.500 8",
  reply: "M9 7l-5 5 5 5M4 12h10a6 6 0 016 6",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  smile: "M12 3a9 9 0 100 18 9 9 0 000-18M8.500 14a4 4 0 007 0M9 9.500v.5M15 9.500v.5",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 016 0v3",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  block: "M12 3a9 9 0 100 18 9 9 0 000-18M6 6l12 12",
  link: "M9 15l6-6M10 7l2-2a4 4 0 016 6l-2 2M14 17l-2 2a4 4 0 01-6-6l2-2",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  plus: "M12 5v14M5 12h14",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  check: "M5 12.5l4.500 4.500L19 7",
  people: "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7M2.500 20a6.500 6.500 0 0113 0M16 4.500a3.500 3.500 0 010 6.300M18 14.500a6.500 6.500 0 013.500 5.500",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M6 9l6 6 6-6",
};

/** Returns an element: `el("button.round", {type: "button", onclick}, "words", node)`; null children are skipped. */
export function el(selector, properties = {}, ...children) {
  const [tag, ...classes] = selector.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on") || name in PROPERTIES) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PROPERTIES = { value: 1, textContent: 1, checked: 1, files: 1, hidden: 1, tabIndex: 1, title: 1 };

/** Returns an SVG icon of 1em by its name in ICONS, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Returns a button that shows only an icon; its words are the label for screen readers and the tooltip. */
export function iconButton(name, words, onclick, classes = "") {
  return el(`button.round${classes}`, { type: "button", "aria-label": words, title: words, onclick }, icon(name));
}

/** Returns a person's avatar: initials on a colour that is always the same for that person. */
export function avatar(name, seed) {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = (words.length > 1 ? [words[0], words.at(-1)] : words).map((word) => [...word][0]).join("");
  return el(`span.avatar.hue-${Math.abs(Number(seed) || 0) % 8}`, { "aria-hidden": "true" }, initials.toUpperCase());
}

/** Lets the arrow keys, Home and End move the focus in `node` among the elements that `find()` returns; then calls `then(target)`. */
export function roam(node, find, keys, then = () => {}) {
  node.addEventListener("keydown", (event) => {
    const target = roamed(event, find(), keys);
    if (!target) return;
    event.preventDefault();
    target.focus();
    then(target);
  });
}

function roamed(event, nodes, [backward, forward]) {
  const here = nodes.findIndex((node) => node.contains(document.activeElement));
  const target = { [backward]: here - 1, [forward]: here + 1, Home: 0, End: nodes.length - 1 }[event.key];
  return event.altKey || event.ctrlKey || event.metaKey ? undefined : nodes[target];
}
