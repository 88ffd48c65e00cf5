extension EDTF {
    /// What the value covers at most: of a set the hull of its members, of unspecified digits all that they may be.
    package var extent: EDTFExtent {
        switch self {
        case .date(let date): date.extent
        case .dateTime(let time): EDTFExtent(day: EDTFDay(time.day))
        case .interval(let interval): interval.extent
        case .set(let set): set.extent
        }
    }

    /// The earliest and latest day; `nil` where the value is open or unknown, or names a year outside ±200,000. The day of
    /// a date-time is that of its own clock.
    package var bounds: (lower: CivilDate?, upper: CivilDate?) {
        let extent = extent
        return (extent.lower?.civil, extent.upper?.civil)
    }

    /// Whether a bound is `nil` because its year lies outside ±200,000 and not because the value is open there.
    package var exceedsCalendar: Bool {
        let extent = extent
        return [extent.lower, extent.upper].contains { $0 != nil && $0?.civil == nil }
    }

    /// How much a single value spans; `range` for an interval, a set and all that has no name of its own (four months,
    /// ten thousand years).
    package var precision: WorldDate.Precision {
        switch self {
        case .date(let date): date.precision
        case .dateTime: .day
        case .interval, .set: .range
        }
    }
}
