extension Segment {
    /// What is wrong with the bytes of a segment file; `nil` when nothing is.
    static func damage(of memory: Memory, file: String) -> String? {
        let segment: Segment
        do {
            segment = try Segment(memory, file: file)
        } catch .damaged(_, let reason) {
            return reason
        } catch {
            return "\(error)"
        }
        let bytes = segment.bytes
        defer { withExtendedLifetime(memory) {} }
        for section in SegmentLayout.Section.allCases {
            let entry = 32 + section.rawValue * 24
            let part = bytes.part(
                Int(truncatingIfNeeded: bytes.uint64(at: entry)),
                Int(truncatingIfNeeded: bytes.uint64(at: entry + 8)))
            if part.checksum != bytes.uint64(at: entry + 16) { return "checksum of \(section)" }
        }
        return segment.stems.disorder ?? segment.surfaces.disorder ?? segment.keywords.disorder
    }
}
