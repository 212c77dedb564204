# What a connection sheet says. To a pupil it says `es-tu`.

sheets-title = Fichas de conexión
sheet-title = Ficha de conexión

## Who it is for

sheet-student = Alumno
sheet-relative = Familia
sheet-teacher = Docente
sheet-personnel = Personal
sheet-guest = Invitado
sheet-classes =
    { $count ->
        [1] Clase: { $names }
       *[other] Clases: { $names }
    }
sheet-children =
    { $count ->
        [1] Hijo o hija: { $names }
       *[other] Hijos: { $names }
    }

## What they log in with

sheet-login = Usuario
sheet-code = Código de activación
sheet-activate = Su cuenta del ENT aún no está abierta: en la página del ENT, introduzca el usuario y el código de activación, y elija una contraseña.

## What to do

sheet-how = Para escribir a la asistencia
sheet-step-1 = Instale Telegram en su teléfono: la aplicación es gratuita.
sheet-step-2 = Escanee el cuadrado con la cámara o escriba la dirección que está debajo.
sheet-step-3 = Toque « Iniciar » (« Start »). ¿No hay botón? Envíe « /start » y lo que sigue a « start= » en la dirección.
sheet-step-4 = Lea las normas de uso y toque « Accepter ».
sheet-step-5 = Escriba su pregunta, en francés si puede: ahí le responden.
sheet-consent =
    { $from ->
        [parent] Antes de los { $age } años, un padre o una madre debe decir que sí antes de que usted escriba aquí.
        [school] Antes de los { $age } años, la escuela debe decir que sí antes de que usted escriba aquí.
       *[both] Antes de los { $age } años, un padre, una madre o la escuela debe decir que sí antes de que usted escriba aquí.
    }
sheet-once =
    Este enlace sirve una sola vez y solo para usted.{ $dated ->
        [yes] { " " }Es válido hasta el { $until }.
       *[other] { "" }
    }
sheet-keep = No preste esta ficha: abre su cuenta.
sheet-whom =
    ¿Necesita ayuda? { $known ->
        [yes] { $contact }
       *[other] Pregunte en la escuela.
    }
