/**
 * The demo's story, step by step: who does what, and how one sees that it was done. `N` in a text stands for the request's
 * number. A move is a `text` to send, a button to `press` (found by a function of a Sight), or a page to `visit`. Its `done`
 * tells from a Sight whether it was done; it is also told whether the move before it was.
 */

/** Returns whether the demo's person holds the request or held it: the pupil was told their name, or they may release it. */
const took = (see, who) => Boolean(see.ofRequest(who, "release")) || see.reads("eleve", see.name(who));

export const STORY = [
  {
    title: "Inès demande de l’aide",
    words: "Inès, élève de CM2, ne peut plus se connecter à l’ENT. Elle l’écrit à l’assistance, en une ligne.",
    moves: [{ who: "eleve", text: "/assistance connexion Je ne peux plus me connecter", done: (see) => see.reads("directeur") }],
  },
  {
    title: "Le directeur prend la demande",
    words: "La demande arrive chez Marc, le directeur de l’école. Il touche «\u00a0Prendre\u00a0» sous la carte, puis il répond.",
    moves: [
      { who: "directeur", words: "Prendre", press: (see) => see.ofRequest("directeur", "take"), done: (see) => took(see, "directeur") },
      { who: "directeur", text: "/repondre N Bonjour Inès, quel message vois-tu à l’écran\u00a0?", done: (see) => see.carried("directeur", "eleve") },
    ],
  },
  {
    title: "Il la transmet plus haut",
    words: "L’école ne peut pas régler cela seule\u00a0: elle transmet à l’ERUN, en disant pourquoi.",
    moves: [{ who: "directeur", text: "/escalader N Le code a été changé deux fois, rien n’y fait", done: (see) => see.reads("erun") }],
  },
  {
    title: "La demande monte de palier en palier",
    words: "Claire, l’ERUN, prend la demande, cherche, et transmet plus haut. Puis la DANEI, puis la plateforme. Chacun lit ce qui a déjà été essayé.",
    moves: [
      { who: "erun", text: "/prendre N", done: (see) => took(see, "erun") },
      { who: "erun", text: "/escalader N Compte vérifié avec l’école, tout est en ordre", done: (see) => see.reads("danei") },
      { who: "danei", text: "/escalader N Annuaire à jour, rien d’anormal de notre côté", done: (see) => see.reads("plateforme") },
      { who: "plateforme", text: "/escalader N Panne reproduite, elle se corrige chez l’éditeur", done: (see) => see.reads("editeur") },
    ],
  },
  {
    title: "L’éditeur résout",
    words: "Au dernier palier, Camille corrige la panne et le dit. Inès le lit aussitôt.",
    moves: [{ who: "editeur", text: "/resoudre N Le compte est réparé, tu peux te connecter de nouveau",
      done: (see) => Boolean(see.ofRequest("eleve", "confirm") ?? see.ofRequest("editeur", "reopen")) || closed(see) }],
  },
  {
    title: "Inès confirme",
    words: "Dans le téléphone d’Inès, touchez «\u00a0C’est résolu\u00a0»\u00a0: la demande se ferme. Sans nouvelle d’elle, elle se fermerait toute seule au bout de sept jours.",
    moves: [{ who: "eleve", words: "C’est résolu", press: (see) => see.ofRequest("eleve", "confirm"), done: closed }],
  },
  {
    title: "Un code, sans quitter la conversation",
    words: "Inès a oublié son mot de passe\u00a0? Marc obtient un code en une ligne, et «\u00a0Transmettre\u00a0» l’envoie à la personne qu’il choisit.",
    moves: [
      { who: "directeur", text: "/code eleve", done: (see) => see.hasCode("directeur") },
      { who: "directeur", words: "Transmettre", press: (see) => see.button("directeur", "hand"),
        done: (see) => Boolean(handing(see)) || see.hasCode("eleve") },
      { who: "directeur", words: "Inès", press: handing, done: (see) => see.hasCode("eleve") },
    ],
  },
  {
    title: "Une publication signalée",
    words: "Dans l’ENT de la démonstration, Léa signale une publication (son mot de passe\u00a0: bonjour-one). La carte arrive chez Marc, qui décide.",
    moves: [
      { name: "Léa Martin", visit: "/?identifiant=lea.martin", words: "Ouvrir l’ENT à son nom", done: (see) => Boolean(keeping(see)) },
      { who: "directeur", words: "Conserver", press: keeping, done: (see, past) => past && !keeping(see) },
    ],
  },
  {
    title: "À vous",
    words: "Ouvrez le téléphone de qui vous voulez, et écrivez ce que vous voulez. «\u00a0/\u00a0» montre les commandes de la personne, /aide les explique.",
    moves: [],
  },
];

function closed(see) {
  return ["directeur", "editeur"].some((who) => see.reads(who, "Fermé"));
}

function handing(see) {
  return see.button("directeur", "hand", ({ words }) => words.includes("Inès"));
}

function keeping(see) {
  return see.button("directeur", "report_keep");
}
