# Requests, said to pupils: only the sentences of fr/requests.ftl that are said otherwise, in its order.

request =
    { $own ->
        [yes] Ta demande n°{ $number }
       *[no] La demande n°{ $number }
    }
your-request =
    { $own ->
        [yes] ta demande n°{ $number }
       *[no] la demande n°{ $number }
    }
notice-programs =
    ⚠️ <b>Demande n°{ $number }</b> · « { $names } »
    { $count ->
        [one] C’est un programme, ou un fichier qui en cache peut-être un : ne l’ouvre pas, montre-le à un adulte.
       *[other] Ce sont des programmes, ou des fichiers qui en cachent peut-être : ne les ouvre pas, montre-les à un adulte.
    }
notice-files_lost = 📎 Demande n°{ $number } : { $files ->
        [1] le fichier joint{ $someone ->
            [yes] {" « "}{ $name } »
           *[no] {""}
        } n’a pas pu être transmis.
       *[other] { $lost ->
            [one] un des { $files } fichiers joints, le n°{ $which }, n’a pas pu être transmis.
           *[other] { $lost } des { $files } fichiers joints n’ont pas pu être transmis : n°{ $which }, dans l’ordre de l’envoi.
        }
    } Demande un nouvel envoi.
notice-words_unsure = ❓ On ne sait pas si ton message à la demande n°{ $number } est arrivé : Telegram n’a pas répondu. Tu peux le renvoyer ; il sera peut-être lu deux fois.
notice-words_lost = ⚠️ Ton message à la demande n°{ $number } n’a pas pu être remis : Telegram l’a refusé. Écris-le à nouveau, autrement ou en plusieurs fois.

notice-place_gone =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, { $place } n’est plus son école : rien n’est encore parti. De quelle école s’agit-il maintenant ?
       *[no] { $place } n’est plus ton école : rien n’est encore parti. De quelle école s’agit-il maintenant ?
    }
notice-category_gone = « { $category } » n’est plus proposé : rien n’est encore parti. Quel est le problème ? Touche le plus proche.
notice-ask_category =
    { $someone ->
        [yes] Pour <b>{ $whom }</b>, quel est le problème ? Touche le plus proche.
       *[no] Quel est le problème ? Touche le plus proche.
    }
notice-ask_words =
    <b>{ $category }</b>
    Raconte le problème : ce que tu voulais faire, et ce qui s’affiche. Une photo de l’écran aide beaucoup.
notice-summary =
    { $someone ->
        [yes] Demande pour <b>{ $whom }</b>
       *[no] <b>Ta demande</b>
    } · { $category }{ in-school }
    { $quote }
    { attached }
    { "" }
    Rien n’est encore parti : touche « { button-send } », ou écris la suite.
notice-summary_again =
    Tu as déjà envoyé cette demande : c’est la n°{ $number }.
    { $quote }
    { attached }
    { "" }
    Rien d’autre n’est parti : touche « { button-send } » pour l’envoyer quand même, ou écris la suite.
notice-ask_again =
    Tu as déjà une demande en préparation, qui n’est pas envoyée :
    { $quote }
    { attached }
    { "" }
    Touche « Continuer » pour la terminer. « Nouvelle demande » la remplace par une autre.
notice-afraid =
    <b>Tu as bien fait de le dire. Ce n’est pas ta faute.</b>
    Parles-en vite à un adulte en qui tu as confiance, chez toi ou à l’école.
    { "" }
    Tu peux aussi téléphoner. C’est gratuit, et tu n’as pas à donner ton nom :
    • <b>119</b> : quelqu’un te fait du mal ou te fait peur. Jour et nuit.
    • <b>3018</b> : on t’embête à l’école ou sur Internet. De 9 h à 23 h.
    • <b>17</b> : tu es en danger tout de suite.
    { "" }
    { afraid-school }
    { afraid-outside }
afraid-school =
    { $school ->
        [yes] Tu peux le dire ici : « { button-tell_school } », et un adulte de l’école lira ce que tu as écrit, ou de l’équipe au-dessus si personne n’y lit.
       *[no] { "" }
    }
