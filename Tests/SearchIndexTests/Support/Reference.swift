import Foundation
import SearchIndex
import TextAnalysis

/// BM25F by the book, over all documents, for the words of one query.
struct Reference {
    struct Entry {
        var key: Int64
        var length = 0.0
        /// Weighted frequencies.
        var stems: [String: Double] = [:]
        var surfaces: [String: Double] = [:]
    }

    var entries: [Entry] = []

    init(_ documents: [IndexDocument]) {
        for document in documents {
            var entry = Entry(key: document.key)
            for text in document.texts {
                let weight = Double(schema.textFields[text.field].weight)
                for term in Analyzer(text.language).terms(in: text.bytes) {
                    entry.length += weight
                    entry.stems[term.stem, default: 0] += weight
                    entry.surfaces[term.surface, default: 0] += weight
                }
            }
            entries.append(entry)
        }
    }

    /// Documents with any of the words and their scores. All documents are Arabic, so that the Arabic stems are enough.
    func scores(_ words: String) -> [Int64: Double] {
        let terms = Analyzer(.arabic).terms(in: Array(words.utf8))
        let average = entries.reduce(0) { $0 + $1.length } / Double(entries.count)
        var scores: [Int64: Double] = [:]
        func rarity(_ count: Int) -> Double {
            log(1 + (Double(entries.count - count) + 0.5) / (Double(count) + 0.5))
        }
        for term in terms {
            let stemCount = entries.count { $0.stems[term.stem] != nil }
            let surfaceCount = entries.count { $0.surfaces[term.surface] != nil }
            for entry in entries {
                guard let frequency = entry.stems[term.stem] else { continue }
                let pivot = 1.2 * (0.25 + 0.75 * entry.length / average)
                scores[entry.key, default: 0] += rarity(stemCount) * frequency / (frequency + pivot)
                if let frequency = entry.surfaces[term.surface] {
                    scores[entry.key, default: 0] +=
                        0.3 * rarity(surfaceCount) * frequency / (frequency + pivot)
                }
            }
        }
        return scores
    }
}
