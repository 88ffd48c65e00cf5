extension SegmentSearch {
    /// So many ranges are scored first, those that can have the best documents: then most others needn't be.
    private static let seedCount = 16

    /// Offers the documents of the kept chunks that can be among the best.
    mutating func scoreFrames(_ top: inout TopHits) {
        for seed in seeds() { score(seed.frame, range: seed.range, &top) }
        for frame in frames.indices {
            for range in 0..<SegmentLayout.rangesPerChunk where frames[frame].bounds[range] > top.threshold {
                score(frame, range: range, &top)
            }
        }
    }

    private struct Seed {
        var bound: UInt32
        var frame: Int
        var range: Int
    }

    private func seeds() -> [Seed] {
        var seeds: [Seed] = []
        if frames.count <= 1 { return seeds }
        var least = 0
        for frame in frames.indices {
            for range in 0..<SegmentLayout.rangesPerChunk {
                let bound = frames[frame].bounds[range]
                if bound == 0 { continue }
                if seeds.count < Self.seedCount {
                    seeds.append(Seed(bound: bound, frame: frame, range: range))
                } else if bound > seeds[least].bound {
                    seeds[least] = Seed(bound: bound, frame: frame, range: range)
                } else {
                    continue
                }
                least = 0
                for index in seeds.indices where seeds[index].bound < seeds[least].bound { least = index }
            }
        }
        return seeds
    }

    private mutating func score(_ number: Int, range: Int, _ top: inout TopHits) {
        let chunk = frames[number].chunk
        frames[number].bounds[range] = 0
        let norms = segment.norms.part(chunk << SegmentLayout.chunkBits, SegmentLayout.chunkSize)
        var sums = DocumentScores(repeating: 0)
        lists.add(frames[number].lists, range: range, to: &sums, state.impacts, norms)
        for half in 0..<2 {
            var rest = frames[number].bits[range * 2 + half]
            let complete = frames[number].complete[range * 2 + half]
            while rest != 0 {
                let place = half << 6 | rest.trailingZeroBitCount
                let isComplete = complete >> UInt64(place & 63) & 1 == 1
                let score = sums[place] &+ (isComplete ? plan.bonus : 0)
                if score >= top.threshold {
                    let document = chunk << SegmentLayout.chunkBits | range << SegmentLayout.rangeBits | place
                    top.offer(TopHits.Entry(score: score, key: segment.key(of: document)))
                }
                rest &= rest - 1
            }
        }
    }
}
