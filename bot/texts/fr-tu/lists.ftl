# Lists, said to pupils: only the sentences of fr/lists.ftl that are said otherwise, in its order.

refusal-unknown-account-filter = Je ne connais pas « { $name } » : écris par exemple /comptes élèves classe:CM2 bloqués.
refusal-bad-date = « { $typed } » n’est pas une date : écris par exemple depuis:01/09/2026.
refusal-no-such-class = Je ne trouve pas la classe « { $name } » dans ton école : vérifie son nom.
refusal-no-such-group = Je ne trouve pas le groupe « { $name } » dans ton école : vérifie son nom.
refusal-school-gone = « { $name } » n’est plus une de tes écoles : ouvre une nouvelle liste avec /comptes.
refusal-no-such-school = Je ne trouve pas l’école « { $name } » : vérifie son nom.
refusal-school-first = Il y a plusieurs écoles : écris laquelle, par exemple école:Jean-Moulin.
