/** The demo's story, step by step: who does what. `N` in a text stands for the request's number. */

export const STORY = [
  {
    title: "Un élève demande de l’aide",
    words: "Un élève ne peut plus se connecter. Il l’écrit au bot, en une ligne. Appuyez sur Entrée pour envoyer.",
    moves: [{ who: "eleve", text: "/assistance connexion Je ne peux plus me connecter" }],
  },
  {
    title: "Le directeur la prend",
    words: "La demande arrive chez le directeur, avec sa carte. Pressez « Prendre » sous la carte, puis répondez.",
    moves: [{ who: "directeur", text: "/repondre N Bonjour, quel message voyez-vous à l’écran\u00a0?" }],
  },
  {
    title: "Il l’escalade",
    words: "L’école ne peut pas résoudre seule. Le bouton « Escalader » demande une raison ; la commande la prend tout de suite.",
    moves: [{ who: "directeur", text: "/escalader N Le code a été réinitialisé deux fois, rien n’y fait" }],
  },
  {
    title: "La demande gravit les paliers",
    words: "L’ERUN prend, regarde, et passe plus haut. Puis la DANEI, puis la plateforme. Chaque palier lit ce qui a été tenté.",
    moves: [
      { who: "erun", text: "/prendre N" },
      { who: "erun", text: "/escalader N Compte vérifié avec l’école, rattachement correct" },
      { who: "danei", text: "/escalader N Annuaire à jour, rien d’anormal de notre côté" },
      { who: "plateforme", text: "/escalader N Erreur reproduite, le correctif est chez l’éditeur" },
    ],
  },
  {
    title: "L’éditeur résout",
    words: "Au dernier palier, l’éditeur corrige et le dit. L’élève en est prévenu aussitôt.",
    moves: [{ who: "editeur", text: "/resoudre N Le compte est réparé, la connexion fonctionne de nouveau" }],
  },
  {
    title: "L’élève confirme",
    words: "Chez l’élève, pressez « C’est résolu » : la demande se ferme. Sans réponse, elle se fermerait au bout de sept jours.",
    moves: [{ who: "eleve", text: "/clore N" }],
  },
  {
    title: "Un code, sans quitter la conversation",
    words: "Un mot de passe perdu ? Le directeur obtient un code en une ligne, et « Transmettre » l’envoie. Essayez-le dans l’ENT de la démonstration.",
    moves: [{ who: "directeur", text: "/code eleve" }],
  },
  {
    title: "Une publication signalée",
    words: "Dans l’ENT de la démonstration, publiez quelques mots au nom d’Inès, puis signalez-les au nom de Léa. La carte arrive chez le directeur.",
    moves: [{ who: "directeur", text: "/signalements" }],
  },
];
