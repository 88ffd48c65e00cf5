extension SearchIndex {
    /// The caller holds `writing`.
    func seal(_ writing: inout Writing) throws(IndexError) {
        let old = state
        let tail = old.parts.filter { $0.number == nil }
        let isChanged = old.parts.contains { $0.number != nil && $0.deleted.count != $0.durablyDeleted.count }
        guard !tail.isEmpty || isChanged || old.sequence != writing.durableSequence else { return }
        var parts = old.parts.filter { $0.number != nil }
        if let merged = try tail.count == 1 && tail[0].deleted.count == 0 ? tail[0] : Self.merged(tail) {
            parts.append(try write(merged.segment, &writing))
        }
        for index in parts.indices { parts[index].durablyDeleted = parts[index].deleted }
        let empty = parts.filter { $0.liveCount == 0 }
        parts.removeAll { $0.liveCount == 0 }
        try writeManifest(parts, sequence: old.sequence, writing)
        writing.durableSequence = old.sequence
        replaceState(IndexState(parts: parts, sequence: old.sequence, weights: old.weights))
        for part in empty { if let number = part.number { folder.remove(Manifest.segmentName(number)) } }
        scheduleMerge(&writing)
    }

    /// Writes a segment file and maps it.
    func write(_ segment: Segment, _ writing: inout Writing) throws(IndexError) -> IndexState.Part {
        let number = writing.nextNumber
        writing.nextNumber += 1
        let name = Manifest.segmentName(number)
        try folder.replace(name, with: segment.bytes.array)
        guard let memory = try folder.map(name) else {
            throw IndexError.damaged(file: name, reason: "missing")
        }
        return IndexState.Part(segment: try Segment(memory, file: name), number: number)
    }

    func writeManifest(
        _ parts: [IndexState.Part], sequence: Int64, _ writing: Writing
    ) throws(IndexError) {
        var manifest = Manifest(schema: Manifest.checksum(of: schema))
        manifest.sequence = sequence
        manifest.nextNumber = writing.nextNumber
        manifest.entries = parts.compactMap { part in
            part.number.map {
                Manifest.Entry(number: $0, identity: part.segment.identity, deleted: part.durablyDeleted)
            }
        }
        try folder.replace(Manifest.fileName, with: manifest.bytes)
    }
}
