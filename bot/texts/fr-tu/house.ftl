# Words of the house, said to pupils: only the sentences of fr/house.ftl that are said otherwise, in its order.

refusal-private-only = Je ne parle qu’en privé : écris-moi directement, je quitte cette conversation.
refusal-unsupported = Je ne sais pas lire ce genre de message : envoie du texte, une photo ou un document.
refusal-ent-forbidden = L’ENT ne permet pas cela sur ce compte : rien n’a été changé, demande-le avec /assistance.
refusal-ent-inactive = Ce compte n’a encore jamais servi : demande son code à l’école avec /assistance.
refusal-ent-active = Ce compte sert déjà : demande un code à l’école avec /assistance.
refusal-ent-elsewhere = Ce compte administre aussi une structure que je ne vois pas : demande à un adulte de l’école.
refusal-ent-no-mail = Ce compte n’a pas d’adresse mail : demande un code à l’école avec /assistance.
refusal-words-only = Ici, il faut répondre par des mots : pour envoyer un fichier, écris d’abord /annuler.
refusal-command-without-files = /{ $command } ne prend pas de fichier : écris la commande seule, ou envoie le fichier sans elle.
refusal-not-shown = Je n’ai pas pu l’afficher : touche de nouveau le bouton dans une minute.
