# Who administers a school beside its head.

## Buttons and commands

button-rights = 🔑 Rights
button-right_whom = 🔎 Another account
button-right_give = Give the right
button-right_take = Withdraw the right
button-right_now = Confirm

command-droits = Who administers the school

## Acts on the ENT, as a message of doubt names them

act-give_right = the right to administer the school
act-take_right = the withdrawal of the right to administer the school

## Who administers

administrators-title = 🔑 <b>Who administers the ENT</b>
administrators-line =
    • <b>{ $name }</b>, { $function } · { $where }{ $me ->
        [yes] { " " }(you)
       *[no] { "" }
    }
administrators-empty = Nobody so far.
administrators-more = There are others: write the name after the command, for instance <code>/droits Martin</code>
administrators-advice = <i>Beside the head, one person a school, at ease with computers, for the days of absence.</i>

## Somebody's rights

notice-whom_rights = Whose rights do you want to see or change? Write the beginning of the name, or the login.
right-title = 🔑 <b>The rights of { $name }</b>
right-post =
    <b>{ $place }</b>
    { $right ->
        [give] Does not administer the ENT here.
        [take] Administers the ENT here, beside the head.
        [head] Heads a school: this right comes with that, and goes with it.
        [above] Administers what is above the school, and so the school: that is settled a level higher.
       *[own] This is your own account: a colleague who administers or your ERUN can change this right, not you.
    }
    { $names ->
        [none] Nobody administers this school so far.
       *[other] It is administered today by { $names }
    }
notice-right_asked =
    { $gives ->
        [yes] 🔑 Give <b>{ $name }</b> the right to administer { $place }?
       *[no] Withdraw from <b>{ $name }</b> the right to administer { $place }?
    }
    { $gives ->
        [yes] They will see every account of the school, give codes, be able to block, and read the requests.
       *[no] They will no longer see the accounts and the requests of the school. What they were treating goes back to their colleagues.
    }
    { $many ->
        [yes] ⚠️ It is administered by { $names } already. The custom is one colleague beside the head: think before you confirm.
       *[no] { "" }
    }
notice-right_done =
    { $gives ->
        [yes] ✅ <b>{ $name }</b> administers { $place } from now on.
       *[no] ✅ <b>{ $name }</b> administers { $place } no more.
    }
    { $others ->
        [yes] The others who administer it know.
       *[no] { "" }
    }
    { $linked ->
        [yes] I have just told them, too.
       *[no] They are not linked to Palier: tell them yourself.
    }
notice-right_given =
    🔑 <b>{ $actor }</b> has given you the right to administer { $place }.
    You now read the requests of the school (/file) and its accounts (/comptes), and you can give a code (/code), block (/bloquer) and attach to classes (/classe). All of it is in /aide. What you do and look at is written in the /journal.
notice-right_withdrawn = 🔑 <b>{ $actor }</b> has withdrawn from you the right to administer { $place }. If that is a mistake, talk to them or to the head of the school.
notice-right_told =
    { $gives ->
        [yes] 🔑 <b>{ $actor }</b> has given <b>{ $name }</b> the right to administer { $place }. To see who has it: /droits
       *[no] 🔑 <b>{ $actor }</b> has withdrawn from <b>{ $name }</b> the right to administer { $place }. To see who has it: /droits
    }

## Refusals

refusal-right-not-staff = Only teachers and staff of the school can administer it: choose another account than that of { $name }.
refusal-right-from-above = The rights of { $name } are settled at the school or with its ERUN: ask them.
refusal-right-own-above = The right of who administers above the schools is not settled here: ask for it with /assistance.
refusal-right-confirm = I did not understand: tap one of the buttons of the card, or cancel.
refusal-right-changed = The rights of { $name } have changed meanwhile: nothing is done, look at them again with /droits.
