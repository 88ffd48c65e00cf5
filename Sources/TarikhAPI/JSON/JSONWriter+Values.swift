import Articles
import HTTPServer
import TextAnalysis

/// Small values that occur in many answers.
extension JSONWriter {
    /// `[start,end]`, end exclusive; `null` without one.
    mutating func span(_ name: StaticString, _ span: Range<Int>?) {
        key(name)
        guard let span else { return null() }
        array { writer in
            writer.integer(span.lowerBound)
            writer.integer(span.upperBound)
        }
    }

    mutating func timestamp(_ name: StaticString, _ seconds: Int64?) {
        member(name, seconds.map(Timestamp.string))
    }

    /// `text`, `lang` and `dir` of an open object.
    mutating func textMembers(_ text: String, _ language: Language, _ direction: TextDirection) {
        member("text", text)
        languageMembers(language, direction)
    }

    mutating func languageMembers(_ language: Language, _ direction: TextDirection) {
        member("lang", language.code)
        member("dir", direction.rawValue)
    }

    /// A world date as in the timeline; `null` without one.
    mutating func worldDate(_ name: StaticString, _ date: WorldDate?) {
        guard let date else { return nullMember(name) }
        objectMember(name) { writer in
            writer.member("edtf", date.edtf)
            writer.member("lower", date.lower.map(Timestamp.date))
            writer.member("upper", date.upper.map(Timestamp.date))
            writer.member("precision", date.precision.rawValue)
            writer.member("qualifier", date.qualifier?.rawValue)
            writer.member("calendar", date.calendar.rawValue)
            writer.member("basis", date.basis.rawValue)
            writer.member("modifier", date.modifier?.rawValue)
            writer.member("original", date.original)
        }
    }

    /// The id of a block: `b1` is the first.
    mutating func blockID(_ name: StaticString, _ index: Int?) {
        member(name, index.map(BlockID.string))
    }
}

enum BlockID {
    /// The id of the block at `index` of `Article.blocks`: `b1` is the first.
    static func string(_ index: Int) -> String { "b" + String(index + 1) }
}
