/// Articles written for these tests, with the relation that a reader would give them.
enum TimelineRelationRows {
    static let all = arabic + english + persian

    private static let copied =
        "وقعت مصر والأردن اتفاقية الربط الكهربائي بين البلدين في عمان يوم 4 فبراير 2009 بحضور وزيري الطاقة في البلدين."

    private static let arabic: [TimelineRelationTests.Row] = [
        .init(
            "the year, then the day", .refinement("1992-04-07"),
            [
                "أقيمت العلاقات الدبلوماسية بين أذربيجان وإسرائيل في 7 أبريل 1992.",
                "بدأت العلاقات الدبلوماسية بين إسرائيل وأذربيجان في عام 1992.",
            ]),
        .init(
            "the month, then the day", .refinement("2023-03-29"),
            [
                "افتتحت أذربيجان سفارتها في إسرائيل في مارس 2023.",
                "افتتحت أذربيجان سفارتها في إسرائيل يوم 29 مارس 2023.",
            ]),
        .init(
            "the same day twice", .agreement("1979-03-26", sources: 2),
            [
                "أ|وقعت مصر وإسرائيل معاهدة السلام في 26 مارس 1979.",
                "ب|وقعت إسرائيل ومصر معاهدة السلام في واشنطن في 26 مارس 1979.",
            ]),
        .init(
            "ten copies of one agency text are one voice", .agreement("2009-02-04", sources: 1),
            (0..<10).map { "صحيفة \($0)|\(copied)" }),
        .init(
            "announced, then opened", .sequence,
            [
                "أعلنت أذربيجان في عام 2022 افتتاح سفارتها في إسرائيل.",
                "افتتحت أذربيجان سفارتها في إسرائيل في مارس 2023.",
            ]),
        .init(
            "one opening, two days", .conflict(suggested: nil),
            [
                "افتتحت أذربيجان سفارتها الجديدة في إسرائيل يوم 14 مارس 2021.",
                "افتتحت أذربيجان سفارتها الجديدة في إسرائيل يوم 29 يونيو 2022.",
            ]),
        .init(
            "two relations, two years", .conflict(suggested: "1961"),
            [
                "أ|أقيمت العلاقات الدبلوماسية بين الكويت والعراق في عام 1961.",
                "ب|بعد الاستقلال أقيمت العلاقات الدبلوماسية بين الكويت والعراق في عام 1961 رسميا.",
                "ج|أقيمت العلاقات الدبلوماسية بين الكويت والعراق في عام 1963.",
            ]),
        .init(
            "visits repeat", .separate,
            [
                "زار وزير الخارجية المصري إيران في 3 مايو 2010.",
                "زار وزير الخارجية المصري إيران في 9 مايو 2010.",
            ]),
        .init(
            "a visit of a year is any of its visits", .separate,
            [
                "زار وزير الخارجية المصري إيران في 3 مايو 2010.",
                "زار وزير الخارجية المصري إيران في عام 2010.",
            ]),
        .init(
            "elections of two years", .separate,
            [
                "جرت الانتخابات الرئاسية في مصر في مايو 2012.",
                "جرت الانتخابات الرئاسية في مصر في مايو 2014.",
            ]),
        .init(
            "other countries, same day, same words", .separate,
            [
                "افتتحت قطر سفارتها الجديدة في اليابان في 5 مايو 2001.",
                "افتتحت تونس سفارتها الجديدة في كندا في 5 مايو 2001.",
            ]),
        .init(
            "the same day alone says nothing", .separate,
            [
                "افتتحت قطر معرض الكتاب الدولي في 5 مايو 2001.",
                "أسست قطر شركة جديدة للطيران في 5 مايو 2001.",
            ]),
        .init(
            "two numbers of dead", .valueConflict(measure: "killed", suggested: nil),
            [
                "أسفر هجوم على سوق شعبية في العراق يوم 12 مايو 2005 عن مقتل 16 شخصا.",
                "أسفر هجوم على سوق شعبية في العراق يوم 12 مايو 2005 عن مقتل 23 شخصا.",
            ]),
        .init(
            "the same number of dead", .agreement("2005-05-12", sources: 2),
            [
                "أ|أسفر هجوم على سوق شعبية في العراق يوم 12 مايو 2005 عن مقتل 16 شخصا.",
                "ب|أسفر هجوم كبير على سوق شعبية في العراق يوم 12 مايو 2005 عن مقتل 16 شخصا بينهم أطفال.",
            ]),
    ]

