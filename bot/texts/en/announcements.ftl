# Announcements of a school: flash messages.

## Buttons and commands

button-flash_new = ➕ New message
button-flash_at = This school
button-flash_from = This day
button-flash_until = This day
button-flash_month = Another month
button-flash_for = This profile
button-flash_chosen = Go on
button-flash_in = This colour
button-flash_alert = Tell them
button-flash_part = ✏️ Change
button-flash_also = 🌍 Another language
button-flash_now = Put online
button-flash_list = The messages
button-flash_before = ⬅️ Previous
button-flash_after = ➡️ Next
button-flash_card = See the message
button-flash_edit = ✏️ Change
button-flash_copy = 📄 Copy
button-flash_end = ⏹️ End
button-flash_end_now = End now
button-flash_read = ✅ I have read it

command-flash = Flash messages of the school

flash-stage-a0 = All
flash-stage-e0 = Running
flash-stage-c0 = Coming
flash-stage-p0 = Over

flash-part-title = ✏️ Title
flash-part-starts = 📅 Dates
flash-part-profiles = 👥 Profiles
flash-part-text = 💬 Text
flash-part-color = 🎨 Colour

flash-alert-mail = ✉️ By e-mail
flash-alert-mobile = 📱 On the phone
flash-alert-both = ✉️ + 📱 Both
flash-alert-none = No

color-red = 🟥 Red
color-orange = 🟧 Orange
color-green = 🟩 Green
color-blue = 🟦 Blue
color-grey-dark = ⬛ Grey
color-own = 🎨 Another

tongue-fr = French
tongue-en = English
tongue-es = Spanish
tongue-pt = Portuguese
tongue-ar = Arabic
tongue-tr = Turkish
tongue-uk = Ukrainian

## Acts on the ENT, as a message of doubt names them

act-announce = putting the message online
act-amend_announcement = the change of the message
act-end_announcement = the end of the message
act-alert_announcement = the notifications of the message

## The questions

notice-flash_school = For which school is this flash message?
notice-flash_title = What title? It does not appear in the message: it is for you to find it again. Write it.
notice-flash_starts = From which day on? Tap a day, or write it: <code>10/07</code>, “10 July”, “tomorrow”.
notice-flash_ends = Until which day? The message is shown until midnight of that day. Tap a day, or write it.
flash-calendar =
    📅 <b>{ month } { $year }</b>
    <i>Mo · Tu · We · Th · Fr · Sa · Su</i>
notice-flash_profiles = Who is to see the message? Tap one or several profiles, then <i>Go on</i>; or write them.
notice-flash_text =
    { $tongue ->
        [main] Write the text of the message in French: { $limit } characters at most.
       *[other] Write the text in { $tongue }: { $limit } characters at most.
    }
notice-flash_color = Which colour for the banner?
notice-flash_alerts = The message begins today: shall the people concerned also get a notification from the ENT?

## The summary

flash-sure =
    { $changes ->
        [yes] ✏️ <b>Change this flash message?</b>
       *[no] 📣 <b>Put this flash message online?</b>
    }
flash-fact-title = Title, for you alone: <b>{ $title }</b>
flash-fact-place = School: { $place }
flash-fact-days =
    { $single ->
        [yes] Shown on { $starts }, until midnight
       *[no] Shown from { $starts } to { $ends } at midnight
    }
flash-fact-profiles = For: { $who }
flash-fact-color = Banner: { $hue }
flash-fact-alerts = Notification: { $ways }
flash-fact-people =
    { $count ->
        [one] It is for <b>one account</b>.
       *[other] It is for <b>{ $count } accounts</b>.
    }
flash-fact-linked =
    { $changes ->
        [yes] It changes in the chats that have it already, too.
       *[no] { $count ->
            [0] None of them is linked to Palier yet.
            [one] One chat will get it here, on the first day, in the daytime.
           *[other] { $count } chats will get it here, on the first day, in the daytime.
        }
    }
flash-fact-beside = ⚠️ Already shown at the same time to the same people: { $names }. Beyond two messages, nobody reads them any more.
flash-tongue = In { $tongue }:
flash-sure-now = If all is right, tap <i>Put online</i>.

notice-flash_online =
    { $changes ->
        [yes] ✅ The message <b>{ $title }</b> is changed.
       *[no] ✅ The message <b>{ $title }</b> { $waits ->
            [yes] will be online on { $starts }.
           *[no] is online.
        }
    }
    { $told ->
        [none] { "" }
        [lost] ⚠️ The notifications may not have gone out: I do not send them again, so that nobody is disturbed twice.
       *[other] Notifications sent: { $told }.
    }

## The list, and one of them

flash-list =
    { $stage ->
        [running] 📣 <b>Flash messages that run</b>
        [coming] 📣 <b>Flash messages to come</b>
        [over] 📣 <b>Past flash messages</b>
       *[all] 📣 <b>Flash messages</b>
    }
flash-list-empty = No message for now.
flash-list-line = { $sign } <b>{ $title }</b> · { $starts } – { $ends } · { $who } · { flash-views }
flash-list-place = { " " }· { $place }
flash-views =
    { $views ->
        [0] no view
        [one] 1 view
       *[other] { $views } views
    }
flash-sign-running = 🟢
flash-sign-coming = 🕓
flash-sign-over = ⚪

flash-card = { $sign } <b>{ $title }</b>
flash-card-views = { flash-views } · by { $author }
flash-card-further = It also goes to other people, chosen in the ENT’s console.
flash-card-above = ℹ️ This message comes from a level above the school: you can copy it, not change it.

notice-flash_end_asked = ⏹️ End the message <b>{ $title }</b> now? Nobody will see it any more, and what has arrived in chats will be emptied.
notice-flash_ended = ✅ The message <b>{ $title }</b> has ended.

## In people's chats

announcement-title = 📣 <b>{ $place }</b>
notice-announcement_over = 📣 This message of the school ({ $place }) is not shown any more.
notice-done_flash_read = Thank you, noted.

## Refusals

refusal-no-day-there = There is no day to choose here: tap a number, or write the date.
refusal-flash-stage = I do not know “{ $typed }”: write /flash tous, /flash encours, /flash avenir or /flash passes.
refusal-flash-profiles = The message is for nobody yet: choose one profile at least.
refusal-flash-title-long = This title is too long: { $limit } characters at most.
refusal-flash-text-long = This text is too long for a banner: { $limit } characters at most.
refusal-flash-day-unread = I cannot read this date: write one day, for example 10/07 or 10 July.
refusal-flash-days-reversed = The last day cannot come before the first: choose { $earliest } or a day after it.
refusal-flash-days-long = This is too long: a message is shown for { $days } days at most, choose a closer day.
refusal-flash-color = I do not know this colour: tap one, or write red, orange, green, blue or grey.
refusal-flash-alerts = I did not understand: tap an answer, or write mail, mobile or no.
refusal-flash-confirm = I put nothing online without your consent: tap Put online, or Cancel.
refusal-flash-gone = This message is not in the ENT any more: see the list with /flash.
refusal-flash-not-changed = This message cannot be changed here any more: copy it, or make another one with /flash.
