import Articles
import HTTPServer
import HTTPTypes
import TextAnalysis

/// What analysis makes of a text.
extension API {
    static let unit: Parameter = .choice(
        "offset_unit", OffsetUnit.allCases, default: .codepoint, "What spans count.")

    func analyze(_ call: Call) throws -> Response {
        let input = try AnalysisInput.read(call.request.body)
        let unit = try call.query.choice("offset_unit", of: OffsetUnit.allCases, default: .codepoint)
        let bytes = Array(input.text.utf8)
        let language = input.language ?? LanguageDetector().language(of: bytes)
        let offsets = OffsetMap(bytes)
        return json { writer in
            writer.object { writer in
                writer.languageMembers(language, LanguageDetector().direction(of: bytes))
                writer.arrayMember("tokens") { writer in
                    for term in Analyzer(language).terms(in: bytes) {
                        TokenJSON.write(
                            term, String(decoding: bytes[term.range], as: UTF8.self),
                            span: unit.span(term.range, offsets), to: &writer)
                    }
                }
                writer.arrayMember("sentences") { writer in
                    for range in SentenceSplitter().sentences(in: bytes) {
                        let span = unit.span(range, offsets)
                        writer.array { writer in
                            writer.integer(span.lowerBound)
                            writer.integer(span.upperBound)
                        }
                    }
                }
            }
        }
    }
}

/// A word as it is indexed.
private enum TokenJSON {
    static func write(
        _ term: Analyzer.Term, _ word: String, span: Range<Int>, to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.span("span", span)
            writer.member("text", word)
            writer.member("folded", term.surface)
            // What was taken off, where the stem is the rest; English stems are not always.
            let rest = term.surface.firstRange(of: term.stem)
            writer.member("prefix", rest.map { String(term.surface[..<$0.lowerBound]) })
            writer.member("suffix", rest.map { String(term.surface[$0.upperBound...]) })
            writer.member("stem", term.stem)
        }
    }
}
