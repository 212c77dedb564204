# What a connection sheet says to a pupil.

sheet-activate = Tu cuenta del ENT aún no está abierta: en la página del ENT, introduce el usuario y el código de activación, y elige una contraseña.
sheet-step-1 = Con tu madre o tu padre, instala Telegram: la aplicación es gratuita.
sheet-step-2 = Escanea el cuadrado con la cámara o escribe la dirección que está debajo.
sheet-step-3 = Toca « Iniciar » (« Start »). ¿No hay botón? Envía « /start » y lo que sigue a « start= » en la dirección.
sheet-step-4 = Lee las normas de uso con tu familia y toca « Accepter ».
sheet-step-5 = Escribe tu pregunta, en francés si puedes: ahí te responden.
sheet-consent =
    { $from ->
        [parent] Antes de los { $age } años, tu padre o tu madre debe decir que sí antes de que escribas aquí.
        [school] Antes de los { $age } años, la escuela debe decir que sí antes de que escribas aquí.
       *[both] Antes de los { $age } años, tu padre, tu madre o la escuela debe decir que sí antes de que escribas aquí.
    }
sheet-once =
    Este enlace sirve una sola vez y solo para ti.{ $dated ->
        [yes] { " " }Es válido hasta el { $until }.
       *[other] { "" }
    }
sheet-keep = No prestes esta ficha: abre tu cuenta.
sheet-whom =
    ¿Necesitas ayuda? { $known ->
        [yes] { $contact }
       *[other] Pregunta en tu clase.
    }
