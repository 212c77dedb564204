# What a connection sheet says to a pupil.

sheet-step-1 = With your mother or father, install Telegram: the app is free.
sheet-step-4 = Read the charter with your parents, then tap “Accept”.
sheet-whom =
    Need help? { $known ->
        [yes] { $contact }
       *[other] Ask your teacher.
    }
