import HTTPServer

/// Whether a list shows copies of an article one by one.
enum Collapse: String, CaseIterable, Sendable {
    case none, cluster

    static let parameter = Parameter.choice(
        "collapse", allCases, default: .some(.none),
        "Whether of articles that are copies of one another, or nearly, only the first is listed.")

    init(_ query: QueryParameters) throws(Problem) {
        self = try query.choice("collapse", of: Self.allCases, default: .none)
    }
}
