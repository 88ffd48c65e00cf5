import ArticleStore
import Articles
import TextAnalysis

/// An iCalendar object (RFC 5545): events of whole days. An imprecise date takes up all the days that it may be, and the property
/// X-TARIKH-EDTF says what is known. Dates are years 1 to 9999 there; what lies outside is left out.
struct CalendarFormat: TimelineFormat {
    let media = MediaType.calendar

    private static let first = CivilDate(year: 1, month: 1, day: 1)
    private static let last = CivilDate(year: 9999, month: 12, day: 31)

    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted) {
        var omitted = Omitted(undated: timeline.undated)
        let events = timeline.entries.compactMap {
            entry -> (TimelineEntry, WorldDate, ClosedRange<CivilDate>)? in
            guard let date = entry.date, let days = date.knownDays else {
                omitted.undated += 1
                return nil
            }
            guard let first = Self.first, let last = Self.last, days.lowerBound >= first,
                days.upperBound <= last
            else {
                omitted.outOfRange += 1
                return nil
            }
            return (entry, date, days)
        }
        var writer = CalendarWriter()
        writer.line("BEGIN", "VCALENDAR")
        writer.line("VERSION", "2.0")
        writer.line("PRODID", "-//Tarikh//\(Build.name) \(Build.version)//EN")
        writer.line("CALSCALE", "GREGORIAN")
        writer.line("X-TARIKH-OMITTED", String(omitted.total))
        for (entry, date, days) in events {
            Self.write(entry, date, days, url: timeline.addresses.event(entry.id), to: &writer)
        }
        if events.isEmpty { Self.writeTimeZone(to: &writer) }
        writer.line("END", "VCALENDAR")
        return (writer.bytes, omitted)
    }

    private static func write(
        _ entry: TimelineEntry, _ date: WorldDate, _ days: ClosedRange<CivilDate>, url: String,
        to writer: inout CalendarWriter
    ) {
        let language = entry.language == .undetermined ? "" : ";LANGUAGE=" + entry.language.code
        writer.line("BEGIN", "VEVENT")
        writer.line("UID", entry.id + "@tarikh")
        writer.line("DTSTAMP", moment(entry.updatedAt))
        writer.line("DTSTART;VALUE=DATE", compact(days.lowerBound))
        if days.upperBound == last {
            // The day after is none that can be written.
            writer.line("DURATION", "P\(days.upperBound.dayNumber - days.lowerBound.dayNumber + 1)D")
        } else {
            writer.line(
                "DTEND;VALUE=DATE", compact(CivilDate(dayNumber: days.upperBound.dayNumber + 1)))
        }
        writer.text("SUMMARY" + language, PlainText.line(entry.title))
        if !entry.text.isEmpty { writer.text("DESCRIPTION" + language, entry.text) }
        if !entry.tags.isEmpty { writer.texts("CATEGORIES" + language, entry.tags) }
        if let place = entry.place { writer.text("LOCATION" + language, PlainText.line(place.label)) }
        if let point = entry.place?.coordinates {
            writer.line(
                "GEO", PlainText.decimal(point.latitude) + ";" + PlainText.decimal(point.longitude))
        }
        if !url.hasPrefix("/") { writer.line("URL", url) }
        writer.line("STATUS", status(entry.status))
        writer.line("TRANSP", "TRANSPARENT")
        writer.text("X-TARIKH-EDTF", date.edtf)
        writer.line("END", "VEVENT")
    }

    private static func status(_ status: Event.Status) -> String {
        switch status {
        case .occurred: "CONFIRMED"
        case .announced, .planned: "TENTATIVE"
        case .denied: "CANCELLED"
        }
    }

    /// RFC 5545, 3.6: a calendar has at least one component, so one without events has a time zone.
    private static func writeTimeZone(to writer: inout CalendarWriter) {
        writer.line("BEGIN", "VTIMEZONE")
        writer.line("TZID", "Etc/UTC")
        writer.line("BEGIN", "STANDARD")
        writer.line("DTSTART", "19700101T000000")
        writer.line("TZOFFSETFROM", "+0000")
        writer.line("TZOFFSETTO", "+0000")
        writer.line("END", "STANDARD")
        writer.line("END", "VTIMEZONE")
    }

    /// `19920407`
    private static func compact(_ day: CivilDate) -> String {
        Timestamp.date(day).replacing("-", with: "")
    }

    /// `20260928T100000Z`
    private static func moment(_ seconds: Int64) -> String {
        Timestamp.string(seconds).replacing("-", with: "").replacing(":", with: "")
    }
}
