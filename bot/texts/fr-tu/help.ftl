# Help, said to pupils: only the sentences of fr/help.ftl that are said otherwise, in its order.

notice-help =
    <b>Comment puis-je t’aider ?</b>
    Écris-moi ton problème, avec tes mots. Ou cherche ici :
    { $titles }
    { "" }
    Pour en lire une, écris par exemple : <code>/aide mot de passe</code>
    { "" }
    <b>Commandes</b>
    { $commands }
notice-help_found =
    { $articles }
    { "" }
    <i>Cela ne suffit pas ? Touche « { button-new } ».</i>
notice-help_nothing = Je n’ai pas de réponse toute prête pour « { $words } ». Touche « { button-new } » : quelqu’un te répondra.
