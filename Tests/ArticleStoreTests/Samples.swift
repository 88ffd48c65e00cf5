import Articles
import TextAnalysis

/// Small articles with annotations put in by hand.
enum Samples {
    static let azerbaijan = Entity(
        id: "n_aze", kind: .place, subtype: "country", label: "أذربيجان", labelLanguage: .arabic,
        aliases: [Entity.Alias(text: "Azerbaijan", language: .english, kind: .translation)],
        adjectives: ["أذربيجاني"], wikidata: "Q227", iso3166: "AZ", latitude: 40.3, longitude: 47.7)
    static let israel = Entity(
        id: "n_isr", kind: .place, subtype: "country", label: "إسرائيل", labelLanguage: .arabic)

    static func date(_ year: Int) -> WorldDate {
        WorldDate(
            edtf: String(year), lower: CivilDate(year: year, month: 1, day: 1),
            upper: CivilDate(year: year, month: 12, day: 31), precision: .year)
    }

    /// «أذربيجان WORD في عام YEAR» with one mention and one event.
    static func article(
        _ word: String, year: Int, entity: Entity = azerbaijan, metadata: ArticleMetadata = ArticleMetadata()
    ) -> (article: Article, annotations: Annotations) {
        let text = Array("\(entity.label) \(word) في عام \(year)".utf8)
        let all = 0..<text.count
        let name = 0..<entity.label.utf8.count
        let dateRange = text.count - String(year).utf8.count..<text.count
        let article = Article(
            text: text, metadata: metadata, language: .arabic, direction: .rightToLeft,
            blocks: [Block(kind: .paragraph, range: all, language: .arabic, direction: .rightToLeft)],
            repairs: [Repair(code: .htmlDebris, range: 0..<1)])
        let claim = Claim(range: all, dateRange: dateRange, date: date(year), block: 0, relation: .states)
        let event = Event(
            titleRange: name, kind: "opening", date: date(year),
            participants: [Event.Participant(entityID: entity.id, role: "party")], confidence: 0.5,
            claims: [claim])
        let mention = Mention(
            range: name, kind: .place, entityID: entity.id, form: .name, block: 0, confidence: 0.9,
            rule: "gazetteer")
        let expression = TemporalExpression(
            range: dateRange, kind: .date, value: String(year), date: date(year), block: 0, rule: "year")
        return (
            article,
            Annotations(expressions: [expression], entities: [entity], mentions: [mention], events: [event])
        )
    }
}
