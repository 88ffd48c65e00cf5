/// A query as it was understood.
package struct Query: Sendable, Hashable {
    /// As typed.
    package var text: String

    /// The query written out in canonical form, for the answer's `parsed`.
    package var description: String { text }
}
