import Foundation

/// A file of word clusters: UTF-8, on each line a folded word, a TAB, and one to four numbers from 1 with spaces between.
enum ClusterFile {
    /// - Throws: `TrainingError.clusters`
    static func read(_ path: String) throws -> [(word: [UInt8], numbers: [UInt16])] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var clusters: [(word: [UInt8], numbers: [UInt16])] = []
        for (number, line) in text.split(separator: "\n").enumerated() {
            let columns = line.split(separator: "\t")
            let numbers = columns.dropFirst().flatMap { $0.split(separator: " ") }.map { UInt16($0) ?? 0 }
            guard columns.count > 1, (1...4).contains(numbers.count), !numbers.contains(0) else {
                throw TrainingError.clusters(file: path, line: number + 1)
            }
            clusters.append((Array(columns[0].utf8), numbers))
        }
        return clusters
    }
}
