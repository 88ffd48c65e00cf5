import ArticleStore
import Articles
import Foundation
import HTTPServer
import HTTPTypes
import TestSupport
import TextAnalysis

/// A service over four articles that name Egypt, Iran, Ebrahim Raisi and a bank.
struct EntityFixture {
    static let egypt = Entity(
        id: "n_egypt", kind: .place, subtype: "country", label: "مصر", labelLanguage: .arabic,
        aliases: [
            Entity.Alias(text: "Egypt", language: .english, kind: .translation),
            Entity.Alias(text: "جمهورية مصر العربية", language: .arabic, kind: .official),
        ], adjectives: ["مصري"], wikidata: "Q79", iso3166: "EG", latitude: 27, longitude: 29)
    static let iran = Entity(
        id: "n_iran", kind: .place, subtype: "country", label: "إيران", labelLanguage: .arabic,
        aliases: [
            Entity.Alias(text: "Iran", language: .english, kind: .translation),
            Entity.Alias(text: "ایران", language: .persian, kind: .translation),
        ], wikidata: "Q794", iso3166: "IR")
    static let raisi = Entity(
        id: "n_raisi", kind: .person, label: "إبراهيم رئيسي", labelLanguage: .arabic)
    /// A name that no form may take for markup.
    static let bank = Entity(
        id: "n_bank", kind: .organisation, label: "بنك <\"A&B\"> ]]>\u{ffff}'", labelLanguage: .arabic)

    let fixture: Fixture
    /// Ids of the articles.
    let articles: [String]

    init() throws {
        fixture = try Fixture()
        articles = try fixture.store.insert(Self.samples).map(\.id)
    }

    /// The articles.
    static var samples: [(article: Article, annotations: Annotations)] {
        let blocks: [[[[Entity]]]] = [
            [[[egypt, iran], [raisi, iran]], [[bank]]],
            [[[egypt, iran, raisi]], [[egypt, bank]]],
            [[[egypt], [iran]]],
            [[[egypt]]],
        ]
        return blocks.enumerated().map { index, blocks in
            NamedSamples.article(
                blocks, number: index, metadata: ArticleMetadata(source: index < 2 ? "أ" : "ب"))
        }
    }

    func get(_ target: String, _ fields: HTTPFields = [:]) -> Response {
        let encoded = target.utf8.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
        return fixture.get(encoded, fields)
    }
}
