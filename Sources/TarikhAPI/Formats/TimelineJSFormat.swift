import Articles
import HTTPServer
import TextAnalysis

/// The JSON of TimelineJS 3 (Knight Lab). Years before 0 are negative and astronomical, and every date that is no plain day, month
/// or year is shown as its EDTF value. Undated events are left out.
struct TimelineJSFormat: TimelineFormat {
    let media = MediaType.timelineJS

    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted) {
        var omitted = Omitted(undated: timeline.undated)
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { writer in
            writer.member("scale", "human")
            writer.arrayMember("events") { writer in
                for entry in timeline.entries {
                    guard let date = entry.date, let days = date.knownDays else {
                        omitted.undated += 1
                        continue
                    }
                    Self.write(entry, date, days, to: &writer)
                }
            }
            omitted.write(to: &writer)
        }
        return (writer.bytes, omitted)
    }

    private static func write(
        _ entry: TimelineEntry, _ date: WorldDate, _ days: ClosedRange<CivilDate>,
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.key("start_date")
            write(days.lowerBound, date, to: &writer)
            if hasEnd(date, days) {
                writer.key("end_date")
                write(days.upperBound, date, to: &writer)
                // Of the whole slide: the two ends would be shown one after the other.
                writer.member("display_date", date.edtf)
            }
            writer.objectMember("text") { writer in
                writer.member("headline", PlainText.html(PlainText.line(entry.title)))
                writer.member("text", paragraph(entry))
            }
            if let kind = entry.kind { writer.member("group", PlainText.html(kind)) }
            writer.member("unique_id", entry.id)
        }
    }

    /// Whether more than the parts of the start must be said; a year or month says by what it lacks that it lasts.
    private static func hasEnd(_ date: WorldDate, _ days: ClosedRange<CivilDate>) -> Bool {
        switch date.precision {
        case .day, .month, .year: false
        default: days.lowerBound < days.upperBound
        }
    }

    private static func write(_ day: CivilDate, _ date: WorldDate, to writer: inout JSONWriter) {
        let (year, month, dayOfMonth) = day.components
        writer.object { writer in
            writer.member("year", year)
            if date.precision != .year { writer.member("month", month) }
            if date.precision != .year, date.precision != .month { writer.member("day", dayOfMonth) }
            if !isPlain(date) { writer.member("display_date", date.edtf) }
        }
    }

    /// Whether TimelineJS's own words for the date say the same: a day, month or year after the year 0, without doubt.
    private static func isPlain(_ date: WorldDate) -> Bool {
        let parts = date.edtf.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count <= 3 && parts.first?.utf8.count == 4 && parts.first != "0000"
            && parts.allSatisfy { $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }
    }

    private static func paragraph(_ entry: TimelineEntry) -> String {
        guard !entry.text.isEmpty else { return "" }
        let attributes = "lang=\"\(entry.language.code)\" dir=\"\(entry.direction.rawValue)\""
        return "<p \(attributes)>" + PlainText.html(entry.text) + "</p>"
    }
}
