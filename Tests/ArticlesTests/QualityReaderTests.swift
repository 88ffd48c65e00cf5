import Articles
import Testing

/// Damage that one can be sure of, and its near misses.
struct QualityReaderTests {
    private func flags(_ text: String) throws -> [String] {
        let article = try ArticleParser().parse(Array(text.utf8))
        return QualityReader(article).flags().map { flag in
            flag.code.rawValue + ": " + flag.words.map(article.string).joined(separator: " … ")
        }
    }

    private static let frame = "\nزار الوزير المدينة يوم الأحد.\nوعاد إلى العاصمة يوم الاثنين مساء."

    @Test(arguments: [
        ("في عام 2022، ستفتتح الشركة مكتبها الجديد في المدينة افتتحت.", "tense_conflict: ستفتتح … افتتحت"),
        ("اشترت الوزارة أنظمة حديثة للاتصالات قادمة من", "truncated_sentence: قادمة من"),
        ("قالت المتحدثة إن الأمر يتعلق بالدولة التي", "truncated_sentence: بالدولة التي"),
    ]) func `damage is told with its words`(_ text: String, _ flag: String) throws {
        #expect(try flags("عنوان الخبر\n" + text + Self.frame) == [flag])
    }

    @Test(arguments: [
        // Two clauses.
        "ستفتتح الشركة مكتبها الجديد بعد أن افتتحت فرعا في الجنوب.",
        "ستفتتح الشركة مكتبها كما افتتحت غيره من قبل.",
        "ستفتتح الشركة مكتبها الجديد وأعلنت الوزارة ذلك.",
        "ستلتزم الفصائل بوقف إطلاق النار طالما التزمت به الأطراف.", "زار الوفد مدينة صور مع الشيخ محمد علي",
        // Ends as it should.
        "اشترت الوزارة أنظمة حديثة للاتصالات قادمة من الخارج", "هذا هو المكان الذي جاء منه.",
        "لا نعرف من أين ولا إلى", "جاء من",
    ]) func `what may be meant so is no damage`(_ text: String) throws {
        #expect(try flags("عنوان الخبر\n" + text + (text.hasSuffix("إلى") ? " أين." : "") + Self.frame) == [])
    }

    @Test func `a text that is broken into lines has no sentence that is cut off`() throws {
        let lines = [
            "أعلنت الوزارة اليوم الأحد أن الوفد سيصل من", "العاصمة إلى المدينة وأن اللقاء سيكون في",
            "القصر القديم الذي يقع على الضفة الأخرى من", "النهر قبل أن يعود الوفد مساء إلى",
        ]
        #expect(try flags(lines.joined(separator: "\n")) == [])
    }

    @Test func `other languages are left alone`() throws {
        #expect(try flags("The minister came from the city and went to") == [])
    }
}
