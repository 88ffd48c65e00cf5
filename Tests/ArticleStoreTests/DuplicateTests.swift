import Articles
import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import ArticleStore

/// Copies of articles with small edits are found, whatever comes first; articles on the same thing are none.
struct DuplicateTests {
    private static let agency = """
        The port of Salalah reopened on Monday after a storm that had closed it for nine days, the harbour office said. Four ships \
        that waited outside came in before noon, among them a tanker with 31,000 tonnes of diesel for the power station at Raysut. \
        Crews had cleared two sunken barges from the western basin since Friday. The office put the damage to the container quay at \
        12 million rials and said that two of the seven cranes would not work before March. Fishermen were told to keep to the small \
        harbour until the buoys are back in their places.
        """
    /// The same event in the words of another.
    private static let other = """
        Ships are moving again at Salalah. Nine days after the storm forced Oman's largest container terminal to shut, pilots guided \
        a first convoy of four vessels to their berths on Monday morning. A tanker carrying diesel for the Raysut power plant led the \
        way. Two barges that sank in the western basin have been raised, but the repair of the container quay will cost about 12 \
        million rials, the harbour office estimates, and a pair of cranes stays out of service until March. Small boats may not yet \
        use the main channel because its buoys were swept away.
        """
    private static let arabic = """
        أعلنت هيئة الموانئ في صلالة اليوم الاثنين إعادة فتح الميناء بعد تسعة أيام من إغلاقه بسبب العاصفة. ودخلت أربع سفن كانت تنتظر \
        في الخارج قبل الظهر، بينها ناقلة تحمل 31 ألف طن من وقود الديزل لمحطة الكهرباء في ريسوت. وكانت الفرق قد أزالت بارجتين غارقتين من \
        الحوض الغربي منذ يوم الجمعة. وقدرت الهيئة الأضرار التي لحقت برصيف الحاويات بنحو 12 مليون ريال، وقالت إن رافعتين من أصل سبع لن \
        تعملا قبل شهر مارس المقبل.
        """

    static func article(_ text: String) throws -> Article { try ArticleParser().parse(Array(text.utf8)) }

    private func sketch(_ text: String) throws -> Sketch {
        try #require(Sketch(try Self.article(text)))
    }

    @Test(arguments: [
        (agency, agency.replacing("Monday", with: "Monday morning")),
        (agency, agency.replacing("harbour office", with: "port authority")),
        (agency, agency + " The storm was the third of the season."),
        (agency, agency.replacing("Four ships", with: "Four vessels").replacing("since Friday", with: "")),
        (agency, agency.uppercased()), (agency, "Salalah, Tuesday\n\n" + agency),
        (arabic, arabic.replacing("إعادة", with: "اعادة").replacing("اليوم الاثنين", with: "الاثنين")),
        (arabic, arabic.replacing("مارس", with: "آذار")), (arabic, arabic.replacing("ة", with: "ه")),
    ]) func `a copy with small edits is one`(_ text: String, _ edited: String) throws {
        let (first, second) = (try sketch(text), try sketch(edited))
        #expect(first.isCopy(of: second) && second.isCopy(of: first))
        #expect(!Set(first.keys).isDisjoint(with: second.keys))
        #expect(Sketch(first.bytes) == first)
    }

    @Test func `other articles on the same thing are none`() throws {
        let (first, second) = (try sketch(Self.agency), try sketch(Self.other))
        #expect(!first.isCopy(of: second))
        #expect(first.similarity(to: second) < 0.2)
        #expect(try !sketch(Self.arabic).isCopy(of: first))
    }

    @Test func `a report that comes every day with other numbers is none`() throws {
        func report(_ numbers: [Int]) -> String {
            """
            Gold closed at \(numbers[0]) dollars an ounce in Dubai on day \(numbers[1]) of the month, silver at \(numbers[2]) and \
            platinum at \(numbers[3]). Dealers in the old market said that trade was quiet and that most of them wait for the wedding \
            season, which begins after the summer, before they buy again from the refiners of the free zone near the port.
            """
        }
        let days = try [[1931, 4, 23, 912], [1940, 5, 24, 915]].map { try sketch(report($0)) }
        #expect(!days[0].isCopy(of: days[1]))
        #expect(days[0].isCopy(of: try sketch(report([1931, 4, 23, 912]).replacing("quiet", with: "slow"))))
    }

