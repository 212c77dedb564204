# Statistics: shown in the chat, and exported as a spreadsheet.

## Buttons and commands

command-stats = The figures of my schools
command-exporter = Export to a spreadsheet
button-stats = Another period
button-stats_of = School
button-stats_all = 🏫 All schools
button-stats_next = ➡️ Next
button-stats_back = ⬅️ Previous
button-spreadsheet = 📊 Export
stats-span-semaine = 7 days
stats-span-mois = 30 days
stats-span-trimestre = 3 months
stats-span-annee = School year
export-button-these = 📊 These figures as a spreadsheet
export-button-requests = 📨 Requests
export-button-accounts = 👥 Accounts
export-button-stats = 📊 Statistics

## One school

stats-period = From { $since } to { $until }
stats-number = { $count }
stats-activations = Activated accounts
stats-visits = Visits
stats-visitors = Visitors a week, on average
stats-came =
    { $split ->
        [yes] visitors a week: { $visitors } · sign-ins: { $connections } (mobile app: { $mobile })
       *[no] visitors a week: { $visitors } · sign-ins: { $connections }
    }
stats-applications = Applications opened most
stats-connectors = Connectors opened most
stats-accounts-many = Activated accounts are read with fewer schools at a time: /stats and a name.
stats-accounts-shut = The ENT does not let Palier read the activated accounts.
stats-accounts-down = The ENT does not answer: the activated accounts are missing here.
stats-accounts-none = The ENT does not count the activated accounts.
stats-visited-many = Visits are read with fewer schools at a time: /stats and a name.
stats-visited-shut = The ENT does not let Palier read the visits: they are in “Mes applis”, “Statistiques”.
stats-visited-down = The ENT does not answer: the visits are missing here.
stats-visited-none = The ENT counted no visit in this period.
stats-source = Palier, from the ENT and its own requests

stats-assistance = Assistance
stats-assistance-of = Assistance · { $place }
stats-requests = Requests
stats-count =
    { $count ->
        [-1] fewer than 5 requests
        [0] No request in this period.
        [one] { $count } request
       *[other] { $about ->
            [yes] about { $count } requests
           *[no] { $count } requests
        }
    }
stats-solved =
    { $promise ->
        [none] Solved: { $solved }
       *[other] Solved: { $solved }, { $promise } of them in the time that was promised
    }
stats-answer = First answer: half of them within { $time }
stats-solve = Solved: half of them within { $time }
stats-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
stats-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
stats-late = Late: { $late } · Reopened: { $reopened }
stats-parts = { $name }: { $parts }
stats-by-category = By subject
stats-by-status = By status
stats-by-level = By level

## Several schools

stats-units =
    { $many ->
        [one] <b>Statistics</b> · { $many } place
       *[other] <b>Statistics</b> · { $many } places
    }
stats-unit =
    Requests: { $count }{ $promise ->
        [none] {""}
       *[other] {" "}· in time: { $promise }
    }{ $activated ->
        [none] {""}
       *[other] {" "}· activated accounts: { $activated }
    }
stats-share =
    { $about ->
        [yes] about { $share }%
       *[no] { $share }%
    }
stats-open = Tap a number to see more.

## Applications of the ENT

stats-app-Actualites = News
stats-app-Admin = Administration console
stats-app-Annuaire = Directory
stats-app-Archive = Archive
stats-app-Blog = Blog
stats-app-Calendar = Calendar
stats-app-CollaborativeEditor = Collaborative editor
stats-app-CollaborativeWall = Collaborative wall
stats-app-Community = Community
stats-app-Conversation = Messages
stats-app-Exercizer = Exercises
stats-app-Forum = Forum
stats-app-Homeworks = Homework
stats-app-Mindmap = Mind map
stats-app-Pages = Pages
stats-app-Poll = Poll
stats-app-Presences = Attendance
stats-app-Rack = Locker
stats-app-SchoolBook = School book
stats-app-Scrapbook = Scrapbook
stats-app-Support = ENT assistance
stats-app-TimelineGenerator = Timeline
stats-app-WebConference = Video conference
stats-app-Wiki = Wiki
stats-app-Workspace = Documents

