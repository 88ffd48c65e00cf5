import Foundation
import TextAnalysis

/// The words of one language that have to do with time, and the rules that put them together.
struct TimeLexicon: Sendable {
    let language: Language
    let codes: LetterCodes
    let table: WordTable
    let automaton: TimeAutomaton
    let starts: RuleStarts
    let phrases: [UInt16: [TimeVocabulary.Phrase]]
    /// Proclitics are written together with the word after them.
    let hasProclitics: Bool
    /// Classes whose tokens make numbers in words.
    let numberClass: UInt8?
    let ordinalClass: UInt8?
    let ordinalSuffixClass: UInt8?
    let andClass: UInt8?
    let futureClass: UInt8?
    let pastClass: UInt8?
    /// Verbs and nouns of what has happened, which the words of `pastClass` need not tell.
    let happenedClass: UInt8?
    /// Verbs of what is over once it has happened.
    let finishedClass: UInt8?
    let dayPartClass: UInt8?
    /// The classes of months' names of all calendars.
    let monthClasses: [UInt8]

    /// By the number of a word: whether a phrase starts with it, whether it is a part of numbers in words.
    let startsPhrase: [Bool]
    let isNumeral: [Bool]

    private let memberships: [[TimeVocabulary.Membership]]
    private let classSets: [SIMD2<UInt64>]
    /// By the code of the letter.
    private let procliticWords: [UInt16]
    private let futurePrefixes: [[UInt8]]
    private let futureExceptions: [[UInt8]]
    /// The field that a word of a class fills, by the class's number.
    private let fields: [TimeField?]

    static let arabic = resource("ar", .arabic)
    static let english = resource("en", .english)
    static let persian = resource("fa", .persian)

    /// The lexicon of a language; texts of unknown language are read as English.
    static func of(_ language: Language) -> TimeLexicon {
        switch language {
        case .arabic: arabic
        case .persian: persian
        case .english, .undetermined: english
        }
    }

    private static func resource(_ name: String, _ language: Language) -> TimeLexicon {
        // A package without its resources finds no dates; a test reads every line of each file.
        let text = (try? text(of: name)) ?? ""
        return TimeLexicon(TimeLexiconParser.parse(text).content, language: language)
    }

    /// The file of a language, by its code.
    static func text(of name: String) throws -> String {
        let url = Bundle.module.bundleURL.appending(path: "Resources/temporal/" + name + ".tsv")
        return try String(contentsOf: url, encoding: .utf8)
    }

    init(_ content: TimeLexiconParser.Content, language: Language) {
        let vocabulary = content.vocabulary
        self.language = language
        codes = content.codes
        table = WordTable(vocabulary.words.map { (WordTable.key(of: $0.key), $0.value) })
        automaton = content.automaton
        phrases = vocabulary.phrases
        hasProclitics = language == .arabic
        numberClass = vocabulary.classes["number"]
        ordinalClass = vocabulary.classes["nth"]
        ordinalSuffixClass = vocabulary.classes["ordinalsuffix"]
        andClass = vocabulary.classes["and"]
        futureClass = vocabulary.classes["future"]
        pastClass = vocabulary.classes["past"]
        happenedClass = vocabulary.classes["happened"]
        finishedClass = vocabulary.classes["finished"]
        dayPartClass = vocabulary.classes["daypart"]
        monthClasses = ["month", "hijri", "persian"].compactMap { vocabulary.classes[$0] }
        memberships = vocabulary.memberships
        classSets = vocabulary.memberships.map { list in
            list.reduce(into: SIMD2(0, 0)) { $0[Int($1.wordClass >> 6)] |= 1 << UInt64($1.wordClass & 63) }
        }
        procliticWords = (0..<256).map { vocabulary.words[[UInt8($0)]] ?? 0 }
        futurePrefixes = content.futurePrefixes
        futureExceptions = content.futureExceptions
        var fields = [TimeField?](repeating: nil, count: TimeVocabulary.maximumClasses)
        for (name, number) in vocabulary.classes { fields[Int(number)] = TimeField(name: name) }
        self.fields = fields
        startsPhrase = vocabulary.memberships.indices.map { vocabulary.phrases[UInt16($0)] != nil }
        let numerals = ["number", "nth", "ordinalsuffix"].compactMap { vocabulary.classes[$0] }
        isNumeral = vocabulary.memberships.map { $0.contains { numerals.contains($0.wordClass) } }
        starts = RuleStarts(automaton, classSets: classSets)
    }

    // MARK: Words

    @inline(__always)
    func isWord(_ word: UInt16, in wordClass: UInt8) -> Bool {
        classSets[Int(word)][Int(wordClass >> 6)] & 1 << UInt64(wordClass & 63) != 0
    }

    func isWord(_ word: UInt16, in wordClass: UInt8?) -> Bool {
        wordClass.map { isWord(word, in: $0) } ?? false
    }

    func value(of word: UInt16, in wordClass: UInt8) -> Int? {
        memberships[Int(word)].first { $0.wordClass == wordClass }.map { Int($0.value) }
    }

    func value(of word: UInt16, in wordClass: UInt8?) -> Int? {
        wordClass.flatMap { value(of: word, in: $0) }
    }

    /// The field that a class fills, with the value of a word in it.
    func field(of wordClass: UInt8) -> TimeField? { fields[Int(wordClass)] }

    func proclitic(_ letter: UInt8) -> UInt16 { procliticWords[Int(letter)] }

    /// Whether a word that the lexicon does not hold is a verb with the prefix of the future.
    func isFutureVerb(_ letters: [UInt8]) -> Bool {
        letters.count > 4 && futurePrefixes.contains(where: letters.starts)
            && !futureExceptions.contains(where: letters.starts)
    }
}
