/// What people decided, in the log of all such decisions.
package struct StoredCuration: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Events that are one.
        case merge
        /// Claims that are of another event than the rest.
        case split
        /// An entity that there was not.
        case create
        /// An entity is called otherwise, is of another kind, or has other ids elsewhere.
        case change
        /// A decision is taken back.
        case undo
    }

    /// What a decision is about.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case event, entity
    }

    /// `o_…`
    package var id: String
    package var kind: Kind
    package var subject: Subject
    /// `e_…` or `n_…` of what was merged into, split, made or changed, at that time.
    package var targetID: String
    /// `e_…` or `n_…` of what was merged into it, or `c_…` or `m_…` of what was split off, as they were sent.
    package var items: [String]
    /// Of a creation or a change.
    package var change: EntityChange?
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
    /// The events and entities that it left, by their ids.
    case done(StoredCuration, events: [StoredEvent], entities: [StoredEntity])
    /// The event or entity, or the operation to undo, is not there.
    case unknown
    /// There is such an entity already, of this id.
    case exists(String)
    /// It is no longer what was seen.
    case outdated
    case alreadyUndone
    /// The operation to undo is an undo itself.
    case isUndo
    /// An item, by its place in the list, can't be part of it.
    case refused(CurationRefusal, item: Int)
}

/// Why something can't be merged or split off.
package enum CurationRefusal: Sendable, Hashable {
    case unknown
    /// What is to be merged is what it would be merged into.
    case same
    /// The claim is of another event, or the mention of another entity.
    case other
    /// What one article says of an event is one: all its claims must be named.
    case divided
    /// Nothing would be left.
    case nothingLeft
}
