extension SearchIndex {
    /// Reads the manifest and the segments' headers.
    static func open(
        _ folder: IndexFolder, schema: IndexSchema, access: Access
    ) throws(IndexError) -> (state: IndexState, manifest: Manifest) {
        if access == .readWrite { try folder.make() }
        var attempts = 0
        while true {
            do throws(IndexError) {
                let manifest = try manifest(in: folder, schema: schema, access: access)
                let parts = try parts(of: manifest, in: folder)
                if access == .readWrite { removeOrphans(in: folder, manifest) }
                return (
                    IndexState(
                        parts: parts, sequence: manifest.sequence, weights: schema.textFields.map(\.weight)),
                    manifest
                )
            } catch {
                // A writer may have merged segments and removed their files since the manifest was read.
                attempts += 1
                guard access == .readOnly, attempts < 5, case .damaged = error else { throw error }
            }
        }
    }

    private static func manifest(
        in folder: IndexFolder, schema: IndexSchema, access: Access
    ) throws(IndexError) -> Manifest {
        let checksum = Manifest.checksum(of: schema)
        if let bytes = try folder.read(Manifest.fileName) {
            return try Manifest(reading: bytes, schema: checksum)
        }
        guard access == .readWrite else {
            throw IndexError.damaged(file: Manifest.fileName, reason: "missing")
        }
        let manifest = Manifest(schema: checksum)
        try folder.replace(Manifest.fileName, with: manifest.bytes)
        return manifest
    }

    private static func parts(
        of manifest: Manifest, in folder: IndexFolder
    ) throws(IndexError) -> [IndexState.Part] {
        var parts: [IndexState.Part] = []
        for entry in manifest.entries {
            let name = Manifest.segmentName(entry.number)
            guard let memory = try folder.map(name) else {
                throw IndexError.damaged(file: name, reason: "missing")
            }
            let segment = try Segment(memory, file: name)
            guard segment.identity == entry.identity else {
                throw IndexError.damaged(file: name, reason: "another segment")
            }
            guard (entry.deleted.elements.last ?? 0) < max(segment.documentCount, 1) else {
                throw IndexError.damaged(file: Manifest.fileName, reason: "deleted documents")
            }
            parts.append(
                IndexState.Part(
                    segment: segment, number: entry.number, deleted: entry.deleted,
                    durablyDeleted: entry.deleted))
        }
        return parts
    }

    /// Left behind when a writer was stopped between writing a file and naming it, or before removing it.
    private static func removeOrphans(in folder: IndexFolder, _ manifest: Manifest) {
        let named = Set(manifest.entries.map { Manifest.segmentName($0.number) } + [Manifest.fileName])
        for name in folder.names() where !named.contains(name) { folder.remove(name) }
    }

    /// Reads the file anew instead of looking at the mapping, which a file cut off since would make fail.
    static func damage(of number: UInt64, identity: UInt64, in folder: IndexFolder) -> String? {
        let name = Manifest.segmentName(number)
        do throws(IndexError) {
            guard let bytes = try folder.read(name) else { return "\(name): missing" }
            let memory = Memory(copying: bytes)
            if let reason = Segment.damage(of: memory, file: name) { return "\(name): \(reason)" }
            let segment = try Segment(memory, file: name)
            return segment.identity == identity ? nil : "\(name): another segment"
        } catch {
            return "\(name): \(error)"
        }
    }

    static func manifestDamage(in folder: IndexFolder, schema: IndexSchema) -> [String] {
        do throws(IndexError) {
            guard let bytes = try folder.read(Manifest.fileName) else {
                return ["\(Manifest.fileName): missing"]
            }
            _ = try Manifest(reading: bytes, schema: Manifest.checksum(of: schema))
            return []
        } catch .damaged(let file, let reason) {
            return ["\(file): \(reason)"]
        } catch {
            return ["\(Manifest.fileName): \(error)"]
        }
    }
}
