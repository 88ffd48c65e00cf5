import Articles
import Foundation
import Testing

/// The evaluation sets, which are kept outside of the project.
private let sample: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let sets = ProcessInfo.processInfo.environment["TARIKH_EVAL"] ?? root.path + "/../shared/eval"
    return sets + "/sample/azerbaijan-israel.txt"
}()

struct EvaluationSampleTests {
    @Test(.enabled(if: FileManager.default.fileExists(atPath: sample), "the evaluation sets are not here"))
    func `the sample article has its parts`() throws {
        let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sample)))
        let article = try ArticleParser().parse(text)
        let offsets = OffsetMap(text)
        #expect(offsets.codePoints(article.titleRange ?? 0..<0) == 0..<50)
        #expect(article.repairs.map { offsets.codePoints($0.range) } == [448..<454, 3482..<3485])
        let list = article.blocks.filter { $0.kind == .listItem && $0.ordinal != nil }
        #expect(
            list.prefix(4).map { article.string($0.range).prefix(5) } == ["1992:", "1993:", "2022:", "مارس "])
        let credits = article.attributions.map { ($0.role, offsets.codePoints($0.range)) }
        #expect(credits.contains { $0 == (.origin, 5354..<5373) })
        #expect(credits.contains { $0 == (.translator, 5306..<5328) })
        #expect(credits.first.map { $0 == (.origin, 74..<93) } == true)
        #expect(article.blocks.count { $0.kind == .heading } >= 4)
    }
}
