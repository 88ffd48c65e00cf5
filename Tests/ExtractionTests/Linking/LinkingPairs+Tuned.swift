extension LinkingPairs {
    /// The linker was tuned on these.
    static let tuned = """
        = ar | وصل {p:فلاديمير بوتين} إلى طهران. والتقى {p:بوتين} المرشد.
        = ar | قال {p:بوتين} إن بلاده لن تتراجع، وأضاف الرئيس {p:فلاديمير بوتين}.
        = ar | {p:فلاديمير بوتين} ({p:Vladimir Putin}) رئيس روسيا.
        = ar | اجتمع {p:محمد بن سلمان} بالوزير، وغادر {p:بن سلمان} بعدها.
        = ar | التقى {p:عبد الفتاح السيسي} الوفد، وقال {p:السيسي} إنه راض.
        = ar | {p:عبدالفتاح السيسي} و{p:عبد الفتاح السيسى} رجل واحد.
        = ar | قال {p:محمود أحمدي نجاد} ذلك، ونفى {p:أحمدي نجاد} لاحقا.
        = ar | {p:صدام حسين} حكم العراق، ثم سقط {p:صدام} عام 2003.
        = ar | {p:دونالد ترامب} فاز، ثم خسر {p:دونالد ترمب}.
        = ar | {p:أنجيلا ميركل} غادرت، وعادت {p:أنغيلا ميركل}.
        = ar | قال {p:إسحاق هرتسوغ}، ورد {p:هرتزوغ} لاحقا.
        = ar | {p:يوسف كلمور} التقى الوزير، وكتب {p:Yusuf Kalmour} عنه.
        = ar | الرئيس {p:جورج دبليو بوش} ثم قال {p:بوش}.
        = ar | {p:حسن نصر الله} خطب، وظهر {p:نصرالله} على الشاشة.
        = ar | {p:علاء الدين برواري} و{p:علاءالدين برواري}.
        = ar | {p:أبو بكر البغدادي} قتل، وكان {p:البغدادي} مختبئا.
        = ar | {p:محمود عباس} ({p:أبو مازن}) رئيس السلطة.
        = ar | {p:نبيل العربي} أعلن، وحذر {p:العربي} منه.
        = ar | {o:إلبيت سيستمز} ({o:Elbit Systems}) وقعت العقد.
        = ar | {o:البيت سيستمز} و{o:Elbit Systems} شركة واحدة.
        = ar | {o:Israel Aerospace Industries} ({o:IAI}) فازت.
        = ar | {o:الصناعات الجوية الشمالية} ({o:Northern Aviation Works}) أفلست.
        = ar | شركة {o:ميتيور أيروسبيس} أعلنت، وقالت {o:Meteor Aerospace} إنها نجحت.
        = ar | {o:شركة بوينغ} و{o:بوينغ} خفضتا الإنتاج.
        = ar | {o:شركة كاسبيان لبناء السفن} و{o:كاسبيان لبناء السفن}.
        = ar | {o:حركة حماس} نفت، وقالت {o:حماس} إنها مستعدة.
        = ar | {o:حزب الله} أعلن، ونفى {o:Hezbollah} ذلك.
        = ar | أعلنت {o:وزارة الدفاع} المناورات. وقالت {n:الوزارة} إنها دفاعية.
        = ar | أعلنت {o:وزارة الخارجية الروسية} الخبر، ثم نفت {n:الوزارة} الأمر.
        = ar | قالت شركة “{o:Nordic Wave}” إنها ربحت، وتعتزم {n:الشركة} التوسع.
        = ar | ذكرت {o:وكالة تسنيم} الخبر، ونشرت {n:الوكالة} صورا.
        = ar | قال {o:بنك الرافدين} إنه سيدفع، وأكد {n:البنك} ذلك.
        = ar | أصدرت {o:جامعة بغداد} بيانا، ودعت {n:الجامعة} إلى الهدوء.
        = ar | نشرت {o:صحيفة هآرتس} تقريرا، وكتبت {n:الصحيفة} أن الخطة فشلت.
        = ar | قالت {o:حركة النهضة} إنها تشارك، وانتخبت {n:الحركة} مكتبا.
        = ar | {o:الأمم المتحدة} و{o:منظمة الأمم المتحدة} واحد.
        = ar | {l:الولايات المتحدة} و{l:الولايات المتحدة الأمريكية}.
        = ar | {l:سنغافورة} و{l:سنغافوره}.
        = ar | {l:بيلاروسيا} و{l:روسيا البيضاء} دولة واحدة.
        = ar | {l:كاراباخ} و{l:قره باغ} إقليم واحد.
        = ar | {l:مدينة زنجورا} تقع شرقا، وفي {l:زنجورا} مصنع.
        = ar | {d:أوربيتر} هو {d:Orbiter} نفسه.
        = ar | {d:طائرات هيرمس 900} و{d:Hermes 900} طراز واحد.
        = ar | {p:رونين كراوس} عين سفيرا، وكان {p:كراوس} خبيرا.
        = ar | {p:رونين كراوس} ({p:Ronen Krauss}) سفير.
        = ar | {p:كريستيانو رونالدو} سجل، وفرح {p:رونالدو}.
        = ar | {p:ستيفان دي ميستورا} وصل، وقال {p:دي ميستورا}.
        = ar | {p:شي جين بينغ} زار، وقال {p:شي جينبينغ}.
        = ar | {p:مارك زوكربيرغ} و{p:مارك زوكربرغ}.
        = ar | {p:علي خامنئي} خطب وكتب ({p:علی خامنه‌ای}).
        = ar | {o:مايكروسوفت} أعلنت، وردت {o:Microsoft}.
        = ar | {o:تايمز أوف إسرائيل} نشرت، ونقلت عن {o:Times of Israel}.
        = ar | {p:موشيه كاتساف} حوكم، وسجن {p:كتساف}.
        = ar | {e:الحرب العالمية الثانية} و{e:World War II}.
        = ar | {p:إيسياس أفورقي} حضر، وغاب {p:إيسايس أفورقي}.
        = ar | {o:وزارة الوحدة الكورية الجنوبية} و{o:وزارة الوحدة}.
        = ar | {o:الوكالة الدولية للطاقة الذرية} ({o:IAEA}) قالت.
        = en | {p:Vladimir Putin} arrived. {p:Putin} met the leader.
        = en | {p:Putin} said no. President {p:Vladimir Putin} was angry.
        = en | {p:George W. Bush} spoke. {p:George Bush} left.
        = en | {p:Bashar al-Assad} stayed; {p:Bashar Assad} spoke.
        = en | {p:Muammar Gaddafi} fell. {p:Moammar Gadhafi} died.
        = en | {p:Hussein Tantawi} and {p:Hussain Tantawi} are one.
        = en | {o:Blue Harbor Systems} sold it. {o:Blue Harbor} shares fell.
        = en | {o:Israel Aerospace Industries} said, and {o:IAI} confirmed.
        = en | {o:Federal Bureau of Investigation} agents came; the {o:FBI} left.
        = en | {o:Organization of Water Exporting Countries} met. {o:OWEC} raised prices.
        = en | {o:Caspian Ship Building Company} built it. {o:Caspian Ship Building} is old.
        = en | The {o:Ministry of Defence} denied it. The {n:ministry} gave no details.
        = en | {o:Nordic Wave Inc} grew. The {n:company} hired many.
        = en | {o:Tasnim News Agency} wrote it. The {n:agency} cited a source.
        = en | {o:New People's Party} won. The {n:party} cheered.
        = en | {l:Tel Aviv} and {l:Tel-Aviv} are one.
        = en | {l:United Kingdom} and {l:UK}.
        = en | {l:Kyiv} was {l:Kiev}.
        = en | {p:Sana'a Mansour} and {p:Sanaa Mansour}.
        = en | {p:J. K. Rowling} and {p:Rowling}.
        = en | {p:Angela Merkel}'s plan: {p:Merkel} left.
        = en | {p:Ronen Krauss} ({p:رونين كراوس}) came.
        = fa | {p:محمود احمدی‌نژاد} گفت. {p:احمدی‌نژاد} رفت.
        = fa | {p:محمود احمدی نژاد} و {p:محمود احمدی‌نژاد}.
        = fa | {p:محمدباقر قالیباف} گفت و {p:قالیباف} افزود.
        = fa | {p:محمد جواد ظریف} و {p:محمدجواد ظریف}.
        = fa | {o:وزارت خارجه} گفت. این {n:وزارتخانه} افزود.
        = fa | {o:شرکت ایران خودرو} اعلام کرد. این {n:شرکت} افزود.
        = fa | {l:ایالات متحده} و {l:ایالات متحده آمریکا}.
        = fa | {l:نیویورک} و {l:New York}.
        = fa | {p:دونالد ترامپ} ({p:Donald Trump}) گفت.
        = fa | {o:خبرگزاری تسنیم} و {o:تسنیم}.
        = fa | {p:ابوبکر بغدادی} و {p:ابوبکر البغدادی}.
        # ar | {p:جورج بوش} و{p:جورج كلوني} التقيا.
        # ar | {p:أحمد محمود} و{p:محمود أحمد}.
        # ar | {p:محمد علي} و{p:أحمد علي}.
        # ar | قال {p:محمد الحسن}، ونفى {p:محمد الحسين}.
        # ar | {p:كمال جنبلاط} و{p:وليد جنبلاط} سياسيان.
        # ar | {p:رفيق الحريري} و{p:سعد الحريري}.
        # ar | التقى {p:رفيق الحريري} و[p:سعد الحريري] معا. وبعد أيام قال {p:الحريري}.
        # ar | {p:سلمان بن عبد العزيز} غير {p:سلمان العودة}.
        # ar | زار {p:محمد بن سلمان} المدينة ثم قال {p:سلمان} كلمته.
        # ar | {p:جون كيري} و{p:جون كيلي}.
        # ar | {p:بوتين} و{p:بودان}.
        # ar | {p:بايدن} و{p:Putin} التقيا.
        # ar | {p:علي لاريجاني} غير {p:صادق لاريجاني}.
        # ar | {o:وزارة الداخلية} و{o:وزارة الخارجية}.
        # ar | {o:وزارة الدفاع الروسية} و{o:وزارة الدفاع الأمريكية}.
        # ar | قال {o:بنك الرافدين} و[o:بنك الرشيد] ذلك، ونفى {n:البنك}.
        # ar | أعلنت شركة [o:نوفارون] وشركة {o:ألفاتيك} الخبر، وقالت {n:الشركة} شيئا.
        # ar | قالت {o:حركة فتح} شيئا. وذكرت {n:الصحيفة} غيره.
        # ar | {o:حزب الأمة} و{o:حزب الأمل}.
        # ar | {o:جامعة القاهرة} و{o:جامعة المنصورة}.
        # ar | {o:مجلس النواب} و{o:مجلس الشيوخ}.
        # ar | {o:الحزب الديمقراطي} و{o:الحزب الجمهوري}.
        # ar | {o:Israel Aerospace Industries} و{o:IDF}.
        # ar | {o:Blue Harbor Systems} و{o:Red Harbor Systems}.
        # ar | {o:إلبيت سيستمز} و{o:Meteor Systems}.
        # ar | {o:الاتحاد الأوروبي} و{o:الاتحاد الأفريقي}.
        # ar | {o:الجامعة العربية} و{o:الجامعة العبرية}.
        # ar | {o:مجلس الأعمال السعودي} و{o:مجلس الغرف السعودية}.
        # ar | {l:السودان} و{l:جنوب السودان}.
        # ar | {l:الظهران} في السعودية و{l:طهران} في إيران.
        = ar | {l:بروكسل} و{l:بروكسيل}.
        # ar | {l:غينيا} و{l:غينيا بيساو}.
        # ar | {l:مالي} و{l:مالطا}.
        # ar | {l:أستراليا} و{l:النمسا}.
        # ar | {l:سلوفاكيا} و{l:سلوفينيا}.
        # ar | {l:الكونغو الديمقراطية} و{l:الكونغو}.
        # ar | {l:دومينيكا} و{l:جمهورية الدومينيكان}.
        # ar | {l:باكو} و{l:باكور}.
        # ar | {l:طرابلس} قرب [l:بيروت] في [l:لبنان] || {l:طرابلس} و[l:مصراتة] في [l:ليبيا]
        = ar | {l:طرابلس} و[l:بنغازي] في [l:ليبيا] || زار {l:طرابلس} ثم [l:سبها] بليبيا [l:ليبيا]
        # ar | {l:القدس} و{o:فيلق القدس}.
        # ar | {l:واشنطن} و{o:واشنطن بوست}.
        # ar | {p:جورج واشنطن} و{l:واشنطن}.
        # ar | {d:إف-16} و{d:إف-15}.
        # ar | {d:إس-300} و{d:إس-400}.
        # ar | {e:الحرب العالمية الأولى} و{e:الحرب العالمية الثانية}.
        # ar | {e:حرب الشيشان الأولى} و{e:حرب الشيشان الثانية}.
        # en | {p:George W. Bush} and {p:Jeb Bush}.
        # en | {p:Bill Clinton} and [p:Hillary Clinton] left. Then {p:Clinton} spoke.
        # en | {p:Karim Wade} and {p:Akram Wade}.
        # en | {p:Salem Mansour} and {p:Samir Mansour}.
        # en | {p:Robert Kennedy} and {p:John Kennedy}.
        # en | {p:Putin} and {p:Biden}.
        # en | {o:Ministry of Defence} and {o:Ministry of Finance}.
        # en | {o:Federal Bureau of Investigation} and the {o:CIA}.
        # en | {o:World Bank} and {o:World Health Organization}.
        # en | {o:United Nations} and {o:United Airlines}.
        # en | {o:Tehran University} and {o:Tehran Times}.
        # en | {o:Israel Aircraft Works} and {o:Iran Aviation Works}.
        # en | {o:Nordic Wave Inc} and [o:Blue Harbor Ltd] merged. The {n:company} grew.
        # en | {o:Green Party} met the press. The {n:company} did not.
        # en | {l:North Korea} and {l:South Korea}.
        # en | {l:Niger} and {l:Nigeria}.
        # en | {l:Slovakia} and {l:Slovenia}.
        # en | {l:Iran} and {l:Iraq}.
        # en | {l:Tripoli} near [l:Beirut], [l:Lebanon] || {l:Tripoli} and [l:Benghazi], [l:Libya]
        # en | {p:Jordan Peterson} went to {l:Jordan}.
        # en | {o:Elbit Systems} and {o:Orbit Systems}.
        # fa | {p:علی مطهری} و {p:مرتضی مطهری}.
        # fa | {p:حسن خمینی} و {p:روح‌الله خمینی}.
        # fa | {p:علی خامنه‌ای} و {p:روح‌الله خمینی}.
        # fa | {o:وزارت کشور} و {o:وزارت کار}.
        # fa | {o:بانک ملی} و {o:بانک ملت}.
        # fa | {l:ایران} و {l:عراق}.
        # fa | {l:سوریه} و {l:صربستان}.
        # fa | {o:حزب کارگر} و {o:حزب کارگزاران}.
        # fa | {p:محمد خاتمی} و {p:محمدرضا خاتمی}.
        # fa | {l:تبریز} و {l:نی‌ریز}.
        """
}
