/// `start/end`, both included.
package struct EDTFInterval: Sendable, Hashable {
    package enum End: Sendable, Hashable {
        case date(EDTFDate)
        /// `..`: there is no such end, or none is given.
        case open
        /// Nothing written: the end is unknown.
        case unknown

        var extent: EDTFExtent {
            if case .date(let date) = self { date.extent } else { EDTFExtent(lower: nil, upper: nil) }
        }
    }

    package let start: End
    package let end: End

    /// `nil` when all of the end lies before all of the start.
    package init?(_ start: End, _ end: End) {
        guard start.extent.mayPrecede(end.extent) else { return nil }
        self.start = start
        self.end = end
    }

    var extent: EDTFExtent {
        EDTFExtent(lower: start.extent.lower, upper: end.extent.upper)
    }
}
