import Synchronization

extension SearchIndex {
    /// The tail is written to disk when it is bigger.
    static let tailLimit = 32 << 20
    /// Text indexed into one segment at a time, which bounds memory.
    private static let textLimit = 32 << 20
    /// So many segments of like size are merged.
    static let fanIn = 8

    var tailByteCount: Int {
        state.parts.reduce(0) { $0 + ($1.number == nil ? $1.segment.bytes.count : 0) }
    }

    /// Segments in memory, with documents in order.
    func segments(of documents: [IndexDocument]) throws(IndexError) -> [Segment] {
        var segments: [Segment] = []
        var start = 0
        while start < documents.count {
            var builder = SegmentBuilder(schema: schema)
            var size = 0
            while start < documents.count, size < Self.textLimit {
                builder.add(documents[start])
                size += documents[start].texts.reduce(0) { $0 + $1.bytes.count }
                start += 1
            }
            segments.append(try Segment(Memory(copying: builder.segmentBytes()), file: "memory"))
        }
        return segments
    }

    /// Makes segments part of the index. The caller holds `writing`.
    func publish(
        _ segments: [Segment], replacing replaced: [Int64], removing removed: [Int64], sequence: Int64
    ) throws(IndexError) {
        let old = state
        var parts = old.parts
        for key in removed { Self.delete(key, from: &parts) }
        for key in replaced { Self.delete(key, from: &parts) }
        for segment in segments {
            var part = IndexState.Part(segment: segment, number: nil)
            Self.deleteRepeated(in: &part)
            if parts.count > old.parts.count {
                for document in 0..<segment.documentCount {
                    Self.delete(segment.key(of: document), from: &parts, since: old.parts.count)
                }
            }
            parts.append(part)
        }
        try compactTail(&parts)
        replaceState(
            IndexState(parts: parts, sequence: max(sequence, old.sequence), weights: old.weights))
    }

    func replaceState(_ state: IndexState) {
        current.withLock { $0 = state }
    }

    private static func delete(_ key: Int64, from parts: inout [IndexState.Part], since start: Int = 0) {
        for index in start..<parts.count {
            let segment = parts[index].segment
            guard let document = segment.document(ofKey: key) else { continue }
            parts[index].deleted.insert(document)
        }
    }

    /// Of documents with the same key, leaves the last.
    private static func deleteRepeated(in part: inout IndexState.Part) {
        let segment = part.segment
        var last: [Int64: Int] = [:]
        for document in 0..<segment.documentCount {
            if let earlier = last.updateValue(document, forKey: segment.key(of: document)) {
                part.deleted.insert(earlier)
            }
        }
    }

    /// Merges segments in memory once there are 8 of like size at the end, so that a search visits few and adding costs little.
    private func compactTail(_ parts: inout [IndexState.Part]) throws(IndexError) {
        while true {
            let tail = parts.filter { $0.number == nil }
            guard let last = tail.last else { return }
            let tier = Self.tier(last.segment.bytes.count)
            let like = tail.suffix(while: { Self.tier($0.segment.bytes.count) <= tier })
            guard like.count >= Self.fanIn else { return }
            parts.removeLast(like.count)
            if let merged = try Self.merged(Array(like)) { parts.append(merged) }
        }
    }

    /// The power of 8, from 16 KiB on.
    static func tier(_ byteCount: Int) -> Int {
        var tier = 0
        var limit = 16 << 10
        while byteCount > limit {
            limit <<= 3
            tier += 1
        }
        return tier
    }

    /// One segment in memory without the deleted documents; `nil` when none is left.
    static func merged(_ parts: [IndexState.Part]) throws(IndexError) -> IndexState.Part? {
        guard parts.contains(where: { $0.liveCount > 0 }) else { return nil }
        let merger = SegmentMerger(
            parts.map { SegmentMerger.Input(segment: $0.segment, deleted: $0.deleted) })
        let segment = try Segment(Memory(copying: merger.segmentBytes()), file: "memory")
        return IndexState.Part(segment: segment, number: nil)
    }
}

extension Array {
    /// The longest end of the array whose elements all satisfy the predicate.
    func suffix(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
        var start = endIndex
        while start > startIndex, predicate(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
