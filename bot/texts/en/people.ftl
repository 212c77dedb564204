# People: linking an account, the charter, languages, personal data.

## Languages

language-fr = Français
language-en = English

## Buttons

button-accept = Accept
button-export = Export
button-erase = Erase
button-erase_now = Confirm

## Commands

command-start = My account

stranger-start = Link my ENT account

command-charte = Read the charter again
command-langue = Change the language
command-mesdonnees = What is kept about me

## Charter

notice-charter =
    { $charter }
    { "" }
    <i>You accepted this charter.</i>
notice-charter_to_accept =
    Hello <b>{ $name }</b>!
    { "" }
    { $charter }
notice-charter_accepted = Thank you, { $name }! You can go on.

refusal-charter-first = First read and accept the charter: type /charte.

## Linked accounts

notice-linked =
    Welcome <b>{ $name }</b>! Your account is linked.
    Write me your problem when you have one: I pass it on to the right person.
notice-accounts =
    Here you speak as <b>{ $name }</b> ({ $function }).
    { $others ->
        [0] { "" }
       *[other] To speak as another of your accounts, press its name.
    }
notice-speaking = You now speak as <b>{ $name }</b> ({ $function }).
notice-unlinked_elsewhere = The account of { $name } was just linked to another Telegram. If that was not you, tell your school.

refusal-unlinked = Ask the head of your school for your connection link, then open it here.
refusal-bad-token = This connection link no longer works: ask the head of your school for a new one.
refusal-account-gone = This account is no longer in the ENT: tell the head of your school.

## Language

notice-languages = Which language shall we speak?
notice-unknown_language = I do not speak “{ $code }”. Choose a language:
notice-language = Fine, let us speak English.

## Personal data

notice-my_data =
    <b>What is kept about you</b>
    { $name } ({ $function })
    Requests: { $requests }
    Messages: { $messages }
    { "" }
    You can take everything away in a file, or erase everything.
notice-erase_asked =
    <b>Erase everything?</b>
    Your requests will be closed, your messages erased, and your account detached from Telegram. There is no way back.
notice-erased = It is erased. Your account is no longer linked to Telegram. Goodbye!
notice-requester_erased = The person who made request n°{ $number } has erased their data: the request is closed.
notice-requester_erased_elsewhere =
    The person who made request n°{ $number }, which you follow, has erased their data: the request is closed.
    Is the problem still there? Type /assistance.
