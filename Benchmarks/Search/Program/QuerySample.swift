import SearchIndex
import TextAnalysis

/// Chooses queries from articles.
struct QuerySample {
    static let perKind = 100

    private var texts: [[String]] = []
    private var sources: Set<String> = []
    private var seen = 0
    private var state: UInt64 = 88_172_645_463_325_252

    private mutating func random(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(limit, 1)))
    }

    /// Every 50th article's longest text is kept.
    mutating func add(_ documents: [IndexDocument]) {
        for document in documents {
            seen += 1
            if let source = document.keywords.first(where: { $0.field == 1 })?.value {
                sources.insert(source)
            }
            guard seen % 50 == 1, texts.count < 4000 else { continue }
            let longest = document.texts.max { $0.bytes.count < $1.bytes.count }?.bytes ?? []
            texts.append(Analyzer(.arabic).terms(in: longest).map(\.surface))
        }
    }

    func queries(_ snapshot: IndexSnapshot) -> [BenchmarkQuery] {
        var maker = Maker(sample: self, snapshot: snapshot)
        return maker.queries()
    }

    private struct Maker {
        var sample: QuerySample
        let snapshot: IndexSnapshot
        var counts: [String: Int] = [:]

        mutating func count(_ word: String) -> Int {
            if let count = counts[word] { return count }
            let count = snapshot.documentCount(ofWord: word)
            counts[word] = count
            return count
        }

        var all: Int { snapshot.documentCount }

        mutating func queries() -> [BenchmarkQuery] {
            let kinds: [(String, String)] = [
                ("rare", "or"), ("common", "or"), ("or", "or"), ("or common", "or"), ("and", "and"),
                ("phrase", "phrase"), ("common phrase", "phrase"), ("prefix", "prefix"), ("filtered", "or"),
                ("faceted", "or"),
            ]
            var queries: [BenchmarkQuery] = []
            for (kind, form) in kinds {
                var found: Set<String> = []
                var attempts = 0
                while found.count < QuerySample.perKind, attempts < 200_000 {
                    attempts += 1
                    guard let words = words(kind), found.insert(words.joined(separator: " ")).inserted,
                        let query = query(kind, form, words)
                    else { continue }
                    queries.append(query)
                }
            }
            return queries
        }

        private mutating func words(_ kind: String) -> [String]? {
            let text = sample.texts[sample.random(sample.texts.count)]
            guard text.count > 8 else { return nil }
            let word = text[sample.random(text.count)]
            let start = sample.random(text.count - 3)
            switch kind {
            case "rare": return (3...max(all / 5000, 10)).contains(count(word)) ? [word] : nil
            case "common", "faceted": return count(word) >= all / 20 ? [word] : nil
            case "prefix":
                let prefix = String(word.prefix(4))
                return prefix.count == 4 ? [prefix] : nil
            case "phrase":
                let words = Array(text[start..<start + 2 + sample.random(2)])
                return words.contains { count($0) < all / 50 } ? words : nil
            case "common phrase":
                let words = Array(text[start..<start + 2])
                return words.allSatisfy { count($0) >= all / 20 } ? words : nil
            case "or common":
                let words = (0..<3).map { _ in text[sample.random(text.count)] }
                return words.allSatisfy { count($0) >= all / 20 } && Set(words).count == 3 ? words : nil
            default:
                let number = kind == "filtered" ? 2 : 2 + sample.random(3)
                let words = (0..<number).map { _ in text[sample.random(text.count)] }
                return words.allSatisfy { count($0) >= all / 5000 } && Set(words).count == number
                    ? words : nil
            }
        }

        private mutating func query(_ kind: String, _ form: String, _ words: [String]) -> BenchmarkQuery? {
            let joined = words.joined(separator: " ")
            let text = form == "phrase" ? "\"\(joined)\"" : form == "prefix" ? joined + "*" : joined
            var query = BenchmarkQuery(kind: kind, text: text, form: form)
            guard let parsed = try? query.query, parsed.terms.count == words.count else { return nil }
            query.surfaces = parsed.terms.map(\.folded)
            query.stems = parsed.terms.map { $0.stems.map { String(decoding: $0, as: UTF8.self) } }
            if kind == "filtered" {
                let sources = sample.sources.sorted()
                query.source = sources.isEmpty ? nil : sources[sample.random(sources.count)]
            }
            return query
        }
    }
}
