# Help: the commands, and articles that an operator writes.

## Command and buttons

command-aide = Trouver une réponse

button-article = Article
button-help = ❓ Toutes les réponses
button-help_back = Retour
button-help_thanks = 👍 Cela m'a aidé

## Menu and articles

notice-help =
    <b>Comment puis-je vous aider ?</b>
    Écrivez-moi simplement votre problème, ou touchez une question ci-dessous. Pour chercher : <code>/aide mot de passe</code>
    { "" }
    <b>Vos commandes</b>
    { $commands }
notice-help_found = Voici ce que j’ai trouvé pour « { $words } ». Touchez une question, ou faites une demande : quelqu’un vous répondra.
notice-help_thanks =
    { $article }
    { "" }
    👍 Merci, tant mieux ! Une autre question ? Écrivez-moi quand vous voulez.
notice-help_nothing = Je n’ai pas de réponse toute prête pour « { $words } ». Touchez « Nouvelle demande » : quelqu’un vous répondra.
