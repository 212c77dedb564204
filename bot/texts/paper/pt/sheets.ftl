# What a connection sheet says. To a pupil it says `pt-tu`.

sheets-title = Fichas de acesso
sheet-title = Ficha de acesso

## Who it is for

sheet-student = Aluno
sheet-relative = Família
sheet-teacher = Docente
sheet-personnel = Pessoal
sheet-guest = Convidado
sheet-classes =
    { $count ->
        [1] Turma: { $names }
       *[other] Turmas: { $names }
    }
sheet-children =
    { $count ->
        [1] Filho ou filha: { $names }
       *[other] Filhos: { $names }
    }

## What they log in with

sheet-login = Utilizador
sheet-code = Código de ativação
sheet-activate = A sua conta do ENT ainda não está aberta: na página do ENT, introduza o utilizador e o código de ativação e escolha uma palavra-passe.

## What to do

sheet-how = Para escrever à assistência
sheet-step-1 = Instale o Telegram no seu telemóvel: a aplicação é gratuita.
sheet-step-2 = Leia o quadrado com a câmara ou escreva o endereço que está por baixo.
sheet-step-3 = Toque em « Iniciar » (« Start »). Não há botão? Envie « /start » e o que vem depois de « start= » no endereço.
sheet-step-4 = Leia as regras de utilização e toque em « Accepter ».
sheet-step-5 = Escreva a sua pergunta, em francês se puder: respondem-lhe aí.
sheet-consent =
    { $from ->
        [parent] Antes dos { $age } anos, o pai ou a mãe tem de dizer que sim antes de escrever aqui.
        [school] Antes dos { $age } anos, a escola tem de dizer que sim antes de escrever aqui.
       *[both] Antes dos { $age } anos, o pai, a mãe ou a escola tem de dizer que sim antes de escrever aqui.
    }
sheet-once =
    Esta ligação só serve uma vez e só para si.{ $dated ->
        [yes] { " " }É válida até { $until }.
       *[other] { "" }
    }
sheet-keep = Não empreste esta ficha: ela abre a sua conta.
sheet-whom =
    Precisa de ajuda? { $known ->
        [yes] { $contact }
       *[other] Pergunte na escola.
    }
