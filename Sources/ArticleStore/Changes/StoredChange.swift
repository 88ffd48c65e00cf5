/// One entry of the log of changes.
package struct StoredChange: Sendable, Hashable {
    package enum Operation: String, Sendable, CaseIterable {
        /// It is new, or other than before.
        case put
        case delete
        /// Others have become part of it.
        case merge
    }

    package enum Subject: String, Sendable, CaseIterable {
        case article, event, entity
    }

    /// Grows from change to change.
    package var sequence: Int64
    package var operation: Operation
    package var subject: Subject
    package var id: String
    /// Of an article that was put.
    package var revision: Int?
    /// Seconds since 1970.
    package var at: Int64
}

/// A part of the log of changes.
package struct ChangeList: Sendable, Hashable {
    /// In the order in which they became durable.
    package var items: [StoredChange]
    /// Where to go on: changes after this number are not in the list.
    package var next: Int64
    /// Whether there were so many that there may be more.
    package var isFull: Bool
}
