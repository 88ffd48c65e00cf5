import Testing
import TextAnalysis

struct StemmerTests {
    func stems(_ text: String, _ language: Language) -> [String] {
        Analyzer(language).terms(in: Array(text.utf8)).map(\.stem)
    }

    // Words and stems of Snowball's sample vocabulary (https://snowballstem.org/algorithms/english/stemmer.html).
    @Test(arguments: [
        ("consign", "consign"), ("consigned", "consign"), ("consigning", "consign"),
        ("consignment", "consign"),
        ("consist", "consist"), ("consistency", "consist"), ("consistently", "consist"),
        ("consolation", "consol"),
        ("consolidate", "consolid"), ("consolingly", "consol"), ("conspicuously", "conspicu"),
        ("conspirator", "conspir"), ("constancy", "constanc"), ("knackeries", "knackeri"),
        ("knaves", "knave"),
        ("kneeling", "kneel"), ("knightly", "knight"), ("knocked", "knock"), ("skies", "sky"),
        ("dying", "die"),
        ("generously", "generous"), ("communication", "communic"), ("hopping", "hop"), ("hoped", "hope"),
        ("agreed", "agre"), ("relational", "relat"), ("opening", "open"), ("opened", "open"),
        ("embassies", "embassi"),
        ("embassy", "embassi"), ("say", "say"),
        ("university", "universiti"), ("universe", "univers"), ("organic", "organic"), ("organs", "organ"),
        ("international", "internat"), ("intern", "intern"), ("emergency", "emergenc"), ("emerged", "emerg"),
        ("adding", "add"), ("odds", "odd"), ("paste", "paste"), ("past", "past"), ("evenings", "evening"),
        ("technologist", "technolog"), ("lateral", "lateral"), ("later", "later"), ("proceeded", "proceed"),
        ("by", "by"), ("hurried", "hurri"), ("ties", "tie"),
    ])
    func `English words have the stems of Snowball`(_ word: String, _ stem: String) {
        #expect(stems(word, .english) == [stem])
    }

    @Test(arguments: [
        "السفارة", "سفارة", "والسفارة", "بالسفارة", "للسفارة", "وبالسفارة", "وللسفارة", "سفارات", "سَفَارَةٌ",
        "سفـــارة",
    ])
    func `forms of an Arabic word share a stem`(_ word: String) {
        #expect(stems(word, .arabic) == ["سفار"])
    }

    @Test(arguments: [
        ("کتاب‌ها", "كتاب"), ("کتاب", "كتاب"), ("بزرگترین", "بزرگ"), ("می‌خواند", "خواند"),
        ("کتاب‌هایشان", "كتاب"), ("کتاب‌هایم", "كتاب"), ("کتاب‌های", "كتاب"), ("كتابهایمان", "كتاب"),
        ("نمی‌خواند", "خواند"),
        ("کشورها", "كشور"), ("کشورهای", "كشور"), ("زیباتر", "زيبا"),
    ])
    func `forms of a Persian word share a stem`(_ word: String, _ stem: String) {
        #expect(stems(word, .persian) == [stem])
    }

    @Test(arguments: [("ولد", "ولد"), ("بال", "بال"), ("من", "من")])
    func `short Arabic words keep their letters`(_ word: String, _ stem: String) {
        #expect(stems(word, .arabic) == [stem])
    }

    @Test func `a word is treated by its script`() {
        #expect(stems("Systems الأنظمة ۱۹۹۲", .arabic) == ["system", "انظم", "1992"])
    }

    @Test func `terms keep the ranges of their words`() {
        let text = Array("في أذربيجان، 3.5%".utf8)
        let terms = Analyzer(.arabic).terms(in: text)
        #expect(terms.map { String(decoding: text[$0.range], as: UTF8.self) } == ["في", "أذربيجان", "3.5"])
        #expect(terms.map(\.surface) == ["في", "اذربيجان", "3.5"])
    }
}
