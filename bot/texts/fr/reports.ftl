# Reports of publications: list, card, verdict, grave case.

## Buttons and commands

button-reports = 🚩 Signalements
button-reports_waiting = ⏳ À traiter
button-reports_treated = 🗂️ Déjà traités
button-reports_page = Suite
button-report = 🚩 Voir le signalement
button-report_keep = ✅ Conserver
button-report_delete = 🗑️ Supprimer
button-report_delete_now = Confirmer
button-report_talk = 💬 En parler en classe
button-report_leave = Annuler
button-report_note = 📝 Le dire dans la demande n°{ $number }
button-crisis = 🚨 Cas grave
button-crisis_delete = Confirmer
button-crisis_block = Confirmer
button-crisis_summon = ⏭️ Passer cette étape
button-crisis_stop = Arrêter ici

command-signalements = Les publications signalées

## Acts on the ENT, as a message of doubt names them

act-keep_report = le maintien d’une publication
act-delete_report = la suppression d’une publication

## Acts on the ENT, as the exchange of a request shows them

deed-report_kept = Publication conservée, signalement
deed-report_deleted = Publication supprimée, signalement

## Kinds of publication

publication-blog = Billet de blog
publication-news = Actualité
publication-schoolbook = Mot du carnet de liaison
publication-collaborativewall = Mur collaboratif
publication-homeworks = Cahier de textes
publication-timelinegenerator = Frise
publication-pages = Page
publication-userbook = Profil
publication-userbook_mood = Humeur
publication-userbook_motto = Devise
publication-workspace = Document
publication-other = Publication

## Headlines above the card

headline-report_new =
    { $alone ->
        [yes] 🆕 <b>Une publication est signalée.</b> Personne de l’école n’est relié ici : elle vous revient.
       *[no] 🆕 <b>Une publication est signalée.</b>
    }
headline-report_again = ⏰ <b>Ce signalement attend toujours.</b> Personne ne l’a encore traité.
headline-report_talk = 💬 <b>Vous vouliez d’abord en parler en classe.</b> Et maintenant, que décidez-vous ?

## Card

report-judge =
    { $judged ->
        [yes] { " " }par <b>{ $judge }</b>
       *[no] { "" }
    }
report-title = 🚩 <b>Signalement n°{ $number }</b> · { $place }
report-state-waiting = ⏳ <b>À traiter</b>
report-state-kept = ✅ <b>Conservée</b>{ report-judge }, le { $when }
report-state-deleted = 🗑️ <b>Supprimée</b>{ report-judge }, le { $when }. Plus personne ne la voit.
report-state-gone = ▫️ <b>Cette publication n’est plus dans l’ENT</b> (vu le { $when })
report-talker = 💬 { $talker } veut d’abord en parler en classe.
report-published = { $kind } { $d }<b>{ $name }</b>, le { $published } :
report-wordless = <i>Rien d’écrit.</i>
report-reporters =
    { $count ->
        [0] Signalée
        [1] Signalée une fois :
       *[other] Signalée { $count } fois :
    }
report-reporter = • { $name }, le { $moment }
report-more =
    { $count ->
        [1] … et une autre personne, plus tôt
       *[other] … et { $count } autres personnes, plus tôt
    }

## List

reports-title =
    { $treated ->
        [yes] <b>Signalements traités</b>
       *[no] <b>Signalements à traiter</b>
    }
reports-since = ⏳ L’ENT tarde à répondre : voici ce qu’il disait le { $moment }.
reports-unread = ⏳ L’ENT tarde à répondre, et je n’ai encore rien pu y lire : réessayez dans quelques minutes.
reports-empty =
    { $treated ->
        [yes] Aucun signalement n’a encore été traité.
       *[no] Aucun signalement n’attend. Tout va bien !
    }
reports-line-waiting =
    ⏳ <b>n°{ $number }</b> · { $name } · { $place } · le { $reported }
    { $excerpt }
reports-line-kept =
    ✅ <b>n°{ $number }</b> · { $name } · { $place } · conservée{ report-judge }, le { $when }
    { $excerpt }
reports-line-deleted =
    🗑️ <b>n°{ $number }</b> · { $name } · { $place } · supprimée{ report-judge }, le { $when }
    { $excerpt }
reports-line-gone =
    ▫️ <b>n°{ $number }</b> · { $name } · { $place } · n’est plus dans l’ENT
    { $excerpt }

notice-reports_waiting =
    { $count ->
        [one] 🚩 Un signalement ancien attend ({ $place }). Il n’y a pas d’urgence : regardez-le quand vous pouvez.
       *[other] 🚩 { $count } signalements anciens attendent ({ $place }). Regardez-les quand vous pouvez.
    }

## Treating a report

notice-report_delete_asked =
    <b>Supprimer cette publication ?</b>
    Elle est signée { $name } ({ $place }). Plus personne ne la verra, et on ne peut pas revenir en arrière. Elle restera dans vos signalements traités.
notice-report_deleted =
    🗑️ La publication signée <b>{ $name }</b> ({ $place }) est supprimée pour tout le monde.
    Le texte ou le fichier d’origine est encore dans l’espace de la personne : demandez-lui de l’effacer.
