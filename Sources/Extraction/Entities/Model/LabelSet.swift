/// The labels of a model: O, and of each type S (a name of one token), B, I and E (its first, inner and last token), at
/// fixed places of a vector of 32.
package struct LabelSet: Sendable, Equatable {
    package static let outside = 0
    /// How many types there may be.
    package static let maximumTypes = 7

    /// `PER`, `ORG`, …
    package let types: [String]

    /// `nil` for more than seven types or for none.
    package init?(types: [String]) {
        guard (1...Self.maximumTypes).contains(types.count) else { return nil }
        self.types = types
    }

    package static func single(_ type: Int) -> Int { 1 + type }
    package static func begin(_ type: Int) -> Int { 8 + type }
    package static func inner(_ type: Int) -> Int { 16 + type }
    package static func end(_ type: Int) -> Int { 24 + type }

    /// The type of a label other than O.
    @inline(__always)
    package static func type(_ label: Int) -> Int { label < 8 ? label - 1 : label & 7 }

    /// Whether a name may begin with this label, or it is O.
    package static func mayFollowEnd(_ label: Int) -> Bool { label < 15 }

    /// Whether no name is open after this label.
    package static func isClosed(_ label: Int) -> Bool { label < 8 || label >= 24 && label < 31 }

    package struct Span: Hashable, Sendable {
        package var tokens: Range<Int>
        package var type: Int
    }

    /// The names that labels mark.
    package static func spans(of labels: [UInt8]) -> [Span] {
        var spans: [Span] = []
        var start = 0
        while start < labels.count {
            let label = Int(labels[start])
            var end = start + 1
            if label >= begin(0) {
                while end < labels.count, labels[end] >= inner(0) { end += 1 }
            }
            if label != outside { spans.append(Span(tokens: start..<end, type: type(label))) }
            start = end
        }
        return spans
    }
}
