# Accounts of the ENT: finding one, its card, who may act on it.

## Buttons and commands

button-account = 👤 See the account
button-ask_above = ⬆️ Ask the level above

command-compte = See an account

## Finding an account

notice-whom_account = Whose account? Write the beginning of the name, or the login.
notice-choose_account =
    Several accounts match “{ $words }”. Which one?
    { $more ->
        [yes] There are more: write a longer name, or see them all with <code>/comptes { $words }</code>
       *[no] { "" }
    }
notice-account_shared = 👤 An account of the ENT

## Card

account-fine = ✅ Active account
account-blocked = ⛔ Blocked account: nobody can log in with it
account-predeleted =
    { $days ->
        [0] 🗑️ Pre-deleted account: it disappears today
        [one] 🗑️ Pre-deleted account: it disappears in { $days } day
       *[other] 🗑️ Pre-deleted account: it disappears in { $days } days
    }
account-awaiting = 🕓 Soon pre-deleted: this account is no longer in the directory, but it can still log in
account-duplicate = 👥 Possible duplicate of another account
account-federated = 🏛️ Enters through ÉduConnect or the académie’s portal: no code
account-waits = ✋ Waits for the yes of a parent or of the school to write here
account-inactive = 💤 Account never activated
account-login = Login: <code>{ $login }</code>
account-classes =
    { $count ->
        [one] Class: { $classes }
       *[other] Classes: { $classes }
    }
account-places =
    { $count ->
        [one] Structure: { $places }
       *[other] Structures: { $places }
    }
account-elsewhere = Also administers: { $elsewhere }
account-groups =
    { $count ->
        [one] Group: { $groups }
       *[other] Groups: { $groups }
    }
account-family = Family: { $family }
account-email =
    { $email ->
        [yes] Mail address: known
       *[no] Mail address: none
    }
account-source = Source: { $source }
account-origin =
    { $origin ->
        [student] ↳ Names, birth date, parents, school and class come from ONDE, and are corrected there. { account-arrival }
        [relative] ↳ Names, children, address, mail and phone numbers come from ONDE, and are corrected there. { account-arrival }
        [staff] ↳ These data come from the académie’s directory: the ERUN can have them corrected. Only classes are added in the ENT.
       *[hand] ↳ This account does not depend on ONDE: it is changed in the ENT.
    }
account-arrival =
    { $resumes ->
        [no] In theory they arrive here within 24 hours, in practice within { $arrives } days.
       *[other] Nothing arrives here in summer, before { $resumes }.
    }
account-created = Created on { $created }
account-last_login =
    { $last_login ->
        [never] Last login: not known
       *[other] Last login: { $last_login }
    }

## Marks, as icons and in words

icon-blocked = ⛔
icon-predeleted = 🗑️
icon-awaiting = 🕓
icon-duplicate = 👥
icon-federated = 🏛️
icon-inactive = 💤

mark-blocked = ⛔ blocked
mark-predeleted = 🗑️ pre-deleted
mark-awaiting = 🕓 soon pre-deleted
mark-duplicate = 👥 possible duplicate
mark-federated = 🏛️ through ÉduConnect or the portal
mark-inactive = 💤 never activated

## Refusals

refusal-no-account =
    { $someone ->
        [yes] I cannot find the account “{ $name }” in the ENT: check the login on the connection sheet.
       *[no] This account is not in your schools: search for it with /comptes, or ask the person’s school.
    }
refusal-administrators-only = Only those who administer the ENT can do this: to ask for help, type /assistance.
refusal-school-administrators-only = Only the school’s administrators can do this: ask them with /assistance.
refusal-no-longer-administrator = This account administers no school or structure of the ENT any more, so this button or command is of no use: /aide shows what is possible.
refusal-not-your-school = You can act only in your own schools: check the name.
refusal-not-oneself = This is your own account: use “Forgotten password” in the ENT.
refusal-administrator-target = { $name } administers the ENT: only the level above can act on this account, ask it with /assistance.
refusal-administrator-elsewhere =
    { $school ->
        [yes] { $name } administers another school ({ $place })
       *[no] { $name } administers the ENT elsewhere ({ $place })
    }: you cannot act on this account, ask the level above with the button or with /assistance.
