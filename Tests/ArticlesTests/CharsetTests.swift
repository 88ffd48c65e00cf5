import Testing

@testable import Articles

struct CharsetTests {
    private func decode(_ bytes: [UInt8], _ label: String) throws -> CharsetDecoder.Text {
        let charset = try #require(Charset(label: label))
        return try #require(CharsetDecoder.decode(bytes, as: charset))
    }

    @Test(
        arguments: [
            // From the code charts of the encodings.
            (
                "windows-1256", [0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9, 0x20, 0x98, 0x9d],
                "القاهرة ک\u{200c}"
            ),
            ("ISO-8859-6", [0xc7, 0xe4, 0xe2, 0xc7, 0xe7, 0xd1, 0xc9, 0xac], "القاهرة،"),
            ("utf-16le", [0xff, 0xfe, 0x27, 0x06, 0x3d, 0xd8, 0x00, 0xde], "ا😀"),
            ("utf-16be", [0x06, 0x27, 0xd8, 0x3d, 0xde, 0x00], "ا😀"),
            ("latin1", [0x93, 0x61, 0x94, 0xe9], "“a”é"), ("utf8", [0xef, 0xbb, 0xbf, 0x61], "a"),
        ] as [(String, [UInt8], String)])
    func `bytes become characters`(_ label: String, _ bytes: [UInt8], _ expected: String) throws {
        let text = try decode(bytes, label)
        #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
        #expect(text.replaced == 0 && text.firstInvalid == nil)
    }

    @Test(
        arguments: [
            ("iso-8859-6", [0xc7, 0xa1, 0xc8], "ا\u{fffd}ب", 1),
            ("utf-8", [0x61, 0xff, 0x62], "a\u{fffd}b", 1),
            ("utf-16le", [0x61, 0x00, 0x00, 0xd8, 0x62, 0x00], "a\u{fffd}b", 2),
            ("utf-16le", [0x61, 0x00, 0x62], "a\u{fffd}", 2),
        ] as [(String, [UInt8], String, Int)])
    func `what is no character is replaced and told`(
        _ label: String, _ bytes: [UInt8], _ expected: String, _ offset: Int
    ) throws {
        let text = try decode(bytes, label)
        #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
        #expect(text.replaced == 1 && text.firstInvalid == offset)
    }

    @Test func `long texts are converted in pieces without loss`() throws {
        let text = String(repeating: "ab😀", count: 20_001)
        let bytes = text.utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
        #expect(try decode([0x61, 0x00] + bytes, "utf-16le").bytes == Array(("a" + text).utf8))
        let arabic = [UInt8](repeating: 0xc7, count: 100_001)
        #expect(try decode(arabic, "windows-1256").bytes.count == 200_002)
    }

    @Test(arguments: [
        ("<meta charset=windows-1256>", "windows-1256", "document"),
        (
            "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-6'>", "iso-8859-6",
            "document"
        ),
        ("<?xml version=\"1.0\" encoding=\"windows-1256\"?>", "windows-1256", "document"),
        ("<meta charset=utf-16>", "utf-8", "document"), ("<p>", "utf-8", "bytes"),
        ("charset = nothing", "utf-8", "bytes"),
        ("\u{feff}<meta charset=windows-1256>", "utf-8", "byte_order_mark"),
    ])
    func `a document declares its encoding`(_ html: String, _ name: String, _ basis: String) {
        let (charset, found) = CharsetSniffer.charset(of: Array(html.utf8), declared: nil, isMarkup: true)
        #expect(charset.name == name && found.rawValue == basis)
    }

    @Test func `a mark counts more than a declaration outside, and that more than one inside`() {
        let declared = Charset(label: "iso-8859-6")
        let inside = Array("<meta charset=windows-1256>".utf8)
        #expect(CharsetSniffer.charset(of: inside, declared: declared, isMarkup: true).charset == declared)
        #expect(
            CharsetSniffer.charset(of: [0xff, 0xfe] + inside, declared: declared, isMarkup: true).basis
                == .mark)
        let arabic: [UInt8] = Array("<p>".utf8) + [0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9]
        #expect(
            CharsetSniffer.charset(of: arabic, declared: nil, isMarkup: true).charset.name == "windows-1256")
    }
}
