import Foundation
import SearchIndex

/// A query for both engines.
struct BenchmarkQuery: Codable {
    var kind: String
    var text: String
    /// `and`, `or`, `phrase` or `prefix`.
    var form: String
    /// For each word, its stems in the index.
    var stems: [[String]] = []
    var surfaces: [String] = []
    var source: String?

    func line() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }

    var query: Query {
        get throws { try QueryParser().parse(text, operator: form == "and" ? .and : .or) }
    }

    var filter: SearchFilter {
        SearchFilter(clauses: source.map { [.init(field: 1, values: [$0])] } ?? [])
    }

    static func load(_ path: String) throws -> [BenchmarkQuery] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(BenchmarkQuery.self, from: Data($0.utf8))
        }
    }
}
