# The school year, said to pupils: only the sentences of fr/year.ftl that are said otherwise, in its order.

departure-dates = ⏳ L’école ne t’a plus dans ses listes. Ton compte marche comme avant <b>jusqu’au { $until } environ</b>, puis ne sert plus qu’à emporter ce que tu as fait, et disparaît vers le { $ends }.
departure-kept = ✅ <b>Gardé :</b> ton compte te suit jusqu’au CM2, même dans une autre école, avec ton mot de passe, tes documents et tes cahiers.
departure-before = 👉 <b>Avant de partir :</b> si tu vas au collège, demande à un adulte de t’aider à emporter ce que tu as fait, avec l’application Mes données.
