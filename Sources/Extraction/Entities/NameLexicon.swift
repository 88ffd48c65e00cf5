import Foundation

/// The words that rules look for, by the hash of their folded form.
///
/// Its files have a trait, a TAB and words with spaces between them in each line; `#` begins a comment. A word may stand in
/// several lines.
struct NameLexicon: Sendable {
    static let standard = NameLexicon(
        files.compactMap { try? Data(contentsOf: resource($0)) }.map { [UInt8]($0) })

    /// The built-in files.
    static let files = ["given-names", "family-names", "titles", "triggers", "stop-words"]

    private var table = HashIndex(capacity: 4_096)

    /// Lines that name no trait are left out; the test of the built-in files is that there are none.
    init(_ files: [[UInt8]]) {
        for file in files {
            for line in file.split(separator: 0x0a) where line.first != 0x23 {
                add(line)
            }
        }
    }

    /// Where a built-in file stands.
    static func resource(_ file: String) -> URL {
        Bundle.module.bundleURL.appending(path: "Resources/lexicon/\(file).tsv")
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: 0x09),
            let traits = WordTraits.names[String(decoding: line[..<tab], as: UTF8.self)]
        else { return }
        for word in line[(tab + 1)...].split(separator: 0x20) {
            for folded in NameKey.words(of: String(decoding: word, as: UTF8.self)).prefix(1) {
                let hash = NameKey.hash(folded)
                table[hash] = table[hash] | traits.rawValue
            }
        }
    }

    @inline(__always)
    func traits(_ hash: UInt64) -> WordTraits { WordTraits(rawValue: table[hash]) }
}
