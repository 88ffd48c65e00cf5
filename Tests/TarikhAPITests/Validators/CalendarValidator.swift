import Foundation

/// Checks an iCalendar stream against RFC 5545 and reads its components.
struct CalendarValidator {
    struct Property: Hashable {
        var name: String
        var parameters: [String: String]
        var value: String
    }

    struct Component {
        var name: String
        var properties: [Property] = []
        var components: [Component] = []

        func all(_ name: String) -> [Property] { properties.filter { $0.name == name } }
        func value(_ name: String) -> String? { all(name).first?.value }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    /// The calendar; throws at the first thing that the specification forbids.
    static func calendar(_ bytes: [UInt8]) throws -> Component {
        var lines = try unfolded(bytes)[...]
        let calendar = try component(&lines)
        guard lines.isEmpty, calendar.name == "VCALENDAR" else { throw Failure("not one VCALENDAR") }
        // 3.6: VERSION and PRODID once, CALSCALE at most once, at least one component.
        try once(["VERSION", "PRODID"], in: calendar)
        guard calendar.value("VERSION") == "2.0" else { throw Failure("VERSION") }
        guard calendar.all("CALSCALE").count <= 1, calendar.value("CALSCALE") ?? "GREGORIAN" == "GREGORIAN"
        else { throw Failure("CALSCALE") }
        guard !calendar.components.isEmpty else { throw Failure("no component") }
        for component in calendar.components { try check(component) }
        let ids = calendar.components.compactMap { $0.value("UID") }
        guard Set(ids).count == ids.count else { throw Failure("a UID twice") }
        return calendar
    }

    /// 3.1: lines of at most 75 octets, ended by CR LF, each of them whole UTF-8; joined where they were folded.
    private static func unfolded(_ bytes: [UInt8]) throws -> [String] {
        guard bytes.suffix(2) == [0x0d, 0x0a] else { throw Failure("no CR LF at the end") }
        var lines: [String] = []
        var line: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0d {
                guard position + 1 < bytes.count, bytes[position + 1] == 0x0a else {
                    throw Failure("bare CR")
                }
                guard line.count <= 75 else { throw Failure("a line of \(line.count) octets") }
                guard let text = String(validating: line, as: UTF8.self) else {
                    throw Failure("a character cut in two")
                }
                if line.first == 0x20 || line.first == 0x09 {
                    guard let last = lines.indices.last else { throw Failure("a fold at the start") }
                    lines[last].unicodeScalars.append(contentsOf: text.unicodeScalars.dropFirst())
                } else {
                    guard !line.isEmpty else { throw Failure("an empty line") }
                    lines.append(text)
                }
                line = []
                position += 2
                continue
            }
            guard byte != 0x0a else { throw Failure("bare LF") }
            guard byte >= 0x20 && byte != 0x7f || byte == 0x09 else { throw Failure("control \(byte)") }
            line.append(byte)
            position += 1
        }
        return lines
    }

    private static func component(_ lines: inout ArraySlice<String>) throws -> Component {
        guard let first = lines.popFirst(), first.hasPrefix("BEGIN:") else { throw Failure("no BEGIN") }
        var component = Component(name: String(first.dropFirst(6)))
        while let line = lines.first {
            if line.hasPrefix("BEGIN:") {
                component.components.append(try Self.component(&lines))
                continue
            }
            lines.removeFirst()
            if line.hasPrefix("END:") {
                guard line == "END:" + component.name else { throw Failure("wrong END") }
                return component
            }
            component.properties.append(try property(line))
        }
        throw Failure("no END")
    }

