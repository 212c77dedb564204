# Help, said to pupils: only the sentences of fr/help.ftl that are said otherwise, in its order.

notice-help =
    <b>Comment puis-je t’aider ?</b>
    Écris-moi ton problème, avec tes mots. Ou touche une question ci-dessous.
    Pour chercher : <code>/aide mot de passe</code>
    { "" }
    <b>Commandes</b>
    { $commands }
notice-help_topic = { $tools ->
        [yes] <b>Que veux-tu faire ?</b> Touche une ligne : je te dis quel outil de l’ENT choisir.
       *[no] <b>{ $topic }</b>
    }
notice-help_nothing = Je n’ai pas de réponse toute prête pour « { $words } ». { $waits ->
        [yes] Demande à un adulte. Quelque chose te fait peur ? Écris-le ici tout de suite.
       *[no] Touche « { button-new } » : quelqu’un te répondra.
    }
