# Help: the commands, and articles that an operator writes.

## Command and buttons

command-aide = Trouver une réponse
command-outil = Quel outil de l’ENT choisir ?

button-article = Article
button-topic = Sujet
button-help = ❓ Toutes les réponses
button-advice = Article
button-solved = 👍 Cela m'a aidé
button-unsolved = ✍️ Continuer ma demande
button-help_back = Retour
button-help_thanks = 👍 Cela m'a aidé

## Menu and articles

notice-help =
    <b>Comment puis-je vous aider ?</b>
    Écrivez-moi votre problème, avec vos mots. Ou touchez une question ci-dessous.
    Pour chercher : <code>/aide mot de passe</code>
    { "" }
    <b>Commandes</b>
    { $commands }
notice-help_early =
    { family-whom }
    { family-fear }
    En attendant, touche une question ci-dessous pour lire une réponse.
    { "" }
    <b>Ce qui marche déjà</b>
    { $commands }
notice-help_found = Voici ce que j’ai trouvé pour « { $words } ».{ $waits ->
        [yes] { "" }
       *[no] { " " }Rien ne convient ? Avec « { button-new } », quelqu’un répondra.
    }
notice-help_topic = { $tools ->
        [yes] <b>Que voulez-vous faire ?</b> Touchez une ligne : je vous dis quel outil de l’ENT choisir.
       *[no] <b>{ $topic }</b>
    }
notice-help_thanks =
    { $article }
    { "" }
    👍 Merci, tant mieux ! Pour une autre question : /aide
notice-advice =
    { $article }
    { "" }
    Rien n’est envoyé pour l’instant.
notice-advice_solved =
    { $article }
    { "" }
    👍 Tant mieux ! Je n’ai rien envoyé à l’assistance.
notice-help_nothing = Je n’ai pas de réponse toute prête pour « { $words } ». { $waits ->
        [yes] Demandez à un adulte.
       *[no] Touchez « { button-new } » : quelqu’un vous répondra.
    }
