import Articles

/// A name or adjective in a line, with what the signs before it say.
struct GazetteerName {
    /// UTF-8 bytes of the file, without the signs.
    var range: Range<Int>
    var form: Mention.Form
    var languages: NameTable.LanguageSet
    /// An ordinary word or someone's name too: `?`.
    var isDoubtful = false
    /// Another entity had the name first: `~`.
    var isHomonym = false

    init(_ file: [UInt8], _ cell: Range<Int>, column: Int) {
        var start = cell.lowerBound
        form = column >= 9 ? .adjective : .name
        signs: while start < cell.upperBound {
            switch file[start] {
            case 0x40: form = .acronym
            case 0x3f: isDoubtful = true
            case 0x7e: isHomonym = true
            default: break signs
            }
            start += 1
        }
        range = start..<cell.upperBound
        // Latin letters stand in texts of every language.
        languages =
            switch column {
            case 6, 9: .arabic
            case 8, 11: .persian
            default: .all
            }
    }

    func text(in file: [UInt8]) -> String { String(decoding: file[range], as: UTF8.self) }

    func target(entity: Int) -> NameTable.Target {
        NameTable.Target(
            entity: Int32(clamping: entity), form: form, languages: languages, isDoubtful: isDoubtful,
            isHomonym: isHomonym)
    }
}
