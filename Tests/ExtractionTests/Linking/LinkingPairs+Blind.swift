extension LinkingPairs {
    /// Written before the linker was, and not looked at while it was tuned.
    static let blind = """
        = ar | قال {p:سيرغي لافروف} في موسكو إن المحادثات مفيدة. وأضاف {p:لافروف} أن بلاده مستعدة.
        = ar | التقى {p:محمد جواد ظريف} نظيره، ثم غادر {p:ظريف} إلى طهران.
        = ar | وصل {p:رجب طيب أردوغان} إلى باكو، واستقبل الرئيس {p:أردوغان} في المطار.
        = ar | أعلن {p:أنطونيو غوتيريش} القرار. ورحب {p:غوتيرش} بالاتفاق.
        = ar | أدان {p:إسماعيل هنية} القصف، ودعا {p:اسماعيل هنيه} إلى وقفه.
        = ar | قال {p:عبد الله الثاني} أمس، والتقى {p:عبدالله الثاني} الوفد.
        = ar | شركة {o:لوكهيد مارتن} باعت الطائرات. وقالت {o:Lockheed Martin} إنها سلمتها.
        = ar | وقعت {o:نوردك ويف} ({o:Nordic Wave}) العقد.
        = ar | اشترت {o:Blue Harbor Systems} المصنع، ثم باعت {o:BHS} نصفه.
        = ar | قالت {o:وزارة الصحة} إن الإصابات تراجعت. وأضافت {n:الوزارة} أن الوضع جيد.
        = ar | أعلنت شركة {o:نوفارون} أرباحها، وقالت {n:الشركة} إنها ستتوسع.
        = ar | اجتمع {o:حزب الشعب الجديد} أمس، وانتخب {n:الحزب} رئيسا.
        = ar | زار {p:يوسف بن علوي} عمان، وصرح {p:بن علوي} بأن الزيارة ناجحة.
        = ar | {o:شركة تيلكوم الوطنية} و{o:تيلكوم الوطنية} اسم واحد.
        = ar | قال {p:توماس هندرسن} إن السفينة أبحرت. وذكر {p:هندرسون} أنها عادت.
        = ar | زار {l:تل ابيب} ثم عاد من {l:تل أبيب}.
        = ar | التقى {p:إلهام علييف} الوفد ثم كتب ({p:Ilham Aliyev}) في صفحته.
        = ar | وكالة {o:تسنيم} ذكرت، ونقلت {o:وكالة تسنیم للأنباء} الخبر.
        = ar | قالت {o:منظمة الصحة العالمية} إن اللقاح متوفر، وحذرت {n:المنظمة} من التأخير.
        = ar | طائرة {d:كاسبيان ميتيور} حلقت، والاسم هو {d:Caspian Meteor}.
        = ar | {p:نيكولا باشينيان} قال، ثم عاد {p:نيكول باشينيان} إلى يريفان.
        = ar | صرح {p:فولوديمير زيلينسكي}، ونشر {p:زيلنسكي} تسجيلا.
        = ar | {l:جمهورية أذربيجان} وقعت، و{l:أذربيجان} صدقت.
        = ar | استقبل {p:باراك حسين أوباما} الضيف، ثم ألقى {p:باراك أوباما} كلمة.
        = en | {p:Emmanuel Macron} spoke in Paris. {p:Macron} said talks would go on.
        = en | The head of {o:Northern Steel Works} resigned. {o:NSW} shares fell.
        = en | {o:International Atomic Energy Agency} inspectors left. The {o:IAEA} gave no reason.
        = en | {p:Mohammed Morsi} was tried. {p:Mohamed Morsi} died in court.
        = en | {o:Harbor Line Ltd} was sold. {o:Harbor Line} kept its name.
        = en | The {o:Ministry of Water} denied it. {n:ministry} officials, the source said, and the {n:ministry} too.
        = en | {p:Abdel Fattah el-Sisi} met the envoy; {p:Sisi} thanked him.
        = en | {p:Benjamin Netanyahu} left. Israel's {p:Netanyahu} returned.
        = en | {o:Elbit Systems} won a contract. {o:Elbit} shares rose.
        = en | {p:Recep Tayyip Erdoğan} said so, and {p:Erdogan} repeated it.
        = en | {l:United States} troops left; the {l:US} said so.
        = en | {p:Dr. Hannah Weller} wrote it. {p:Weller} signed it.
        = fa | {p:محمدجواد ظریف} به تهران بازگشت. {p:ظریف} گفت مذاکرات خوب بود.
        = fa | {p:ابراهیم رئیسی} سخن گفت و {p:رئیسی} افزود.
        = fa | {p:ولادیمیر پوتین} آمد. {p:پوتین} گفت.
        = fa | {o:شرکت ملی نفت ایران} اعلام کرد. {o:شرکت ملی نفت} افزود.
        = fa | {o:حزب‌الله} بیانیه داد و {o:حزب الله} پاسخ داد.
        = fa | {p:ایلان ماسک} ({p:Elon Musk}) گفت.
        # ar | التقى {p:حسن روحاني} و{p:حسين روحاني} في قم.
        # ar | قال {p:محمد مرسي} ورد {p:محمود مرسي}.
        # ar | وصل {p:جورج بوش} ومعه {p:لورا بوش}.
        # ar | {l:النيجر} تختلف عن {l:نيجيريا}.
        # ar | {o:وزارة الدفاع} و{o:وزارة الداخلية} نفتا الخبر.
        # ar | قالت {o:وزارة الدفاع} و[o:وزارة الخارجية] إن الخبر صحيح. وأضافت {n:الوزارة} شيئا.
        # ar | {p:محمد بن سلمان} التقى {p:محمد بن زايد}.
        # ar | {l:إيران} و{l:العراق} وقعتا.
        # ar | {o:جامعة طهران} تختلف عن {o:جامعة تبريز}.
        # ar | {l:طرابلس} في شمال [l:لبنان] قرب [l:بيروت] || {l:طرابلس} عاصمة [l:ليبيا] غير [l:بنغازي]
        # ar | {p:أحمد علي} غير {p:علي أحمد}.
        # ar | {p:سالم عبد الله} غير {p:سليم عبد الله}.
        # ar | {o:شركة المياه الوطنية} و{o:شركة الكهرباء الوطنية}.
        # ar | {o:بنك الشرق} و{o:بنك الشرق الأوسط}.
        # ar | {p:نبيه بري} قال، ورد {p:نبيل بدري}.
        # ar | {o:Elbit Systems} و{o:Rafael Systems} شركتان.
        # ar | زار {p:بشار الأسد} و[p:حافظ الأسد] ، وقال {p:أسماء الأسد}.
        # ar | {l:كوريا الشمالية} و{l:كوريا الجنوبية}.
        # ar | {l:قم} غير {l:القامشلي}.
        # ar | {p:عمر البشير} و{p:عمار البشير}.
        # ar | {o:حركة فتح} و{o:حركة حماس}.
        # ar | قال {p:سلمان بن عبد العزيز}، وغادر {p:محمد بن سلمان}.
        # en | {p:Hillary Clinton} met {p:Bill Clinton}.
        # en | {p:Hassan Rouhani} is not {p:Hossein Rouhani}.
        # en | {l:Austria} is not {l:Australia}.
        # en | {o:Bank of America} and {o:Bank of England}.
        # en | {o:Northern Steel Works} and {o:Southern Steel Works}.
        # en | {p:John Smith} and {p:Jane Smith} met.
        # en | {o:European Council} and {o:Council of Europe}.
        # en | {o:Ministry of Water} and the [o:Ministry of Health] met; the {n:ministry} said so.
        # en | {p:Joe Biden} and {p:Hunter Biden} spoke.
        # en | {o:Delta Airlines} and {o:Alta Airlines}.
        # en | {l:Georgia} is in the Caucasus, {l:Virginia} is not.
        # en | {p:Michael Jordan} visited {l:Jordan}.
        # en | {o:Meteor Aerospace} and {o:Caspian Meteor}.
        # en | {p:Ali Larijani} and {p:Sadeq Larijani} are brothers.
        # fa | {p:علی لاریجانی} و {p:صادق لاریجانی} برادرند.
        # fa | {p:حسن روحانی} و {p:حسین روحانی} دو نفرند.
        # fa | {l:استرالیا} و {l:اتریش} دو کشورند.
        # fa | {o:دانشگاه تهران} و {o:دانشگاه تبریز}.
        # fa | {o:وزارت نفت} و {o:وزارت نیرو}.
        # fa | {p:محمدرضا عارف} و {p:محمدباقر عارف}.
        # fa | {l:کره شمالی} و {l:کره جنوبی}.
        # ar | قال {p:بوتين} إن القمة نجحت، ورد {p:بايدن} عليه.
        # ar | {p:خالد مشعل} و{p:مشعل الأحمد} التقيا.
        # ar | اجتمع {o:مجلس الأمن} ثم {o:مجلس الشورى}.
        """
}
