# The journal: who did what, and who saw what.

## Buttons and commands

button-journal = ⬅️ Plus récent
button-journal_next = ➡️ Plus ancien
button-journal_dates = 📅 Autre date
button-journal_month = 📅 Ce mois
button-journal_of = 📜 Voir le journal

command-journal = Qui a fait ou vu quoi

## A page

journal-title =
    { $about ->
        [request] <b>Journal</b> · demande n°{ $number }
        [account] <b>Journal</b> · { $name }
       *[all] <b>Journal</b>
    }
journal-month = 📅 { month } { $year }
journal-until = { " " }· jusqu’au { $moment }
journal-empty = Rien n’a encore été fait ni consulté ici.
journal-empty-until = Rien n’a été fait ni consulté ici jusqu’à ce jour.
journal-line = <b>{ $moment }</b> · { $what }{ journal-state }{ journal-on }{ journal-school } · { journal-who }
journal-unreadable = ⚠️ La ligne { $position } du journal ne peut pas être lue : prévenez l’académie.
journal-school =
    { $school ->
        [named] { " " }· { $place }
       *[only] { "" }
    }
journal-state =
    { $state ->
        [intended] { "" }, commencé
        [declined] { "" }, refusé par l’ENT
        [doubt] { "" }, sans réponse sûre de l’ENT
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

## Another date

notice-journal_dates = De quel mois voulez-vous lire le journal ? Pour un jour, écrivez par exemple <code>/journal 12/10</code>.

## Refusals

refusal-journal-unknown-request = Je ne trouve pas cette demande : /journal montre celles qui se lisent ici.
refusal-journal-bad-date = « { $typed } » n’est pas une date : par exemple, /journal 12/10.

## What was done

audit-take = demande prise en charge
audit-answer = réponse au demandeur
audit-resend = réponse renvoyée
audit-reply = message du demandeur
audit-ask = question au demandeur
audit-note = note interne
audit-release = demande rendue aux collègues
audit-hand = demande confiée à un collègue
audit-correct = correction de la demande
audit-move = école ou catégorie changée
audit-escalate = demande transmise au niveau au-dessus
audit-send_back = demande renvoyée au niveau en dessous
audit-resolve = demande résolue
audit-confirm = solution confirmée par le demandeur
audit-expire = demande fermée après sept jours de silence
audit-reopen = demande rouverte
audit-merge = demande réunie avec une autre
audit-withdraw = demande retirée
audit-erase = données effacées par la personne elle-même
audit-erase_deleted = données effacées, car l’ENT a supprimé le compte
audit-file = nouvelle demande
audit-edit = message modifié
audit-act = action dans l’ENT notée dans la demande
audit-away = Telegram ne joint plus le demandeur ou l’agent
audit-adrift = le demandeur a quitté l’école
audit-moved_up = demande montée d’un niveau, car personne ne la lisait
audit-moved_down = demande revenue au niveau qui lit de nouveau
audit-stranded = personne ne lit à ce niveau ni au-dessus
audit-found = un niveau lit de nouveau
audit-link = compte relié à Telegram
audit-sign_in = compte relié à Telegram par une connexion à l’ENT
audit-sign_in_refused = connexion à l’ENT qui n’a rien relié
audit-token = lien vers le bot remis
audit-void_link = lien vers le bot annulé
audit-give_link = lien vers l’assistance donné
audit-sheets = fiches de connexion demandées
audit-spreadsheet = export vers un tableur demandé
audit-handout = liens vers le bot remis ensemble, en fiches ou par l’ENT
audit-invite = invitation par la messagerie de l’ENT
audit-mailing = envoi d’invitations demandé
audit-mailing_stop = envoi d’invitations arrêté
audit-mailing_over = envoi d’invitations terminé
audit-revoked = liens remis ensemble, annulés
audit-leak = lien vers le bot annulé, car d’autres ont pu le lire
audit-link_lost = lien vers le bot annulé, car montré sur un téléphone quitté
audit-link_written = lien vers le bot annulé, car écrit dans un message
audit-not_me = lien vers le bot refusé par qui l’a ouvert
audit-unlink_own = compte délié par la personne elle-même
audit-claim = compte demandé depuis un autre Telegram
audit-consent = réponse à qui demandait le compte
audit-unlink = compte délié par l’exploitant
audit-structures_changed = arbre des structures changé par l’exploitant
audit-function_given = fonction donnée par l’exploitant
audit-function_withdrawn = fonction retirée par l’exploitant
audit-family = accord pour un élève
audit-family_asked = accord demandé pour un élève
audit-family_yes = accord donné pour un élève
audit-family_no = accord refusé pour un élève
audit-family_free = refus retiré pour un élève
audit-phone_closed = compte d’un élève fermé sur un téléphone non reconnu
audit-export = copie de ses propres données
audit-renew_code = code de connexion
audit-activation_code = code d’activation
audit-mail_reset = lien envoyé par mail pour changer le mot de passe
audit-hand_over = transmission d’un code
audit-create_account = compte créé à la main
audit-modify_account = compte créé à la main, modifié
audit-delete_account = compte créé à la main, supprimé
audit-restore_account = compte créé à la main, rétabli
audit-block = blocage du compte
audit-classes = changement de classes
audit-announce = message flash mis en ligne
audit-amend_announcement = message flash changé
audit-end_announcement = message flash terminé avant l’heure
audit-alert_announcement = notifications d’un message flash
audit-give_right = droit d’administrer une école donné
audit-take_right = droit d’administrer une école retiré
audit-make_group = groupe créé
audit-rename_group = groupe renommé
audit-delete_group = groupe supprimé
audit-let_group_write = membres d’un groupe autorisés à s’écrire
audit-keep_group_from_writing = membres d’un groupe empêchés de s’écrire
audit-fill_group = ajout de membres à un groupe
audit-empty_group = retrait de membres d’un groupe
audit-give_service = accès à un service changé
audit-create_link = lien créé
audit-change_link = lien modifié
audit-withdraw_link = lien retiré
audit-unblock = déblocage du compte
audit-attach = compte rattaché à l’école
audit-attach_keep = compte rattaché à l’entité de l’IEN, avant d’être détaché
audit-detach = compte détaché de l’école
audit-block_profile = blocage d’un profil
audit-unblock_profile = déblocage d’un profil
audit-plan_profile = blocage ou déblocage d’un profil prévu
audit-cancel_profile = blocage ou déblocage d’un profil annulé
audit-merge_accounts = fusion de deux comptes
audit-part_accounts = dissociation de deux comptes
audit-keep_report = publication signalée conservée
audit-delete_report = publication signalée supprimée
audit-talk_report = signalement à évoquer en classe
audit-see_request = demande consultée
audit-see_account = fiche du compte consultée
audit-see_accounts = liste de comptes consultée
audit-see_queue = liste de demandes consultée
audit-see_report = signalement consulté
audit-see_reports = liste des signalements consultée
audit-see_history = historique des blocages consulté
audit-see_sheets = fiches remises consultées
audit-see_spreadsheet = demandes exportées vers un tableur
audit-see_stats = statistiques consultées
audit-see_journal = journal consulté
audit-see_adoption = avancement des comptes reliés, consulté
audit-see_missing = noms des comptes à relier consultés
audit-see_parked = message resté sans réponse, lu par l’exploitant
audit-parked_replay = message resté sans réponse, repris par l’exploitant
audit-parked_drop = message resté sans réponse, abandonné par l’exploitant
audit-outbox_retry = messages non arrivés, renvoyés par l’exploitant
audit-outbox_drop = messages non arrivés, abandonnés par l’exploitant
audit-blank = lignes rendues anonymes après un effacement
audit-cut = lignes supprimées, car trop anciennes
audit-other = autre action
