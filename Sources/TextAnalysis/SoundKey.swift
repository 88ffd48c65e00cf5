/// What a name sounds like, whatever the script: its consonants in Latin capitals, so that `نتنياهو` and `Netanyahu` are the
/// same. Vowels, half-vowels and the Arabic article are left out, and letters that are transliterated into each other are one.
/// A weak likeness: names that are not the same may have the same key.
package enum SoundKey {
    /// Keys of fewer consonants say too little.
    package static let minimumLength = 3
    private static let maximumLength = 48

    /// The key of a name, its words joined; `nil` when it has too few consonants to say anything.
    package static func of(_ name: String) -> String? {
        var key: [UInt8] = []
        for word in NameText.words(of: name) { append(word, to: &key) }
        guard key.count >= minimumLength else { return nil }
        return String(decoding: key.prefix(maximumLength), as: UTF8.self)
    }

    private static func append(_ word: [UInt8], to key: inout [UInt8]) {
        let stem = NameText.withoutArticle(word) ?? word
        let letters = Array(String(decoding: stem, as: UTF8.self).unicodeScalars)
        if stem == Array("al".utf8) || stem == Array("el".utf8) { return }
        var index = 0
        let start = key.count
        while index < letters.count {
            let next = index + 1 < letters.count ? letters[index + 1] : nil
            if let next, let code = pairs[Pair(first: letters[index], second: next)] {
                add(code, to: &key, start)
                index += 2
                continue
            }
            if let code = singles[letters[index]], !isSilent(letters, index) { add(code, to: &key, start) }
            index += 1
        }
    }

    /// A letter twice, or two letters of one sound, count once.
    private static func add(_ code: UInt8, to key: inout [UInt8], _ start: Int) {
        if key.count > start, key.last == code { return }
        key.append(code)
    }

    /// An `h` that ends a word, as in `Mecca` or `Makkah`, is a vowel's.
    private static func isSilent(_ letters: [Unicode.Scalar], _ index: Int) -> Bool {
        index == letters.count - 1 && index > 0 && (letters[index] == "h" || letters[index] == "ه")
    }

    private struct Pair: Hashable {
        var first: Unicode.Scalar
        var second: Unicode.Scalar
    }

    private static let pairs: [Pair: UInt8] = {
        var pairs: [Pair: UInt8] = [:]
        for line in "sh X|ch X|kh K|gh G|th T|dh D|ph F|zh G|ck K|تش X".split(separator: "|") {
            let parts = line.split(separator: " ")
            let letters = Array(parts[0].unicodeScalars)
            pairs[Pair(first: letters[0], second: letters[1])] = parts[1].utf8.first
        }
        return pairs
    }()

    private static let singles: [Unicode.Scalar: UInt8] = {
        var singles: [Unicode.Scalar: UInt8] = [:]
        let lines =
            "B bpبپ|T tتطث|G gjجچغگژ|H hحه|K kqcخقك|D dدضذ|R rر|Z zزظ|S sسص|X xش|F fvفڤ|L lل|M mم|N nن"
        for line in lines.split(separator: "|") {
            let parts = line.split(separator: " ")
            for letter in parts[1].unicodeScalars { singles[letter] = parts[0].utf8.first }
        }
        return singles
    }()
}
