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

deed-code = Login code
deed-activation = Activation code
deed-mail = Link sent by mail
deed-handed = Code passed on

## For whom, and how

notice-whom_code = Who needs a login code? Write the beginning of the name, or the login.
notice-code_for = Request n°{ $number }: for whom?
notice-code_or_mail =
    How to help <b>{ $name }</b>?
    The link comes by mail. The code is for you to give.
notice-administrator_target =
    <b>{ $name }</b> administers the ENT.
    { $highest ->
        [yes] Their password is reset in the national console, or with “Forgotten password” in the ENT.
       *[no] Only a level above can see to their password. “Forgotten password”, in the ENT, is often enough.
    }

## Codes and links by mail

notice-code_coming = 🔑 One moment, the code is coming…
notice-code_given =
    { $activation ->
        [yes] 🔑 Activation code for <b>{ $name }</b>, whose account was never used:
       *[no] 🔑 Login code for <b>{ $name }</b>:
    }
    { "" }
    <tg-spoiler><code>{ $code }</code></tg-spoiler>
    { "" }
    { $activation ->
        [yes] To be typed in place of the password. It serves once.
       *[no] To be typed in place of the password, within 24 hours. It serves once.
    }
    { $heir ->
        [none] Neither this person nor their family is linked here: tell it in person.
        [several] “Pass it on” lets you choose to whom.
       *[other] “Pass it on” sends it to { $heir }
    }
    This message goes away in { $minutes } minutes.
    { $blocked ->
        [yes] ⛔ Careful, this account is blocked: unblock it from its card.
       *[no] { "" }
    }
notice-code_received =
    { $own ->
        [yes] 🔑 Here is your login code for the ENT:
       *[no] 🔑 Here is the login code for the ENT of <b>{ $name }</b>:
    }
    { "" }
    <tg-spoiler><code>{ $code }</code></tg-spoiler>
    { "" }
    { $activation ->
        [yes] Type the login of the connection sheet, and this code in place of the password.
       *[no] Type the usual login, and this code in place of the password.
    }
    The ENT will ask for a new password.
    This message goes away in { $minutes } minutes.
notice-code_handed = 📨 The code went to <b>{ $name }</b>.
notice-mail_sent = ✉️ The link was sent to { $address } for <b>{ $name }</b>.
notice-mailed = ✉️ { who } had a link mailed to you to choose a new password. Have a look at the junk mail too.

## Refusals

refusal-too-many-codes-agent = You asked for { $limit } codes within an hour: wait a little before the next.
refusal-too-many-codes-account = This account had { $limit } codes within an hour: wait a little before the next.
refusal-code-not-shown = The code could not be shown: ask for another, which replaces it.
refusal-code-not-handed = The code could not be passed on in Telegram: tell it in person.
refusal-code-replaced = A newer code was asked for this account: pass that one on.
refusal-already-handed = The code went to { $name } already.