notice-report_kept = ✅ La publication signée { $name } ({ $place }) est conservée.
notice-report_left =
    { $verdict ->
        [deleted] D’accord, je m’arrête là. La publication signalée (n°{ $number }) reste supprimée.
        [kept] D’accord. La publication signalée (n°{ $number }) reste conservée.
       *[other] D’accord, rien n’a changé : le signalement n°{ $number } attend toujours.
    }
notice-done_report_kept = La publication signée { $name } est conservée.
notice-done_report_talk = C’est noté. Je vous en reparle le prochain jour de classe, à 8 h 30.
notice-report_noted = 📝 C’est écrit dans la demande n°{ $number }.
notice-judged = 🚩 { who } a traité un signalement : le résultat est dans { your-request }.

## Grave case

notice-crisis =
    🚨 <b>Cas grave, en trois étapes</b> · { $place }
    1. Supprimer la publication : plus personne ne la voit.
    2. Bloquer le compte <b>{ $name }</b> : plus rien ne peut être publié avec.
    3. Convoquer : j’écris le message, vous l’envoyez.
    Vous pouvez vous arrêter à chaque étape.
    { "" }
    <b>Étape 1 : supprimer la publication ?</b> On ne peut pas revenir en arrière.
notice-crisis_second =
    { $verdict ->
        [deleted] ✅ 1. La publication est supprimée{ report-judge }.
       *[other] ✅ 1. La publication n’est plus dans l’ENT.
    }
    <b>Étape 2 : bloquer le compte { $name } ({ $place }) ?</b>
    Ce compte ne pourra plus se connecter, jusqu’à ce que vous le débloquiez.
    { block-elsewhere }
    { "" }
    Il restera l’étape 3 : convoquer.
notice-crisis_last =
    { $deleted }
    { $blocked }
    ✉️ 3. La convocation est écrite dans le message qui suit : touchez-la pour la copier, puis envoyez-la.
    { "" }
    Le texte ou le fichier d’origine existe encore : effacez-le avec la personne qui l’a publié.
    { "" }
    <b>Qui appeler</b>
    { $calls }
    • 3018, contre le cyberharcèlement : gratuit, tous les jours de 9 h à 23 h

crisis-deleted-deleted = ✅ 1. La publication est supprimée{ report-judge }.
crisis-deleted-gone = ✅ 1. La publication n’est plus dans l’ENT.
crisis-deleted-kept = ▫️ 1. La publication n’est pas supprimée.
crisis-deleted-waiting = ▫️ 1. La publication n’est pas supprimée.
crisis-account-done = ✅ 2. Le compte <b>{ $name }</b> est bloqué.{ block-told }
crisis-account-blocked = ✅ 2. Le compte <b>{ $name }</b> est déjà bloqué.
crisis-account-left = ▫️ 2. Le compte <b>{ $name }</b> n’est pas bloqué.
crisis-account-absent = ▫️ 2. Je ne trouve pas le compte <b>{ $name }</b> dans vos écoles : rien à bloquer.
crisis-account-deleted = ▫️ 2. Le compte <b>{ $name }</b> est déjà en cours de suppression dans l’ENT : rien à bloquer.
crisis-account-not-oneself = ▫️ 2. C’est votre propre compte : il n’est pas bloqué.
crisis-account-administrator-target = ▫️ 2. <b>{ $name }</b> administre l’école : seul le niveau au-dessus peut agir.
crisis-account-administrator-elsewhere = ▫️ 2. <b>{ $name }</b> administre une autre école : seul le niveau au-dessus peut agir.
crisis-account-school-only = ▫️ 2. Seule l’école peut bloquer le compte <b>{ $name }</b> : prévenez sa direction.
crisis-call = • { $level } : { $contact }

notice-convocation =
    { $pupil ->
        [yes] <code>Madame, Monsieur, je souhaite vous rencontrer rapidement avec votre enfant { $name }, au sujet d’une publication faite avec son compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
       *[no] <code>Bonjour { $name }, je souhaite vous rencontrer rapidement au sujet d’une publication faite avec votre compte de l’ENT, que l’école a dû retirer. Nous verrons ensemble comment effacer ce contenu. Merci de me proposer un moment dès que possible.
            { $actor }, { $place }</code>
    }

## Refusals

refusal-unknown-report = Je ne trouve pas ce signalement : voyez la liste avec /signalements.
refusal-report-treated =
    { $someone ->
        [yes]
            { $verdict ->
                [kept] Déjà traité : { $name } a conservé cette publication, le { $moment }.
               *[other] Déjà traité : { $name } a supprimé cette publication, le { $moment }.
            }
       *[no]
            { $verdict ->
                [kept] Déjà traité : cette publication a été conservée, le { $moment }.
               *[other] Déjà traité : cette publication a été supprimée, le { $moment }.
            }
    }
refusal-report-gone = Cette publication n’est plus dans l’ENT : il n’y a plus rien à traiter ici.
refusal-report-busy = { $name } est en train de traiter ce signalement : regardez sa carte dans un instant.
