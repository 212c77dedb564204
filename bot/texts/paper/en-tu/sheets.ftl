# What a connection sheet says to a pupil.

sheet-step-1 = With your mother or father, install Telegram: the app is free.
sheet-step-4 = Read the charter with your parents, then tap “Accept”.
sheet-consent =
    { $from ->
        [parent] Below the age of { $age }, one of your parents must say yes before you can write here.
        [school] Below the age of { $age }, your school must say yes before you can write here.
       *[both] Below the age of { $age }, one of your parents or your school must say yes before you can write here.
    }
sheet-whom =
    Need help? { $known ->
        [yes] { $contact }
       *[other] Ask your teacher.
    }
