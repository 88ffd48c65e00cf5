/// Text of articles, made fit for forms that can't hold every character. Invisible marks of direction are kept: they are text.
enum PlainText {
    /// On one line and without control characters.
    static func line(_ text: String) -> String {
        scalars(of: text) { scalar in
            switch scalar.value {
            case 0x09...0x0d, 0x85, 0x2028, 0x2029: " "
            case 0..<0x20, 0x7f...0x9f: nil
            default: scalar
            }
        }
    }

    /// Without the control characters that are no white space.
    static func withoutControls(_ text: String) -> String {
        scalars(of: text) { scalar in
            switch scalar.value {
            case 0x09, 0x0a, 0x0d: scalar
            case 0..<0x20, 0x7f...0x9f: nil
            default: scalar
            }
        }
    }

    /// As content of an HTML element or a quoted attribute (WHATWG HTML, 13.3).
    static func html(_ text: String) -> String {
        var html = ""
        for scalar in withoutControls(text).unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }

    /// As content of an XML element or a quoted attribute (XML 1.0, 2.2 and 2.4).
    static func xml(_ text: String) -> String {
        html(scalars(of: text) { $0.value == 0xfffe || $0.value == 0xffff ? nil : $0 })
    }

    /// A number with at most six digits after the point and no exponent.
    static func decimal(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "0" }
        return decimal(millionths: Int((value * 1_000_000).rounded()))
    }

    static func decimal(millionths: Int) -> String {
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        let fraction = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        let shown = fraction[...].trimmingSuffix { $0 == "0" }
        return (millionths < 0 ? "-" : "") + String(whole) + (shown.isEmpty ? "" : "." + shown)
    }

    private static func scalars(
        of text: String, _ replacement: (Unicode.Scalar) -> Unicode.Scalar?
    ) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let scalar = replacement(scalar) { result.append(scalar) }
        }
        return String(result)
    }
}
