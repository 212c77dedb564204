# Lists of accounts, and the filters that narrow them.

## Buttons and commands

button-list = 📋 See the list
button-list_next = ➡️ Next
button-list_back = ⬅️ Previous
button-filters = 🔎 Filters
button-facet = Filter
button-facet_next = ➡️ Next
button-pick = Choice
button-clear = 🧹 Remove all filters

command-comptes = List the accounts

## List of accounts

accounts-title =
    { $count ->
        [-1] <b>Accounts</b>
        [0] <b>No account</b>
        [one] <b>{ $count } account</b>
       *[other] <b>{ $count } accounts</b>
    }
accounts-open = Tap a number to open the account.
accounts-empty = Nothing matches. Check the name, or tap “Filters” to remove one.

## Menu of filters

notice-choose_school =
    Several of your schools match. Which one?
    { $more ->
        [yes] If one is missing, type one more word of its name.
       *[no] { "" }
    }
filters-menu =
    <b>Filters</b>
    { $chosen }
    { "" }
    Tap what you are looking for: what is chosen is marked ✅.
filters-none = All accounts
filters-hint-one = Choose from the list. Tap a second time to remove the choice.
filters-hint-several = You may choose several. Tap a second time to remove one.
filters-no-choice = There is nothing to choose here.

## Filters

filter-words = “{ $words }”
filter-from = created since { $day }
filter-until = created until { $day }
filter-profile = Profile
filter-profile-teacher = 🟢 Teachers
filter-profile-student = 🟠 Pupils
filter-profile-relative = 🔵 Parents
filter-profile-personnel = 🟣 Staff
filter-profile-guest = 🔴 Guests
filter-class = Class
filter-group = Group
filter-state = State
filter-state-active = Activated
filter-state-inactive = 💤 Never activated
filter-state-blocked = ⛔ Blocked
filter-state-unblocked = Not blocked
filter-source = Source
filter-source-AAF1D = Directory (ONDE)
filter-source-AAF = Directory, secondary schools
filter-source-CSV = Imported file
filter-source-MANUAL = Created by hand
filter-only-duplicates = 👥 Duplicates
filter-only-administrators = Administrators
filter-created = Creation date
filter-created-year = This school year
filter-created-month = This month
filter-sort = Order
filter-sort-name = By name
filter-sort-profile = By profile
filter-school = School

notice-inline_reserved = For support teams only · open Palier

## Refusals

refusal-unknown-account-filter = I do not know “{ $name }”: write for example /comptes élèves classe:CM2 bloqués.
refusal-bad-date = “{ $typed }” is not a date: write for example depuis:01/09/2026.
refusal-no-such-class = I cannot find the class “{ $name }” in your schools: choose it in the filters of /comptes.
refusal-no-such-group = I cannot find the group “{ $name }” in your schools: choose it in the filters of /comptes.
refusal-school-gone = “{ $name }” is no longer one of your schools: open a new list with /comptes.
refusal-no-such-school = I cannot find the school “{ $name }” among yours: check its name.
refusal-school-first = You look after many schools: say which one, for example école:Jean-Moulin.
