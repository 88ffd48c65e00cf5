extension NameLexicon {
    /// Given names frequent in news: Arabic, Persian, Turkic, Hebrew, and European ones as Arabic writes them.
    static let givenNames = """
        محمد أحمد محمود مصطفى إبراهيم إسماعيل يوسف عمر عثمان حسين ياسر طارق سامي رامي وليد عماد أسامة أيمن هشام هاني باسم تامر
        حمدي رفيق زياد سمير شوقي صبحي صدام صلاح ضياء طلال عاطف عدنان عصام غسان فاروق فتحي فؤاد فيصل قاسم كمال ماجد مازن مجدي محسن
        مروان معاذ معمر ممدوح منير مهدي ميشال نبيل نزار نعيم نوري هيثم يحيى ياسين يعقوب عبدالله عبدالرحمن عبدالعزيز عبدالفتاح جعفر
        حمزة زكريا سليمان سلمان تميم هادي إلياس جبران أنور أنطوان جبريل عباس بلال حازم حسام رياض سعد زهير زيد شكري عزت عزمي عوني غازي
        فادي فهد قيس لؤي مشعل نايف هيلاري خديجة عائشة فاطمة زينب مريم سعاد ليلى هدى سميرة فيروز نانسي نجيب إسحاق يعرب لطفي مقتدى
        حيدر برهم هوشيار مسعود جلال نوشيروان نيجيرفان أردوغان رجب طيب عبدالحميد بشار رفعت فاروق هيثم سيف منصور صالح خالد علي حسن ناصر
        إلهام حيدر نظامي مسعود حمید حميد رضا غلامرضا محمدرضا علیرضا حسین روح‌الله علی‌اکبر اکبر محمدجواد جواد ابراهیم اسماعیل محمود
        مجتبی مهدی هاشم حسن قاسم بهروز بهرام کامران فریدون منوچهر جمشید داریوش کوروش بیژن ایرج اسفندیار پرویز سعید عباس صادق کاظم
        محسن مرتضی مصطفی ناصر هادی یوسف زهرا معصومه شیرین نسرین پروین مهرداد مهران شهرام بهمن فرهاد
        بنيامين يائير نفتالي يوآف إيهود شمعون يتسحاق إسحق آرييل أرئيل موشيه غولدا شيمون أفيغدور رونين رونن غادي غابي هرتسي يسرائيل
        بتسلئيل إيتمار تسيبي ديفيد دافيد داني يوسي إيلي يعقوب أوري عاموس حاييم
        فلاديمير سيرغي سيرجي ديمتري دميتري ميخائيل ميكائيل بوريس إيغور إيفان نيكولاي ألكسندر ألكساندر أليكسي يفغيني فولوديمير فيكتور يوري
        أوليغ أناتولي فيتالي ماريا أولغا نيكول باشينيان نورسلطان قاسم شوكت إمام علي‌يف
        جورج جورجي جون جوزيف جو جيمس جاك جان جيمي جيرالد ديك دونالد رونالد ريتشارد روبرت روبيرت وليام وليم ويليام مايكل ميشيل ميشال
        مايك مارك مارتن ماركو مارين توم توماس توني ستيفن ستيف سكوت بيل بول بيتر باراك براك باتريك بوب أنتوني أنطوني أنجيلا أنغيلا أندرو
        أندريه إيمانويل إيلون إدوارد ألبرت ألفريد أوباما فرانسوا فرانك فريدريك فيليب كارل كارلوس كريستوفر كريس كوفي كولن كوندوليزا كونداليزا
        كمالا كيم لويس لولا ليونيل لورا ماريو ماتيو مانويل مادلين مارغريت تشارلز تشارلي تشاك جاستن جيك جوردان جوليان جيرهارد جيرار هنري
        هيلموت هوغو هيو هاري نيكولا نيكولاس نيلسون نيل نانسي رفائيل رودريغو روجيه رومانو سيلفيو سيباستيان سيمون خافيير خوسيه خوان دومينيك
        دانيال دانيال آدم آلان آرثر أورسولا أولاف فالنتينو فرناندو غوردون غراهام كوندي كارولين كلود كينيث لاري ليز والتر يوهان يوهانس
        أنطونيو أنطونيوس بان كارلا تيريزا ديانا رينيه روجر روبرتو ريكاردو رونالدو برنار برنارد بنجامين بيرنار بيير جاسيندا جينادي
        john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
        paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen
        larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam
        nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry harry sean jesse ralph roy louis
        philip eugene bobby johnny barack vladimir sergei sergey dmitry boris emmanuel francois jacques jean pierre angela hillary
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley emily donna
        michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy anna ruth martha maria
        mohammed muhammad mohammad mohamed ahmed ahmad mahmoud mustafa ibrahim ismail yousef omar hussein hassan ali khalid abdullah
        abdel abdul saddam osama bashar recep ilham benjamin yair isaac naftali ehud ariel shimon moshe hamid reza hossein ebrahim qassem
        """

    static let doubtfulGivenNames = """
        إلهام أمل سلام نور فجر كريم سعيد جميل إيمان عادل حسن صالح خالد شريف رشيد أمين سالم ناصر منصور علي جان جو بول مارك بان بيل
        كمال جلال سيف صلاح ضياء عماد رضا هادي كيم آدم بوب ديك هدى رفيق حازم باسم صادق سعد فهد قاسم بهمن شيرين ناصر مسعود غازي طيب
        هاشم ياسين فيصل أنور محسن حميد جواد عباس براك خوان جاك كاظم جمال بلال رياض ماجد منير لولا دانيال
        mark frank jack scott christian jordan roy rose grace may will bill bob adam harry
        """
}
