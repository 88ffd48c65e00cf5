import Extraction

/// Files of words that a model is given beside the sentences: UTF-8, on each line a word or name, a TAB, and what is said of
/// it.
enum ListFiles {
    /// - Parameters:
    ///   - clusters: one to four numbers from 1 with spaces between
    ///   - names: classes, each an ASCII letter
    ///   - frequencies: a number from 1 to 100, higher for more frequent words
    /// - Throws: `TrainingError.list`
    static func read(clusters: String?, names: String?, frequencies: String?) throws -> WordLists {
        WordLists(
            clusters: try clusters.map { path in
                try lines(path) { text in
                    let numbers = text.split(separator: " ").map { UInt16($0) ?? 0 }
                    return (1...4).contains(numbers.count) && !numbers.contains(0) ? numbers : nil
                }.map { (word: $0, numbers: $1) }
            } ?? [],
            phrases: try names.map { path in
                try lines(path) { text in
                    let classes = text.utf8.compactMap(number(ofClass:))
                    return classes.count == text.utf8.count ? classes : nil
                }.map { (name: $0, classes: $1) }
            } ?? [],
            frequencies: try frequencies.map { path in
                try lines(path) { text in UInt8(text).flatMap { (1...100).contains($0) ? $0 : nil } }
                    .map { (word: $0, step: $1) }
            } ?? [])
    }

    /// A…Z are 0…25, a…z 26…51.
    private static func number(ofClass letter: UInt8) -> UInt8? {
        letter &- 0x41 < 26 ? letter - 0x41 : letter &- 0x61 < 26 ? letter - 0x61 + 26 : nil
    }

    private static func lines<Value>(
        _ path: String, _ value: (Substring) -> Value?
    ) throws -> [(String, Value)] {
        var result: [(String, Value)] = []
        for (number, line) in try Files.text(path).split(separator: "\n").enumerated() {
            let columns = line.split(separator: "\t")
            guard columns.count == 2, let value = value(columns[1]) else {
                throw TrainingError.list(file: path, line: number + 1)
            }
            result.append((String(columns[0]), value))
        }
        return result
    }
}
