# Help: the commands, and articles that an operator writes.

## Command

command-aide = Trouver une réponse

## Menu and articles

notice-help =
    <b>Comment puis-je vous aider ?</b>
    Écrivez-moi simplement votre problème, ou choisissez une commande :
    { $commands }
    { "" }
    <b>Réponses toutes prêtes</b>
    { $titles }
    { "" }
    Pour en lire une, écrivez par exemple : <code>/aide mot de passe</code>
notice-help_found =
    { $articles }
    { "" }
    <i>Cela ne suffit pas ? Faites une demande.</i>
notice-help_nothing = Je n’ai pas de réponse toute prête pour « { $words } ». Faites une demande : quelqu’un vous répondra.
