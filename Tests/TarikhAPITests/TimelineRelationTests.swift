import ArticleStore
import Articles
import Extraction
import Testing

/// Small groups of articles, and how what they say stands to each other; all the way from text to timeline.
struct TimelineRelationTests {
    enum Relation {
        /// One event with this date; its claims are not equally exact.
        case refinement(String)
        /// One event with this date, said by all, and so many independent sources.
        case agreement(String, sources: Int)
        /// Two events, the later of which follows the earlier.
        case sequence
        case conflict(suggested: String?)
        case valueConflict(measure: String, suggested: String?)
        /// As many events as articles, that have nothing to do with each other.
        case separate
    }

    struct Row: CustomStringConvertible {
        var description: String
        var relation: Relation
        var texts: [String]

        init(_ description: String, _ relation: Relation, _ texts: [String]) {
            self.description = description
            self.relation = relation
            self.texts = texts
        }
    }

    private func store(_ texts: [String], in fixture: Fixture) throws {
        for (index, text) in texts.enumerated() {
            // A text may name its source in front: `source|text`.
            let parts = text.split(separator: "|", maxSplits: 1).map(String.init)
            var metadata = ArticleMetadata(title: "Report \(index)")
            metadata.source = parts.count > 1 ? parts[0] : nil
            let article = try ArticleParser().parse(Array(parts[parts.count - 1].utf8), metadata: metadata)
            _ = try fixture.store.insert([(article, Annotator().annotate(article))])
        }
    }

    @Test(arguments: TimelineRelationRows.all) func `articles stand to each other as they say`(_ row: Row)
        throws
    {
        let fixture = try Fixture()
        try store(row.texts, in: fixture)
        let events = try fixture.store.events(Criteria(), limit: 100, after: nil).items
        let contradictions = try fixture.store.contradictions(
            Criteria(), relations: [], statuses: [], limit: 100, after: nil
        ).items
        let shared = events.filter { $0.articleIDs.count == row.texts.count }
        let dump = events.map {
            "\($0.event.date?.edtf ?? "-") \($0.event.kind ?? "-") \($0.event.status) «\($0.title)» "
                + $0.event.participants.compactMap { _ in "p" }.joined()
                + " \($0.labels.values.sorted()) \($0.articleIDs.count) \($0.event.quantities.map(\.lower))"
        }.joined(separator: "\n")
        switch row.relation {
        case .refinement(let date):
            #expect(shared.map { $0.event.date?.edtf } == [date], "\(dump)")
            #expect(shared.first?.event.claims.contains { $0.relation == .refines } == true, "\(dump)")
            #expect(contradictions.isEmpty)
        case .agreement(let date, let sources):
            #expect(shared.map { $0.event.date?.edtf } == [date], "\(dump)")
            #expect(shared.first?.sourceCount == sources, "\(dump)")
            #expect(shared.first?.event.claims.allSatisfy { $0.relation != .refines } == true)
            #expect(contradictions.isEmpty)
        case .sequence:
            #expect(shared.isEmpty && events.count == 2, "\(dump)")
            #expect(events.last?.follows == [events[0].id], "\(dump)")
            #expect(contradictions.isEmpty)
        case .conflict(let suggested):
            #expect(contradictions.map(\.relation) == [.conflict], "\(dump)")
            #expect(contradictions.first?.suggested == suggested, "\(dump)")
            #expect(contradictions.first?.rule == "single_instance_disjoint")
        case .valueConflict(let measure, let suggested):
            #expect(contradictions.map(\.relation) == [.valueConflict], "\(dump)")
            #expect(contradictions.first?.field == measure)
            #expect(contradictions.first?.suggested == suggested, "\(dump)")
        case .separate:
            #expect(
                events.allSatisfy { $0.articleIDs.count == 1 } && events.count >= row.texts.count, "\(dump)")
            #expect(
                events.allSatisfy { $0.follows.isEmpty } && contradictions.isEmpty,
                "\(dump) \(contradictions)")
        }
        #expect(try fixture.store.check() == [])
    }
}
