# What a connection sheet says.

sheets-title = Connection sheets
sheet-title = Connection sheet

## Who it is for

sheet-student = Pupil
sheet-relative = Parent
sheet-teacher = Teacher
sheet-personnel = Staff
sheet-guest = Guest
sheet-classes =
    { $count ->
        [1] Class: { $names }
       *[other] Classes: { $names }
    }
sheet-children =
    { $count ->
        [1] Child: { $names }
       *[other] Children: { $names }
    }

## What they log in with

sheet-login = Login
sheet-code = Activation code
sheet-activate = Your ENT account is not open yet: on the ENT’s page, enter the login and the activation code, then choose a password.

## What to do

sheet-how = To write to the support
sheet-step-1 = Install Telegram on your phone: the app is free.
sheet-step-2 = Scan the square with the camera, or type the address written below it.
sheet-step-3 = Tap “Start”. No button? Send “/start” and what follows “start=” in the address.
sheet-step-4 = Read the charter, then tap “Accept”.
sheet-step-5 = Write your question: the support answers you there.
sheet-consent =
    { $from ->
        [parent] Below the age of { $age }, a parent must say yes before you can write here.
        [school] Below the age of { $age }, the school must say yes before you can write here.
       *[both] Below the age of { $age }, a parent or the school must say yes before you can write here.
    }
sheet-once =
    This link works once only, and only for you.{ $dated ->
        [yes] { " " }It is valid until { $until }.
       *[other] { "" }
    }
sheet-keep = Do not lend this sheet: it opens your account.
sheet-whom =
    Need help? { $known ->
        [yes] { $contact }
       *[other] Ask the school.
    }
