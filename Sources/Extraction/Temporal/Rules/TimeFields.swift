/// The fields that one part of an expression filled.
struct TimeFields: Sendable {
    private var present: UInt64 = 0
    private var values = InlineArray<64, Int32>(repeating: 0)

    init() {}

    subscript(field: TimeField) -> Int? {
        get {
            present & 1 << UInt64(field.rawValue) == 0 ? nil : Int(values[Int(field.rawValue)])
        }
        set {
            guard let newValue else {
                present &= ~(1 << UInt64(field.rawValue))
                return
            }
            present |= 1 << UInt64(field.rawValue)
            values[Int(field.rawValue)] = Int32(truncatingIfNeeded: newValue)
        }
    }

    var isEmpty: Bool { present == 0 }

    func has(_ field: TimeField) -> Bool { self[field] != nil }

    /// The same with the fields of `other` where it has none.
    func filled(from other: TimeFields) -> TimeFields {
        var fields = self
        for field in TimeField.allCases where !fields.has(field) { fields[field] = other[field] }
        return fields
    }
}
