/// What people decided, in the log of all such decisions.
package struct StoredCuration: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Events that are one.
        case merge
        /// Claims that are of another event than the rest.
        case split
        /// A decision is taken back.
        case undo
    }

    /// What a decision is about.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case event
    }

    /// `o_…`
    package var id: String
    package var kind: Kind
    package var subject: Subject
    /// `e_…` of the event that was merged into or split, at that time.
    package var targetID: String
    /// `e_…` of the events merged into it, or `c_…` of the claims split off, as they were sent.
    package var items: [String]
    package var reason: String?
    /// Seconds since 1970.
    package var at: Int64
    /// `o_…` of the decision that an undo takes back.
    package var undoes: String?
    /// Seconds since 1970; `nil` while it holds, and for an undo, which can't be undone.
    package var undoneAt: Int64?
}

/// What came of a decision.
package enum CurationOutcome: Sendable {
    /// The events that it left, by their ids.
    case done(StoredCuration, events: [StoredEvent])
    /// The event, or the operation to undo, is not there.
    case unknown
    case alreadyUndone
    /// The operation to undo is an undo itself.
    case isUndo
    /// An item, by its place in the list, can't be part of it.
    case refused(CurationRefusal, item: Int)
}

/// Why an event can't be merged or a claim not split off.
package enum CurationRefusal: Sendable, Hashable {
    case unknown
    /// The event to merge is the one that it would be merged into.
    case sameEvent
    /// The claim is of another event.
    case otherEvent
    /// What one article says of an event is one: all its claims must be named.
    case divided
    /// No claim would be left.
    case nothingLeft
}
