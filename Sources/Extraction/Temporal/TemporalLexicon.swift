import Foundation
import TextAnalysis

/// What a word can do in an expression of time.
enum TimeClass: String, Hashable, Sendable {
    case month, hijri, persian, weekday, ordinal, number, unit, units, decade, since, until, from, to,
        between, and
    case preposition, link, about, start, middle, end, last, next, this, offset, era, season, part, counted,
        label
}

/// A word of the lexicon with everything it can be.
struct TimeWord: Sendable {
    /// The value of each of its classes; 0 where a class has none.
    var values: [TimeClass: Int] = [:]

    func value(_ timeClass: TimeClass) -> Int? { values[timeClass] }
    func `is`(_ timeClass: TimeClass) -> Bool { values[timeClass] != nil }
}

/// The units and eras of the lexicon as numbers.
enum TimeUnit: Int, Sendable {
    case day, week, month, year, decade, century

    init?(name: String) {
        guard let index = ["day", "week", "month", "year", "decade", "century"].firstIndex(of: name) else {
            return nil
        }
        self.init(rawValue: index)
    }
}

enum Era: Int, Sendable {
    case bc, ad, hijri, persian

    init?(name: String) {
        guard let index = ["bc", "ad", "hijri", "persian"].firstIndex(of: name) else { return nil }
        self.init(rawValue: index)
    }
}

/// The words of time of one language; the format of its files is in `Resources/temporal/LEXICON.md`.
struct TemporalLexicon: Sendable {
    private var words: [String: TimeWord] = [:]
    /// A bit for the hash of every word and of the words of every phrase, so that most words of a text cost no look-up.
    private var filter = [UInt64](repeating: 0, count: 1_024)
    /// First words of entries of two words.
    private(set) var phraseStarts: Set<String> = []

    static let arabic = TemporalLexicon(resource: "ar")
    static let english = TemporalLexicon(resource: "en")
    static let persian = TemporalLexicon(resource: "fa")

    static func of(_ language: Language) -> TemporalLexicon {
        switch language {
        case .arabic: arabic
        case .persian: persian
        case .english, .undetermined: english
        }
    }

    private init(resource: String) {
        let url = Bundle.module.url(forResource: "Resources/temporal/" + resource, withExtension: "tsv")
        // A missing file leaves the lexicon empty; a test reads every language's.
        let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") { add(line) }
    }

    private mutating func add(_ line: Substring) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 3 else { return }
        let value = Self.value(columns[1])
        for name in columns[0].split(separator: " ") {
            guard let timeClass = TimeClass(rawValue: String(name)) else { continue }
            for word in columns[2].split(separator: "|") {
                let folded = LetterFolding.fold(String(word))
                words[folded, default: TimeWord()].values[timeClass] = value
                note(folded)
                if let space = folded.firstIndex(of: " ") {
                    phraseStarts.insert(String(folded[..<space]))
                    note(folded[..<space])
                    note(folded[folded.index(after: space)...])
                }
            }
        }
    }

    private static func value(_ text: Substring) -> Int {
        let name = String(text)
        if name == "half" { return 2 }
        if name == "quarter" { return 4 }
        return Int(name) ?? TimeUnit(name: name)?.rawValue ?? Era(name: name)?.rawValue ?? 0
    }

    private mutating func note(_ word: some StringProtocol) {
        let hash = Self.hash(Array(word.utf8)[...])
        filter[hash >> 6] |= 1 << UInt64(hash & 63)
    }

    /// False for most words that are not in the lexicon, alone or as one of two words.
    func mayHold(_ folded: ArraySlice<UInt8>) -> Bool {
        let hash = Self.hash(folded)
        return filter[hash >> 6] & 1 << UInt64(hash & 63) != 0
    }

    /// 16 bits of FNV-1a (RFC 9923).
    private static func hash(_ word: ArraySlice<UInt8>) -> Int {
        var hash: UInt32 = 0x811c_9dc5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int((hash ^ hash >> 16) & 0xffff)
    }

    subscript(folded: String) -> TimeWord? { words[folded] }

    var isEmpty: Bool { words.isEmpty }
}
