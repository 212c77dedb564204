# Login codes, and links by mail to choose a new password.

## Buttons and commands

button-code = 🔑 Login code
button-key = 🔑 Login code
button-mail = ✉️ Link by mail
button-hand = 📨 Pass it on
button-copy = 📋 Copy the code

command-code = Give a login code

## Acts on the ENT, as a message of doubt names them

act-renew_code = a login code
act-activation_code = the activation code
act-mail_reset = a link by mail
act-hand_over = a code to be passed on

## Acts on the ENT, as the exchange of a request shows them

deed-code = Login code given
deed-activation = Activation code given
deed-mail = Link sent by mail
deed-handed = Code passed on

## For whom, and how

notice-whom_code = Who needs a login code? Write the beginning of the name, or the login.
notice-code_for =
    Request n°{ $number }: for whom?
    { $portal ->
        [0] { "" }
       *[other] Without a code, through ÉduConnect or the académie’s portal: { $names }.
    }
notice-code_or_mail =
    How to help <b>{ $name }</b>?
    The link comes by mail. The code is for you to give.
notice-administrator_target =
    { $away ->
        [no] <b>{ $name }</b> administers the ENT
       *[yes] <b>{ $name }</b> administers the ENT elsewhere ({ $place })
    }: you cannot change their password.
    { $highest ->
        [yes] It is reset in the national console, or with “Forgotten password” in the ENT.
       *[no] First suggest “Forgotten password”, in the ENT. If that fails, ask the level above.
    }

## Codes and links by mail

notice-code_coming = 🔑 One moment, the code is coming…
notice-code_missed = 🔑 A code was to be shown here and could not arrive: ask the person who helps you to tell it to you.
notice-code_given =
    { $activation ->
        [yes] 🔑 Activation code for <b>{ $name }</b>, whose account was never used:
       *[no] 🔑 Login code for <b>{ $name }</b>:
    }
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    { $activation ->
        [yes] It is typed in place of the password, and works once.
       *[no] It is typed in place of the password, within 24 hours, and works once.
    }
    { $heir ->
        [none] Neither this person nor their family is linked here: tell it in person, or try again in a minute.
        [several] “Pass it on” lets you choose to whom.
       *[other] To send it to { $heir }, press “Pass it on”.
    }
    This message will be gone in { $minutes } minutes.
    { $blocked ->
        [yes] ⛔ Careful, this account is blocked: unblock it from its card.
       *[no] { "" }
    }
notice-code_received =
    { $own ->
        [yes] 🔑 Here is your code to enter the ENT. Tap the grey box to read it:
       *[no] 🔑 Here is the code of <b>{ $name }</b> to enter the ENT. Tap the grey box to read it:
    }
    { "" }
    <tg-spoiler>{ $code }</tg-spoiler>
    { "" }
    { $activation ->
        [yes] In the ENT, type the login of the connection sheet, then this code in place of the password.
       *[no] In the ENT, type the usual login, then this code in place of the password.
    }
    The ENT will then ask you to choose a new password.
    This message will be gone in { $minutes } minutes.
notice-code_handed = 📨 The code went to <b>{ $name }</b>.
notice-mail_sent = ✉️ The link was sent to { $address } for <b>{ $name }</b>.
notice-mailed = ✉️ { who } had a mail sent to you, with a link to choose a new password. Is it not there? Look at the junk mail.
notice-code_stands = ⚠️ Telegram refuses to delete an old message here that shows a code or a link for { $name }: press it for a moment, then touch “Delete”.
notice-code_stands_there = ⚠️ Telegram refuses to delete an old message that shows a code for { $name }, in the chat of the person you gave it to: ask for another with /code, the old one is then void.

## Refusals

refusal-too-many-codes-agent = You asked for { $limit } codes within an hour: wait a little before the next.
refusal-too-many-codes-account = This account had { $limit } codes within an hour: wait a little before the next.
refusal-code-not-shown = The code could not be shown: ask for another, which replaces the first.
refusal-code-not-handed = The code could not be passed on in Telegram: tell it in person, or try again in a minute.
refusal-code-replaced = A newer code was asked for this account: pass that one on.
refusal-already-handed = The code went to { $name } already: if it was gone too soon, ask for another with /code.
