import Articles
import Extraction
import Testing
import TextAnalysis

struct EventTests {
    func events(_ text: String, documentDate: CivilDate? = nil) throws -> (Article, [Event]) {
        let article = try ArticleParser().parse(Array(text.utf8))
        return (article, Annotator().annotate(article, documentDate: documentDate).events)
    }

    /// «date kind status: title» of each event.
    func lines(_ text: String, documentDate: CivilDate? = nil) throws -> [String] {
        let (article, events) = try events(text, documentDate: documentDate)
        return events.map {
            "\($0.date?.edtf ?? "") \($0.kind ?? "-") \($0.status): \(article.string($0.titleRange))"
        }
    }

    @Test func `the same event said twice is one event with the narrower date`() throws {
        let (article, events) = try events(
            """
            تاريخ المتحف الوطني
            افتتح المتحف الوطني في 3 مايو 2005 بحضور الجمهور.
            أهم المحطات:
            2005: افتتاح المتحف الوطني
            2010: افتتاح الجناح الجديد
            """)
        #expect(events.map(\.date?.edtf) == ["2005-05-03", "2010"])
        #expect(events[0].claims.map(\.relation) == [.states, .refines])
        #expect(events[0].claims.map(\.date?.edtf) == ["2005-05-03", "2005"])
        #expect(article.string(events[0].titleRange) == "افتتاح المتحف الوطني")
    }

    @Test func `who took part and where it was are said of one event`() throws {
        let (_, events) = try events(
            """
            تاريخ قناة السويس
            افتتح الخديوي إسماعيل القناة في 17 نوفمبر 1869 بحضور الجمهور.
            أهم المحطات:
            1869: افتتاح قناة السويس
            1956: تأميم قناة السويس
            """)
        #expect(events.map(\.date?.edtf) == ["1869-11-17", "1956"])
        #expect(events[0].claims.map(\.relation) == [.states, .refines])
        #expect(events[0].participants.count == 1)
        #expect(events[0].placeID != nil)
    }

    @Test func `what other people open in the same year is another event`() throws {
        let (_, events) = try events(
            """
            أخبار العام
            افتتح الرئيس جمال عبد الناصر المصنع في 17 مايو 1960 بحضور الجمهور.
            1960: افتتاح المصنع بيد الخديوي إسماعيل
            """)
        #expect(events.count == 2)
    }

    @Test func `an announcement and what it announced are a sequence`() throws {
        let (_, events) = try events(
            """
            Title of an article
            The ministry announced in 2019 the opening of the Karbala museum.
            The opening of the Karbala museum took place in March 2021 with a ceremony.
            """)
        #expect(events.map(\.status) == [.announced, .occurred])
        #expect(events[1].follows == [0])
    }

    @Test func `things that are not the same stay apart`() throws {
        let text = """
            أخبار العام
            2022: إعلان افتتاح سفارة جديدة
            2022: افتتاح مكتب سياحي جديد
            2023: افتتاح مستشفى
            """
        #expect(try events(text).1.count == 3)
    }

    @Test(arguments: [
        (
            "Title\nThe plant will open on 5 June 2019 in the north.",
            "2019-06-05 opening planned: The plant will open"
        ),
        ("Title\nThe plant was opened on 5 June 2017 in the north.", "2017-06-05 opening occurred: opened"),
        ("عنوان\nنفى المسؤول لقاء السفير في 5 يونيو 2017 بشدة.", "2017-06-05 meeting denied: لقاء السفير"),
        ("عنوان\nسيفتتح المصنع في 5 يونيو 2019 في الشمال.", "2019-06-05 opening planned: سيفتتح المصنع"),
        ("عنوان\nأسس المصنع في القرن التاسع عشر.", "18XX founding occurred: أسس المصنع"),
    ])
    func `the verb tells how an event stands`(_ text: String, _ expected: String) throws {
        let lines = try lines(text, documentDate: CivilDate(year: 2018, month: 5, day: 16))
        #expect(lines.count == 1)
        #expect(lines.first?.contains(expected.split(separator: ":")[0]) == true, "\(lines)")
    }

    @Test func `what only frames others is no event`() throws {
        #expect(try events("عنوان\nبلغ السعر أعلى مستوى له منذ عام 1995 في لندن.").1.isEmpty)
        #expect(try events("عنوان\nزاد الإنتاج مقارنة بنفس الفترة من عام 2014.").1.isEmpty)
        #expect(try events("عنوان\nأقر البرلمان ميزانية 2018.").1.isEmpty)
        #expect(try events("عنوان\nالرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس").1.isEmpty)
        #expect(try events("Title\nSource: Agency 2019").1.isEmpty)
        #expect(try events("نص بلا تاريخ هنا.").1.isEmpty)
    }

    @Test func `titles and claims lie in the text for any text`() throws {
        let pieces = [
            "افتتح", " ", "المتحف", " في 7 أبريل 1992", "، ", ". ", "1992: ", "\n", "سفارة", "إعلان ", "“",
            "2023", " ستؤسس ",
            "عام ", "و", "من 2018 إلى 2022", "x", ": ", "؛", "opened in 1999",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1_000 {
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            guard let article = try? ArticleParser().parse(Array(text.utf8)) else { continue }
            let annotations = Annotator().annotate(article)
            for (index, event) in annotations.events.enumerated() {
                #expect(event.titleRange.upperBound <= article.text.count && !event.titleRange.isEmpty)
                #expect(String(validating: article.text[event.titleRange], as: UTF8.self) != nil)
                #expect(!event.claims.isEmpty && event.follows.allSatisfy { $0 < index })
                for claim in event.claims {
                    let dates = claim.dateRange ?? claim.range
                    #expect(claim.range.lowerBound <= dates.lowerBound)
                    #expect(dates.upperBound <= claim.range.upperBound)
                    #expect(claim.range.upperBound <= article.text.count)
                }
            }
            // What the title says without a date stands last.
            let starts = annotations.events.map { event in
                event.date.map { $0.lower?.dayNumber ?? .min } ?? .max
            }
            #expect(starts == starts.sorted())
        }
    }
}
