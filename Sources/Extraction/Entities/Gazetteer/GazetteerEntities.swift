package import Articles

/// The entities of gazetteer files, kept as the bytes of their lines.
package struct GazetteerEntities: RandomAccessCollection, Sendable {
    private var bytes: [UInt8] = []
    private var lines: [Range<Int32>] = []
    private var kinds: [Entity.Kind] = []
    private var countries: [CountryCode] = []
    /// Entities that were asked for: the same few are in most articles.
    private var read = EntityCache()
    /// Further lines about an entity.
    private var additions: [Int: [Range<Int32>]] = [:]

    package var startIndex: Int { 0 }
    package var endIndex: Int { lines.count }

    package subscript(position: Int) -> Entity {
        if additions.isEmpty { return read.entity(position) { entity(lines[position]) } }
        return extended(position)
    }

    private func extended(_ position: Int) -> Entity {
        var entity = entity(lines[position])
        for line in additions[position] ?? [] {
            let other = self.entity(line)
            let old = Set(entity.aliases.map(\.text) + [entity.label])
            let label = Entity.Alias(text: other.label, language: other.labelLanguage, kind: .variant)
            entity.aliases += ([label] + other.aliases).filter { !old.contains($0.text) }
            entity.adjectives += other.adjectives.filter { !entity.adjectives.contains($0) }
        }
        return entity
    }

    /// The kind without reading the rest.
    func kind(at position: Int) -> Entity.Kind { kinds[position] }

    /// The country that an entity is or lies in, without reading the rest.
    func country(at position: Int) -> CountryCode { countries[position] }

    private func entity(_ line: Range<Int32>) -> Entity {
        let text = Array(bytes[Int(line.lowerBound)..<Int(line.upperBound)])
        return GazetteerLine(text, text.indices, kind: .place).entity(in: text)
    }

    /// Takes over the bytes of a file; returns where they start.
    mutating func append(_ file: [UInt8]) -> Int {
        // What another copy reads at the same position may be another entity.
        read = EntityCache()
        bytes += file
        return bytes.count - file.count
    }

    /// Appends the entity of a line, or gives it to one that is there.
    mutating func append(
        _ line: Range<Int>, base: Int, kind: Entity.Kind, country: CountryCode, to position: Int
    ) {
        let range = Int32(clamping: base + line.lowerBound)..<Int32(clamping: base + line.upperBound)
        if position < lines.count {
            additions[position, default: []].append(range)
        } else {
            lines.append(range)
            kinds.append(kind)
            countries.append(country)
        }
    }
}
