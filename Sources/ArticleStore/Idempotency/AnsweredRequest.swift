/// A request that carried a key, with the answer that it got.
package struct AnsweredRequest: Sendable, Hashable {
    /// Answers that are kept; beyond, the oldest go.
    package static let most = 10_000
    /// Bytes of the bodies of answers that are kept; beyond, the oldest go.
    package static let mostBytes = 256 << 20
    /// Bytes of the largest body that is kept.
    package static let largestBody = 16 << 20
    /// Seconds that an answer is kept.
    package static let lifetime: Int64 = 24 * 3600

    /// Who asked: keys of different callers are different.
    package var caller: String
    package var key: String
    /// Tells one request from another.
    package var digest: String
    package var status: Int
    /// `Name: value` lines.
    package var fields: String
    package var body: [UInt8]

    package init(
        caller: String, key: String, digest: String, status: Int, fields: String, body: [UInt8]
    ) {
        self.caller = caller
        self.key = key
        self.digest = digest
        self.status = status
        self.fields = fields
        self.body = body
    }
}
