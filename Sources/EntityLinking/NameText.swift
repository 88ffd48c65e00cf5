package import Articles
import TextAnalysis

/// A name as names are compared: its folded words.
package struct NameText: Sendable, Hashable {
    /// The letters that a name is written in.
    package enum Script: Sendable, Hashable {
        case arabic, latin, other
    }

    /// Folded words, as scalars.
    package let words: [[UInt32]]
    /// The folded words with one space between them.
    package let folded: String
    package let script: Script
    /// It has letters that Arabic lacks (پ چ ژ گ): spelled as another language does.
    package let isPersian: Bool
    /// The consonants of all words, see `ConsonantSkeleton`; empty in other scripts.
    package let skeleton: [UInt8]

    package init(_ text: String) {
        let folded = LetterFolding.fold(text)
        let bytes = Array(folded.utf8)
        let parts = Tokenizer().wordRanges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        words = parts.map { $0.unicodeScalars.map(\.value) }
        self.folded = parts.joined(separator: " ")
        let scalars = words.joined()
        let letters = scalars.filter { !(0x30...0x39).contains($0) }
        if !letters.isEmpty, letters.allSatisfy({ (0x600...0x6ff).contains($0) }) {
            script = .arabic
        } else if !letters.isEmpty,
            letters.allSatisfy({ (0x61...0x7a).contains($0) || $0 == 0x27 || $0 == 0x2019 })
        {
            script = .latin
        } else {
            script = .other
        }
        isPersian = scalars.contains { Self.persianLetters.contains($0) }
        let consonants =
            switch script {
            case .arabic: ConsonantSkeleton.arabic(words)
            case .latin: ConsonantSkeleton.latin(words)
            case .other: ConsonantSkeleton()
            }
        skeleton = consonants.letters
        strength = skeleton.isEmpty ? 0 : skeleton.count + consonants.dropped
    }

    private static let persianLetters: Set<UInt32> = [0x67e, 0x686, 0x698, 0x6af]

    /// All letters without the spaces.
    var letters: [UInt32] { Array(words.joined()) }

    /// Its consonants, also those that `skeleton` leaves out since they may be those of an article.
    package let strength: Int

    /// The number by which names of like consonants find each other; `nil` for those with too few.
    package func block(_ kind: Entity.Kind) -> Int64? {
        guard strength >= Self.leastStrength, skeleton.count > 2, kind != .person || words.count > 1 else {
            return nil
        }
        return Int64(bitPattern: StableHash.hash(skeleton, seed: StableHash.hash(kind.rawValue)))
    }

    /// Names of fewer consonants in common are no evidence.
    static let leastStrength = 4
}
