import ArticleStore
import Articles
import HTTPServer
import HTTPTypes
import Testing
import TextAnalysis

@testable import TarikhAPI

/// Entities that several names lead to.
struct EntityMergeRouteTests {
    private static func name(_ text: String, _ id: String, _ kind: Entity.Kind = .person) -> Entity {
        let isArabic = text.utf8.first.map { $0 > 0x7f } ?? false
        return Entity(id: id, kind: kind, label: text, labelLanguage: isArabic ? .arabic : .english)
    }

    private static let gaza = name("غزة", "n_gaza", .place)
    private static let movement = name("حركة المقاومة الشعبية", "n_movement", .organisation)

    /// «NAME NAME …» with one mention of each.
    private static func article(_ entities: [Entity]) -> (article: Article, annotations: Annotations) {
        var text = ""
        var annotations = Annotations(entities: entities)
        for entity in entities {
            let start = text.utf8.count
            text += entity.label
            annotations.mentions.append(
                Mention(
                    range: start..<text.utf8.count, kind: entity.kind, entityID: entity.id, form: .name,
                    block: 0,
                    confidence: 0.9, rule: "test"))
            text += " "
        }
        let article = Article(
            text: Array(text.utf8), metadata: ArticleMetadata(), language: .arabic, direction: .rightToLeft,
            blocks: [
                Block(
                    kind: .paragraph, range: 0..<text.utf8.count, language: .arabic, direction: .rightToLeft)
            ])
        return (article, annotations)
    }

    private func fixture() throws -> Fixture {
        let fixture = try Fixture()
        let rest = [Self.gaza, Self.movement]
        _ = try fixture.store.insert([
            Self.article([Self.name("نيكولاي ملادينوف", "n_old")] + rest),
            Self.article([Self.name("Nikolay Mladenov", "n_new")] + rest),
        ])
        return fixture
    }

    @Test func `an entity says what it was put together from`() throws {
        let fixture = try fixture()
        let entity = try fixture.get("/v1/entities/n_old").object()
        #expect(entity["articles"].integer == 2)
        #expect(entity["merged_from"][0]["id"].string == "n_new")
        #expect(entity["merged_from"][0]["reason"].string == "transliteration")
        #expect(entity["merged_from"][0]["confidence"].double == 0.9)
        #expect(entity["labels"][0]["text"].string == "Nikolay Mladenov")
        #expect(entity["labels"][1]["lang"].string == "ar")
    }

    @Test(arguments: ["", "/mentions", "/articles", "/events?limit=3", "/timeline?from=1990"])
    func `an old id leads to the new one`(_ suffix: String) throws {
        let fixture = try fixture()
        let moved = fixture.get("/v1/entities/n_new" + suffix)
        #expect(moved.status == .permanentRedirect)
        #expect(moved.fields[.location] == "/v1/entities/n_old" + suffix)
        #expect(fixture.get("/v1/entities/n_old" + suffix).status == .ok)
        #expect(fixture.get("/v1/entities/n_none" + suffix).status == .notFound)
    }

    @Test(arguments: ["n_old", "n_new", "Nikolay%20Mladenov"])
    func `any of its ids and names filters`(_ entity: String) throws {
        let fixture = try fixture()
        #expect(try fixture.get("/v1/articles?entity=" + entity).object()["page"]["total"].integer == 2)
        #expect(
            try fixture.get("/v1/search?q=%D8%BA%D8%B2%D8%A9&entity=" + entity).object()["page"]["total"]
                .integer == 2)
        #expect(
            try fixture.get("/v1/search?q=%D8%BA%D8%B2%D8%A9&entity=!" + entity).object()["page"]["total"]
                .integer == 0)
    }

    @Test func `an article's mentions name the entity`() throws {
        let fixture = try fixture()
        let mentions = try fixture.get("/v1/articles/a_2/mentions").object()
        #expect(mentions["items"][0]["entity_id"].string == "n_old")
        #expect(try fixture.get("/v1/articles/a_2/entities").object()["items"][0]["id"].string == "n_old")
    }
}
