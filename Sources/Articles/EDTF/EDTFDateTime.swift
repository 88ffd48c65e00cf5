/// A date and time of day to the second ("Date and Time", level 0).
package struct EDTFDateTime: Sendable, Hashable {
    package enum Zone: Sendable, Hashable {
        case local, utc
        /// Minutes ahead of UTC, negative behind it, less than a day.
        case shifted(minutes: Int)
    }

    /// The day in its own zone.
    package let day: CivilDate
    package let hour: Int
    package let minute: Int
    /// 0…60, since a minute may end in a leap second.
    package let second: Int
    package let zone: Zone

    /// `nil` for a year that has not four digits and for no time of day.
    package init?(day: CivilDate, hour: Int, minute: Int, second: Int, zone: Zone) {
        guard day.dayNumber.magnitude < 10_000_000, -9999...9999 ~= day.components.year,
            0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
        else { return nil }
        if case .shifted(let minutes) = zone, !(-1439...1439 ~= minutes) { return nil }
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.zone = zone
    }

    /// The day in UTC; a local time is taken as UTC.
    package var dayInUTC: CivilDate {
        guard case .shifted(let minutes) = zone else { return day }
        let minute = hour * 60 + minute - minutes
        return CivilDate(dayNumber: day.dayNumber + (minute < 0 ? -1 : minute < 1440 ? 0 : 1))
    }
}
