# What a connection sheet says. To a pupil it says `uk-tu`.

sheets-title = Аркуші для входу
sheet-title = Аркуш для входу

## Who it is for

sheet-student = Учень
sheet-relative = Батьки
sheet-teacher = Учитель
sheet-personnel = Персонал
sheet-guest = Гість
sheet-classes =
    { $count ->
        [1] Клас: { $names }
       *[other] Класи: { $names }
    }
sheet-children =
    { $count ->
        [1] Дитина: { $names }
       *[other] Діти: { $names }
    }

## What they log in with

sheet-login = Логін
sheet-code = Код активації
sheet-activate = Ваш обліковий запис в ENT ще не відкрито: на сторінці ENT введіть логін і код активації, а потім оберіть пароль.

## What to do

sheet-how = Щоб написати до служби допомоги
sheet-step-1 = Установіть Telegram на телефон: застосунок безкоштовний.
sheet-step-2 = Зіскануйте квадрат камерою або наберіть адресу під ним.
sheet-step-3 = Натисніть « Почати » (« Start »). Немає кнопки? Надішліть « /start » і те, що в адресі після « start= ».
sheet-step-4 = Прочитайте правила користування й натисніть « Accepter ».
sheet-step-5 = Напишіть запитання, якщо можете — французькою: вам відповідять там само.
sheet-consent =
    { $from ->
        [parent] До { $age } років хтось із батьків має дати згоду, перш ніж ви напишете сюди.
        [school] До { $age } років школа має дати згоду, перш ніж ви напишете сюди.
       *[both] До { $age } років хтось із батьків або школа має дати згоду, перш ніж ви напишете сюди.
    }
sheet-once =
    Це посилання діє лише один раз і тільки для вас.{ $dated ->
        [yes] { " " }Останній день дії: { $until }
       *[other] { "" }
    }
sheet-keep = Нікому не давайте цей аркуш: він відкриває ваш обліковий запис.
sheet-whom =
    Потрібна допомога? { $known ->
        [yes] { $contact }
       *[other] Зверніться до школи.
    }
