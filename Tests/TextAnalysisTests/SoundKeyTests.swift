import Testing

@testable import TextAnalysis

struct SoundKeyTests {
    @Test(arguments: [
        ("نتنياهو", "Netanyahu"), ("إبراهيم رئيسي", "Ebrahim Raisi"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("القاهرة", "al-Qahira"), ("خامنئي", "Khamenei"), ("بوتين", "Putin"),
        ("تشرشل", "Churchill"), ("الشيخ أحمد", "Shaykh Ahmad"),
        ("پاکستان", "Pakistan"), ("جورج", "George"),
    ])
    func `a name and its transliteration sound alike`(name: String, latin: String) {
        #expect(SoundKey.of(name) == SoundKey.of(latin))
    }

    @Test(arguments: [
        ("باريس", "Berlin"), ("لندن", "Lebanon"), ("دمشق", "Damascus River"), ("موسكو", "Mexico City"),
    ])
    func `other names do not`(name: String, latin: String) {
        #expect(SoundKey.of(name) != SoundKey.of(latin))
    }

    @Test(arguments: ["", "آيا", "Io", "مي", "— !"])
    func `too few consonants say nothing`(name: String) {
        #expect(SoundKey.of(name) == nil)
    }
}
