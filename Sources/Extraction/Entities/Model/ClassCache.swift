/// The sums of the weights of what lists of names say of a token, for each set of classes met.
struct ClassCache: Sendable {
    private static let size = 1 << 10

    private var keys = [UInt64](repeating: 0, count: Self.size)
    /// Five tokens for each set.
    private(set) var sums = WeightSums()

    init() { sums.reset(count: Self.size * FeatureKey.targets) }

    /// A fifth of the index in `sums`.
    mutating func index(
        _ classes: UInt64, style: UInt8, _ model: SequenceModel, _ rows: inout RowCache
    ) -> Int {
        // Classes are 52 bits and a place from bit 60.
        let key = classes | UInt64(style) << 56
        let index = Int(truncatingIfNeeded: NameKey.finished(key)) & (Self.size - 1)
        guard keys[index] != key else { return index }
        keys[index] = key
        let base = index * FeatureKey.targets
        sums.clear(at: base)
        var seen: [(key: UInt64, token: Int)] = []
        ContextFeatures.classes(classes, style: style) { seen.append(($0.key, base)) }
        var places: [PackedTable.Seen] = []
        let count = model.weights.find(seen, in: &places)
        model.weights.add(places, count, to: &sums, &rows)
        return index
    }
}
