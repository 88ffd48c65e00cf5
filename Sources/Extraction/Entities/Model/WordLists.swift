/// What a model knows of words without having been trained on them: clusters, names and their classes, frequencies.
package struct WordLists: Sendable {
    /// Classes are numbered 0…51.
    package static let classCount = 52
    /// Words of the longest name that is looked for.
    package static let longestPhrase = 6
    static let none = WordLists(clusters: .empty, phrases: .empty, firstWords: .empty, frequencies: .empty)

    /// Values are pairs of bytes: the clusterings' numbers in order.
    private let clusters: PackedTable
    /// The classes of names, by the joined hashes of their folded words.
    private let phrases: PackedTable
    /// The number of words of the longest name that begins with a word.
    private let firstWords: PackedTable
    /// A step for each word, higher for more frequent ones.
    private let frequencies: PackedTable

    private init(
        clusters: PackedTable, phrases: PackedTable, firstWords: PackedTable, frequencies: PackedTable
    ) {
        self.clusters = clusters
        self.phrases = phrases
        self.firstWords = firstWords
        self.frequencies = frequencies
    }

    /// - Parameters:
    ///   - clusters: for each word up to four numbers from 1
    ///   - phrases: names with the numbers of their classes; longer ones than `longestPhrase` are left out
    ///   - frequencies: for each word a number from 1
    package init(
        clusters: [(word: String, numbers: [UInt16])] = [], phrases: [(name: String, classes: [UInt8])] = [],
        frequencies: [(word: String, step: UInt8)] = []
    ) {
        var builder = Builder()
        for (word, numbers) in clusters {
            builder.clusters.set(
                NameKey.finished(NameKey.hash(word.utf8)),
                numbers.prefix(4).map { (UInt8($0 & 0xff), UInt8($0 >> 8)) })
        }
        for (word, numbers) in clusters {
            builder.add(word, to: \.clusters, numbers.prefix(4).map { (UInt8($0 & 0xff), UInt8($0 >> 8)) })
        }
        for (word, step) in frequencies { builder.add(word, to: \.frequencies, [(step, 0)]) }
        builder.add(phrases)
        self.init(
            clusters: PackedTable(builder.clusters.entries), phrases: PackedTable(builder.phrases.entries),
            firstWords: PackedTable(builder.firstWords.entries),
            frequencies: PackedTable(builder.frequencies.entries))
    }

    func clusters(_ hash: UInt64) -> SIMD4<UInt16>? {
        var found = SIMD4<UInt16>(repeating: 0)
        var index = 0
        let isFound = clusters.forEach(NameKey.finished(hash)) { low, high in
            if index < 4 { found[index] = UInt16(low) | UInt16(high) << 8 }
            index += 1
        }
        return isFound ? found : nil
    }

    /// 0 for words that are not there.
    func frequency(_ hash: UInt64) -> UInt8 {
        var step: UInt8 = 0
        _ = frequencies.forEach(NameKey.finished(hash)) { value, _ in step = value }
        return step
    }

    func reach(_ hash: UInt64) -> Int {
        var reach: UInt8 = 0
        _ = firstWords.forEach(NameKey.finished(hash)) { value, _ in reach = value }
        return Int(reach)
    }

    /// A bit for each class of a name; 0 for none.
    func classes(_ hash: UInt64) -> UInt64 {
        var classes: UInt64 = 0
        _ = phrases.forEach(NameKey.finished(hash)) { value, _ in classes |= 1 << UInt64(value & 63) }
        return classes
    }

    func write(to writer: inout ModelWriter) {
        for table in [clusters, phrases, firstWords, frequencies] { table.write(to: &writer) }
    }

    init(_ reader: inout ModelReader) throws(EntityModelError) {
        clusters = try PackedTable(&reader)
        phrases = try PackedTable(&reader)
        firstWords = try PackedTable(&reader)
        frequencies = try PackedTable(&reader)
    }
}

extension WordLists {
    /// Entries in the order in which their keys came; pairs of one key joined.
    private struct Entries {
        var entries: [(key: UInt64, pairs: [(UInt8, UInt8)])] = []
        private var positions: [UInt64: Int] = [:]

        /// The first to take a key keeps it.
        mutating func set(_ key: UInt64, _ pairs: [(UInt8, UInt8)]) {
            let position = position(key)
            if entries[position].pairs.isEmpty { entries[position].pairs = pairs }
        }

        mutating func position(_ key: UInt64) -> Int {
            if let position = positions[key] { return position }
            positions[key] = entries.count
            entries.append((key, []))
            return entries.count - 1
        }
    }

    private struct Builder {
        var clusters = Entries()
        var phrases = Entries()
        var firstWords = Entries()
        var frequencies = Entries()

        mutating func add(
            _ word: String, to table: WritableKeyPath<Builder, Entries>, _ pairs: [(UInt8, UInt8)]
        ) {
            let words = NameKey.words(of: word)
            guard words.count == 1, let folded = words.first else { return }
            let position = self[keyPath: table].position(
                NameKey.finished(NameKey.hash(WordReader.masked(folded))))
            if self[keyPath: table].entries[position].pairs.isEmpty {
                self[keyPath: table].entries[position].pairs = pairs
            }
        }

        mutating func add(_ names: [(name: String, classes: [UInt8])]) {
            for (name, classes) in names {
                let words = NameKey.words(of: name).map(WordReader.masked)
                guard let first = words.first, words.count <= WordLists.longestPhrase else { continue }
                let hash = words.dropFirst().reduce(NameKey.hash(first)) {
                    NameKey.joined($0, NameKey.hash($1))
                }
                let position = phrases.position(NameKey.finished(hash))
                for number in classes where number < WordLists.classCount {
                    if !phrases.entries[position].pairs.contains(where: { $0.0 == number }) {
                        phrases.entries[position].pairs.append((number, 0))
                    }
                }
                let start = firstWords.position(NameKey.finished(NameKey.hash(first)))
                let reach = max(firstWords.entries[start].pairs.first?.0 ?? 0, UInt8(clamping: words.count))
                firstWords.entries[start].pairs = [(reach, 0)]
            }
        }
    }
}
