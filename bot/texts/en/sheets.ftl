# Connection sheets: asking for them, how far they are, those that were handed out.

## Buttons and commands

command-fiches = Print connection sheets
button-sheet = 🖨️ Connection sheet
button-sheets_at = This school
button-sheets_class = This class
button-sheets_profile = This profile
button-sheets_whole = 🏫 The whole school
button-sheets_person = This person
button-sheets_now = Confirm
button-sheets_typed = 🖨 Sheets
button-sheets_linked = Also those already linked
sheets-linked-one = Yes, make a sheet
button-sheets_form = Another format
button-handouts = 🗂 Sheets handed out
button-handouts_back = ⬅️ Sheets handed out
button-handout = Show
button-handout_revoke = Cancel these sheets
button-handout_void = Confirm

sheets-form-pdf = 📄 Rather as PDF
sheets-form-csv = 📊 Rather as CSV
sheets-form-xlsx = 📊 Rather as a spreadsheet

## For whom

sheets-for =
    { $scope ->
        [class] { $someone ->
            [yes] of { $name }
           *[no] of a class
        }
        [profile] of the { profiles }
        [both] of the { profiles } of { $name }
        [account] { $someone ->
            [yes] of { $name }
           *[no] of one person
        }
       *[school] of the whole school
    }
notice-sheets_school = <b>Connection sheets</b>
    For which school?
sheets-whom =
    <b>Connection sheets</b> · { $place }
    A sheet has the login, a link to connect here, and the activation code where the account was never used. For whom? Choose, or write a name.
sheets-unknown = I find no class, profile or person for “{ $words }”.
sheets-last = Last sheets handed out:
notice-sheets_person =
    { $meanings ->
        [0] Several people have this name. Which one?
       *[other] There are several answers. For whom are the sheets?
    }

## The count

sheets-sure =
    { $people ->
        [0] { $scope ->
            [account] { already-linked } A sheet is possible: that phone then says yes or no.
           *[other] <b>Sheets { sheets-for }</b>{ sheets-at }: all are linked already.
        }
        [one] <b>Sheet { sheets-for }</b>{ sheets-at }: { $people } person{ sheets-which }{ sheets-inactive }.
       *[other] <b>Sheets { sheets-for }</b>{ sheets-at }: { $people } people{ sheets-which }{ sheets-inactive }.
    }
sheets-at =
    { $several ->
        [yes] , { $place }
       *[no] { "" }
    }
sheets-which =
    { $everybody ->
        [yes] { "" }
       *[no] { " " }not linked
    }
sheets-inactive =
    { $inactive ->
        [0] { "" }
       *[other] , of whom { $inactive } never activated
    }
sheets-left =
    { $left ->
        [one] Without a sheet: { $left } account that is blocked, about to be deleted, or an administrator’s:
       *[other] Without a sheet: { $left } accounts that are blocked, about to be deleted, or an administrator’s:
    }
sheets-others =
    { $more ->
        [one] and one more.
       *[other] and { $more } more.
    }
sheets-waiting =
    { $waiting ->
        [one] ⚠️ { $waiting } sheet handed out before and not used yet will be void.
       *[other] ⚠️ { $waiting } sheets handed out before and not used yet will be void.
    }
sheets-secret =
    { $form ->
        [pdf] The document holds secrets: print it, then delete it.
        [csv] The CSV file holds secrets: delete it after your mail merge.
       *[xlsx] The spreadsheet holds secrets: delete it after your mail merge.
    }

## How far a printing is

notice-printing =
    { $stage ->
        [done] ✅ <b>Sheets { sheets-for }</b>: { $total } sent{ sheets-documents }. The message that shows them will be deleted from here after { $hours } h.
        [failed] ❌ <b>Sheets { sheets-for }</b>: not finished, and nothing has changed. { sheets-why }
        [running] ⏳ <b>Sheets { sheets-for }</b>: being prepared ({ $done } of { $total }).
       *[asked] ⏳ <b>Sheets { sheets-for }</b>: being prepared.
    }
sheets-documents =
    { $documents ->
        [one] { "" }
       *[other] { " " }in { $documents } documents
    }
sheets-why =
    { $why ->
        [nobody] There is nobody left to give one to.
        [rights] You do not administer this school any more.
        [ent] The ENT did not answer: start again with /fiches.
        [telegram] The sending broke off: start again with /fiches.
       *[stopped] Palier stopped on the way: start again with /fiches.
    }
notice-sheets_unwritten = ⚠️ { $count ->
        [one] One name has
       *[other] { $count } names have
    } letters that the sheets cannot write; they print […] instead: { $names }{ $more ->
        [0] {""}
       *[other] {" "}…
    }. Please complete them by hand.
notice-sheets_failed =
    { $sent ->
        [0] ❌ Your sheets could not be made. { sheets-why }
       *[other] ❌ Not all of your sheets could be made: those you received do not work, I delete them. { sheets-why }
    }

## Those that were handed out

handouts-title = <b>Sheets handed out</b>
handouts-means = <i>Used: the sheet linked its account. Still good: it can yet. Replaced: a newer sheet or link stands in its place, or the account was linked otherwise.</i>
handouts-empty = No sheet was handed out in the last months.
handouts-line =
    { $day } · { sheets-for } · { $used } of { $count } used{ $who ->
        [named] { " " }· by { $actor }
       *[nobody] { "" }
    }{ $state ->
        [revoked] { " " }· cancelled
        [void] { " " }· replaced or too old
        [good] { " " }· { $good ->
            [one] { $good } still good
           *[other] { $good } still good
        }{ $gone ->
            [0] { "" }
           *[other] { " " }· { $gone } replaced or too old
        }
       *[used] { "" }
    }
handout-card =
    <b>Sheets { sheets-for }</b>
    { handouts-line }
    { handouts-means }
handout-sure =
    <b>Cancel the sheets { sheets-for }?</b>
    { handouts-line }
    Those not used yet will link nobody any more. Whoever is linked stays so.
handout-revoked =
    { $count ->
        [0] Sheets cancelled: none was waiting any more.
       *[other] Sheets cancelled: { $count } will link nobody any more.
    }
handout-codes-left =
    ⚠️ { $codes ->
        [one] { $codes } of these sheets bears an activation code that is still good, which I cannot cancel
       *[other] { $codes } of these sheets bear an activation code that is still good, which I cannot cancel
    }: { handout-codes-do }
handout-codes-unknown = ⚠️ Those of accounts never activated bear an activation code, which I cannot cancel: { handout-codes-do }
handout-codes-do = whoever holds the paper can enter the ENT in that person’s name. Take the sheets back, or have these accounts activated at once (/comptes inactif lists them): a code works only once. Until then, /bloquer closes an account.

## Refusals

refusal-sheets-nobody =
    { $left ->
        [0] There is nobody here to give a sheet to: choose another class or profile with /fiches.
       *[other] These accounts are blocked, about to be deleted or an administrator’s, and have no sheet: choose somebody else with /fiches.
    }
refusal-sheets-under-way = Other sheets of this school are being prepared: wait until they are ready.
refusal-class-gone = The class “{ $name }” is not in the ENT any more: choose another one with /fiches.