    private static let english: [TimelineRelationTests.Row] = [
        .init(
            "year and day", .refinement("1971-12-02"),
            [
                "Iran and Kuwait established diplomatic relations on 2 December 1971.",
                "Kuwait and Iran established diplomatic relations in 1971.",
            ]),
        .init(
            "year, month and day", .refinement("2004-06-15"),
            [
                "Japan opened its embassy in Qatar in 2004.",
                "Japan opened its new embassy in Qatar in June 2004.",
                "Japan opened its embassy in Qatar on 15 June 2004.",
            ]),
        .init(
            "two papers, one day", .agreement("1994-10-26", sources: 2),
            [
                "A|Jordan and Israel signed the peace treaty on 26 October 1994.",
                "B|The peace treaty was signed by Israel and Jordan on 26 October 1994.",
            ]),
        .init(
            "three papers of one agency", .agreement("1994-10-26", sources: 1),
            [
                "A|Jordan and Israel signed the peace treaty on 26 October 1994.",
                "A|The peace treaty was signed by Israel and Jordan on 26 October 1994.",
                "A|Israel and Jordan signed a peace treaty on 26 October 1994 in the desert.",
            ]),
        .init(
            "announced and opened", .sequence,
            [
                "Japan announced the opening of its embassy in Qatar on 3 May 2003.",
                "Japan opened its embassy in Qatar on 15 June 2004.",
            ]),
        .init(
            "two days of one opening", .conflict(suggested: nil),
            [
                "Japan opened its embassy in Qatar on 15 June 2004.",
                "Japan opened its embassy in Qatar on 19 September 2004.",
            ]),
        .init(
            "two sources against one", .conflict(suggested: "1962-07-05"),
            [
                "A|Algeria declared its national independence from France on 5 July 1962.",
                "B|The national independence of Algeria from France was won on 5 July 1962.",
                "C|Algeria declared its national independence from France on 3 July 1963.",
            ]),
        .init(
            "only less exact", .refinement("1962-07-05"),
            [
                "Algeria declared its national independence from France on 5 July 1962.",
                "Algeria declared its national independence from France in July 1962.",
            ]),
        .init(
            "meetings repeat", .separate,
            [
                "The leaders of Egypt and Jordan met in Tunisia on 4 March 1999.",
                "The leaders of Egypt and Jordan met in Tunisia on 9 April 1999.",
            ]),
        .init(
            "two embassies of one country", .separate,
            [
                "Japan opened its embassy in Qatar on 15 June 2004.",
                "Japan opened its embassy in Yemen on 19 September 2004.",
            ]),
        .init(
            "two numbers of hurt", .valueConflict(measure: "injured", suggested: nil),
            [
                "A bomb attack on a crowded market in Iraq on 12 May 2005 left 40 people injured.",
                "A bomb attack on the crowded market in Iraq on 12 May 2005 left 55 people injured.",
            ]),
    ]

    private static let persian: [TimelineRelationTests.Row] = [
        .init(
            "day and year", .refinement("1992-04-07"),
            [
                "روابط دیپلماتیک ایران و کویت در 7 آوریل 1992 برقرار شد.",
                "روابط دیپلماتیک کویت و ایران در سال 1992 برقرار شد.",
            ]),
        .init(
            "two papers, one day", .agreement("2016-01-16", sources: 2),
            [
                "الف|توافق هسته‌ای ایران و آمریکا در 16 ژانویه 2016 اجرا شد.",
                "ب|توافق هسته‌ای ایران با آمریکا در 16 ژانویه 2016 رسما اجرا شد.",
            ]),
        .init(
            "two years of one event", .conflict(suggested: nil),
            [
                "روابط دیپلماتیک ایران و کویت در سال 1961 برقرار شد.",
                "روابط دیپلماتیک ایران و کویت در سال 1964 برقرار شد.",
            ]),
        .init(
            "journeys repeat", .separate,
            [
                "دیدار وزیران خارجه ایران و عراق در 4 مارس 1999 برگزار شد.",
                "دیدار وزیران خارجه ایران و عراق در 9 مارس 1999 برگزار شد.",
            ]),
        .init(
            "copies", .agreement("2016-01-16", sources: 1),
            (0..<10).map {
                "روزنامه \($0)|توافق هسته‌ای ایران و آمریکا در 16 ژانویه 2016 پس از ماه‌ها گفتگو اجرا شد."
            }),
    ]
}
