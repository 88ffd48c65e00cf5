import Articles
import Testing
import TextAnalysis

/// Articles that state one event each, with all that makes a form hard to write.
enum SampleEvents {
    typealias Sample = (article: Article, annotations: Annotations)

    static let cairo = Entity(
        id: "n_cairo", kind: .place, subtype: "capital", label: "القاهرة", labelLanguage: .arabic,
        latitude: 30.0444, longitude: 31.2357)
    static let nowhere = Entity(id: "n_nowhere", kind: .place, label: "قرية", labelLanguage: .arabic)

    /// One event with the title `title`, in a text that goes on with `rest`.
    static func event(
        _ title: String, _ date: WorldDate?, rest: String = " — نص الجملة.", place: Entity? = nil,
        kind: String? = "opening", status: Event.Status = .occurred,
        metadata: ArticleMetadata = ArticleMetadata()
    ) -> Sample {
        let text = Array((title + rest).utf8)
        let all = 0..<text.count
        let block = Block(kind: .paragraph, range: all, language: .arabic, direction: .rightToLeft)
        let claim = Claim(
            range: all, dateRange: date == nil ? nil : text.count - 1..<text.count, date: date, block: 0,
            relation: .states)
        let event = Event(
            titleRange: 0..<title.utf8.count, kind: kind, date: date, placeID: place?.id, status: status,
            confidence: 0.75, claims: [claim])
        let mentions = place.map { place in
            Mention(
                range: 0..<1, kind: .place, entityID: place.id, form: .name, block: 0, confidence: 1,
                rule: "test")
        }
        return (
            Article(
                text: text, metadata: metadata, language: .arabic, direction: .rightToLeft, blocks: [block]),
            Annotations(
                entities: [place].compactMap(\.self), mentions: [mentions].compactMap(\.self), events: [event]
            )
        )
    }

    /// `1992-04-07`, with a sign before the year where it is negative; `nil` stays open.
    static func day(_ text: String?) throws -> CivilDate? {
        guard let text else { return nil }
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? String(text.dropFirst()) : text).split(separator: "-").compactMap {
            Int($0)
        }
        try #require(parts.count == 3)
        return try #require(
            CivilDate(year: isNegative ? -parts[0] : parts[0], month: parts[1], day: parts[2]))
    }

    static func date(
        _ edtf: String, _ lower: String?, _ upper: String?, _ precision: WorldDate.Precision,
        _ qualifier: WorldDate.Qualifier? = nil
    ) throws -> WorldDate {
        WorldDate(
            edtf: edtf, lower: try day(lower), upper: try day(upper), precision: precision,
            qualifier: qualifier)
    }

    /// Long enough to be folded many times, with letters of one to four bytes and joined emoji.
    static let longTitle = String(repeating: "افتتاح القناة الكبرى — Opening 👩‍👩‍👧, ", count: 12)

    /// Signs that the forms escape, each with a mark that makes one letter of the two.
    static let quotation = "مدى \"\u{301}, \\\u{301};\u{301} &\u{301}<\u{301}"

    /// From the year -9999 to 9999, in no order.
    static func all() throws -> [Sample] {
        [
            event(
                "افتتاح «قناة»، ثانٍ; ثالث, \\ رابع", try date("1869-11-17", "1869-11-17", "1869-11-17", .day),
                place: cairo),
            event(
                "<b>&\"'</b>\u{7}\u{202e}\u{200f}", try date("1992-04", "1992-04-01", "1992-04-30", .month),
                status: .planned),
            event("=HYPERLINK(\"http://x\")", try date("-0538", "-0538-01-01", "-0538-12-31", .year)),
            event("@SUM(1+1)", try date("-9999-01-01", "-9999-01-01", "-9999-01-01", .day), place: cairo),
            event("+1\t-2", try date("0000", "0000-01-01", "0000-12-31", .year), kind: nil),
            event("-5", try date("9999-12-31", "9999-12-31", "9999-12-31", .day), rest: "\r\nسطر ثانٍ\nثالث"),
            event("نهاية", try date("9999-06/9999-12", "9999-06-01", "9999-12-31", .range)),
            event("عقد", try date("199X", "1990-01-01", "1999-12-31", .decade), place: nowhere),
            event("قرن", try date("19XX", "1900-01-01", "1999-12-31", .century), status: .denied),
            event(quotation, try date("2018/2022", "2018-01-01", "2022-12-31", .range), status: .announced),
            event("منذ", try date("1990/..", "1990-01-01", nil, .range, .after), place: cairo),
            event("حتى", try date("../1980", nil, "1980-12-31", .range, .before)),
            event("بلا", try date("../..", nil, nil, .range)),
            event("نحو", try date("1991~", "1991-01-01", "1991-12-31", .year, .approximate)),
            event("أول", try date("0001-01-01", "0001-01-01", "0001-01-01", .day)),
            event(longTitle, try date("2024-02-29", "2024-02-29", "2024-02-29", .day), place: cairo),
        ]
    }
}
