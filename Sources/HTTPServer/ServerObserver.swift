/// Is told what the server does, for metrics and logs. Called on event loops: it must not block.
package protocol ServerObserver: Sendable {
    /// A request was answered. `route` is its pattern; `duration` is in seconds from the complete request to the answer.
    func answered(_ request: AnsweredRequest)
}

/// A request and its answer, in short.
package struct AnsweredRequest: Sendable {
    package var method: String
    package var path: String
    package var route: String?
    package var status: Int
    /// Of the answer's body.
    package var bytes: Int
    /// In seconds.
    package var duration: Double
    package var version: Request.Version
    package var id: String?
    /// What went wrong inside.
    package var failure: String?

    static let unseen = AnsweredRequest(
        method: "", path: "", route: nil, status: 0, bytes: 0, duration: 0, version: .http11, id: nil,
        failure: nil)
}
