import TextAnalysis

/// Reads the file of a language: words, pieces of patterns and rules. `LEXICON.md` beside the files describes the form.
enum TimeLexiconParser {
    struct Content: Sendable {
        let codes = LetterCodes()
        var vocabulary: TimeVocabulary
        var automaton = TimeAutomaton()
        var futurePrefixes: [[UInt8]] = []
        var futureExceptions: [[UInt8]] = []

        init() {
            vocabulary = TimeVocabulary(codes: codes)
        }
    }

    /// What can't be read, by line from 1.
    struct Problem: Sendable, Hashable {
        var line: Int
        var reason: String
    }

    private typealias Line = (number: Int, columns: [Substring])

    /// The content of every line that can be read; a word may be used by rules above it.
    static func parse(_ text: String) -> (content: Content, problems: [Problem]) {
        var content = Content()
        var problems: [Problem] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            number, line -> Line? in
            line.isEmpty || line.hasPrefix("#")
                ? nil : (number + 1, line.split(separator: "\t", omittingEmptySubsequences: false))
        }
        for letter in ["و", "ف", "ب", "ل", "ك"] { _ = content.vocabulary.number(ofWord: letter) }
        var pieces: [String: TimePattern] = [:]
        for line in lines where line.columns[0] != "rule" && line.columns[0] != "piece" {
            problems += addWords(line, to: &content)
        }
        for line in lines where line.columns[0] == "rule" || line.columns[0] == "piece" {
            addLiterals(line.columns[line.columns.count - 1], to: &content)
        }
        for line in lines where line.columns[0] == "rule" || line.columns[0] == "piece" {
            do throws(TimePatternReader.Failure) {
                try addPattern(line.columns, &pieces, to: &content)
            } catch {
                problems.append(Problem(line: line.number, reason: error.reason))
            }
        }
        return (content, problems)
    }

    // MARK: Words

    private static func addWords(_ line: Line, to content: inout Content) -> [Problem] {
        guard line.columns.count == 3 else {
            return [Problem(line: line.number, reason: "a line of words has a class, a value and words")]
        }
        let name = String(line.columns[0])
        if name == "future-prefix" || name == "future-exception" {
            addPrefixes(line.columns[2], isException: name == "future-exception", to: &content)
            return []
        }
        guard let number = content.vocabulary.number(ofClass: name) else {
            return [Problem(line: line.number, reason: "there are too many classes")]
        }
        guard let value = value(line.columns[1], of: name) else {
            return [Problem(line: line.number, reason: "'\(line.columns[1])' is no value of '\(name)'")]
        }
        for word in line.columns[2].split(separator: "|") {
            for form in forms(word) {
                guard let word = content.vocabulary.number(ofWord: form) else {
                    return [Problem(line: line.number, reason: "'\(form)' holds no letter")]
                }
                content.vocabulary.add(.init(wordClass: number, value: Int32(value)), to: word)
            }
        }
        return []
    }

    /// `(ال)عام` stands for «العام» and «عام».
    private static func forms(_ word: Substring) -> [Substring] {
        guard word.hasPrefix("("), let close = word.firstIndex(of: ")") else { return [word] }
        let rest = word[word.index(after: close)...]
        return [rest, word[word.index(after: word.startIndex)..<close] + rest]
    }

    private static func value(_ text: Substring, of name: String) -> Int? {
        if text.isEmpty { return 0 }
        if let number = Int(text), abs(number) < 1_000_000_001 { return number }
        switch name {
        case "unit", "unit2", "units", "oneunit", "countunit", "theunit", "dual", "thedual", "adverb",
            "single":
            return TimeUnit(name: text)?.rawValue
        case "era": return TimeEra(name: text)?.rawValue
        case "direction", "these", "same": return TimeDirection(name: text)?.rawValue
        case "modifier": return ["start": 1, "mid": 2, "end": 3][String(text)]
        case "daypart": return ["morning": 1, "afternoon": 2, "evening": 3, "night": 4][String(text)]
        case "meridiem": return ["am": 1, "pm": 2, "noon": 3, "night": 4, "midnight": 5][String(text)]
        case "division": return ["quarter": 4, "third": 3, "half": 2][String(text)]
        case "season":
            return ["spring": 21, "summer": 22, "autumn": 23, "winter": 24][String(text)]
        default: return nil
        }
    }

    private static func addPrefixes(_ words: Substring, isException: Bool, to content: inout Content) {
        for word in words.split(separator: "|") {
            let letters = LetterFolding.fold(String(word)).unicodeScalars.map { UInt8($0.value & 0xff) }
            if isException {
                content.futureExceptions.append(letters)
            } else {
                content.futurePrefixes.append(letters)
            }
        }
    }

    // MARK: Patterns

    /// Makes words that only rules use known.
    private static func addLiterals(_ pattern: Substring, to content: inout Content) {
        for symbol in pattern.split(separator: " ") {
            let word = symbol.drop { "<>!~".contains($0) }
            guard let first = word.first, first.isLetter, !(first.isUppercase && first.isASCII),
                word != "same-month"
            else { continue }
            let bare = word.last.map { "?*".contains($0) } == true ? word.dropLast() : word
            _ = content.vocabulary.number(ofWord: bare)
        }
    }

    private static func addPattern(
        _ columns: [Substring], _ pieces: inout [String: TimePattern], to content: inout Content
    ) throws(TimePatternReader.Failure) {
        var reader = TimePatternReader(
            columns[columns.count - 1], vocabulary: content.vocabulary, pieces: pieces)
        if columns[0] == "piece", columns.count == 3 {
            pieces[String(columns[1])] = try reader.pattern()
        } else if columns[0] == "rule", columns.count == 4,
            let kind = TimeRuleKind(rawValue: String(columns[1]))
        {
            content.automaton.add(try reader.pattern(), name: String(columns[2]), kind: kind)
        } else {
            throw TimePatternReader.Failure(
                reason: "a rule has a kind, a name and a pattern, a piece a name and a pattern")
        }
    }
}
