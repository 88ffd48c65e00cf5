import Articles
import Testing
import TextAnalysis

@testable import EntityLinking

/// Names of like consonants find each other.
struct NameTextTests {
    @Test(arguments: [
        ("فلاديمير بوتين", "Vladimir Putin"), ("نيكولاي ملادينوف", "Nikolay Mladenov"),
        ("إلهام علييف", "Ilham Aliyev"),
        ("عبدالفتاح السيسي", "Abdul Fattah El-Sisi"), ("ولادیمیر پوتین", "فلاديمير بوتين"),
        ("بنيامين نتنياهو", "بنيامين نتانياهو"),
    ])
    func `spellings of one name share a block`(_ one: String, _ other: String) {
        let blocks = Set(NameText(one).blocks(.person))
        #expect(!blocks.isDisjoint(with: NameText(other).blocks(.person)))
        #expect(blocks.isDisjoint(with: NameText(other).blocks(.organisation)))
    }

    @Test func `a last name alone has no block, and other scripts have none`() {
        #expect(NameText("ملادينوف").blocks(.person).isEmpty)
        #expect(!NameText("رافائيلوفيتش").blocks(.organisation).isEmpty)
        #expect(NameText("Владимир Путин").blocks(.person).isEmpty)
        #expect(NameText("جو").blocks(.organisation).isEmpty)
    }

    @Test(arguments: ["", " ", "ال", "عبدال", "h", "al", "'’", "٣٤", "ت", "نغ", "\u{640}"])
    func `nothing traps`(_ text: String) {
        #expect(NameText(text).blocks(.organisation).isEmpty)
        #expect(NameSimilarity.between(NameText(text), NameText("فلاديمير بوتين")) == nil)
    }
}

/// What names have in common.
struct NameSimilarityTests {
    @Test(arguments: [
        ("عبد الفتاح السيسي", "عبدالفتاح السيسي", NameSimilarity.sameLetters),
        ("سيلفيو برلسكوني", "سيلفيو بيرلسكوني", .oneLetter),
        ("بنيامين نتنياهو", "بنيامين نتانياهو", .oneLetter),
        ("ماريو فيرنانديز", "ماريو فرناندز", .severalLetters), ("قيس الشرايطي", "قيس شرايطي", .articles),
        ("فلاديمير بوتين", "Vladimir Putin", .transliteration(isLong: true)),
        ("جو بايدن", "Joe Biden", .transliteration(isLong: false)),
        ("ولادیمیر پوتین", "Vladimir Putin", .transliteration(isLong: true)),
        ("Abdel Fattah al-Sisi", "Abdul Fattah Sisi", .articles),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", .oneLetter),
    ])
    func `spellings of one name are alike`(_ one: String, _ other: String, _ similarity: NameSimilarity) {
        let found = NameSimilarity.between(NameText(one), NameText(other))
        #expect(found == similarity)
        #expect(found == NameSimilarity.between(NameText(other), NameText(one)))
    }

    @Test(arguments: [
        ("محمد عباس", "محمود عباس"), ("حسن علي", "حسين علي"), ("أحمد الرشيد", "أحمد رشاد"),
        ("محمد عمر", "محمد العامري"),
        ("Saddam Hussein", "Saddam Hassan"), ("عبد المجيد", "بعدما قضي"),
    ])
    func `short words that differ are other names`(_ one: String, _ other: String) {
        #expect(NameSimilarity.between(NameText(one), NameText(other)) == nil)
    }

    @Test(arguments: [
        ("هيئة تحرير الشام", "تحرير الشام", Entity.Kind.organisation, 3, true),
        ("هيئة تحرير الشام", "تحرير الشام", .organisation, 2, false),
        ("وزارة العمل السعودية", "وزارة العمل", .organisation, 9, false),
        ("جامعة القاهرة", "القاهرة", .place, 9, false),
        ("عمر حسن البشير", "عمر البشير", .person, 0, true), ("عمر حسن البشير", "البشير", .person, 9, false),
        ("الصناعات الجوية", "Israel Aerospace", .organisation, 0, true),
    ])
    func `a part of a name is another's where it says too little`(
        _ name: String, _ alias: String, _ kind: Entity.Kind, _ score: Int, _ isLinked: Bool
    ) {
        let entity = Entity(id: "n_1", kind: kind, label: name, labelLanguage: .arabic)
        let alias = Entity.Alias(text: alias, language: .arabic, kind: .variant)
        #expect((NameLink.byAlias(alias, of: entity, Evidence(common: score)) != nil) == isLinked)
    }

    @Test func `what names leave open neighbours make up for`() {
        #expect(NameLink.bySpelling(.sameLetters, Evidence())?.confidence == 0.95)
        #expect(NameLink.bySpelling(.oneLetter, Evidence(informative: 1, common: 1)) == nil)
        #expect(NameLink.bySpelling(.oneLetter, Evidence(common: 9)) == nil)
        #expect(NameLink.bySpelling(.oneLetter, Evidence(informative: 2))?.reason == "spelling variant")
        #expect(NameLink.bySpelling(.transliteration(isLong: true), Evidence(common: 2)) == nil)
        #expect(NameLink.bySpelling(.transliteration(isLong: false), Evidence(common: 5)) == nil)
        #expect(
            NameLink.bySpelling(.transliteration(isLong: true), Evidence(informative: 1, common: 1)) != nil)
    }
}
