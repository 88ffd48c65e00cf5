import Foundation
import TextAnalysis

/// Words that tell something of an event, from a file of `name`, tab, words; the format is in the files themselves.
struct CueLexicon: Sendable {
    /// By the hash of the word's bytes: comparing texts letter by letter costs far more.
    private var words: [UInt64: (word: [UInt8], name: String)] = [:]
    /// Prefixes that match every word that starts with them, by the hash of their first two letters.
    private var prefixes: [UInt64: [(prefix: [UInt8], name: String)]] = [:]
    /// The words, and the first letters of the prefixes.
    private var filter = WordFilter()
    /// Names whose line started with `+`.
    private(set) var repeatable: Set<String> = []

    static let kinds = CueLexicon(resource: "kinds")
    static let cues = CueLexicon(resource: "cues")
    static let frames = CueLexicon(resource: "frames")

    private init(resource: String) {
        let url = Bundle.module.url(forResource: "Resources/events/" + resource, withExtension: "tsv")
        // A missing file leaves the lexicon empty; a test reads both.
        let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            guard columns.count == 2 else { continue }
            let name = String(columns[0].drop { $0 == "+" })
            if columns[0].hasPrefix("+") { repeatable.insert(name) }
            for word in columns[1].split(separator: "|") { add(String(word), name) }
        }
    }

    private mutating func add(_ word: String, _ name: String) {
        let folded = LetterFolding.fold(word.replacing("*", with: ""))
        if word.hasSuffix("*") {
            let start = Self.start(of: folded)
            prefixes[NameKey.hash(start), default: []].append((Array(folded.utf8), name))
            filter.insert(start)
        } else if words[NameKey.hash(folded.utf8)] == nil {
            words[NameKey.hash(folded.utf8)] = (Array(folded.utf8), name)
            filter.insert(folded.utf8)
        }
    }

    /// The bytes of the first two letters.
    @inline(__always)
    private static func start(of word: String) -> Substring.UTF8View {
        var letters = 0
        return word.utf8.prefix { byte in
            if byte & 0xc0 != 0x80 { letters += 1 }
            return letters < 3
        }
    }

    /// The name for a folded word or two words.
    func name(_ folded: String) -> String? {
        if filter.mayHold(folded.utf8), let found = words[NameKey.hash(folded.utf8)],
            folded.utf8.elementsEqual(found.word)
        {
            return found.name
        }
        let start = Self.start(of: folded)
        guard filter.mayHold(start), let found = prefixes[NameKey.hash(start)] else { return nil }
        return found.first { folded.utf8.starts(with: $0.prefix) }?.name
    }

    /// The name for two folded words, which are joined only where that may matter.
    func name(_ first: String, _ second: String) -> String? {
        let start = Self.start(of: first)
        let isShort = start.endIndex == first.endIndex
        let state = WordFilter.adding(
            second.utf8,
            to: WordFilter.adding(CollectionOfOne(0x20), to: WordFilter.adding(first.utf8, to: WordFilter.seed)))
        guard isShort || filter.mayHold(state: state) || filter.mayHold(start) else { return nil }
        return name(first + " " + second)
    }
}
