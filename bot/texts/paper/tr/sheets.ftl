# What a connection sheet says. To a pupil it says `tr-tu`.

sheets-title = Bağlantı belgeleri
sheet-title = Bağlantı belgesi

## Who it is for

sheet-student = Öğrenci
sheet-relative = Veli
sheet-teacher = Öğretmen
sheet-personnel = Personel
sheet-guest = Konuk
sheet-classes =
    { $count ->
        [1] Sınıf: { $names }
       *[other] Sınıflar: { $names }
    }
sheet-children =
    { $count ->
        [1] Çocuk: { $names }
       *[other] Çocuklar: { $names }
    }

## What they log in with

sheet-login = Kullanıcı adı
sheet-code = Etkinleştirme kodu
sheet-activate = ENT hesabınız henüz açılmadı: ENT sayfasında kullanıcı adını ve etkinleştirme kodunu girin, sonra bir şifre seçin.

## What to do

sheet-how = Yardım masasına yazmak için
sheet-step-1 = Telefonunuza Telegram’ı yükleyin: uygulama ücretsizdir.
sheet-step-2 = Kareyi kamerayla tarayın veya altında yazan adresi yazın.
sheet-step-3 = « Başlat » (« Start ») düğmesine dokunun. Düğme yok mu? « /start » ve adreste « start= » sonrasını yazıp gönderin.
sheet-step-4 = Kullanım kurallarını okuyun, sonra « Accepter » düğmesine dokunun.
sheet-step-5 = Sorunuzu yazın, mümkünse Fransızca: size oradan cevap verilir.
sheet-consent =
    { $from ->
        [parent] { $age } yaşından küçükler buraya yazmadan önce anne veya babası “evet” demelidir.
        [school] { $age } yaşından küçükler buraya yazmadan önce okul “evet” demelidir.
       *[both] { $age } yaşından küçükler buraya yazmadan önce anne, baba veya okul “evet” demelidir.
    }
sheet-once =
    Bu bağlantı yalnızca bir kez ve yalnızca sizin için geçerlidir.{ $dated ->
        [yes] { " " }Son kullanma tarihi: { $until }.
       *[other] { "" }
    }
sheet-keep = Bu belgeyi kimseye vermeyin: hesabınızı açar.
sheet-whom =
    Yardıma mı ihtiyacınız var? { $known ->
        [yes] { $contact }
       *[other] Okula sorun.
    }
