# What a connection sheet says.

sheets-title = بطاقات الدخول
sheet-title = بطاقة الدخول

## Who it is for

sheet-student = تلميذ
sheet-relative = ولي الأمر
sheet-teacher = معلّم
sheet-personnel = موظف
sheet-guest = ضيف
sheet-classes =
    { $count ->
        [1] القسم: { $names }
       *[other] الأقسام: { $names }
    }
sheet-children =
    { $count ->
        [1] الطفل: { $names }
       *[other] الأطفال: { $names }
    }

## What they log in with

sheet-login = اسم المستخدم
sheet-code = رمز التفعيل
sheet-activate = لم يُفتح حسابكم بعد: في صفحة الفضاء الرقمي للمدرسة، أدخلوا اسم المستخدم ورمز التفعيل، ثم اختاروا كلمة سر.

## What to do

sheet-how = لمراسلة خدمة المساعدة
sheet-step-1 = ثبّتوا تطبيق تيليجرام على هاتفكم: التطبيق مجاني.
sheet-step-2 = امسحوا المربع بكاميرا الهاتف، أو اكتبوا العنوان المكتوب تحته.
sheet-step-3 = اضغطوا على زر «ابدأ» (Start). لا يوجد زر؟ أرسلوا «‎/start‎» ثم ما يأتي بعد «‎start=‎» في العنوان.
sheet-step-4 = اقرؤوا ميثاق الاستعمال، ثم اضغطوا على زر « Accepter ».
sheet-step-5 = اكتبوا سؤالكم، بالفرنسية إن أمكن: سيصلكم الجواب هناك.
sheet-consent =
    { $from ->
        [parent] قبل سنّ { $age } عامًا، يجب أن يوافق أحد الوالدين قبل الكتابة هنا.
        [school] قبل سنّ { $age } عامًا، يجب أن توافق المدرسة قبل الكتابة هنا.
       *[both] قبل سنّ { $age } عامًا، يجب أن يوافق أحد الوالدين أو المدرسة قبل الكتابة هنا.
    }
sheet-once =
    هذا الرابط يُستعمل مرة واحدة فقط، وهو لكم وحدكم.{ $dated ->
        [yes] { " " }وهو صالح إلى غاية { $until }.
       *[other] { "" }
    }
sheet-keep = لا تعطوا هذه البطاقة لأحد: فهي تفتح حسابكم.
sheet-whom =
    هل تحتاجون إلى مساعدة؟ { $known ->
        [yes] { $contact }
       *[other] اسألوا المدرسة.
    }
