import Articles
import Testing
import TextAnalysis

@testable import Extraction

/// The work of reading grows with the length of a text, whatever it holds.
struct LinearTimeTests {
    private static let units = [
        "7", "1992 ", "7 ", "و", "و ", "أبريل ", "من 7 إلى ", "بين 1990 و", "ألف وتسعمئة و", "7/", "12-",
        "الثاني ",
        "منذ ", "عام ", "يوم الخميس ", "(", "7 و", "قبل ", "١٢:", "القرن ", "مطلع ", "نحو ",
    ]

    private func steps(_ text: String) throws -> Int {
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: .arabic))
        return TemporalTagger().tag(article, documentDate: CivilDate(dayNumber: 17_000)).steps
    }

    @Test(arguments: units)
    func `a text twice as long takes twice the steps`(_ unit: String) throws {
        let count = 6_000 / unit.utf8.count
        let once = try steps("نص " + String(repeating: unit, count: count))
        let twice = try steps("نص " + String(repeating: unit, count: count * 2))
        #expect(twice <= once * 2 + once / 10 + 2_000, "\(once), \(twice)")
        // No more than the automaton's states for each byte of the window.
        #expect(once <= 6_000 * 400, "\(once)")
    }

    @Test(arguments: ["7 أبريل 1992 ", "افتتح المتحف في 7 أبريل 1992 ", "1992، ", "/p>7 أبريل 1992،"])
    func `many dates in one sentence are read to the last`(_ unit: String) throws {
        let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: .arabic))
        let annotations = Annotator().annotate(article)
        #expect(annotations.expressions.count > 1_000)
        let last = try #require(annotations.expressions.last)
        #expect(last.range.upperBound > 99_000)
    }
}

/// The work of the model grows with the number of words, whatever they are.
struct TaggingTimeTests {
    /// Tokens read and features looked up.
    private func steps(_ text: String) throws -> Int {
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: .arabic))
        let model = try #require(EntityModel.builtIn.languages.first { $0.language == "ar" })
        let words = NameWords(article, lexicon: .standard)
        var decoder = SequenceDecoder(model)
        decoder.sequence.read(words, article, language: "ar", isOneStyle: true) { _ in true }
        decoder.label(words, model)
        return decoder.steps
    }

    @Test(arguments: [
        "و ", "ب-", "\"", "الأمم المتحدة ", "الولايات المتحدة الأمريكية ", "كرة القدم. ", "(IAI) ", "٧ ",
        "ـ ", "a.b. ",
        "وزير ", "محمد بن ", "للأمم ",
    ])
    func `a text twice as long takes twice the steps`(_ unit: String) throws {
        let count = 3_000 / unit.utf8.count
        let once = try steps("نص " + String(repeating: unit, count: count))
        let twice = try steps("نص " + String(repeating: unit, count: count * 2))
        #expect(twice <= once * 2 + 100, "\(once), \(twice)")
        // Some features of a token and of its neighbours, twice for what the first pass said.
        #expect(once <= (count + 1) * unit.utf8.count * 30, "\(once)")
    }

    @Test func `a word of a megabyte is one word`() throws {
        #expect(try steps(String(repeating: "و", count: 1 << 19)) < 200)
        #expect(try steps(String(repeating: "a", count: 1 << 20)) < 200)
    }

    @Test func `a hundred thousand words of a letter are read to the last`() throws {
        let text = String(repeating: "و ", count: 100_000) + "في القاهرة"
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: .arabic))
        let mentions = EntityTagger().tag(article).mentions
        #expect(mentions.last?.range.upperBound == text.utf8.count)
    }

    @Test func `a name of the gazetteer is found as often as it stands there`() throws {
        let count = 5_000
        let text = String(repeating: "زار القاهرة أمس. ", count: count)
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: .arabic))
        let found = EntityTagger().tag(article)
        #expect(found.entities.count == 1)
        #expect(found.mentions.count == count)
    }
}
