import Articles
import TextAnalysis

/// A line of a gazetteer file as the ranges of its columns.
struct GazetteerLine {
    static let columnCount = 12
    static let languages: [Language] = [.arabic, .english, .persian]
    /// UTF-8 bytes of the file.
    var range: Range<Int>
    var columns: [Range<Int>] = []
    var kind: Entity.Kind

    init(_ file: [UInt8], _ range: Range<Int>, kind: Entity.Kind) {
        self.range = range
        self.kind = kind
        columns.reserveCapacity(Self.columnCount)
        var start = range.lowerBound
        for index in range where file[index] == 0x09 {
            columns.append(start..<index)
            start = index + 1
        }
        columns.append(start..<range.upperBound)
    }

    /// The texts of a column between `|`, with the signs before them.
    func cells(_ column: Int, in file: [UInt8]) -> [Range<Int>] {
        let range = columns[column]
        guard !range.isEmpty else { return [] }
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where file[index] == 0x7c {
            cells.append(start..<index)
            start = index + 1
        }
        cells.append(start..<range.upperBound)
        return cells
    }

    /// A line that was found to be right.
    func entity(in file: [UInt8]) -> Entity {
        func text(_ column: Int) -> String? {
            columns[column].isEmpty ? nil : String(decoding: file[columns[column]], as: UTF8.self)
        }
        let kind = text(1).flatMap(Entity.Kind.init) ?? kind
        let aliases = aliases(in: file)
        let label = aliases.first ?? Entity.Alias(text: "", language: .undetermined, kind: .variant)
        // Places of one name are told apart by where they are.
        let first = (6...8).first { !columns[$0].isEmpty } ?? 6
        let isHomonym =
            cells(first, in: file).first.map { GazetteerName(file, $0, column: first).isHomonym } ?? false
        let place = isHomonym ? " " + [3, 4, 5].compactMap { text($0) }.joined(separator: " ") : ""
        let id = EntityID.make(wikidata: text(0), kind: kind.rawValue, name: label.text + place)
        var entity = Entity(
            id: id, kind: kind, label: label.text, labelLanguage: label.language,
            aliases: Array(aliases.dropFirst()))
        entity.adjectives = (9..<Self.columnCount).flatMap { column in
            cells(column, in: file).map { GazetteerName(file, $0, column: column).text(in: file) }
        }
        entity.subtype = text(2)
        entity.wikidata = text(0)
        entity.iso3166 = text(3)
        entity.latitude = text(4).flatMap { Double($0) }
        entity.longitude = text(5).flatMap { Double($0) }
        return entity
    }

    /// The names, the label first.
    private func aliases(in file: [UInt8]) -> [Entity.Alias] {
        var aliases: [Entity.Alias] = []
        for (offset, language) in Self.languages.enumerated() {
            for (position, cell) in cells(6 + offset, in: file).enumerated() {
                let name = GazetteerName(file, cell, column: 6 + offset)
                let text = name.text(in: file)
                guard !aliases.contains(where: { $0.text == text }) else { continue }
                let kind: Entity.Alias.Kind =
                    name.form == .acronym ? .acronym : position == 0 ? .translation : .variant
                aliases.append(Entity.Alias(text: text, language: language, kind: kind))
            }
        }
        return aliases
    }
}
