/// The conformance levels of the specification: what a reader must understand to read a value.
package enum EDTFLevel: Int, Sendable, Hashable, Comparable {
    case zero, one, two

    package static func < (left: EDTFLevel, right: EDTFLevel) -> Bool {
        left.rawValue < right.rawValue
    }
}
