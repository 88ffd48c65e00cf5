/// Writes content lines (RFC 5545, 3.1): folded at 75 octets, ended by CR LF.
struct CalendarWriter {
    private static let longestLine = 75

    private(set) var bytes: [UInt8] = []

    /// A property whose value needs no escapes; `name` holds its parameters.
    mutating func line(_ name: String, _ value: String) {
        fold(Array((name + ":" + value).utf8))
    }

    /// A property of the type TEXT.
    mutating func text(_ name: String, _ value: String) {
        line(name, Self.escaped(value))
    }

    /// A property that is a list of TEXT.
    mutating func texts(_ name: String, _ values: [String]) {
        line(name, values.map { Self.escaped(PlainText.line($0)) }.joined(separator: ","))
    }

    /// RFC 5545, 3.3.11; of the controls only the tab may occur.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n" where isAfterReturn: break
            case "\n", "\r": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\t": escaped.append(scalar)
            default: if scalar.value >= 0x20, scalar.value != 0x7f { escaped.append(scalar) }
            }
            isAfterReturn = scalar == "\r"
        }
        return String(escaped)
    }

    /// A long line goes on after a line break and a space; no character is cut in two.
    private mutating func fold(_ line: [UInt8]) {
        var rest = line[...]
        var room = Self.longestLine
        while rest.count > room {
            var end = rest.startIndex + room
            while rest[end] & 0xc0 == 0x80 { end -= 1 }
            bytes += rest[..<end]
            bytes += [0x0d, 0x0a, 0x20]
            rest = rest[end...]
            room = Self.longestLine - 1
        }
        bytes += rest
        bytes += [0x0d, 0x0a]
    }
}
