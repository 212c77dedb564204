# What a connection sheet says to a pupil.

sheet-activate = ENT hesabın henüz açılmadı: ENT sayfasında kullanıcı adını ve etkinleştirme kodunu gir, sonra bir şifre seç.
sheet-step-1 = Annen veya babanla birlikte Telegram’ı yükle: uygulama ücretsizdir.
sheet-step-2 = Kareyi kamerayla tara veya altında yazan adresi yaz.
sheet-step-3 = « Başlat » (« Start ») düğmesine dokun. Düğme yok mu? « /start » ve adreste « start= » sonrasını yazıp gönder.
sheet-step-4 = Kullanım kurallarını ailenle oku, sonra « Accepter » düğmesine dokun.
sheet-step-5 = Sorunu yaz, mümkünse Fransızca: sana oradan cevap verilir.
sheet-consent =
    { $from ->
        [parent] { $age } yaşından küçüksen buraya yazmadan önce annen veya baban “evet” demeli.
        [school] { $age } yaşından küçüksen buraya yazmadan önce okulun “evet” demeli.
       *[both] { $age } yaşından küçüksen buraya yazmadan önce annen, baban veya okulun “evet” demeli.
    }
sheet-once =
    Bu bağlantı yalnızca bir kez ve yalnızca senin için geçerlidir.{ $dated ->
        [yes] { " " }Son kullanma tarihi: { $until }.
       *[other] { "" }
    }
sheet-keep = Bu belgeyi kimseye verme: hesabını açar.
sheet-whom =
    Yardıma mı ihtiyacın var? { $known ->
        [yes] { $contact }
       *[other] Öğretmenine sor.
    }
