# Asking for a town’s space.

## Buttons and commands

button-town_school = This school
button-town_all = That is all

command-commune = Ask for a town’s space

## What a request asks for

particular-name-town = 🏛️ Space to open for the town: <b>{ $value }</b>
particular-schools = School: { $value }
particular-contact = The town’s contact: { $value }
particular-email = Their mail address: { $value }

## Questions

notice-town_name =
    <b>Ask for a town’s space</b>
    The guide leaves this request to the syndicat mixte: agree with it first, the vendor opens no space without its consent. The request goes straight to the vendor (level 4).
    Which town is it?
notice-town_schools =
    { $count ->
        [0] Which are the schools of <b>{ $name }</b>? Tap them, or write their UAI or their name.
        [one] For the town of <b>{ $name }</b>, one school is chosen: { $school }. Tap others or write their UAI, then “That is all”.
       *[other] { $count } schools of <b>{ $name }</b> are chosen. Tap others or write their UAI, then “That is all”.
    }
    { $more ->
        [yes] <i>More schools follow in the list: write the beginning of their name.</i>
       *[no] { "" }
    }
notice-town_first =
    Who is the contact of <b>{ $name }</b>? Their account will be the first of the space, with the rights to administer it.
    Write their first name to begin with.
notice-town_last = Write their last name.
notice-town_email = Write their mail address: their connection sheet will be sent there.
town-summary = Here is the request that I am going to send to the vendor:
town-there = ⚠️ A space bears this name already: { $name }.
town-theirs = ⚠️ A school is in the space of a town already: { $name }.
town-open = ⚠️ A request for this town is open already: n°{ $number }. Should this one be sent all the same?
town-after = The vendor will confirm to the syndicat mixte that it is open, and send the connection sheet to the contact.

## Refusals

refusal-town-vendor = The vendor opens the spaces of towns: this is asked of them, they need not ask.
refusal-town-no-school = No school is chosen: tap one, or write its UAI.
refusal-town-too-many = A request names { $limit } schools at most: tell the others in an answer to the request.
refusal-no-such-uai = The ENT has no school with the UAI { $uai }: check this code.
refusal-uai-letter = The UAI { $uai } has a mistake, since its letter would be { $letter } with these figures: check this code.
refusal-name-unread = This is no name: write it in letters, without figures.
refusal-mail-unread = This is no mail address: write a whole one, with its at sign and its domain.