    @Test func `a text of a few words is not compared`() throws {
        #expect(Sketch(try Self.article("Japan opened its embassy in Qatar on 15 June 2004.")) == nil)
    }

    @Test func `none of the sample articles is a copy of another`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Config/samples")
        var sketches: [Sketch] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            if let sketch = Sketch(try Self.article(text)) { sketches.append(sketch) }
        }
        #expect(sketches.count >= 3)
        for (index, sketch) in sketches.enumerated() {
            #expect(sketches[(index + 1)...].allSatisfy { !$0.isCopy(of: sketch) })
        }
    }

    // MARK: Clusters

    private func samples() throws -> [(article: Article, annotations: Annotations)] {
        let texts = [
            Self.agency, Self.agency.replacing("Monday", with: "Sunday"),
            Self.agency + " It was the third storm.", Self.other, Self.arabic,
            Self.arabic.replacing("مارس", with: "آذار"), "A few words.",
        ]
        return try texts.map { (try Self.article($0), Annotations()) }
    }

    /// The texts of each cluster.
    private func clusters(_ store: ArticleStore) throws -> Set<Set<[UInt8]>> {
        let articles = try store.articles(Criteria(), order: .title, limit: 999, after: nil).items
        let groups = Dictionary(grouping: articles.filter { $0.cluster != nil }) { $0.cluster }
        return Set(groups.values.map { Set($0.map(\.article.text)) })
    }

    @Test func `clusters are the same in any order, and in any batches`() throws {
        var random = SeededGenerator(seed: 7)
        let samples = try samples()
        var seen: Set<Set<Set<[UInt8]>>> = []
        for _ in 0..<6 {
            let folder = try TemporaryFolder()
            let store = try ArticleStore(folder: folder.path, access: .readWrite)
            for sample in samples.shuffled(using: &random) { _ = try store.insert([sample]) }
            seen.insert(try clusters(store))
            #expect(try store.check() == [])
        }
        #expect(seen.count == 1)
        #expect(seen.first.map { $0.map(\.count).sorted() } == [2, 3])
    }

    @Test func `an article that goes or becomes another leaves its cluster`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let samples = try samples()
        let ids = try store.insert(samples).map(\.id)
        func stored(_ index: Int) throws -> StoredArticle? {
            if case .found(let stored) = try store.article(ids[index]) { stored } else { nil }
        }
        #expect(
            try (0..<7).map { try stored($0)?.duplicateOf } == [nil, ids[0], ids[0], nil, nil, ids[4], nil])
        _ = try store.delete(ids[0])
        #expect(try (1..<4).map { try stored($0)?.duplicateOf } == [nil, ids[1], nil])
        #expect(try stored(1)?.clusterID == stored(2)?.clusterID)
        #expect(try store.check() == [])
        let apart = try Self.article(Self.other + " And more.")
        #expect(try store.revise(ids[2], with: apart, Annotations(), seen: nil) == .written)
        #expect(try (1..<4).map { try stored($0)?.duplicateOf } == [nil, nil, ids[2]])
        #expect(try stored(1)?.clusterID == nil)
        #expect(try store.check() == [])
    }

    @Test func `a list shows one of each cluster, and says how many others there are`() throws {
        let folder = try TemporaryFolder()
        let store = try ArticleStore(folder: folder.path, access: .readWrite)
        let ids = try store.insert(try samples()).map(\.id)
        var criteria = Criteria()
        criteria.collapsesClusters = true
        let page = try store.articles(criteria, order: .newestIngested, limit: 9, after: nil)
        #expect(page.items.map(\.id) == [ids[6], ids[4], ids[3], ids[0]])
        #expect(page.items.map(\.others) == [0, 1, 0, 2] && page.total == 4)
        criteria.articles = [Criteria.Clause([ids[1], ids[2]])]
        let some = try store.articles(criteria, order: .title, limit: 9, after: nil)
        #expect(some.items.map(\.id) == [ids[1]] && some.items.map(\.others) == [1])
        guard case .found(let copies) = try store.duplicates(of: ids[1], sources: nil, limit: 9, after: nil)
        else {
            Issue.record("no copies")
            return
        }
        #expect(copies.items.map(\.article.id) == [ids[0], ids[2]] && copies.total == 2)
        #expect(copies.items.allSatisfy { $0.similarity >= Sketch.leastSimilarity - 0.1 })
    }
}
