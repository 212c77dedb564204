# What a connection sheet says to a pupil.

sheet-activate = A tua conta do ENT ainda não está aberta: na página do ENT, introduz o utilizador e o código de ativação e escolhe uma palavra-passe.
sheet-step-1 = Com a tua mãe ou o teu pai, instala o Telegram: a aplicação é gratuita.
sheet-step-2 = Lê o quadrado com a câmara ou escreve o endereço que está por baixo.
sheet-step-3 = Toca em « Iniciar » (« Start »). Não há botão? Envia « /start » e o que vem depois de « start= » no endereço.
sheet-step-4 = Lê as regras de utilização com a tua família e toca em « Accepter ».
sheet-step-5 = Escreve a tua pergunta, em francês se puderes: respondem-te aí.
sheet-consent =
    { $from ->
        [parent] Antes dos { $age } anos, o teu pai ou a tua mãe tem de dizer que sim antes de escreveres aqui.
        [school] Antes dos { $age } anos, a escola tem de dizer que sim antes de escreveres aqui.
       *[both] Antes dos { $age } anos, o teu pai, a tua mãe ou a escola tem de dizer que sim antes de escreveres aqui.
    }
sheet-once =
    Esta ligação só serve uma vez e só para ti.{ $dated ->
        [yes] { " " }É válida até { $until }.
       *[other] { "" }
    }
sheet-keep = Não emprestes esta ficha: ela abre a tua conta.
sheet-whom =
    Precisas de ajuda? { $known ->
        [yes] { $contact }
       *[other] Pergunta na tua turma.
    }
