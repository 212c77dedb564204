# The journal: who did what, and who saw what.

## Buttons and commands

button-journal = ⬅️ Précédent
button-journal_next = ➡️ Suite
button-journal_of = 📜 Voir le journal

command-journal = Qui a fait ou vu quoi

## A page

journal-title =
    { $about ->
        [request] <b>Journal</b> · demande n°{ $number }
        [account] <b>Journal</b> · { $name }
       *[all] <b>Journal</b>
    }
journal-empty = Rien n’a encore été fait ni consulté ici.
journal-line = <b>{ $moment }</b> · { $what }{ journal-state }{ journal-on } · { journal-who }
journal-state =
    { $state ->
        [intended] { "" }, commencé
        [declined] { "" }, refusé par l’ENT
        [doubt] { "" }, issue inconnue
       *[done] { "" }
    }
journal-on =
    { $on ->
        [request] { " " }· n°{ $number }
        [report] { " " }· signalement n°{ $number }
        [account] { " " }· { $whom }
        [gone] { " " }· un compte que l’ENT ne montre plus
       *[nothing] { "" }
    }
journal-who =
    { $who ->
        [named] { $actor }, { $function }
        [left] une personne partie
       *[nobody] Palier
    }

## What was done

audit-take = prise en charge
audit-answer = réponse
audit-resend = réponse renvoyée
audit-reply = message du demandeur
audit-ask = question au demandeur
audit-note = note interne
audit-release = remise dans la file
audit-hand = demande confiée à un collègue
audit-correct = correction de la demande
audit-move = changement d’école ou de catégorie
audit-escalate = escalade
audit-send_back = renvoi
audit-resolve = résolution
audit-confirm = solution confirmée
audit-expire = fermeture après sept jours de silence
audit-reopen = réouverture
audit-merge = fusion avec une autre demande
audit-withdraw = retrait de la demande
audit-erase = effacement de ses données
audit-file = nouvelle demande
audit-edit = message modifié
audit-act = geste sur l’ENT noté dans la demande
audit-away = demandeur ou agent injoignable
audit-adrift = le demandeur a quitté l’école
audit-moved_up = passage au niveau supérieur, faute de lecteur
audit-moved_down = retour au niveau qui lit de nouveau
audit-stranded = personne ne lit à ce niveau ni au-dessus
audit-found = un niveau lit de nouveau
audit-link = liaison du compte à Telegram
audit-token = lien vers le bot remis
audit-sheets = fiches de connexion demandées
audit-handout = liens vers le bot remis ensemble, en fiches ou par l’ENT
audit-revoked = liens remis ensemble, annulés
audit-leak = jeton de liaison annulé : d’autres l’ont lu
audit-unlink = compte délié par l’exploitant
audit-claim = liaison demandée depuis un autre Telegram
audit-consent = réponse à une demande de liaison
audit-family = accord pour un élève
audit-family_asked = accord demandé pour un élève
audit-family_yes = accord donné pour un élève
audit-family_no = accord refusé pour un élève
audit-export = copie de ses données
audit-renew_code = code de connexion
audit-activation_code = code d’activation
audit-mail_reset = lien par mail
audit-hand_over = transmission d’un code
audit-block = blocage du compte
audit-unblock = déblocage du compte
audit-block_profile = blocage d’un profil
audit-unblock_profile = déblocage d’un profil
audit-plan_profile = blocage ou déblocage d’un profil prévu
audit-cancel_profile = blocage ou déblocage d’un profil annulé
audit-keep_report = publication signalée conservée
audit-delete_report = publication signalée supprimée
audit-talk_report = signalement à évoquer en classe
audit-see_request = demande consultée
audit-see_account = fiche du compte consultée
audit-see_accounts = liste de comptes consultée
audit-see_queue = file des demandes consultée
audit-see_report = signalement consulté
audit-see_reports = liste des signalements consultée
audit-see_history = historique des blocages consulté
audit-see_sheets = fiches remises consultées
audit-see_journal = journal consulté
audit-see_parked = mise à jour écartée consultée
audit-parked_replay = mise à jour écartée rejouée
audit-parked_drop = mise à jour écartée oubliée
audit-outbox_retry = messages remis en file
audit-outbox_drop = messages abandonnés
audit-blank = lignes rendues anonymes après un effacement
audit-cut = lignes supprimées, leur durée passée
audit-other = autre geste
