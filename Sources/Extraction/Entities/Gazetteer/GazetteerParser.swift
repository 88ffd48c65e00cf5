import Articles
import TextAnalysis

/// Reads gazetteer files: UTF-8, an entry a line, 12 columns with a TAB between them, `#` before a comment.
struct GazetteerParser {
    private let file: String
    private let bytes: [UInt8]
    /// The words of the whole file, and the first that was not looked at.
    private let words: [Range<Int>]
    private let isUTF8: Bool
    private var word = 0
    private var offset = 0
    private var number = 0

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        words = Tokenizer().wordRanges(in: bytes)
        isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    }

    /// The next line that is no comment.
    mutating func next() throws(GazetteerError) -> GazetteerLine? {
        while offset < bytes.count {
            let start = offset
            var end = offset
            while end < bytes.count, bytes[end] != 0x0a { end += 1 }
            offset = end + 1
            number += 1
            if end > start, bytes[end - 1] == 0x0d { end -= 1 }
            if end == start || bytes[start] == 0x23 { continue }
            return try line(start..<end)
        }
        return nil
    }

    private func line(_ range: Range<Int>) throws(GazetteerError) -> GazetteerLine {
        guard isUTF8 || String(validating: bytes[range], as: UTF8.self) != nil else {
            throw error(.invalidUTF8)
        }
        var line = GazetteerLine(bytes, range, kind: .place)
        guard line.columns.count == GazetteerLine.columnCount else {
            throw error(.columns(line.columns.count))
        }
        func column(_ index: Int) -> String { String(decoding: bytes[line.columns[index]], as: UTF8.self) }
        guard let kind = Entity.Kind(rawValue: column(1)) else { throw error(.unknownKind(column(1))) }
        line.kind = kind
        let item = column(0)
        guard item.isEmpty || item.first == "Q" && Int(item.dropFirst()) != nil else {
            throw error(.wikidata(item))
        }
        guard arePoint(column(4), column(5)) else { throw error(.coordinates) }
        guard (6...8).contains(where: { !line.columns[$0].isEmpty }) else { throw error(.noName) }
        return line
    }

    private func error(_ reason: GazetteerError.Reason) -> GazetteerError {
        GazetteerError(file: file, line: number, reason: reason)
    }

    private func arePoint(_ latitude: String, _ longitude: String) -> Bool {
        if latitude.isEmpty, longitude.isEmpty { return true }
        guard let latitude = Double(latitude), let longitude = Double(longitude) else { return false }
        return (-90...90).contains(latitude) && (-180...180).contains(longitude)
    }

    /// Every name and adjective of a line to look for; lines are to be given in their order. The folded name has one space
    /// between words; the buffer is used again for the next.
    mutating func forEachName(of line: GazetteerLine, _ body: (NameTable.Folded, GazetteerName) -> Void) {
        var folded = NameTable.Folded()
        for column in 6..<GazetteerLine.columnCount {
            for cell in line.cells(column, in: bytes) {
                let name = GazetteerName(bytes, cell, column: column)
                folded.removeAll()
                while word < words.count, words[word].lowerBound < name.range.lowerBound { word += 1 }
                while word < words.count, words[word].upperBound <= name.range.upperBound {
                    folded.append(bytes, words[word])
                    word += 1
                }
                guard !folded.isEmpty else { continue }
                body(folded, name)
                if name.form == .adjective { addForms(of: name, column, &folded, body) }
            }
        }
    }

    private func addForms(
        of name: GazetteerName, _ column: Int, _ folded: inout NameTable.Folded,
        _ body: (NameTable.Folded, GazetteerName) -> Void
    ) {
        let language = GazetteerLine.languages[column - 9]
        for form in NationalityForms.forms(of: name.text(in: bytes), language).dropFirst() {
            folded.removeAll()
            let text = Array(form.utf8)
            for range in Tokenizer().wordRanges(in: text) { folded.append(text, range) }
            if !folded.isEmpty { body(folded, name) }
        }
    }
}
