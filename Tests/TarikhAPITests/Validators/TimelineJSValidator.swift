import Foundation

/// Checks the JSON of TimelineJS 3 as its documentation has it ("JSON data format", knightlab.com).
enum TimelineJSValidator {
    /// The events; throws at the first thing that is not as documented.
    static func events(_ bytes: [UInt8]) throws -> [[String: Any]] {
        let document = try JSONValidator.check(
            try JSONSerialization.jsonObject(with: Data(bytes)), "timeline", required: ["events": .array],
            optional: ["title": .object, "eras": .array, "scale": .string], extensions: { $0 == "omitted" })
        if let scale = document["scale"] as? String {
            try JSONValidator.expect(["human", "cosmological"].contains(scale), "scale \(scale)")
        }
        var seen: Set<String> = []
        return try (document["events"] as? [Any] ?? []).map { try slide($0, &seen) }
    }

    private static func slide(_ value: Any, _ seen: inout Set<String>) throws -> [String: Any] {
        let slide = try JSONValidator.check(
            value, "event", required: ["start_date": .object],
            optional: [
                "end_date": .object, "text": .object, "media": .object, "group": .string,
                "display_date": .string,
                "background": .object, "autolink": .string, "unique_id": .string,
            ])
        let start = try date(slide["start_date"], "start_date")
        if let value = slide["end_date"] {
            let end = try date(value, "end_date")
            try JSONValidator.expect(start.lexicographicallyPrecedes(end), "the end is not after the start")
        }
        if let value = slide["text"] {
            let text = try JSONValidator.check(
                value, "text", optional: ["headline": .string, "text": .string])
            for part in text.values { try html(part as? String ?? "") }
        }
        if let id = slide["unique_id"] as? String {
            try JSONValidator.expect(seen.insert(id).inserted, "\(id) twice")
            try JSONValidator.expect(!id.isEmpty && !id.contains(" "), "no id: \(id)")
        }
        return slide
    }

    /// Year, month and day; a part stands only where the larger ones do.
    private static func date(_ value: Any?, _ place: String) throws -> [Int] {
        let date = try JSONValidator.check(
            value, place, required: ["year": .integer],
            optional: [
                "month": .integer, "day": .integer, "hour": .integer, "minute": .integer, "second": .integer,
                "millisecond": .integer, "display_date": .string, "format": .string,
            ])
        let year = date["year"] as? Int ?? 0
        // What JavaScript's dates reach.
        try JSONValidator.expect(abs(year) <= 271_820, "year \(year)")
        guard let month = date["month"] as? Int else {
            try JSONValidator.expect(date["day"] == nil, "a day without its month")
            return [year]
        }
        try JSONValidator.expect((1...12).contains(month), "month \(month)")
        guard let day = date["day"] as? Int else { return [year, month] }
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        try JSONValidator.expect((1...lengths[month - 1]).contains(day), "day \(day)")
        return [year, month, day]
    }

    /// Text whose only markup is one paragraph, and whose `&` all begin a character reference.
    private static func html(_ text: String) throws {
        var inner = text.unicodeScalars[...]
        if inner.starts(with: "<p ".unicodeScalars), inner.suffix(4).elementsEqual("</p>".unicodeScalars),
            let end = inner.firstIndex(of: ">")
        {
            inner = inner[inner.index(after: end)...].dropLast(4)
        }
        for piece in inner.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
            try JSONValidator.expect(
                ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { piece.starts(with: $0.unicodeScalars) },
                "& in \(text)")
        }
        for scalar in inner {
            try JSONValidator.expect(!"<>\"'".unicodeScalars.contains(scalar), "markup in \(text)")
            try JSONValidator.expect(
                scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
                    || [0x09, 0x0a, 0x0d].contains(scalar.value), "a control in \(text)")
        }
    }
}