afraid-outside =
    { $outside ->
        [read] Ou bien « { button-tell_outside } » : une personne qui ne travaille pas dans ton école le lira ({ $level }). Personne de ton école ne le verra.
        [unread] Ou bien « { button-tell_outside } » : mais personne n’y lit encore. Ton message y attendra, et personne de ton école ne le verra. N’attends pas : appelle le 119.
       *[none] { "" }
    }
notice-afraid_more =
    { $school ->
        [yes] C’est ajouté. Rien n’est encore envoyé : touche à qui tu veux le dire.
       *[no] C’est ajouté.
    }
    { afraid-outside }
notice-closed_afraid =
    Ce que tu as écrit n’est pas parti. Parles-en à un adulte en qui tu as confiance, ou écris-moi de nouveau.
    { notice-help_lines }
told-afraid =
    { $outside ->
        [yes]
            { $unread ->
                [yes] 📭 Ton message (n°{ $number }) est gardé hors de l’école, où personne ne le lit encore. Personne de ton école ne le verra. N’attends pas : téléphone.
               *[no] ✅ C’est dit hors de l’école (n°{ $number }), à { $level }. Personne de ton école ne le verra. La réponse arrivera ici.
            }
       *[no]
            { $unread ->
                [yes] 📭 Ton message (n°{ $number }) est gardé, mais personne ne le lit encore. N’attends pas : téléphone.
               *[no] ✅ C’est dit (n°{ $number }), à { $level }. La réponse arrivera ici.
            }
    }
refusal-call-stays = Un appel à l’aide n’est ni retiré ni changé : pour dire que tout va bien, écris /repondre { $number }.
notice-filed_outside =
    ✅ Ton message <b>n°{ $number }</b> est parti hors de l’école, à { $level }. Personne de ton école ne le verra.
    La réponse arrivera ici.
notice-filed_outside_unread =
    📭 Ton message <b>n°{ $number }</b> est gardé hors de l’école, mais personne n’y lit encore. La première personne qui viendra le lira ; personne de ton école ne le verra. N’attends pas : parles-en tout de suite à un adulte en qui tu as confiance.
    { "" }
    { notice-help_lines }
notice-filed =
    ✅ Ta demande <b>n°{ $number }</b>{ at-school } est envoyée à { $level }.
    La réponse arrivera ici.
notice-filed_above =
    ✅ Ta demande <b>n°{ $number }</b>{ at-school } est envoyée à une équipe qui pourra la lire.
    La réponse arrivera ici.
child-filed_unread =
    📭 Ton message <b>n°{ $number }</b> est gardé, mais personne ne peut encore le lire ici. N’attends pas : parles-en tout de suite à un adulte.
    { "" }
    { notice-help_lines }
notice-filed_unread = 📭 Ta demande <b>n°{ $number }</b>{ at-school } est gardée, mais personne ne peut encore la lire ici. En attendant, parles-en à un adulte de l’école.
notice-behalf =
    📨 { who } a envoyé une demande pour toi : <b>n°{ $number }</b>, { $category }, { $place }.
    Tu n’as rien à faire : la réponse arrivera ici.
notice-answered =
    💬 <b>Demande n°{ $number }</b>
    { $own ->
        [yes] { who } te répond :
       *[no] { who } a répondu :
    }
    { $quote }
notice-asked =
    ❓ <b>Demande n°{ $number }</b>
    { $own ->
        [yes] { who } te pose une question. Pour répondre, touche « Répondre » :
       *[no] { who } a demandé une précision :
    }
    { $quote }
notice-escalated =
    ⬆️ { $own ->
        [yes] Ta demande n°{ $number } est passée à des spécialistes : { $level }.
       *[no] La demande n°{ $number } est transmise à { $level }.
    }
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-sent_back =
    ⬇️ { request } revient à { $level }.
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-resolved =
    ✅ { who } pense avoir réglé { your-request }.
    { $quote }
    Est-ce que ça marche maintenant ? Touche « C’est résolu » ou « Rouvrir ». Sans réponse, la demande se fermera dans 7 jours.
