/** Which of its two forms the page has: one for a desk, one for a phone. The same width stands in narrow.css. */

const NARROW = matchMedia("(max-width: 720px)");

/** Returns whether the page has its form for a phone now. */
export const isNarrow = () => NARROW.matches;
