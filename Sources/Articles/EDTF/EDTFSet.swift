/// A list of dates of which one or all are meant ("Set representation", level 2).
package struct EDTFSet: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `[…]`
        case oneMember
        /// `{…}`
        case allMembers
    }

    package enum Member: Sendable, Hashable {
        case date(EDTFDate)
        /// `first..last`, both included.
        case range(EDTFDate, EDTFDate)
        /// `..last`, only as the first member.
        case upTo(EDTFDate)
        /// `first..`, only as the last member.
        case from(EDTFDate)

        var extent: EDTFExtent {
            switch self {
            case .date(let date): date.extent
            case .range(let first, let last):
                EDTFExtent(lower: first.extent.lower, upper: last.extent.upper)
            case .upTo(let last): EDTFExtent(lower: nil, upper: last.extent.upper)
            case .from(let first): EDTFExtent(lower: first.extent.lower, upper: nil)
            }
        }
    }

    package let kind: Kind
    package let members: [Member]

    /// `nil` for no members, an open member that is not at its end, and ranges that run backwards or from one precision to
    /// another.
    package init?(_ kind: Kind, _ members: [Member]) {
        guard !members.isEmpty else { return nil }
        for (index, member) in members.enumerated() {
            switch member {
            case .date: break
            case .range(let first, let last):
                guard first.isAsPrecise(as: last), first.extent.mayPrecede(last.extent) else { return nil }
            case .upTo: guard index == 0 else { return nil }
            case .from: guard index == members.count - 1 else { return nil }
            }
        }
        self.kind = kind
        self.members = members
    }

    var extent: EDTFExtent {
        guard var hull = members.first?.extent else { return EDTFExtent(lower: nil, upper: nil) }
        for member in members.dropFirst() {
            hull.form(hullWith: member.extent)
        }
        return hull
    }
}