child-resolved =
    💬 { who } a répondu à ton message n°{ $number }.
    { $quote }
    Est-ce que ça va mieux ? Si oui, touche « C’est résolu ». Sinon, touche « Rouvrir » et écris ce qui se passe.
    { "" }
    { notice-help_lines }
notice-resolved_elsewhere = ✅ La demande n°{ $number }, que tu suis, est résolue.
notice-expired =
    { request } s’est fermée toute seule, après 7 jours sans réponse.
    Le problème est encore là ? Touche « Rouvrir » : c’est possible pendant 30 jours.
follower-request =
    { $own ->
        [yes] ta demande n°{ $follows }
       *[no] la demande n°{ $follows }
    }
notice-followed_resolved =
    ✅ La demande n°{ $number }, réunie avec { follower-request }, est résolue.
    { $quote }
    Est-ce que ça marche aussi pour toi ?
notice-followed_closed =
    La demande n°{ $number }, réunie avec { follower-request }, est fermée : les deux sont terminées.
    Si le problème est encore là, touche « Toujours pas ».
notice-followed_reopened =
    🔁 La demande n°{ $number }, réunie avec { follower-request }, est rouverte. Un message te dira quand elle sera résolue.
notice-followed_merged =
    🔗 La demande n°{ $number }, réunie avec { follower-request }, rejoint la demande n°{ $into }. Un message te dira quand elle sera résolue.
notice-followed_resumed =
    🔗 La demande n°{ $into } s’arrête sans être résolue : { follower-request } rejoint la demande n°{ $number }, qui parle du même problème. Un message te dira quand elle sera résolue.
notice-resumed =
    🔁 La demande n°{ $into } s’arrête sans être résolue : { your-request }, qui était réunie avec elle, est rouverte.
    Tu n’as rien à faire : la réponse arrivera ici.
notice-merged =
    🔗 { request } est réunie avec la demande n°{ $into }, qui parle du même problème.
    { $own ->
        [yes] Un message te dira quand ce sera réglé.
       *[no] { "" }
    }
notice-escalated_past =
    { $own ->
        [yes] ⬆️ Ta demande n°{ $number } est transmise à une équipe qui pourra la lire.
       *[no] ⬆️ { request } est transmise à une équipe qui pourra la lire.
    }
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-moved_up =
    { $own ->
        [yes] ⬆️ Ta demande n°{ $number } est transmise à une équipe qui pourra la lire.
       *[no] ⬆️ { request } est transmise à une équipe qui pourra la lire.
    }
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
child-stranded =
    📭 { request } est gardée, mais plus personne ne la lit ici pour l’instant. N’attends pas : parles-en tout de suite à un adulte.
    { "" }
    { notice-help_lines }
notice-stranded = 📭 { request } est gardée, mais plus personne ne la lit ici pour l’instant. En attendant, parles-en à un adulte de l’école.
notice-given_back =
    ⬇️ { request } revient à { $level }, où quelqu’un lit de nouveau ces messages.
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
waits-title = 👋 <b>{ $name }, voici ce qui t’attend :</b>
waits-asked = ❓ On attend ta réponse : { $numbers }
waits-missed = 📭 Des messages n’ont pas pu t’être remis : { $numbers }
notice-ask_answer = Écris ta réponse pour la demande n°{ $number }. Tu peux y joindre des photos ou des fichiers.
notice-correct_gone = { $name } n’est plus possible : la demande n°{ $number } reste où elle est ({ $place }). Touche la bonne école.
notice-correct_which = Quelle demande corriger ? Touche-la, ou écris son numéro.
notice-correct_own_school =
    { $someone ->
        [yes] Je ne trouve pas d’école au nom de « { $name } ».
       *[no] { "" }
    }
    La demande n°{ $number } est là pour l’instant : { $place }. Touche la bonne école.
