/// How often something is in a document, weighted by the field.
struct FieldTally {
    private let segment: Segment
    private let fields: QueryTerm.Fields
    private let weights: [Float]
    private var runs = 0..<0
    private var field = 0
    private var frequency: Float = 0
    private var isFound = false
    /// By field, when it is asked for.
    private(set) var counts: [Int] = []

    init(_ segment: Segment, _ fields: QueryTerm.Fields, weights: [Float]) {
        self.segment = segment
        self.fields = fields
        self.weights = weights
    }

    mutating func countFields() { counts = [Int](repeating: 0, count: weights.count) }

    @inline(__always)
    mutating func begin(_ document: Int) {
        runs = segment.runs(of: document)
        field = 0
        frequency = 0
        isFound = false
    }

    /// Positions ascend.
    mutating func add(_ position: UInt32) {
        while let run = runs.first, segment.run(run).position <= position {
            field = segment.run(run).field
            runs = runs.dropFirst()
        }
        guard fields.contains(field) else { return }
        isFound = true
        guard field < weights.count else { return }
        frequency += weights[field]
        if !counts.isEmpty { counts[field] += 1 }
    }

    /// `nil` when it is in none of the fields.
    var code: UInt8? { isFound ? Scoring.code(ofFrequency: frequency) : nil }
}
