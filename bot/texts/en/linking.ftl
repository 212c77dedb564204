# Links by which people come in: one given to a person, invitations, and who came.

## Buttons and commands

button-link = 🔗 Telegram link
button-link_now = Yes, make a link
button-copy_link = 📋 Copy the link
button-share_link = 📤 Share

command-lien = Give a link to the help desk

## Acts, as a message of doubt names them

act-give_link = a link to the help desk

## One link for one person

notice-whom_lien = Who needs a link to the help desk? Type the beginning of their name, or their login.
notice-link_coming = 🔗 One moment, the link is coming…
notice-link_anew =
    <b>{ $name }</b> is already linked to the help desk on a phone.
    A new link puts an end to that as soon as it is opened, without asking that phone: make one if it was lost, broken or replaced.
notice-link_given =
    🔗 Link to the help desk for <b>{ $name }</b>:

    { $link }

    Give it to this person, and to nobody else: whoever opens it speaks in their name. It works once, for { $days ->
        [0] { $hours ->
            [one] { $hours } hour
           *[other] { $hours } hours
        }
        [one] { $days } day
       *[other] { $days } days
    }; links made earlier for this account work no more.
    This message is deleted in { $minutes } min: copy or share the link before.

## Refusals

refusal-link-from-below = A link goes from hand to hand: ask the school or the ERUN to make one for { $name }.
refusal-link-blocked = { $name }’s account is blocked: unblock it first, a link would be of no use.
refusal-link-deleted = { $name }’s account is deleted from the ENT: it must be restored there first, a link would be of no use.
refusal-too-many-links = You made { $limit } links within an hour: wait a little before the next one.
refusal-link-not-shown = The link could not be shown: ask for one again with /lien, it replaces the first.