notice-moved =
    ➡️ { request } est corrigée ({ $category }, { $place }) et passe à { $level }.
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-came =
    { $own ->
        [yes] 🏫 Tu as changé d’école : ta demande n°{ $number } est maintenant lue par { $level } ({ $place }).
       *[no] 🏫 { $name } a changé d’école ({ $was } → { $place }) : la demande n°{ $number } est maintenant lue par { $level }.
    }
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-came_above =
    { $own ->
        [yes] 🏫 Tu as changé d’école : ta demande n°{ $number } est transmise à une équipe qui pourra la lire.
       *[no] 🏫 { $name } a changé d’école ({ $was } → { $place }) : la demande n°{ $number } passe à { $level }, car personne ne lit ces messages là-bas pour l’instant.
    }
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-which_new_school =
    🏫 Tu as changé d’école. Quelle école doit lire ta demande n°{ $number } ?
    Touche l’école. En attendant, la réponse peut encore arriver ici.
notice-regrafted =
    🏫 { $place } dépend maintenant d’une autre circonscription : { your-request } est lue par { $level }.
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-parted =
    🔁 La demande n°{ $into } est partie dans une autre école : { your-request }, qui était réunie avec elle, est rouverte.
    { $own ->
        [yes] Tu n’as rien à faire : la réponse arrivera ici.
       *[no] { "" }
    }
notice-followed_parted =
    🔗 La demande n°{ $into } est partie dans une autre école : { follower-request } rejoint la demande n°{ $number }, qui parle du même problème. Un message te dira quand elle sera résolue.
notice-done_answered = Ta réponse à la demande n°{ $number } est envoyée.
notice-done_replied = Ton message est ajouté à la demande n°{ $number }.
notice-done_heard = Ton message est ajouté à la demande n°{ $number } et transmis à ceux qui traitent la demande n°{ $into }.
headline-unsure = 📭 Un message sur cette demande ne t’est peut-être pas parvenu : la voici telle qu’elle est maintenant.
notice-done_resent = Ton message à la demande n°{ $number } est renvoyé.
notice-done_unheard = Ton message à la demande n°{ $number } est gardé, mais personne ne peut le lire ici pour l’instant : parles-en à un adulte de l’école.
card-you = <b>Toi</b>
notice-card_followed =
    <b>Demande n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $desk }
    Tu suis cette demande. Un message te dira quand elle sera résolue.
notice-card_ended =
    <b>Demande n°{ $number }</b> · { $category }
    { $sign } <b>{ $state }</b> · { $desk }
    Ta demande est réunie avec celle-ci. Si le problème est encore là, ouvre la tienne et touche « Toujours pas ».
mine-title = <b>Tes demandes</b>
mine-empty = Tu n’as pas encore fait de demande. Touche le bouton pour en faire une.
refusal-no-desk = Personne ne répond à ce niveau pour cet endroit ({ $place }) : parles-en à ton école.
refusal-unknown-request = Je ne trouve pas cette demande : vérifie son numéro avec /mesdemandes.
refusal-no-longer-yours = La demande n°{ $number } n’est plus chez toi : elle est lue ailleurs, et tu n’as plus rien à faire.
refusal-went-along = La demande n°{ $number } est déjà lue par { $level } ({ $place }) : tu n’as plus rien à choisir.
refusal-requester-only = Seule la personne qui a fait la demande n°{ $number } peut faire cela : /demande { $number } montre ce qui t’est possible.
refusal-holder-only = Seule la personne qui s’occupe de la demande n°{ $number } peut faire cela : pour lui écrire, /repondre { $number }.
refusal-agents-only-queue = Cette liste est pour les personnes qui traitent les demandes : les tiennes sont dans /mesdemandes.
refusal-elsewhere = La demande n°{ $number } est maintenant traitée par { $level } : pour la lire, écris /demande { $number }.
refusal-held =
    { $someone ->
        [yes] { $name }
       *[no] Quelqu’un
    } s’occupe déjà de la demande n°{ $number } : pour lui écrire, /repondre { $number }.
refusal-correct-too-late = Quelqu’un s’occupe déjà de la demande n°{ $number } : écris avec /repondre { $number } ce qu’il faut corriger.
refusal-same-category = La demande n°{ $number } est déjà classée dans « { $category } » : choisis une autre catégorie.
refusal-same-school = La demande n°{ $number } est déjà là ({ $place }) : choisis une autre école.
refusal-no-other-school =
    { $own ->
        [yes] Ta seule école est { $place } : si ta demande n°{ $number } concerne une autre école, dis-le dans la demande avec « Répondre » (/repondre { $number }).
       *[no] Le demandeur a une seule école ({ $place }) : pour ajouter un mot, écris /repondre { $number }.
    }