    /// name *(";" param) ":" value, parameters without quotation marks here.
    private static func property(_ line: String) throws -> Property {
        guard let colon = line.firstIndex(of: ":") else { throw Failure("no colon in \(line)") }
        let pieces = line[..<colon].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard let name = pieces.first, isName(name) else { throw Failure("name in \(line)") }
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, isName(String(pair[0])), parameters[String(pair[0])] == nil,
                !pair[1].contains(where: { "\",:;".contains($0) })
            else { throw Failure("parameter \(piece)") }
            parameters[String(pair[0])] = String(pair[1])
        }
        return Property(name: name, parameters: parameters, value: String(line[line.index(after: colon)...]))
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
                    || byte == 0x2d
            }
    }

    private static func once(_ names: [String], in component: Component) throws {
        for name in names where component.all(name).count != 1 {
            throw Failure("\(name) \(component.all(name).count) times in \(component.name)")
        }
    }

    private static func check(_ component: Component) throws {
        switch component.name {
        case "VEVENT": try checkEvent(component)
        case "VTIMEZONE":
            try once(["TZID"], in: component)
            guard let observance = component.components.first else { throw Failure("no STANDARD") }
            try once(["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"], in: observance)
        default: throw Failure("component \(component.name)")
        }
    }

    /// 3.6.1.
    private static func checkEvent(_ event: Component) throws {
        try once(["UID", "DTSTAMP", "DTSTART"], in: event)
        for name in [
            "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL", "STATUS", "TRANSP", "DTEND", "DURATION",
        ]
        where event.all(name).count > 1 {
            throw Failure("\(name) twice")
        }
        guard event.all("DTEND").isEmpty || event.all("DURATION").isEmpty else {
            throw Failure("DTEND and DURATION")
        }
        try checkDates(event)
        for name in ["SUMMARY", "DESCRIPTION", "LOCATION", "X-TARIKH-EDTF"] {
            for property in event.all(name) { _ = try texts(property.value, isList: false) }
        }
        for property in event.all("CATEGORIES") { _ = try texts(property.value, isList: true) }
        if let status = event.value("STATUS"), !["TENTATIVE", "CONFIRMED", "CANCELLED"].contains(status) {
            throw Failure("STATUS \(status)")
        }
        if let transparency = event.value("TRANSP"), !["OPAQUE", "TRANSPARENT"].contains(transparency) {
            throw Failure("TRANSP")
        }
        try checkPlace(event)
    }

    private static func checkDates(_ event: Component) throws {
        guard let stamp = event.value("DTSTAMP"), stamp.utf8.count == 16, stamp.hasSuffix("Z"),
            isDate(String(stamp.prefix(8))), Array(stamp)[8] == "T", Int(stamp.dropFirst(9).prefix(6)) != nil
        else { throw Failure("DTSTAMP") }
        guard let start = event.all("DTSTART").first, start.parameters["VALUE"] == "DATE", isDate(start.value)
        else { throw Failure("DTSTART") }
        if let end = event.all("DTEND").first {
            // The same type as the start, and later.
            guard end.parameters["VALUE"] == "DATE", isDate(end.value), end.value > start.value else {
                throw Failure("DTEND \(end.value)")
            }
        }
        if let duration = event.value("DURATION") {
            // 3.8.2.5: with a DATE, days or weeks only.
            guard duration.hasPrefix("P"), duration.hasSuffix("D"),
                let days = Int(duration.dropFirst().dropLast()), days > 0
            else { throw Failure("DURATION \(duration)") }
        }
    }

    private static func checkPlace(_ event: Component) throws {
        if let position = event.value("GEO") {
            let parts = position.split(separator: ";", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy(isFloat), let latitude = Double(parts[0]),
                let longitude = Double(parts[1]), abs(latitude) <= 90, abs(longitude) <= 180
            else { throw Failure("GEO \(position)") }
        }
        if let address = event.value("URL") {
            guard let url = URL(string: address), url.scheme != nil, url.host != nil else {
                throw Failure("URL \(address)")
            }
        }
    }

    /// 3.3.7: no exponent.
    private static func isFloat(_ text: Substring) -> Bool {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// 3.3.4, a day that there is.
    static func isDate(_ text: String) -> Bool {
        guard text.utf8.count == 8, let number = Int(text),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year >= 1 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    /// 3.3.11: the values of a TEXT, or of a list of them, without their escapes.
    static func texts(_ value: String, isList: Bool) throws -> [String] {
        var texts = [String.UnicodeScalarView()]
        var scalars = value.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\":
                switch scalars.popFirst() {
                case "\\"?: texts[texts.count - 1].append("\\")
                case ";"?: texts[texts.count - 1].append(";")
                case ","?: texts[texts.count - 1].append(",")
                case "n"?, "N"?: texts[texts.count - 1].append("\n")
                default: throw Failure("an escape that there is not in \(value)")
                }
            case ";": throw Failure("a bare semicolon in \(value)")
            case ",":
                guard isList else { throw Failure("a bare comma in \(value)") }
                texts.append(String.UnicodeScalarView())
            default: texts[texts.count - 1].append(scalar)
            }
        }
        return texts.map { String($0) }
    }
}
