/// The qualifiers of the parts of a date, the month's also for a season.
package struct EDTFQualifiers: Sendable, Hashable {
    package var year: EDTFQualifier
    package var month: EDTFQualifier
    package var day: EDTFQualifier

    package static let none = EDTFQualifiers()

    package init(year: EDTFQualifier = [], month: EDTFQualifier = [], day: EDTFQualifier = []) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The same qualifier for each part that a date has.
    package static func whole(_ qualifier: EDTFQualifier, of form: EDTFDate.Form) -> EDTFQualifiers {
        switch form {
        case .year: EDTFQualifiers(year: qualifier)
        case .month, .grouping: EDTFQualifiers(year: qualifier, month: qualifier)
        case .day: EDTFQualifiers(year: qualifier, month: qualifier, day: qualifier)
        }
    }
}