refusal-no-files = La demande n°{ $number } n’a pas de fichier : pour la lire, écris /demande { $number }.
refusal-same-request = C’est deux fois la demande n°{ $number } : écris deux numéros différents.
refusal-merge-into-closed = La demande n°{ $into } est fermée : pour ajouter un mot à la demande n°{ $number }, écris /repondre { $number }.
refusal-no-colleague = Personne d’autre ne traite les demandes ici : demande à un adulte de l’école.
refusal-no-such-colleague = Je ne trouve pas « { $name } » dans cette équipe : écris l’un de ces noms, { $names }.
refusal-which-colleague = Plusieurs personnes correspondent à « { $name } » : écris l’identifiant de l’une d’elles, { $names }.
refusal-colleague-away = { $name } ne reçoit plus nos messages sur Telegram : pour ajouter un mot, écris /repondre { $number }.
refusal-nobody-escalate = Personne ne lit ces messages pour l’instant ({ $name }) : parle de la demande n°{ $number } à un adulte de l’école.
refusal-nobody-send_back = Personne ne lit ces messages pour l’instant ({ $name }) : parle de la demande n°{ $number } à un adulte de l’école.
refusal-merge-sure = Touche « Confirmer » pour réunir les deux demandes, ou « Annuler » pour ne rien changer.
refusal-nothing-to-resend = Rien n’est à renvoyer pour la demande n°{ $number } : pour ajouter un mot, écris /repondre { $number }.
refusal-nothing-to-give-back = La demande n°{ $number } n’est pas à rendre : pour ajouter un mot, écris /repondre { $number }.
refusal-not-now =
    { $status ->
        [closed]
            { $act ->
                [reply] La demande n°{ $number } est fermée : écris /rouvrir { $number } si le problème est encore là.
                [confirm] La demande n°{ $number } est déjà fermée : il n’y a plus rien à faire.
                [withdraw] La demande n°{ $number } est déjà fermée : il n’y a plus rien à faire.
               *[other] La demande n°{ $number } est fermée : si le problème est encore là, écris /rouvrir { $number }.
            }
        [resolved] La demande n°{ $number } est déjà résolue : rouvre-la avec /rouvrir { $number } si le problème est encore là.
       *[other]
            { $act ->
                [confirm] La demande n°{ $number } n’est pas encore résolue : pour dire que tout marche, écris /repondre { $number }.
                [reopen] La demande n°{ $number } est déjà en cours : pour y ajouter un mot, écris /repondre { $number }.
                [withdraw] Quelqu’un s’occupe déjà de la demande n°{ $number } : pour dire que tout marche, écris /repondre { $number }.
               *[other] La demande n°{ $number } ne permet pas cela maintenant : /demande { $number } montre ce qui est possible.
            }
    }
refusal-guard-escalate = La demande n°{ $number } est déjà au dernier niveau : pour y ajouter un mot, écris /repondre { $number }.
refusal-guard-send_back = La demande n°{ $number } est déjà à son premier niveau : pour y ajouter un mot, écris /repondre { $number }.
refusal-guard-reopen = La demande n°{ $number } est fermée depuis trop longtemps : écris /assistance pour en faire une nouvelle.
refusal-reason-needed = Il manque la raison : écris pourquoi, et ce qui a été essayé.
refusal-unknown-filter = Je ne connais pas « { $name } » : écris /mesdemandes.
refusal-bad-number = « { $typed } » n’est pas un numéro de demande : écris par exemple 12 ou n°12.
notice-done_called = C’est ajouté à ton appel à l’aide (demande n°{ $number }). { $outside ->
        [yes] Personne de l’école ne le verra.
       *[no] L’école le lit.
    } { $barred ->
        [yes] En danger maintenant : appelle le 17, ou le 119. Pour autre chose, ton compte ENT doit d’abord être rétabli.
       *[no] Pour autre chose, il faut encore l’accord demandé.
    }
