import Testing
import TextAnalysis

struct LetterFoldingTests {
    @Test(arguments: [
        ("أإآٱ", "اااا"), ("هدى", "هدي"), ("تسنیم", "تسنيم"), ("کشور", "كشور"), ("سفارة", "سفاره"),
        ("مسؤول", "مسوول"), ("رئيس", "رييس"), ("مُدَرِّسٌ", "مدرس"), ("تـــاريخ", "تاريخ"), ("می‌خواهد", "ميخواهد"),
        ("ﻻ ﺍﻟﺴﻼﻡ", "لا السلام"), ("٢٠٢٣ ۱۴۰۲", "2023 1402"), ("Élan STRASSE", "elan strasse"),
        ("İstanbul", "istanbul"),
        ("  two \n words ", "two words"), ("", ""), ("Łódź", "łodz"), ("ﷲ", "الله"),
        ("१९९२ ৪২ ௧ ߃ 𝟗 ９", "1992 42 1 3 9 9"), ("a\u{301}e\u{301} \u{E1}\u{E9}", "ae ae"),
        ("ا\u{654} ا\u{655} ا\u{653} و\u{654} ي\u{654}", "ا ا ا و ي"), ("ۀ ه\u{654} ۂ ة", "ه ه ه ه"),
        ("أ إ آ ٱ ى ئ ؤ", "ا ا ا ا ي ي و"), ("ﺔ ﻯ ﮎ ﯼ ﮫ", "ه ي ك ي ه"), ("مـــاء مآء", "ماء ماء"),
        ("ﻷ ﻵ ﻹ", "لا لا لا"), ("كتاب\u{200c}ها", "كتابها"), ("ﷺ", "صلي الله عليه وسلم"),
    ])
    func `letters fold`(_ text: String, _ folded: String) {
        #expect(LetterFolding.fold(text) == folded)
    }

    @Test func `folding twice changes nothing`() {
        let text = "أذربيجان — İstanbul ﻻ ۀ ۲۰ Ŷ"
        #expect(LetterFolding.fold(LetterFolding.fold(text)) == LetterFolding.fold(text))
    }

    @Test func `every folded byte knows where it came from`() {
        let text = Array("أَب‌ج X".utf8)
        let (folded, sources) = LetterFolding.foldWithOffsets(text)
        #expect(String(decoding: folded, as: UTF8.self) == "ابج x")
        #expect(sources.count == folded.count + 1)
        #expect(sources.last == Int32(text.count))
        #expect(sources.map(Int.init) == [0, 0, 4, 4, 9, 9, 11, 12, 13])
    }

    @Test func `invalid bytes are left out`() {
        #expect(LetterFolding.fold([0x61, 0xff, 0xd8, 0x41]) == Array("aa".utf8))
    }
}
