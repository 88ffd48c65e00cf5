import Articles
import Testing
import TextAnalysis

@testable import Extraction

struct LinkingTests {
    @Test(arguments: [("tuned", LinkingPairs.tuned, 0.9), ("blind", LinkingPairs.blind, 0.9)])
    func `pairs of mentions are linked`(_ name: String, _ lines: String, _ minimum: Double) {
        var (linked, right, same) = (0, 0, 0)
        for pair in LinkingPairs.pairs(lines) {
            let entities = LinkingPairs.entities(of: pair)
            #expect(entities.count >= 2, "\(pair.line)")
            let isLinked = entities[0] != nil && entities[0] == entities.last
            linked += isLinked ? 1 : 0
            same += pair.isSame ? 1 : 0
            right += isLinked && pair.isSame ? 1 : 0
            if isLinked != pair.isSame, name == "tuned" { print("wrong:", pair.line) }
        }
        let precision = Double(right) / Double(max(1, linked))
        let recall = Double(right) / Double(max(1, same))
        let f1 = 2 * precision * recall / max(0.001, precision + recall)
        print("linking, \(name) pairs: precision \(precision), recall \(recall), F1 \(f1)")
        #expect(f1 >= minimum)
    }

    private static func tag(_ text: String, _ language: Language = .arabic) -> (
        article: Article, entities: [Entity], mentions: [Mention]
    ) {
        let article = TestArticle.make(text, language)
        let found = EntityTagger().tag(article)
        return (article, found.entities, found.mentions)
    }

    @Test func `mentions say why they are linked`() {
        let found = Self.tag("التقى الرئيس يوسف كلمور وزيرا. وقال كلمور إنه عاد إلى المملكة العربية السعودية")
        let reasons = found.mentions.map { found.article.string($0.range) + ": " + $0.reason }
        #expect(reasons.contains("يوسف كلمور: name"))
        #expect(reasons.contains("كلمور: last name of يوسف كلمور"))
        #expect(found.mentions.allSatisfy { !$0.reason.isEmpty && (0...1).contains($0.confidence) })
    }

    @Test func `a definite noun refers to one organisation named shortly before`() {
        let one = Self.tag("أعلنت وزارة الدفاع الفرنسية أمس بدء مناورات. وقالت الوزارة إنها دفاعية")
        let noun = one.mentions.last
        #expect(noun?.form == .noun)
        #expect(noun?.reason == "definite noun for وزارة الدفاع الفرنسية")
        #expect(noun.map { one.article.string($0.range) } == "الوزارة")
        #expect(noun.map { $0.confidence <= 0.5 } == true)
        let far = String(repeating: "وكان الطقس جميلا. ", count: 30)
        #expect(
            Self.tag("أعلنت وزارة الدفاع الفرنسية. " + far + "وقالت الوزارة").mentions.allSatisfy {
                $0.form != .noun
            })
        #expect(Self.tag("قالت الوزارة إن الشركة ستتوسع").mentions.isEmpty)
    }

    @Test(arguments: [
        "بين {p:البلدين}", "سقط {o:النظام}", "قال {o:والطرفان} ذلك", "زار {l:البلاد}",
        "بين {l:البلدين} و{o:النظام}",
    ])
    func `nouns alone are no entities`(_ text: String) {
        for pair in LinkingPairs.pairs("= ar | " + text) {
            #expect(LinkingPairs.entities(of: pair).allSatisfy { $0 == nil })
        }
    }

    @Test func `a name begins with what alone is none`() {
        for pair in LinkingPairs.pairs("= ar | {o:النظام السوري} و{o:النظام السوري}") {
            #expect(LinkingPairs.entities(of: pair).allSatisfy { $0 != nil })
        }
    }

    @Test func `a letter taken for a proclitic is given back to a name that has it`() {
        for (name, other) in [("{p:يوسف كلمور}", "ك{p:لمور}"), ("{p:بول فوكنر}", "ف{p:وكنر}")] {
            let entities = LinkingPairs.pairs("= ar | وصل " + name + " أمس. قال " + other + " ذلك").map {
                LinkingPairs.entities(of: $0)
            }
            #expect(entities.allSatisfy { $0[0] == $0[1] })
        }
        let apart = LinkingPairs.pairs("# ar | وصل {p:يوسف كلمور} أمس. قال و{p:لاوروف} ذلك")[0]
        #expect(Set(LinkingPairs.entities(of: apart)).count == 2)
    }

    @Test func `labels have no debris and no tatweel`() {
        let found = Self.tag("زار الرئيس يوسف كلـــمور المدينة")
        #expect(found.entities.map(\.label) == ["يوسف كلمور"])
    }

    @Test func `the label is a full name in the language of the article`() {
        for pair in LinkingPairs.pairs("= ar | قال {p:كلمور} ثم {p:يوسف كلمور} ({p:Yusuf Kalmour}) أمس") {
            let entities = LinkingPairs.entities(of: pair)
            #expect(Set(entities).count == 1)
        }
    }

    /// Names that could all be one another, so that every bounded list is full.
    @Test func `linking is linear in an article of names alike`() {
        let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمن")
        func text(_ count: Int) -> String {
            (0..<count).map { number in
                let name = String([
                    letters[number % 24], letters[number / 24 % 24], letters[number / 576 % 24],
                ])
                return "الرئيس محمد كا" + name + "ور"
            }
            .joined(separator: "، ")
        }
        func seconds(_ count: Int) -> Double {
            let text = text(count)
            let start = ContinuousClock.now
            _ = Self.tag(text)
            return Double((ContinuousClock.now - start).components.attoseconds) / 1e18
                + Double((ContinuousClock.now - start).components.seconds)
        }
        _ = seconds(100)
        let (short, long) = (seconds(200), seconds(800))
        #expect(long < short * 4 * 2.5, "\(short) \(long)")
    }
}
