package import Articles
import TextAnalysis

/// A name as names are compared.
package struct NameText: Sendable, Hashable {
    /// The letters that a name is written in.
    package enum Script: Sendable, Hashable {
        case arabic, latin, other
    }

    /// The name as it is written.
    package let text: String
    /// Folded words.
    package let words: [String]
    package let script: Script
    /// It has letters that Arabic lacks (پ چ ژ گ): spelled as another language does.
    package let isPersian: Bool
    /// See `Transliteration`; none for names that have too little of their own.
    package let skeletons: [String]
    /// See `ComparisonKey`.
    let key: String

    package init(_ text: String) {
        self.text = text
        let bytes = Array(LetterFolding.fold(text).utf8)
        words = Tokenizer().wordRanges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        let letters = words.joined().unicodeScalars.filter { !(0x30...0x39).contains($0.value) }
        if !letters.isEmpty, letters.allSatisfy({ (0x600...0x6ff).contains($0.value) }) {
            script = .arabic
        } else if !letters.isEmpty,
            letters.allSatisfy({ (0x61...0x7a).contains($0.value) || $0 == "'" || $0 == "\u{2019}" })
        {
            script = .latin
        } else {
            script = .other
        }
        isPersian = letters.contains { Self.persianLetters.contains($0) }
        skeletons = script == .other ? [] : Transliteration.skeletons(of: text)
        key = ComparisonKey(text).strict
    }

    private static let persianLetters: Set<Unicode.Scalar> = ["پ", "چ", "ژ", "گ"]

    /// How many consonants it has: fewer than `leastStrength` say nothing.
    package var strength: Int { skeletons.first?.utf8.count ?? 0 }

    /// Names of fewer consonants are no evidence.
    static let leastStrength = 4

    /// The numbers by which names of like consonants find each other; none for those that say too little.
    package func blocks(_ kind: Entity.Kind) -> [Int64] {
        guard strength >= Self.leastStrength, kind != .person || words.count > 1 else { return [] }
        let seed = StableHash.hash(kind.rawValue)
        return skeletons.filter { $0.utf8.count >= Self.leastStrength }.map {
            Int64(bitPattern: StableHash.hash($0, seed: seed))
        }
    }
}
