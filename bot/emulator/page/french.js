/** French grammar for labels: « d’Inès », « de Marc ». */

/** First names whose h is mute, without accents: « d’Hélène ». Any other h keeps « de »: « de Hassan ». */
const MUTE_H = new Set(["hadrien", "hector", "helene", "heloise", "henri", "henriette", "hermine", "herve", "hilaire",
  "hippolyte", "honore", "honorine", "horace", "hortense", "hubert", "hugo", "huguette", "hyacinthe"]);

/** Returns « d’Inès » or « de Marc ». */
export const ofName = (name) => `${particle(name)}${name}`;

/** Returns what stands before the name: « d’ », or « de » and a space. */
export const particle = (name) => (elides(plain(name)) ? "d’" : "de ");

function elides(name) {
  if (/^[aeiouœæ]/.test(name)) return true;
  if (/^y[^aeiouy]/.test(name)) return true;
  return MUTE_H.has(/^\p{L}*/u.exec(name)[0]);
}

/** Returns the name in small letters, without accents and without spaces before it. */
const plain = (name) => name.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
