import ArgumentParser
import Foundation
import SearchIndex
import TextAnalysis

/// Changes an index until it is killed; or looks whether an index that was is as it must be. What the documents are follows from the
/// sequence number.
struct CrashCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crash", abstract: "Seal and merge without end, or check what is left after a kill.")

    @Argument(help: "The index.") var folder: String
    @Flag(help: "Check instead.") var check = false
    @Option(help: "With --check: the last sequence number that was told to be on disk.") var told: Int64 = 0

    func run() throws {
        let index = try SearchIndex(folder: folder, schema: Corpus.schema, access: .readWrite)
        if check { return try check(index) }
        var sequence = index.durableSequence
        while true {
            sequence += 1
            try index.apply(
                adding: Self.added(sequence), removing: Self.removed(sequence), sequence: sequence)
            if sequence % 2 == 0 {
                try index.seal()
                try FileHandle.standardOutput.write(
                    contentsOf: Data("on disk \(index.durableSequence)\n".utf8))
            }
        }
    }

    /// Twenty documents, some of which replace earlier ones.
    private static func added(_ sequence: Int64) -> [IndexDocument] {
        (Int64(0)..<20).map { place -> IndexDocument in
            let key = place % 5 == 0 && sequence > 3 ? (sequence - 3) * 20 + place : sequence * 20 + place
            let first = sequence * 7 + place * 13
            let words = (Int64(0)..<40).map { number in "كلمة\((first + number * number) % 997)" }
            let text = words.joined(separator: " ")
            return IndexDocument(
                key: key, texts: [.init(field: 1, bytes: Array(text.utf8), language: .arabic)],
                keywords: [.init(field: 3, value: "\(sequence)")])
        }
    }

    private static func removed(_ sequence: Int64) -> [Int64] {
        sequence > 5 && sequence % 3 == 0 ? [(sequence - 5) * 20 + 1, (sequence - 5) * 20 + 2] : []
    }

    private func check(_ index: SearchIndex) throws {
        var problems = index.verify()
        let sequence = index.durableSequence
        if sequence < told { problems.append("\(told) was on disk, now \(sequence) is") }
        var versions: [Int64: Int64] = [:]
        for number in stride(from: 1, through: sequence, by: 1) {
            for key in Self.removed(number) { versions[key] = nil }
            for document in Self.added(number) { versions[document.key] = number }
        }
        let snapshot = index.snapshot()
        if snapshot.keys() != versions.keys.sorted() { problems.append("documents are lost or doubled") }
        var counts: [String: Int] = [:]
        for version in versions.values { counts["\(version)", default: 0] += 1 }
        let query = try QueryParser().parse("-nothing")
        let facet = snapshot.facets(query, [FacetRequest(.keywords(field: 3), limit: Int.max)])[0]
        let found = Dictionary(facet.counts.map { ($0.value, $0.count) }) { $0 + $1 }
        if found != counts { problems.append("documents are not of the version that they must be") }
        for problem in problems { print(problem) }
        if !problems.isEmpty { throw ExitCode.failure }
        print("\(sequence) changes, \(snapshot.documentCount) documents: nothing is wrong")
    }
}
