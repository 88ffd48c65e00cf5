import Foundation
import TextAnalysis

/// Words that tell something of an event, from a file of `name`, tab, words; the format is in the files themselves.
struct CueLexicon: Sendable {
    private var words: [String: String] = [:]
    /// Prefixes that match every word that starts with them, by their first four bytes.
    private var prefixes: [String: [(prefix: String, name: String)]] = [:]
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
            prefixes[Self.key(folded), default: []].append((folded, name))
            filter.insert(Self.key(folded).utf8)
        } else if words[folded] == nil {
            words[folded] = name
            filter.insert(folded.utf8)
        }
    }

    private static func key(_ word: String) -> String {
        String(word.unicodeScalars.prefix(2))
    }

    /// The name for a folded word or two words.
    func name(_ folded: String) -> String? {
        if filter.mayHold(folded.utf8), let name = words[folded] { return name }
        let key = Self.key(folded)
        return !filter.mayHold(key.utf8) ? nil : prefixes[key]?.first { folded.hasPrefix($0.prefix) }?.name
    }
}
