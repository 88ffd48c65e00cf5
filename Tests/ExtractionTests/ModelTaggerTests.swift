import Articles
import Testing
import TextAnalysis

@testable import Extraction

/// Names that no rule and no gazetteer has.
struct ModelTaggerTests {
    @Test(
        arguments: [
            (
                "وقال وزير التجارة سامر الحمصاني في تصريحات لصحيفة الصباح إن الوفد وصل إلى مدينة بيروت.",
                Language.arabic, ["person:سامر الحمصاني", "place:بيروت"]
            ),
            (
                "The committee met in Lisbon, where Margaret Ashworth was elected president.", .english,
                ["place:Lisbon", "person:Margaret Ashworth"]
            ),
            (
                "حسن روحانی رئیس جمهور ایران امروز وارد تهران شد.", .persian,
                ["person:حسن روحانی", "place:ایران", "place:تهران"]
            ),
        ])
    func `names are found in three languages`(_ text: String, _ language: Language, _ expected: [String]) {
        let found = TestArticle.mentions(text, language)
        for name in expected { #expect(found.contains(name), "\(found)") }
    }

    @Test func `a clitic is no part of a mention`() {
        let found = TestArticle.mentions("سافر الوفد من القاهرة إلى دمشق ثم عاد ولبنان في انتظاره.", .arabic)
        #expect(found.contains("place:القاهرة"))
        #expect(found.contains("place:لبنان"), "\(found)")
    }

    @Test func `the same article gives the same names, whatever was read before it`() {
        let article = TestArticle.make("وصل الرئيس السوري إلى مدينة حلب بعد زيارة إلى موسكو.", .arabic)
        let tagger = EntityTagger()
        let first = tagger.tag(article).mentions
        for number in 0..<200 {
            _ = tagger.tag(
                TestArticle.make("كلمة\(number) مدينة\(number) وقال الوزير زيد\(number).", .arabic))
        }
        #expect(tagger.tag(article).mentions == first)
    }

    private static let units = [
        "ا", "و", "وال", "بالل", "أبيض ", "محمد ", "محمد بن ", "New York ", "A", "a.b", "(", "«", ". ", "? ",
        "a-",
        "1", "🛰️", "م. ", "United ", "ك‌ه ", "_", "\u{640}", "\u{64b}",
    ]

    @Test(arguments: units)
    func `a token has a bounded number of features, whatever the text`(_ unit: String) {
        var extractor = FeatureExtractor(language: "ar")
        let article = TestArticle.make(
            "نص " + String(repeating: unit, count: 4_000 / unit.utf8.count), .arabic)
        let keys = extractor.read(article)
        let largest = zip(keys.keys, keys.ofStyle).map { $0.count + $1.count }.max() ?? 0
        #expect(largest <= 160, "\(largest)")
        #expect(extractor.tokens.count <= article.text.count + 2)
    }

    @Test(arguments: units)
    func `ranges lie in the text and do not overlap, whatever the text`(_ unit: String) throws {
        for language in [Language.arabic, .english, .persian] {
            let article = TestArticle.make(
                "نص x " + String(repeating: unit, count: 60_000 / unit.utf8.count), language)
            var end = 0
            for mention in EntityTagger().tag(article).mentions {
                #expect(mention.range.lowerBound >= end && mention.range.upperBound <= article.text.count)
                #expect(String(validating: article.text[mention.range], as: UTF8.self) != nil)
                end = mention.range.upperBound
            }
        }
    }
}
