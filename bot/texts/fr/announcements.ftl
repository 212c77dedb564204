# Announcements of a school: flash messages.

## Buttons and commands

button-flash_new = ➕ Nouveau message
button-flash_at = Cette école
button-flash_from = Ce jour
button-flash_until = Ce jour
button-flash_month = Autre mois
button-flash_for = Ce profil
button-flash_chosen = Continuer
button-flash_in = Cette couleur
button-flash_alert = Prévenir
button-flash_part = ✏️ Changer
button-flash_also = 🌍 Autre langue
button-flash_now = Mettre en ligne
button-flash_list = Les messages
button-flash_before = ⬅️ Précédents
button-flash_after = ➡️ Suivants
button-flash_card = Voir le message
button-flash_edit = ✏️ Modifier
button-flash_copy = 📄 Copier
button-flash_end = ⏹️ Terminer
button-flash_end_now = Terminer maintenant
button-flash_read = ✅ J’ai lu ce message

command-flash = Messages flash de l’école

flash-stage-a0 = Tous
flash-stage-e0 = En cours
flash-stage-c0 = À venir
flash-stage-p0 = Passés

flash-part-title = ✏️ Titre
flash-part-starts = 📅 Dates
flash-part-profiles = 👥 Profils
flash-part-text = 💬 Texte
flash-part-color = 🎨 Couleur

flash-alert-mail = ✉️ Par mail
flash-alert-mobile = 📱 Sur le téléphone
flash-alert-both = ✉️ + 📱 Les deux
flash-alert-none = Non

color-red = 🟥 Rouge
color-orange = 🟧 Orange
color-green = 🟩 Vert
color-blue = 🟦 Bleu
color-grey-dark = ⬛ Gris
color-own = 🎨 Autre

tongue-fr = français
tongue-en = anglais
tongue-es = espagnol
tongue-pt = portugais
tongue-ar = arabe
tongue-tr = turc
tongue-uk = ukrainien

## Acts on the ENT, as a message of doubt names them

act-announce = la mise en ligne du message
act-amend_announcement = la modification du message
act-end_announcement = la fin du message
act-alert_announcement = l’envoi des notifications du message

## The questions

notice-flash_school = Pour quelle école est ce message flash ?
notice-flash_title = Quel titre ? Il n’apparaît pas dans le message : il vous sert à le retrouver. Écrivez-le.
notice-flash_starts = À partir de quel jour ? Touchez un jour, ou écrivez-le : <code>10/07</code>, « 10 juillet », « demain ».
notice-flash_ends = Jusqu’à quel jour ? Le message s’affiche jusqu’à minuit ce jour-là. Touchez un jour, ou écrivez-le.
flash-calendar =
    📅 <b>{ month } { $year }</b>
    <i>lu · ma · me · je · ve · sa · di</i>
notice-flash_profiles = Qui verra le message ? Touchez un ou plusieurs profils, puis <i>Continuer</i> ; ou écrivez-les.
notice-flash_text =
    { $tongue ->
        [main] Écrivez le texte du message : { $limit } caractères au plus.
       *[other] Écrivez le texte en { $tongue } : { $limit } caractères au plus.
    }
notice-flash_color = Quelle couleur pour le bandeau ?
notice-flash_alerts = Le message commence aujourd’hui : faut-il aussi prévenir les personnes concernées par une notification de l’ENT ?

## The summary

flash-sure =
    { $changes ->
        [yes] ✏️ <b>Changer ce message flash ?</b>
       *[no] 📣 <b>Mettre ce message flash en ligne ?</b>
    }
flash-fact-title = Titre, pour vous seulement : <b>{ $title }</b>
flash-fact-place = École : { $place }
flash-fact-days =
    { $single ->
        [yes] Affiché le { $starts }, jusqu’à minuit
       *[no] Affiché du { $starts } au { $ends } à minuit
    }
flash-fact-profiles = Pour : { $who }
flash-fact-color = Bandeau : { $hue }
flash-fact-alerts = Notification : { $ways }
flash-fact-people =
    { $count ->
        [one] Il concerne <b>un compte</b>.
       *[other] Il concerne <b>{ $count } comptes</b>.
    }
