extension NameLexicon {
    /// Words of Arabic, Persian and English; a word may stand in several lists.
    static let lists: [(WordTraits, String)] = [
        (
            .title,
            """
            الرئيس رئيس السيد السيدة الدكتور الدكتورة دكتور الجنرال اللواء العميد العقيد الفريق المشير الأمير الأميرة الملك الملكة
            الشيخ الإمام آية البروفيسور المهندس المحامي السفير السناتور السيناتور النائب الوزير الوزيرة المستشار المستشارة القائد
            الزعيم المدير مدير أمير ملك سفير زعيم قائد المتحدث متحدث المرشد المفتي البابا القس الأستاذ المبعوث مبعوث الناطق
            الكاتب الصحفي الصحافي الباحث الخبير المحلل المخرج الممثل الممثلة الفنان الفنانة المطرب اللاعب المدرب الحاخام
            السلطان الحاكم القيادي رئيسة الرئيسة
            آقای خانم دکتر سردار سرتیپ امیر ژنرال آیت‌الله حجت‌الاسلام سرلشکر شهید مهندس سید رئیس‌جمهور نخست‌وزیر
            mr mrs ms dr sir lord lady president minister gen general col colonel lt maj sen senator rep king queen prince princess
            pope judge prof professor chancellor premier capt captain sgt governor secretary ambassador spokesman spokeswoman
            spokesperson director chairman commander
            """
        ),
        (
            .office,
            "وزير وزيرة وزراء سكرتير الأمين أمين وکیل وزیر رئيس رئیس مدير مدیر قائد فرمانده سفير سفیر متحدث سخنگوی مبعوث"
        ),
        (
            .titleAdjective,
            """
            السابق السابقة الأسبق الراحل الراحلة الحالي الحالية الجديد الجديدة العام العامة الأعلى المنتخب المنتخبة المخلوع المؤقت
            باسم الرسمي السيد الدكتور الجنرال الشيخ السابقِ المكلف بالوكالة الأول التنفيذي الشهير المعروف المعارض الكبير
            """
        ),
        (
            .connector, "بن ابن بنت عبد أبو أبي أبا آل ابو"
        ),
        (
            .reporting,
            """
            قال قالت أعلن أعلنت صرح صرحت أكد أكدت أضاف أضافت أوضح أوضحت ذكر ذكرت أشار أشارت كتب كتبت نفى نفت دعا دعت حذر طالب
            وصف اعتبر رأى التقى استقبل بحث أفاد أفادت شدد كشف كشفت اتهم ناقش يقول تقول يرى تابع وصل
            said says told announced added stated warned claimed
            """
        ),
        (
            .organisation,
            """
            شركة الشركة شركات الشركات مجموعة مؤسسة مؤسسات وكالة منظمة مصنع بنك مصرف صحيفة جريدة قناة مجلة جامعة معهد مركز هيئة
            حزب نادي اتحاد جمعية حركة جماعة شبكة كتلة تنظيم كتيبة
            شرکت سازمان خبرگزاری روزنامه دانشگاه بانک حزب باشگاه موسسه
            """
        ),
        (
            .institution,
            """
            وزارة جامعة بنك حزب منظمة هيئة جمعية وكالة معهد مجلس مؤسسة اتحاد حركة نقابة
            """
        ),
        (.ministry, "وزارة"),
        (
            .organisationTail,
            "للأنباء الإخباري الإخبارية للدراسات للأبحاث للإعلام للاستثمار للطيران للبترول للتنمية"
        ),
        (
            .organisationSuffix,
            """
            systems industries company companies corp corporation ltd inc llc plc co group bank university institute institution
            aerospace technologies technology airlines airways motors holdings press association foundation council committee
            union party news times post network broadcasting petroleum telecom agency ministry department federation
            """
        ),
        (
            .product,
            """
            طائرات طائرة الطائرات الطائرة صاروخ صواريخ الصواريخ منظومة منظومات دبابة دبابات مسيرة مسيرات غواصة مدمرة رادار هاتف
            تطبيق منصة برنامج مقاتلة مقاتلات سيارة سيارات لقاح هواتف
            """
        ),
        (
            .placeCue,
            "مدينة دولة جمهورية محافظة ولاية إقليم بلدة مملكة قضاء شهر استان شهرستان کشور city town province"
        ),
        (
            .doubtfulPlace,
            "مالي قم سلا بنين جدة بشت فاس كرج عالية ساري کیف سیب پرت لوم رم مالی کارون بن oral sale most lead chita hue"
        ),
        (.war, "حرب الحرب"),
        (.ordinal, "الأولى الثانية الثالثة الأول الثاني الثالث الرابعة"),
        (.agreement, "اتفاق اتفاقية اتفاقيات معاهدة مؤتمر قمة بروتوكول"),
        (.stop, stopWords),
        (.givenName, givenNames),
        ([.givenName, .doubtfulGivenName], doubtfulGivenNames),
    ]
}
