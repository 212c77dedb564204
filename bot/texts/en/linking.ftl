# Links by which people come in: one given to a person, invitations, and who came.

## Buttons and commands

button-link = 🔗 Telegram link
button-link_now = Yes, make a link
button-invite_typed = ✉️ Invite
button-copy_link = 📋 Copy the link
button-share_link = 📤 Share

command-lien = Give a link to the help desk

## Acts, as a message of doubt names them

act-give_link = a link to the help desk

## One link for one person

notice-whom_lien = Who needs a link to the help desk? Type the beginning of their name, or their login.
notice-link_many = A link is for one person; for “{ $words }”, invite by the messaging of the ENT (<code>/inviter { $words }</code>) or print sheets (<code>/fiches { $words }</code>).
notice-link_coming = 🔗 One moment, the link is coming…
link-anew-linked =
    { already-linked }
    A new link puts an end to that as soon as it is accepted, without asking that phone: make one if it was lost, broken or replaced.
link-anew-ways =
    ⚠️ <b>{ $name }</b> already has { $several ->
        [yes] { $links }, which may still be used: a new link makes them void at once
       *[no] { $links }, which may still be used: a new link makes it void at once
    }.
link-anew-coded = The activation code on the sheet stays good as long as the account was never used: if the paper is lost, have it activated at once, or close it until then with /bloquer.
link-way-operator = a link from whoever installed Palier
link-way-given = a link given by hand
link-way-sheet = a connection sheet
link-way-message = a link in the ENT’s messaging
link-way-sign-in = a sign-in to the ENT under way
notice-link_given =
    🔗 Link to the help desk for <b>{ $name }</b>:

    <code>{ $link }</code>

    Give it to this person, and to nobody else: whoever opens it speaks in their name. It works once, for { $days ->
        [0] { $hours ->
            [one] { $hours } hour
           *[other] { $hours } hours
        }
        [one] { $days } day
       *[other] { $days } days
    }; links made earlier for this account work no more.
    This message is deleted in { $minutes } min: copy or share the link before.

## Invitations in the ENT's messaging

command-inviter = Invite by the ENT’s messaging

button-invite_at = This school
button-invite_class = This class
button-invite_profile = This profile
button-invite_all = 🏫 The whole school
button-invite_now = Confirm
button-mailing_stop = ⏹ Stop

invited-student =
    { $count ->
        [one] { $count } pupil
       *[other] { $count } pupils
    }
invited-relative =
    { $count ->
        [one] { $count } parent
       *[other] { $count } parents
    }
invited-teacher =
    { $count ->
        [one] { $count } teacher
       *[other] { $count } teachers
    }
invited-personnel =
    { $count ->
        [one] { $count } staff member
       *[other] { $count } staff members
    }
invited-guest =
    { $count ->
        [one] { $count } guest
       *[other] { $count } guests
    }
mailing-whom-school = the whole school
mailing-whom-both = { $class_name } · { $profile }

notice-invite_school = Of which school do you want to invite people? Touch it, or type its name.
invite-unknown = I find no class, profile or person for “{ $words }”.
notice-invite_whom =
    ✉️ Who is to be invited to the help desk? Each gets a link of their own in the ENT’s messaging.
    Touch a class or a profile, or type it: CM2, parents, parents CM2.
notice-invite_which = There are several answers. Whom to invite?
invite-title = ✉️ <b>Invite: { $whom }</b>, { $place }
invite-count = To be invited: { $invited }.
invite-linked = Linked already: { $linked }.
invite-lately =
    { $days ->
        [one] Invited since yesterday: { $lately }.
       *[other] Invited within the last { $days } days: { $lately }.
    }
invite-dormant = Without an active account in the ENT: { $dormant }. For them, print sheets with /fiches, or give a /lien.
invite-waiting = ⚠️ Links of an earlier invitation, not used yet, that will be void: { $waiting }.
invite-letter = In the ENT’s messaging, each will read:
invite-time =
    { $minutes ->
        [one] Sending takes about a minute.
       *[other] Sending takes about { $minutes } minutes.
    }

letter-subject = Your link to the help desk on Telegram
letter-hello = Hello { $name },
letter-why = { $place } invites you to the ENT’s help desk on Telegram: you ask your question, the school answers in the same place.
letter-open = Open the help desk in Telegram
letter-care =
    This link is yours alone. It works once, for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }: do not pass it on to anybody.
letter-automatic = This message is automatic, nobody reads answers to it.

mailing-running = ✉️ <b>Invitations: { $whom }</b>, { $place }
mailing-done = ✅ <b>Invitations sent: { $whom }</b>, { $place }
mailing-cancelled = ⏹ <b>Invitations stopped: { $whom }</b>, { $place }
mailing-gathering = Looking for whom to invite…
mailing-sums = Sent: <b>{ $sent }</b> of { $total }
mailing-skipped = Left out, linked or gone meanwhile: { $skipped }
mailing-failed = Refused by the ENT: { $failed }
mailing-doubtful =
    { $doubtful ->
        [one] { $doubtful } message had no answer: it may have arrived, it is not sent again.
       *[other] { $doubtful } messages had no answer: they may have arrived, they are not sent again.
    }
mailing-nobody = There was nobody left to invite.
mailing-waiting = ⏳ The ENT does not answer: I try again every minute.
mailing-why-lapsed = Whoever asked for them no longer administers the school.
mailing-why-refused = The ENT does not let the help desk write in its messaging: tell whoever installed it, and meanwhile print sheets with /fiches, or give a link with /lien.
mailing-why-revoked = Their links were made void.
mailing-by = Asked for by { $name }.
notice-done_mailing_stopped = ⏹ The invitations are stopped: those that were sent remain good.

## Refusals

refusal-link-from-below = A link goes from hand to hand: ask the school or the ERUN to make one for { $name }.
refusal-link-blocked = { $name }’s account is blocked: neither a link nor a sheet would work, the school unblocks it first with /debloquer.
refusal-link-deleted = { $name }’s account is deleted from the ENT: neither a link nor a sheet would work, it must be restored there first, with the ERUN’s help.
refusal-link-administrator = { $name } administers the ENT: neither /lien nor /fiches makes a link for this account; not linked yet, they get theirs when their school invites their profile with /inviter, and for a lost phone, ask whoever installed Palier; with the same Telegram account on a new phone, there is nothing to do.
refusal-link-oneself = This is your own account, linked here already: it follows your Telegram account to a new phone; for another Telegram account, ask whoever installed Palier for a link.
refusal-too-many-links = You made { $limit } links within an hour: wait a little before the next one.
refusal-link-not-shown = The link could not be shown: ask for one again with /lien, it replaces the first.
refusal-mailing-over = These invitations are over already: begin new ones with /inviter.
refusal-invite-person = “{ $name }” is somebody’s name: for one person, give a link with /lien { $name }.
refusal-invite-administrator = { $name } administers the ENT, and /lien is of no use here: not linked yet, invite their profile with /inviter { profiles }, they get their link with the others; for a lost phone, ask whoever installed Palier.
refusal-invite-nobody = There is nobody to invite here, each is linked, was invited lately, or has no active account in the ENT: choose another profile or class, or give a link with /lien.
