/// A part of a text as HTML: escaped whatever it holds, so that it can stand anywhere in a page's body, with `<mark>` around
/// what was found.
enum MarkedHTML {
    private static let opening = Array("<mark>".utf8)
    private static let closing = Array("</mark>".utf8)

    /// `marks` are in order and do not overlap; those that don't lie in `range` are left out.
    static func text(_ text: [UInt8], _ range: Range<Int>, marks: [Range<Int>]) -> String {
        var html: [UInt8] = []
        var offset = range.lowerBound
        for mark in marks where mark.lowerBound >= offset && mark.upperBound <= range.upperBound {
            escape(text[offset..<mark.lowerBound], into: &html)
            html += opening
            escape(text[mark], into: &html)
            html += closing
            offset = mark.upperBound
        }
        escape(text[offset..<range.upperBound], into: &html)
        return String(decoding: html, as: UTF8.self)
    }

    private static func escape(_ bytes: ArraySlice<UInt8>, into html: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): html += Array("&amp;".utf8)
            case UInt8(ascii: "<"): html += Array("&lt;".utf8)
            case UInt8(ascii: ">"): html += Array("&gt;".utf8)
            case UInt8(ascii: "\""): html += Array("&quot;".utf8)
            case UInt8(ascii: "'"): html += Array("&#39;".utf8)
            default: html.append(byte)
            }
        }
    }
}
