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
    /// By their UTF-8, which is compared faster than text.
    private var words: [ArraySlice<UInt8>: TimeWord] = [:]
    /// The words, and those of phrases of two words.
    private var filter = WordFilter()
    /// First words of entries of two words.
    private var phraseStarts: Set<ArraySlice<UInt8>> = []

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
                words[Array(folded.utf8)[...], default: TimeWord()].values[timeClass] = value
                filter.insert(folded.utf8)
                if let space = folded.firstIndex(of: " ") {
                    phraseStarts.insert(Array(folded[..<space].utf8)[...])
                    filter.insert(folded[..<space].utf8)
                    filter.insert(folded[folded.index(after: space)...].utf8)
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

    /// False for most words that are not in the lexicon, alone or as one of two words.
    func mayHold(_ folded: ArraySlice<UInt8>) -> Bool { filter.mayHold(folded) }

    subscript(folded: ArraySlice<UInt8>) -> TimeWord? { words[folded] }

    /// Whether a phrase of two words starts with it.
    func startsPhrase(_ folded: ArraySlice<UInt8>) -> Bool { phraseStarts.contains(folded) }

    var isEmpty: Bool { words.isEmpty }
}
