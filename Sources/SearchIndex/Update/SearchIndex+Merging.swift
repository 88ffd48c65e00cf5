import Dispatch
import Synchronization

extension SearchIndex {
    /// Bigger segments are merged only to drop deleted documents, which bounds the memory of a merge.
    private static let mergeLimit = 128 << 20

    /// Starts a merge in the background when there is something to merge. The caller holds `writing`.
    func scheduleMerge(_ writing: inout Writing) {
        guard !writing.isMerging, !Self.candidates(state.parts).isEmpty else { return }
        writing.isMerging = true
        mergeQueue.async { [weak self] in self?.mergeInBackground() }
    }

    /// The numbers of segments to merge: a segment of which a third is durably deleted, or 8 of like size.
    private static func candidates(_ parts: [IndexState.Part]) -> [UInt64] {
        for part in parts where part.durablyDeleted.count * 3 > part.segment.documentCount {
            if let number = part.number { return [number] }
        }
        var tiers: [Int: [UInt64]] = [:]
        for part in parts where part.segment.bytes.count < mergeLimit {
            if let number = part.number { tiers[tier(part.segment.bytes.count), default: []].append(number) }
        }
        return tiers.sorted { $0.key < $1.key }.first { $0.value.count >= fanIn }?.value ?? []
    }

    /// A merge that fails leaves the index as it was; it is tried again after the next seal.
    private func mergeInBackground() {
        let parts = state.parts
        let numbers = Self.candidates(parts)
        let inputs = parts.filter { part in part.number.map(numbers.contains) ?? false }
        let isSound = inputs.allSatisfy { part in
            part.number.map { Self.damage(of: $0, identity: part.segment.identity, in: folder) == nil }
                ?? false
        }
        let merger = SegmentMerger(
            inputs.map { SegmentMerger.Input(segment: $0.segment, deleted: $0.durablyDeleted) })
        let bytes = isSound && !inputs.isEmpty ? merger.segmentBytes() : nil
        writing.withLock { writing in
            writing.isMerging = false
            guard let bytes else { return }
            do throws(IndexError) {
                let segment = try Segment(Memory(copying: bytes), file: "memory")
                try replace(inputs, by: segment, numbers: merger.numbers, &writing)
                scheduleMerge(&writing)
            } catch {
                // The orphan, if any, goes at the next opening.
                return
            }
        }
    }

    /// Puts a merged segment in the place of its inputs, with what was deleted meanwhile.
    private func replace(
        _ inputs: [IndexState.Part], by segment: Segment, numbers: [[UInt32]], _ writing: inout Writing
    ) throws(IndexError) {
        let old = state
        let merged = Set(inputs.compactMap(\.number))
        var parts = old.parts.filter { part in !(part.number.map(merged.contains) ?? false) }
        if segment.documentCount > 0 {
            var part = try write(segment, &writing)
            for (input, renumbered) in zip(inputs, numbers) {
                guard let now = old.parts.first(where: { $0.number == input.number }) else { continue }
                part.deleted.insert(now.deleted, renumbered: renumbered)
                part.durablyDeleted.insert(now.durablyDeleted, renumbered: renumbered)
            }
            parts.insert(part, at: parts.firstIndex { $0.number == nil } ?? parts.count)
        }
        try writeManifest(parts, sequence: writing.durableSequence, writing)
        replaceState(IndexState(parts: parts, sequence: old.sequence, weights: old.weights))
        for number in merged { folder.remove(Manifest.segmentName(number)) }
    }

    /// Returns when no merge is under way or due; for tests and benchmarks.
    package func waitForMerges() {
        while writing.withLock({ $0.isMerging }) { mergeQueue.sync {} }
    }
}

extension DocumentSet {
    fileprivate mutating func insert(_ documents: DocumentSet, renumbered: [UInt32]) {
        for document in documents.elements where document < renumbered.count {
            if renumbered[document] != SegmentMerger.dropped { insert(Int(renumbered[document])) }
        }
    }
}
