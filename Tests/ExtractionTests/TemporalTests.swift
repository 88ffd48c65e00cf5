import Articles
import Extraction
import Testing
import TextAnalysis

struct TemporalTests {
    /// «words=value» of every expression in one paragraph; the document's day is Wednesday, 2018-05-16.
    func read(_ text: String, _ language: Language, dated: Bool = true) throws -> [String] {
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: language))
        let day = dated ? CivilDate(year: 2018, month: 5, day: 16) : nil
        return TemporalTagger().expressions(in: article, documentDate: day).map {
            article.string($0.range) + "=" + $0.value
        }
    }

    @Test(arguments: [
        ("أقيمت العلاقات في 7 أبريل 1992 بين البلدين", ["7 أبريل 1992=1992-04-07"]),
        ("افتتحت السفارة عام 1993، ثم مكتب في مارس 2023 فقط", ["عام 1993=1993", "مارس 2023=2023-03"]),
        ("كانت في الفترة من 2018 إلى 2022 ثاني مستورد", ["من 2018 إلى 2022=2018/2022"]),
        (
            "وقع في ١٧ نوفمبر ١٨٦٩ وفي تشرين الثاني 1875",
            ["١٧ نوفمبر ١٨٦٩=1869-11-17", "تشرين الثاني 1875=1875-11"]
        ),
        ("يوم الأحد 2 أفريل 2017 قال", ["يوم الأحد 2 أفريل 2017=2017-04-02"]),
        (
            "في حزيران/يونيو 2016 وكانون الثاني/يناير 2017",
            ["حزيران/يونيو 2016=2016-06", "كانون الثاني/يناير 2017=2017-01"]
        ),
        ("منذ عام 1967 وحتى سنة 1975", ["منذ عام 1967 وحتى سنة 1975=1967/1975"]),
        ("يعمل فيها منذ 1995", ["منذ 1995=1995/.."]),
        (
            "بين 1989 و 1995 وبين 14 و15 سبتمبر 2017",
            ["بين 1989 و 1995=1989/1995", "بين 14 و15 سبتمبر 2017=2017-09-14/2017-09-15"]
        ),
        ("اجتمعوا في 7 و8 أبريل 2017", ["7=2017-04-07", "8 أبريل 2017=2017-04-08"]),
        ("تسعينيات القرن الماضي", ["تسعينيات القرن الماضي=199X"]),
        ("في القرن التاسع عشر", ["القرن التاسع عشر=18XX"]),
        ("ولد حوالي عام 1860", ["حوالي عام 1860=1860~"]),
        ("5 شوال 1319 هـ", ["5 شوال 1319 هـ=1902-01-15"]),
        ("1992: إقامة العلاقات", ["1992=1992"]),
        ("العام الماضي والشهر الجاري", ["العام الماضي=2017", "الشهر الجاري=2018-05"]),
        ("قال أمس الثلاثاء", ["أمس الثلاثاء=2018-05-15"]),
        ("يوم الخميس الماضي", ["يوم الخميس الماضي=2018-05-10"]),
        ("الجمعة المقبل", ["الجمعة المقبل=2018-05-18"]),
        ("في 19 مايو الجاري", ["19 مايو الجاري=2018-05-19"]),
        ("في 2030/05/31 و31-12-2020", ["2030/05/31=2030-05-31", "31-12-2020=2020-12-31"]),
    ])
    func `Arabic expressions are read`(_ text: String, _ expected: [String]) throws {
        let found = try read(text, .arabic)
        #expect(found == expected)
    }

    @Test(arguments: [
        "حضر 2000 شخص و2500 مسافر", "بسعر 1600 ليرة", "شارع 25 بالخرج، جوال 0504294643",
        "ينشط حوالي 20 منظمة",
        "حوالي 7 إلى 16 ألف يهودي", "نحو 40% من احتياجاتها", "القانون رقم 1999 لمكافحة", "نهج 9 أفريل",
        "فاز 3-1 على ضيفه",
        "30 فبراير 1992 ليس يوما", "الطائرات 737", "من الأيام الأولى",
    ])
    func `Arabic numbers that are no dates are left alone`(_ text: String) throws {
        let found = try read(text, .arabic)
        #expect(found.isEmpty || text.contains("فبراير") && found.allSatisfy { !$0.contains("02-30") })
    }

    @Test(arguments: [
        (
            "It opened on April 7, 1992, and closed on 8 May 1993.",
            ["April 7, 1992=1992-04-07", "8 May 1993=1993-05-08"]
        ),
        ("since November 2000", ["since November 2000=2000-11/.."]),
        ("from 1990 to 1995 and in 2001", ["from 1990 to 1995=1990/1995", "2001=2001"]),
        ("the 1960s and the 19th century", ["the 1960s=196X", "the 19th century=18XX"]),
        ("1998: Assembly begins", ["1998=1998"]),
        ("He left yesterday.", ["yesterday=2018-05-15"]),
        ("last year", ["last year=2017"]),
        ("the Treaty of Rome 1957 and the Single European Act 1986, to", ["1957=1957", "1986=1986"]),
        ("in mid-2013 and in the 1970s", ["mid-2013=2013", "the 1970s=197X"]),
        ("It may rain; 1500 people march to room 2010.", []),
        ("a 1,992 m tower, flight 1969 and 2000 soldiers", []),
    ])
    func `English expressions are read`(_ text: String, _ expected: [String]) throws {
        #expect(try read(text, .english) == expected)
    }

    @Test(arguments: [
        ("در ۱۰ مارس ۲۰۲۳ در پکن", ["۱۰ مارس ۲۰۲۳=2023-03-10"]), ("در سال ۱۹۲۹ پیمان", ["سال ۱۹۲۹=1929"]),
        ("مارس ۲۰۲۳: امضای توافق", ["مارس ۲۰۲۳=2023-03"]),
        ("در سال ۱۳۹۹", ["سال ۱۳۹۹=2020-03-20/2021-03-20"]),
        ("۲۲ بهمن ۱۳۵۷", ["۲۲ بهمن ۱۳۵۷=1979-02-11"]), ("از سال ۲۰۱۸", ["از سال ۲۰۱۸=2018/.."]),
        ("۲۰۰۰ نفر آمدند", []),
    ])
    func `Persian expressions are read`(_ text: String, _ expected: [String]) throws {
        let found = try read(text, .persian)
        #expect(found == expected)
    }

    @Test func `without a document's day nothing is made up`() throws {
        #expect(try read("قال أمس إن 26 أكتوبر يوم", .arabic, dated: false) == ["26 أكتوبر=XXXX-10-26"])
        #expect(try read("العام الماضي والخميس المقبل", .arabic, dated: false) == [])
    }

    @Test func `days and precision come with the value`() throws {
        let article = try ArticleParser().parse(Array("في فبراير 2024 ومن 1990 إلى 1995".utf8))
        let dates = TemporalTagger().expressions(in: article, documentDate: nil).compactMap(\.date)
        #expect(dates.map(\.precision) == [.month, .range])
        #expect(dates[0].lower == CivilDate(year: 2024, month: 2, day: 1))
        #expect(dates[0].upper == CivilDate(year: 2024, month: 2, day: 29))
        #expect(dates[1].upper == CivilDate(year: 1995, month: 12, day: 31))
    }

    @Test func `expressions lie in their block, in order, for any text`() throws {
        let pieces = [
            "7", " ", "أبريل", " 1992", "من ", "إلى ", "و", "منذ ", "بين ", "، ", ". ", "/", "-", ":", "عام ",
            "(", ")", "\n",
            "القرن ", "الماضي", "٣١", "۲۰۲۳", "شباط", "999999999999", "في ", "يوم الأحد ", "هـ", "0",
            "2018-13-45",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1_500 {
            let text = (0..<Int.random(in: 1...25, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            guard let article = try? ArticleParser().parse(Array(text.utf8)) else { continue }
            var end = 0
            for found in TemporalTagger().expressions(in: article, documentDate: CivilDate(dayNumber: 17_000))
            {
                let block = article.blocks[found.block].range
                #expect(
                    found.range.lowerBound >= max(end, block.lowerBound)
                        && found.range.upperBound <= block.upperBound)
                #expect(!found.value.isEmpty && !found.range.isEmpty)
                if let lower = found.date?.lower, let upper = found.date?.upper { #expect(lower <= upper) }
                end = found.range.upperBound
            }
        }
    }
}
