import TextAnalysis

/// Words that any two texts may share: they are no evidence that two sentences tell of the same event.
enum StopWords {
    /// Hashes of the folded words, Arabic ones also with و in front.
    static let all: Set<UInt64> = {
        var hashes: Set<UInt64> = []
        for word in words.split(whereSeparator: \.isWhitespace) {
            let folded = LetterFolding.fold(String(word))
            hashes.insert(Hashing.hash(folded.utf8))
            hashes.insert(Hashing.hash(("و" + folded).utf8))
        }
        return hashes
    }()

    private static let words = """
        من في على إلى عن مع بين حتى منذ خلال بعد قبل عند لدى حول ضد دون بدون تحت فوق أمام وراء نحو عبر غير سوى إلا مثل كما أن إن أو
        أم بل لكن لا لم لن ما هو هي هم هما نحن أنا هذا هذه ذلك تلك الذي التي الذين كل بعض أي جميع كان كانت يكون تكون ليس ليست قد سوف
        ثم حيث إذ إذا لو كي بأن وقد لقد كذلك أيضا فقط عام سنة عاما سنوات شهر أشهر يوم أيام أسبوع ساعة اليوم أمس غدا الآن الأحد الاثنين
        الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        جانفي فيفري أفريل ماي جوان جويلية أوت كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول الثاني
        قال قالت أعلن أعلنت صرح أكد أكدت أضاف أوضح ذكر ذكرت أشار أفاد أفادت تم يتم سيتم مساء صباح فجر ليلة الماضي الماضية الجاري الجارية
        المقبل المقبلة الحالي الحالية المنقضي المنقضية جديد جديدة الجديد الجديدة رئيس وزير به بها له لها فيه فيها منه منها عليه عليها
        إنه إنها أنه أنها بعد قبل أحد إحدى أول ثاني بسبب وفق وفقا حسب بحسب بالفعل رسميا الساعة صحيفة بيان تصريح وكالة مصدر بتاريخ الموافق
        هجري ميلادي هجرية ميلادية
        از به در با که را این آن است بود شد می شده برای تا هم یا اما اگر هر نیز گفت کرد کند شود خواهد داد دارد باید روز سال ماه
        بر پس پیش بین اعلام خود شمسی فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه آوریل
        the a an of in on at to for from by with and or but as is was were be been has have had will would he she it they we his her
        its their this that these those who which what when where no not after before during since about into over under monday tuesday
        wednesday thursday friday saturday sunday january february march april may june july august september october november december
        said says told also new year month day last next officially first
        """
}
