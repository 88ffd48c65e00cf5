/// The trained model of one language: weights of features and transitions, and lists of words.
package struct SequenceModel: Sendable {
    /// `ar`, `en`, `fa`
    package let language: String
    package let labels: LabelSet
    /// From the label in the row to the label in the lane; labels that can't follow are not looked at.
    let transitions: [SIMD32<Int16>]
    /// Pairs of a target and label (32 · target + label) and a weight.
    let weights: PackedTable
    let lists: WordLists
    /// What a weight of 1 stands for.
    let scale: Float

    init(
        language: String, labels: LabelSet, transitions: [SIMD32<Int16>], weights: PackedTable,
        lists: WordLists, scale: Float
    ) {
        self.language = language
        self.labels = labels
        self.transitions = transitions
        self.weights = weights
        self.lists = lists
        self.scale = scale
    }

    func write(to writer: inout ModelWriter) {
        writer.append(language)
        writer.append(UInt8(clamping: labels.types.count))
        for type in labels.types { writer.append(type) }
        writer.append(scale.bitPattern)
        for row in transitions { for lane in 0..<32 { writer.append(row[lane]) } }
        weights.write(to: &writer)
        lists.write(to: &writer)
    }

    init(_ reader: inout ModelReader) throws(EntityModelError) {
        language = try reader.string()
        var types: [String] = []
        for _ in 0..<(try reader.uint8()) { types.append(try reader.string()) }
        guard let labels = LabelSet(types: types) else { throw .damaged }
        self.labels = labels
        scale = Float(bitPattern: try reader.uint32())
        guard scale.isFinite, scale > 0 else { throw .damaged }
        var transitions: [SIMD32<Int16>] = []
        for _ in 0..<32 {
            var row = SIMD32<Int16>()
            for lane in 0..<32 { row[lane] = try reader.int16() }
            transitions.append(row)
        }
        self.transitions = transitions
        weights = try PackedTable(&reader)
        lists = try WordLists(&reader)
    }
}
