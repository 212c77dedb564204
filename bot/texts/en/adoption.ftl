# Who is linked, by school and class, and who is missing.

## Buttons and commands

command-adoption = Who is linked to Palier

button-adoption = School
button-adoption_school = ⬅️ Back
button-adoption_page = 🏫 All schools
button-adoption_next = ➡️ Next
button-adoption_back = ⬅️ Previous
button-missing = 🔎 Who is missing?
button-missing_of = Choice
button-missing_next = ➡️ Next
button-missing_back = ⬅️ Previous

## One school

adoption-whole =
    { $all ->
        [0] No account is to be linked here.
       *[other] { $parts ->
            [yes] About <b>{ $share }%</b> of { $all } accounts are linked.
           *[no] <b>{ $linked }</b> of { $all } are linked ({ $share }%).
        }
    }
adoption-profiles = By profile
adoption-rooms = By class, with families and staff
adoption-student = Pupils
adoption-relative = Parents
adoption-teacher = Teachers
adoption-personnel = Staff
adoption-guest = Guests
adoption-line = { $who }: { $count }
adoption-count =
    { $share ->
        [-2] { $all } in all, too few to say more
        [-1] { $linked } of { $all }
       *[other] { $linked } of { $all } ({ $share }%)
    }
adoption-few = fewer than 5
adoption-next = What comes next: sheets to print with <code>/fiches { $room }</code>, or messages in the ENT with <code>/inviter { $room }</code>.

## Several schools

adoption-schools =
    { $many ->
        [0] <b>No school</b>
        [one] <b>{ $many } school</b>, whose head { $headed ->
            [0] is not linked yet
           *[other] is linked
        }
       *[other] <b>{ $many } schools</b>, { $headed } of them with a linked head
    }
adoption-head =
    { $head ->
        [yes] ✅ head linked
       *[no] ❌ head to be linked
    }
adoption-open = Tap a number to see a school.
adoption-none = There is no school to show.
adoption-of = { $headed } of { $many }
adoption-unit =
    Schools: { $headed } of { $many } with a linked head
    Staff: { $staff } · Families: { $families }

## Who is missing

adoption-missing =
    <b>{ $place }</b> · { $count ->
        [0] nobody is missing
        [one] { $count } person is missing
       *[other] { $count } people are missing
    }{ $mine ->
        [yes] { "" }
       *[no] { " " }in the staff
    }
adoption-all-here = Everybody is here.

## Pictures

adoption-heads-no = Head to be linked
adoption-heads-yes = Head linked
adoption-share = { $share }%
adoption-chart-schools = Who is linked, school by school
adoption-chart-above = Schools whose head is linked
adoption-chart-source = Palier · /adoption
