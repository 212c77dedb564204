/** What is wrong with how the page looks, as the browser computes it. Each function returns what it finds, in words. */

const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** Returns any CSS colour as red, green and blue from 0 to 255, and its opacity from 0 to 1. */
function rgba(css) {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

const over = ([r, g, b, a], under) => [r, g, b].map((value, index) => value * a + under[index] * (1 - a));
const lineage = (node) => (node ? [...lineage(node.parentElement), node] : []);
const opacity = (node) => lineage(node).reduce((all, each) => all * Number(getComputedStyle(each).opacity), 1);

/** Returns the colour behind what stands in the element. */
const ground = (node) => lineage(node).reduce((under, each) => over(rgba(getComputedStyle(each).backgroundColor), under), [255, 255, 255]);

function luminance(colour) {
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = colour.map((value) => linear(value / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the contrast of two colours as WCAG defines it. */
function ratio(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const named = (node) => `${node.tagName}.${node.getAttribute("class")} ${node.textContent.trim().slice(0, 30)}`;
const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 1
  && !node.closest(".unseen, :disabled, .actions");
const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

const FRAMED = `input:not([type=file], [type=checkbox]), textarea, .inline, .reply-key, .solid, .tour-toggle, .tour-panel, .menu,
  .reaction, .older, .poll li, [aria-pressed=true]`;
const LINED = ".phone, .phone-head, .composer, .people";
const SPEAKING = "button, a, textarea, input:not([type=file]), audio, video, [role=tab], [role=feed], dialog";

function edgeOf(node) {
  const { borderBottomColor, borderBottomWidth } = getComputedStyle(node);
  const outside = ground(node.parentElement);
  const edge = parseFloat(borderBottomWidth) ? ratio(over(rgba(borderBottomColor), outside), outside) : 0;
  return [named(node), Math.max(edge, ratio(ground(node), outside))];
}

function linesOf(node) {
  const style = getComputedStyle(node);
  const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]));
  return sides.map((side) => [named(node), ratio(over(rgba(style[`border${side}Color`]), ground(node)), ground(node))]);
}

function inkOf(node, { color, opacity: own = 1 }) {
  const [under, [r, g, b, a]] = [ground(node), rgba(color)];
  return [named(node), ratio(over([r, g, b, a * own], under), under)];
}

const looking = {
  /** Texts with a contrast below 4.5. */
  texts: () => all("body *").filter((node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()))
    .map((node) => inkOf(node, { color: getComputedStyle(node).color, opacity: opacity(node) })).filter(([, value]) => value < 4.5),

  /** Hints in empty fields with a contrast below 4.5. */
  placeholders: () => all("textarea").map((node) => inkOf(node, getComputedStyle(node, "::placeholder"))).filter(([, value]) => value < 4.5),

  /** Frames of controls, lines between parts of the page, and drawings, with a contrast below 3. */
  edges: () => [...all(FRAMED).map(edgeOf), ...all(LINED).flatMap(linesOf),
    ...all("button svg.icon").map((node) => inkOf(node.parentElement, { color: getComputedStyle(node).stroke }))].filter(([, value]) => value < 3),

  /** Controls that are lower than `least` pixels, other than links within a sentence. */
  small: (least, selector = "button, a[href], textarea, [role=option], [role=menuitem]") => all(selector)
    .filter((node) => !node.matches(".text *, .links *")).map((node) => [named(node), node.getBoundingClientRect().height])
    .filter(([, height]) => height < least),

  /** Controls without a letter in the name that a screen reader says. */
  nameless: () => all(SPEAKING).filter((node) => !/\p{L}/u.test(node.getAttribute("aria-label") ?? node.labels?.[0]?.textContent ?? node.textContent))
    .map(named),

  /** Elements without a border. */
  bare: (selector) => all(selector).filter((node) => getComputedStyle(node).borderTopStyle === "none" || !parseFloat(getComputedStyle(node).borderTopWidth))
    .map(named),

  /** The element that has the focus, if nothing shows that. */
  unfocused: () => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 ? [] : [named(document.activeElement)];
  },
};
