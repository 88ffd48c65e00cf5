/// When something happened, as far as the text says: an EDTF value (Library of Congress, levels 1 and 2) and what it covers.
package struct WorldDate: Sendable, Hashable {
    package enum Precision: String, Sendable, Hashable, CaseIterable {
        case day, week, month, season, quarter, half, year, decade, century, millennium, range
    }

    package enum Qualifier: String, Sendable, Hashable, CaseIterable {
        case approximate, uncertain, before, after
    }

    package enum Calendar: String, Sendable, Hashable, CaseIterable {
        case gregorian, hijri, persian
    }

    /// Which part of it is meant, where the text says so and no more: مطلع, mid, late.
    package enum Modifier: String, Sendable, Hashable, CaseIterable {
        case start, mid, end
    }

    /// Where the date came from.
    package enum Basis: String, Sendable, Hashable, CaseIterable {
        case explicit, relative, inherited
        case listLabel = "list_label"
        case published
    }

    /// The EDTF value, for example `1992-04-07`, `2018/2022`, `199X`.
    package var edtf: String
    /// The earliest day it may be; `nil` when open.
    package var lower: CivilDate?
    /// The latest day it may be; `nil` when open.
    package var upper: CivilDate?
    package var precision: Precision
    package var qualifier: Qualifier?
    package var calendar: Calendar
    package var basis: Basis
    package var modifier: Modifier?
    /// The date in its own calendar, year first with hyphens (`1436-10-12`); `nil` for Gregorian ones.
    package var original: String?

    package init(
        edtf: String, lower: CivilDate?, upper: CivilDate?, precision: Precision,
        qualifier: Qualifier? = nil, calendar: Calendar = .gregorian, basis: Basis = .explicit,
        modifier: Modifier? = nil, original: String? = nil
    ) {
        self.edtf = edtf
        self.lower = lower
        self.upper = upper
        self.precision = precision
        self.qualifier = qualifier
        self.calendar = calendar
        self.basis = basis
        self.modifier = modifier
        self.original = original
    }
}
