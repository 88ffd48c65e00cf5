import Foundation
import HTTPServer
import HTTPTypes

/// The queries of one request, by the keys that its sender gave them.
struct ReconciliationBatch: Sendable {
    /// Queries of one batch; the manifest says so.
    static let maximumCount = 50
    private static let maximumBytes = 256 << 10

    /// In the order of their keys, shorter ones first: `q2` before `q10`.
    let queries: [(key: String, query: ReconciliationQuery)]

    /// Reads the value of the parameter `queries`.
    init(_ json: String) throws(Problem) {
        guard json.utf8.count <= Self.maximumBytes else {
            throw Problem(
                .contentTooLarge, code: "too_large",
                detail: "'queries' has at most \(Self.maximumBytes) bytes.")
        }
        let queries: [String: ReconciliationQuery]
        do {
            queries = try JSONDecoder().decode(
                [String: ReconciliationQuery].self, from: Data(json.utf8))
        } catch {
            throw Self.problem(of: error)
        }
        guard queries.count <= Self.maximumCount else {
            throw .parameter(
                "queries", code: "too_many", "'queries' has at most \(Self.maximumCount) queries.")
        }
        for (key, query) in queries {
            guard query.name.utf8.count <= API.maximumName else {
                throw .parameter(
                    "queries", code: "too_long",
                    "'/\(key.prefix(64))/query' has at most \(API.maximumName) bytes.")
            }
            guard query.properties.count <= ReconciliationQuery.maximumProperties else {
                throw .parameter(
                    "queries", code: "too_many",
                    "'/\(key.prefix(64))/properties' has at most \(ReconciliationQuery.maximumProperties).")
            }
        }
        self.queries = queries.map { (key: $0.key, query: $0.value) }.sorted {
            ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key)
        }
    }

    private static func problem(of error: any Error) -> Problem {
        let path: [any CodingKey]
        switch error as? DecodingError {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
            path = context.codingPath
        case .dataCorrupted(let context): path = context.codingPath
        default: path = []
        }
        let pointer = JSONPointer.string(path)
        let place = pointer.isEmpty ? "" : " at '\(pointer.prefix(80))'"
        return .parameter(
            "queries", code: "invalid_queries",
            "'queries' is no batch of reconciliation queries\(place).")
    }
}