## Exports

export-which = <b>Export to a spreadsheet</b>
    What is to be in the file?
export-unknown = I do not know how to export “{ $words }”.
export-what-requests = Requests
export-what-accounts = Accounts
export-what-stats = Statistics
export-title-requests = Requests for assistance
export-title-accounts = Accounts of the ENT
export-title-stats = Statistics
export-of =
    { $exported ->
        [requests] requests
        [accounts] accounts
       *[stats] statistics
    }
notice-spreadsheet =
    { $stage ->
        [done] ✅ <b>Export of { export-of }</b>: { $total ->
            [one] { $total } row.
           *[other] { $total } rows.
        }{ $hours ->
            [0] {""}
           *[other] {" "}The message with the file will vanish in { $hours } h.
        }
        [failed] { $why ->
            [nobody] ℹ️ { $exported ->
                [requests] No request to export.
                [accounts] No account to export.
               *[stats] No statistics to export.
            }
           *[other] ❌ <b>Export of { export-of }</b>: not finished. { export-why }
        }
        [running] ⏳ <b>Export of { export-of }</b>: being made ({ $total ->
            [one] { $total } row
           *[other] { $total } rows
        }).
       *[asked] ⏳ <b>Export of { export-of }</b>: being made.
    }
export-why =
    { $why ->
        [many] There are more than 50,000 rows: begin again with a filter or a shorter period.
        [rights] You no longer administer anything here.
        [ent] The ENT did not answer: begin again with /exporter.
        [telegram] It could not be sent: begin again with /exporter.
       *[stopped] Palier stopped on the way: begin again with /exporter.
    }
notice-spreadsheet_failed = ❌ Your export could not be made. { export-why }

export-yes-yes = yes
export-yes-no = no
export-state-active = active
export-state-inactive = never activated
export-state-blocked = blocked
export-state-deleted = being deleted
export-column-number = No.
export-column-created = Created
export-column-school = School
export-column-circonscription = Circonscription
export-column-category = Subject
export-column-status = Status
export-column-level = Level
export-column-requester = Requester
export-column-profile = Profile
export-column-holder = Held by
export-column-due = Due
export-column-answered = First answer
export-column-solved = Solved
export-column-closed = Closed
export-column-reopened = Reopened
export-column-words = First words
export-column-last-name = Last name
export-column-first-name = First name
export-column-login = Login
export-column-classes = Classes
export-column-groups = Groups
export-column-state = State
export-column-source = Source
export-column-administers = Administers
export-column-last-login = Last visit
export-column-since = From
export-column-until = To
export-column-place = Place
export-column-figure = Figure
export-column-detail = Detail
export-column-value = Value
export-figure-requests = Requests
export-figure-solved = Requests solved
export-figure-kept = Solved in the time promised
export-figure-late = Requests that are late
export-figure-reopened = Requests reopened
export-figure-by-category = Requests by subject
export-figure-by-level = Requests by level
export-figure-by-status = Requests by status
export-figure-accounts = Accounts
export-figure-activated = Activated accounts
export-figure-visitors = Visitors a week, on average
export-figure-connections = Sign-ins
export-figure-mobile = Sign-ins by the mobile app
export-figure-application = Openings of an application
export-figure-connector = Openings of a connector

## Refusals

refusal-period-reversed = The second date is before the first: write for example /stats 01/09 30/09.
refusal-period-future = This period is not over yet: choose days up to today.
refusal-period-gone = Closed requests are kept for { $days } days only: choose a more recent period.
refusal-period-unread = I do not understand “{ $words }”: write a period, for example 01/09 30/09, mois or trimestre.
refusal-export-under-way = Two exports are being made already: wait for them to arrive.
