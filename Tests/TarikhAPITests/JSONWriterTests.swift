import Foundation
import HTTPServer
import Testing

struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `nested values get their commas and colons`() {
        let text = written { writer in
            writer.object { writer in
                writer.member("a", 1)
                writer.member("b", ["x", "y"])
                writer.nullMember("c")
                writer.arrayMember("d") { writer in
                    writer.object { _ in }
                    writer.array { $0.bool(true) }
                    writer.double(0.95)
                }
                writer.member("e", nil as String?)
            }
        }
        #expect(text == #"{"a":1,"b":["x","y"],"c":null,"d":[{},[true],0.95],"e":null}"#)
    }

    @Test func `lines are documents of their own`() {
        let text = written { writer in
            for number in 1...2 {
                writer.object { $0.member("line", number) }
                writer.newline()
            }
        }
        #expect(text == "{\"line\":1}\n{\"line\":2}\n")
    }

    @Test(arguments: [
        ("سفارة", "\"سفارة\""), ("a/b</span>", "\"a/b</span>\""), ("\"\\", #""\"\\""#),
        ("\n\r\t\u{8}\u{c}", #""\n\r\t\b\f""#), ("\u{0}\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""),
        ("\u{2028}😀", "\"\u{2028}😀\""), ("", "\"\""),
    ])
    func `only what must be escaped is`(_ value: String, _ expected: String) {
        #expect(written { $0.string(value) } == expected)
        #expect(written { $0.string(utf8: Array(value.utf8)) } == expected)
    }

    @Test func `integers of all sizes`() {
        let values: [Int64] = [0, -1, 7, 10, 12345, .max, .min]
        let text = written { writer in
            writer.array { writer in for value in values { writer.integer(value) } }
        }
        #expect(text == "[" + values.map(String.init).joined(separator: ",") + "]")
    }

    @Test(arguments: [
        0.1, 1e300, Double.leastNonzeroMagnitude, -0.5, 3, 1.0 / 3, Double.greatestFiniteMagnitude,
    ])
    func `doubles read back as they were`(_ value: Double) throws {
        let bytes = Data(written { $0.double(value) }.utf8)
        #expect(try JSONDecoder().decode(Double.self, from: bytes) == value)
    }

    @Test func `no number is null`() {
        #expect(written { $0.double(.nan) } == "null")
        #expect(written { $0.float(-.infinity) } == "null")
    }

    @Test func `random strings read back as they were`() throws {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("\"\\/\u{0}\u{1f} \n\tabcسفارة😀é\u{7f}\u{80}{}[]:,".unicodeScalars)
        for _ in 0..<2000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                scalars.append(alphabet.randomElement(using: &generator) ?? " ")
            }
            let value = String(scalars)
            var writer = JSONWriter()
            writer.array { $0.string(value) }
            let read = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
            #expect(read.map { $0.map { Array($0.utf8) } } == [Array(value.utf8)])
        }
    }
}