flash-fact-linked =
    { $changes ->
        [yes] Il change aussi dans les conversations qui l’ont déjà reçu.
       *[no] { $count ->
            [0] Personne parmi eux n’est relié à Palier pour l’instant.
            [one] Une conversation le recevra ici, le premier jour, en journée.
           *[other] { $count } conversations le recevront ici, le premier jour, en journée.
        }
    }
flash-fact-beside = ⚠️ Déjà affichés en même temps aux mêmes personnes : { $names }. Au-delà de deux messages, plus personne ne les lit.
flash-tongue = En { $tongue } :
flash-sure-now = Si tout est juste, touchez <i>Mettre en ligne</i>.

notice-flash_online =
    { $changes ->
        [yes] ✅ Le message <b>{ $title }</b> est changé.
       *[no] ✅ Le message <b>{ $title }</b> { $waits ->
            [yes] sera en ligne le { $starts }.
           *[no] est en ligne.
        }
    }
    { $told ->
        [none] { "" }
        [lost] ⚠️ Les notifications ne sont peut-être pas parties : je ne les renvoie pas, pour ne déranger personne deux fois.
       *[other] Notifications envoyées : { $told }.
    }

## The list, and one of them

flash-list =
    { $stage ->
        [running] 📣 <b>Messages flash en cours</b>
        [coming] 📣 <b>Messages flash à venir</b>
        [over] 📣 <b>Messages flash passés</b>
       *[all] 📣 <b>Messages flash</b>
    }
flash-list-empty = Aucun message pour l’instant.
flash-list-line = { $sign } <b>{ $title }</b> · { $starts } – { $ends } · { $who } · { flash-views }
flash-list-place = { " " }· { $place }
flash-views =
    { $views ->
        [0] aucune vue
        [one] 1 vue
       *[other] { $views } vues
    }
flash-sign-running = 🟢
flash-sign-coming = 🕓
flash-sign-over = ⚪

flash-card = { $sign } <b>{ $title }</b>
flash-card-views = { flash-views } · par { $author }
flash-card-further = Il va aussi à d’autres personnes, choisies dans la console de l’ENT.
flash-card-above = ℹ️ Ce message vient d’un niveau au-dessus de l’école : vous pouvez le copier, pas le changer.

notice-flash_end_asked = ⏹️ Terminer maintenant le message <b>{ $title }</b> ? Plus personne ne le verra, et ce qui est déjà arrivé dans les conversations sera vidé.
notice-flash_ended = ✅ Le message <b>{ $title }</b> est terminé.

## In people's chats

announcement-title = 📣 <b>{ $place }</b>
notice-announcement_over = 📣 Ce message de l’école ({ $place }) n’est plus affiché.
notice-done_flash_read = Merci, c’est noté.

## Refusals

refusal-no-day-there = Il n’y a pas de jour à choisir ici : touchez un nombre, ou écrivez la date.
refusal-flash-stage = Je ne connais pas « { $typed } » : écrivez /flash tous, /flash encours, /flash avenir ou /flash passes.
refusal-flash-profiles = Le message n’est encore pour personne : choisissez au moins un profil.
refusal-flash-title-long = Ce titre est trop long : { $limit } caractères au plus.
refusal-flash-text-long = Ce texte est trop long pour un bandeau : { $limit } caractères au plus.
refusal-flash-day-unread = Je ne lis pas cette date : écrivez un jour, par exemple 10/07 ou 10 juillet.
refusal-flash-days-reversed = Le dernier jour ne peut pas venir avant le premier : choisissez le { $earliest } ou un jour après.
refusal-flash-days-long = C’est trop long : un message s’affiche { $days } jours au plus, choisissez un jour plus proche.
refusal-flash-color = Je ne connais pas cette couleur : touchez-en une, ou écrivez rouge, orange, vert, bleu ou gris.
refusal-flash-alerts = Je n’ai pas compris : touchez une réponse, ou écrivez mail, mobile ou non.
refusal-flash-confirm = Je ne mets rien en ligne sans votre accord : touchez Mettre en ligne, ou Annuler.
refusal-flash-gone = Ce message n’est plus dans l’ENT : regardez la liste avec /flash.
refusal-flash-not-changed = Ce message ne se change plus ici : copiez-le, ou créez-en un autre avec /flash.
