import ArticleStore
import Articles
import TextAnalysis

/// Comma-separated values (RFC 4180): a header, and one record for each event. Nothing is left out.
struct CSVFormat: TimelineFormat {
    /// Whether a byte order mark comes first, for spreadsheets that take UTF-8 for something else without it.
    var byteOrderMark = false

    let media = MediaType.csv

    static let columns = [
        "id", "title", "lang", "dir", "kind", "edtf", "lower", "upper", "lower_year", "upper_year",
        "precision",
        "qualifier", "calendar", "basis", "status", "confidence", "sources", "participants", "place", "lat",
        "lon", "articles", "text", "updated_at", "url",
    ]

    func export(_ timeline: TimelineDocument) -> (body: [UInt8], omitted: Omitted) {
        var text = byteOrderMark ? "\u{feff}" : ""
        Self.append(Self.columns, to: &text)
        for entry in timeline.entries {
            Self.append(Self.cells(of: entry, url: timeline.addresses.event(entry.id)), to: &text)
        }
        return (Array(text.utf8), Omitted(undated: timeline.undated))
    }

    private static func cells(of entry: TimelineEntry, url: String) -> [String?] {
        let position = entry.place?.coordinates
        return [entry.id, entry.title, entry.language.code, entry.direction.rawValue, entry.kind]
            + dateCells(entry.date)
            + [
                entry.status.rawValue, PlainText.decimal(entry.confidence), String(entry.sources),
                entry.participants.joined(separator: "; "), entry.place?.label,
                position.map { PlainText.decimal($0.latitude) },
                position.map { PlainText.decimal($0.longitude) }, entry.articles.joined(separator: "; "),
                entry.text, Timestamp.string(entry.updatedAt), url,
            ]
    }

    private static func dateCells(_ date: WorldDate?) -> [String?] {
        [
            date?.edtf, date?.lower.map(Timestamp.date), date?.upper.map(Timestamp.date),
            date?.lower.map { String($0.components.year) }, date?.upper.map { String($0.components.year) },
            date?.precision.rawValue, date?.qualifier?.rawValue, date?.calendar.rawValue,
            date?.basis.rawValue,
        ]
    }

    /// A record of these fields; those that are `nil` are empty.
    static func append(_ cells: [String?], to text: inout String) {
        text += cells.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    /// A field: without the controls that none may hold, harmless to spreadsheets, and in quotation marks where it must be.
    static func cell(_ value: String) -> String {
        // Scalar by scalar: a quotation mark with a combining mark after it is one all the same.
        var text = String.UnicodeScalarView()
        if needsGuard(value) { text.append("'") }
        var isQuoted = false
        for scalar in PlainText.withoutControls(value).unicodeScalars {
            isQuoted = isQuoted || ",\"\r\n".unicodeScalars.contains(scalar)
            if scalar == "\"" { text.append(scalar) }
            text.append(scalar == "\t" ? " " : scalar)
        }
        return isQuoted ? "\"" + String(text) + "\"" : String(text)
    }

    /// Whether a spreadsheet may take it for a formula: it starts like one and is no number.
    private static func needsGuard(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else {
            return false
        }
        let digits = value.hasPrefix("-") ? value.utf8.dropFirst() : value.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isNumber =
            parts.count <= 2
            && parts.allSatisfy {
                !$0.isEmpty && $0.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            }
        return !isNumber
    }
}
