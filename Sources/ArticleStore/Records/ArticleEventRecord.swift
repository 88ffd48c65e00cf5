import Articles
import TextAnalysis
import Timeline

/// What merging knows of an event of one article, as it is kept in one column.
enum ArticleEventRecord {
    private static let version = 1

    static func encode(_ event: ArticleEvent) -> [UInt8] {
        var writer = RecordWriter()
        writer.append(version)
        writer.append(event.kind) { $0.append($1) }
        writer.append(event.isRepeatable ? 1 : 0)
        writer.append(event.status.rawValue)
        writer.append(event.date) { $0.append($1) }
        writer.append(list: event.names) {
            $0.append($1.id)
            $0.append($1.kind.rawValue)
        }
        writer.append(event.place) { $0.append($1) }
        writer.append(list: event.quantities) { $0.append($1) }
        writer.append(words: event.titleWords)
        writer.append(words: event.words)
        writer.append(event.copy.whole)
        writer.append(words: event.copy.runs)
        writer.append(event.copy.wordCount)
        writer.append(event.title)
        writer.append(event.titleLanguage.rawValue)
        writer.append(event.titleDirection.rawValue)
        writer.append(event.isListItem ? 1 : 0)
        writer.append(event.claimCount)
        writer.append(event.confidence)
        writer.append(event.voice)
        writer.append(event.language.rawValue)
        writer.append(event.isFlagged ? 1 : 0)
        writer.append(event.rank)
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8]) throws(RecordError) -> ArticleEvent {
        var reader = RecordReader(bytes)
        guard try reader.int() == version else { throw RecordError() }
        return ArticleEvent(
            kind: try reader.optional { reader throws(RecordError) in try reader.string() },
            isRepeatable: try reader.flag(), status: try reader.choice(),
            date: try reader.optional { reader throws(RecordError) in try reader.worldDate() },
            names: try reader.list { reader throws(RecordError) in
                ArticleEvent.Name(id: try reader.string(), kind: try reader.choice())
            },
            place: try reader.optional { reader throws(RecordError) in try reader.number() },
            quantities: try reader.quantities(), titleWords: try reader.words(), words: try reader.words(),
            copy: CopySketch(
                whole: try reader.number(), runs: try reader.words(), wordCount: try reader.int()),
            title: try reader.string(), titleLanguage: try reader.choice(),
            titleDirection: try reader.choice(), isListItem: try reader.flag(),
            claimCount: try reader.int(), confidence: try reader.share(), voice: try reader.string(),
            language: try reader.choice(), isFlagged: try reader.flag(), rank: try reader.number())
    }
}

extension RecordWriter {
    /// Ascending numbers, by their distances.
    mutating func append(words: [UInt32]) {
        append(words.count)
        var last: UInt32 = 0
        for word in words {
            append(UInt64(word &- last))
            last = word
        }
    }

    mutating func append(_ quantity: Event.Quantity) {
        append(quantity.measure)
        append(quantity.unit)
        append(quantity.lower)
        append(quantity.upper)
    }
}

extension RecordReader {
    mutating func words() throws(RecordError) -> [UInt32] {
        var last: UInt32 = 0
        return try list { reader throws(RecordError) in
            last = last &+ UInt32(truncatingIfNeeded: try reader.number())
            return last
        }
    }

    /// 0…1.
    mutating func share() throws(RecordError) -> Double {
        let value = try double()
        guard (0...1).contains(value) else { throw RecordError() }
        return value
    }

    mutating func flag() throws(RecordError) -> Bool { try int() != 0 }

    mutating func quantities() throws(RecordError) -> [Event.Quantity] {
        try list { reader throws(RecordError) in
            let measure = try reader.string()
            let unit = try reader.string()
            let lower = try reader.double()
            let upper = try reader.double()
            guard lower <= upper else { throw RecordError() }
            return Event.Quantity(measure: measure, unit: unit, lower: lower, upper: upper)
        }
    }
}
