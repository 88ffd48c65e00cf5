import Articles
import Foundation
import Testing
import TextAnalysis

@testable import Extraction

/// The evaluation sets, which are kept outside of the project.
private let sample: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let sets = ProcessInfo.processInfo.environment["TARIKH_EVAL"] ?? root.path + "/../shared/eval"
    return sets + "/sample/azerbaijan-israel.txt"
}()

struct EntityTaggerTests {
    @Test(arguments: [
        ("سافر إلى مصر وتركيا", ["place:مصر", "place:تركيا"]),
        ("وصل وفد لأذربيجان وبالعراق", ["place:أذربيجان", "place:العراق"]),
        ("وصل إلى القاهرة وللقاهرة", ["place:القاهرة", "place:لقاهرة"]),
        ("الشركات الإسرائيلية والإيرانيين", ["place:الإسرائيلية*", "place:الإيرانيين*"]),
        ("في تل ابيب", ["place:تل ابيب"]),
        ("قالت وكالة تسنیم للأنباء", ["org:وكالة تسنیم للأنباء"]),
        ("الرئيس الفنلندي يوسف كلمور في باريس", ["place:الفنلندي*", "person:يوسف كلمور", "place:باريس"]),
        ("وزير الخارجية الأمريكي توماس هندرسن", ["place:الأمريكي*", "person:توماس هندرسن"]),
        ("صرح محمد بن راشدون أمس", ["person:محمد بن راشدون"]),
        ("طائرات Falconet الجديدة", ["product:Falconet"]),
        ("شركة “Nordic Wave” الكندية", ["org:Nordic Wave", "place:الكندية*"]),
        ("اشترت Blue Harbor Systems (BHS) و BHS", ["org:Blue Harbor Systems", "org:BHS", "org:BHS"]),
        ("وزارة الدفاع الفرنسية", ["org:وزارة الدفاع الفرنسية"]),
        ("في حرب الشيشان الثانية", ["event:حرب الشيشان الثانية"]),
        ("في حرب الشيشان", ["place:الشيشان"]),
    ])
    func `names in Arabic`(_ text: String, _ mentions: [String]) {
        #expect(TestArticle.mentions(text, .arabic) == mentions)
    }

    @Test(arguments: [
        "كيف حدث ذلك", "الوضع مالي صعب", "على الطاولة كتاب", "ثاني أكبر مستورد للنفط", "قال مصدر مسؤول أمس",
        "ذهب الولد إلى المدرسة",
    ])
    func `ordinary Arabic words are no names`(_ text: String) {
        #expect(TestArticle.mentions(text, .arabic) == [])
    }

    @Test(arguments: [
        ("He flew to Baku and New York.", ["place:Baku", "place:New York"]),
        ("President Thomas Weller met Iranian officials", ["person:Thomas Weller", "place:Iranian*"]),
        ("The US and U.S. troops", ["place:US", "place:U.S"]),
        ("Blue Harbor Systems Ltd said", ["org:Blue Harbor Systems Ltd"]),
        ("it may help us in march", []),
        ("the polish of a table", []),
    ])
    func `names in English`(_ text: String, _ mentions: [String]) {
        #expect(TestArticle.mentions(text, .english) == mentions)
    }

    @Test(arguments: [
        ("او به تهران رفت", ["place:تهران"]),
        ("وزیر خارجه ایران در بغداد", ["place:ایران", "place:بغداد"]),
        ("خبرگزاری تسنیم گزارش داد", ["org:خبرگزاری تسنیم"]),
        ("کیف او قرمز است", []),
    ])
    func `names in Persian`(_ text: String, _ mentions: [String]) {
        #expect(TestArticle.mentions(text, .persian) == mentions)
    }

    @Test func `a last name stands for its person`() {
        let article = TestArticle.make("التقى الرئيس يوسف كلمور وزيرا. وقال كلمور إنه عاد", .arabic)
        let found = EntityTagger().tag(article)
        #expect(found.entities.map(\.label) == ["يوسف كلمور"])
        #expect(found.mentions.map { article.string($0.range) } == ["يوسف كلمور", "كلمور"])
    }

    @Test func `mentions of any text lie in it and in order, and name an entity`() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "الرئيس", " ", "\"", "“", "(", "IAI", ")", "وزارة", "بال", "ل", "لل", "القاهرة", "تل", " أبيب",
            "-", ".", "U", "ً", "ـ", "é", "中",
            "عبد", "محمد", "Mr", "Systems", "of", "حرب", "الثانية", "\u{200c}", "\n", "شركة", "🙂", "و",
        ]
        let tagger = EntityTagger()
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            .joined()
            let article = TestArticle.make(
                text, [.arabic, .english, .persian].randomElement(using: &generator) ?? .arabic)
            let found = tagger.tag(article)
            var end = 0
            for mention in found.mentions {
                #expect(mention.range.lowerBound >= end && !mention.range.isEmpty)
                end = mention.range.upperBound
                #expect(String(validating: article.text[mention.range], as: UTF8.self) != nil)
                #expect(found.entities.contains { $0.id == mention.entityID && $0.kind == mention.kind })
            }
            #expect(end <= article.text.count)
            #expect(Set(found.mentions.map(\.entityID)).count == found.entities.count)
        }
    }

    @Test func `a quoted tatweel is no name`() {
        #expect(EntityTagger().tag(TestArticle.make("شركة “ـ“ـ", .persian)).mentions.isEmpty)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: sample), "the evaluation sets are not here"))
    func `the sample article names its entities`() throws {
        let article = try ArticleParser().parse([UInt8](Data(contentsOf: URL(fileURLWithPath: sample))))
        let found = EntityTagger().tag(article)
        let names = found.entities.map { [$0.label] + $0.aliases.map(\.text) }
        for label in [
            "رونين كراوس", "إلهام علييف", "إسحاق هرتسوغ", "أذربيجان", "إسرائيل", "باكو", "تل أبيب", "كاراباخ",
            "Elbit Systems",
            "Israel Aerospace Industries", "Rafael Advanced Defense Systems", "Meteor Aerospace",
            "Caspian Ship Building Company", "Caspian Meteor", "وكالة تسنيم للأنباء",
        ] {
            #expect(names.count { $0.contains(label) } == 1, "\(label)")
        }
        #expect(names.count { $0.contains { $0.contains("تسنيم") || $0.contains("تسنیم") } } == 1, "\(names)")
    }
}
