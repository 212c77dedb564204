# The school year: what each month asks for.

## Command and buttons

command-fil = What this month asks for

button-year = 📅 See this month
button-year_back = Month before
button-year_next = Month after
button-year_do = Do it
button-year_silence = 🔕 Remind me no more
button-year_remind = 🔔 Remind me

## The month

year-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
year-title = <b>📅 { year-month }</b> · { $place }
year-onde = <b>In ONDE</b>
year-ent = <b>In the ENT</b>
year-nothing = This month asks for nothing in particular.
year-line = { $state ->
        [done] ✅
       *[todo] ▫️
    } { $words }{ $found ->
        [none] { "" }
        [teachers] { " " }<b>{ $left ->
            [one] { $left } teacher without a class.
           *[other] { $left } teachers without a class.
        }</b>
        [activations] { " " }<b>{ $left ->
            [one] { $left } account never activated.
           *[other] { $left } accounts never activated.
        }</b>
        [links] { " " }<b>{ $left ->
            [one] { $left } person not linked here yet.
           *[other] { $left } people not linked here yet.
        }</b>
        [administrators] { " " }<b>{ $left } too many.</b>
        [duplicates] { " " }<b>{ $left ->
            [one] { $left } likely duplicate.
           *[other] { $left } likely duplicates.
        }</b>
        [reports] { " " }<b>{ $left ->
            [one] { $left } report waits.
           *[other] { $left } reports wait.
        }</b>
       *[unknown] { " " }<i>(the ENT does not answer)</i>
    }
notice-year_schools = Which school is it about?
notice-year_reminder =
    📅 <b>{ year-month }</b>: { $count ->
        [one] one thing to do
       *[other] { $count } things to do
    } for your school, in ONDE and in the ENT. I tell you what is done already.
notice-year_silenced =
    { $muted ->
        [yes] Noted: I remind you of nothing for a year. The month’s list is still there: /fil
       *[no] Noted: each month I remind you of what it asks for.
    }
refusal-no-such-month = I know no month and no school of that name: write <code>/fil may</code>, for instance.

## Leaving, and the change of year

command-depart = Leaving, change of year: what stays

departure-title = <b>Leaving, change of year</b>
departure-dates = ⏳ The school does not have you in its lists any more. Your account works as before <b>until about { $until }</b>, then only serves to take your contents along, and disappears about { $ends }.
departure-kept =
    ✅ <b>Kept:</b> { $whose ->
        [student] your account follows you up to CM2, even to another school, with your password, documents and books.
        [relative] your account follows your children from school to school. Your messages and documents stay.
       *[staff] your documents, and all you made. What a colleague manages with you survives even your account.
    }
departure-broken = ⚠️ <b>Lost:</b> what was shared with a class, for the class changes. What was shared with a person, with a group of the school or one made by hand stays.
departure-before =
    👉 <b>Before you leave:</b> { $whose ->
        [student] if you go to collège, ask an adult to help you take along what you made, with the application My data.
        [relative] nothing to do if your child changes school. If you leave the académie, take your contents along with the application My data.
       *[staff] give a colleague or the school’s administrators the right to manage what must stay, and take yours along with the application My data. You have about three months after you leave.
    }
