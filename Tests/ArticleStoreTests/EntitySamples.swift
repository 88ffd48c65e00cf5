import Articles
import EntityLinking
import TestSupport
import TextAnalysis

/// Articles that are nothing but names, annotated by hand.
enum EntitySamples {
    struct Named {
        var text: String
        var kind: Entity.Kind
        var wikidata: String?
        var subtype: String?
        var aliases: [Entity.Alias] = []
    }

    static func person(_ text: String, alias: String? = nil) -> Named {
        Named(
            text: text, kind: .person,
            aliases: alias.map { [Entity.Alias(text: $0, language: language($0), kind: .variant)] } ?? [])
    }

    static func body(_ text: String, acronym: String? = nil) -> Named {
        Named(
            text: text, kind: .organisation,
            aliases: acronym.map { [Entity.Alias(text: $0, language: .english, kind: .acronym)] } ?? [])
    }

    static func country(_ text: String, _ wikidata: String) -> Named {
        Named(text: text, kind: .place, wikidata: wikidata, subtype: "country")
    }

    static func city(_ text: String, _ wikidata: String) -> Named {
        Named(text: text, kind: .place, wikidata: wikidata, subtype: "city")
    }

    static func language(_ text: String) -> Language {
        NameText(text).script == .arabic ? .arabic : .english
    }

    /// The id that extraction gives: of the item, or of kind and folded name.
    static func id(_ named: Named) -> String {
        let key = named.wikidata ?? named.kind.rawValue + ":" + LetterFolding.fold(named.text)
        return "n_" + String(StableHash.hash(key), radix: 32)
    }

    /// «NUMBER: name, name, …» with one mention of each, and one event of the first two in `year`.
    static func article(
        _ number: Int, _ names: [Named], year: Int = 2001
    ) -> (article: Article, annotations: Annotations) {
        var text = "\(number):"
        var annotations = Annotations()
        for named in names {
            let start = text.utf8.count + 1
            text += " " + named.text + ","
            let id = id(named)
            annotations.mentions.append(
                Mention(
                    range: start..<start + named.text.utf8.count, kind: named.kind, entityID: id, form: .name,
                    block: 0, confidence: 0.9, rule: "test"))
            guard !annotations.entities.contains(where: { $0.id == id }) else { continue }
            annotations.entities.append(
                Entity(
                    id: id, kind: named.kind, subtype: named.subtype, label: named.text,
                    labelLanguage: language(named.text), aliases: named.aliases, wikidata: named.wikidata))
        }
        let all = 0..<text.utf8.count
        let date = Samples.date(year)
        annotations.events = [
            Event(
                titleRange: all, kind: "meeting", isRepeatable: true, date: date,
                participants: annotations.entities.prefix(2).map {
                    Event.Participant(entityID: $0.id, role: "party")
                }, placeID: annotations.entities.first { $0.kind == .place }?.id, confidence: 0.5,
                claims: [Claim(range: all, dateRange: 0..<1, date: date, block: 0, relation: .states)])
        ]
        let article = Article(
            text: Array(text.utf8), metadata: ArticleMetadata(), language: .arabic, direction: .rightToLeft,
            blocks: [Block(kind: .paragraph, range: all, language: .arabic, direction: .rightToLeft)])
        return (article, annotations)
    }

    // MARK: Many

    private static let circles: [[Named]] = [
        [
            person("نيكولاي ملادينوف"), person("إسماعيل هنية"), body("حركة المقاومة الشعبية"),
            city("غزة", "Q39760"),
            country("فلسطين", "Q219060"), person("يحيى السنوار"),
        ],
        [
            person("Nikolay Mladenov"), person("Ismail Haniyeh"), body("Popular Resistance Movement"),
            city("غزة", "Q39760"), country("فلسطين", "Q219060"), person("Yahya Sinwar"),
        ],
        [
            person("نيكولاي ميلادينوف"), person("إسماعيل هنيّة"), body("منظمة الصحة", acronym: "WHO"),
            city("غزة", "Q39760"),
            person("عبد الفتاح البرهان"),
        ],
        [
            person("عبدالفتاح البرهان"), person("محمد حمدان دقلو"), city("الخرطوم", "Q1963"),
            country("السودان", "Q1049"),
            body("WHO"), person("سامي الحاج"),
        ],
        [
            person("محمد سالم"), person("علي الكعبي"), body("نادي الهلال"), body("نادي النصر"),
            city("الرياض", "Q3692"),
            country("السعودية", "Q851"),
        ],
        [
            person("محمد سالم"), person("كريم بنزيمة"), body("وزارة الفلاحة"), body("الاتحاد العام"),
            city("صفاقس", "Q173111"),
            country("تونس", "Q948"),
        ],
    ]

    /// A few names of one circle of names; sometimes of two.
    static func random(
        _ number: Int, using random: inout SeededGenerator
    ) -> (article: Article, annotations: Annotations) {
        let circle = circles[Int.random(in: circles.indices, using: &random)]
        var names = Array(circle.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
        if Int.random(in: 0..<12, using: &random) == 0 {
            names += circles[Int.random(in: circles.indices, using: &random)].prefix(2)
        }
        return article(number, names, year: Int.random(in: 1990...2020, using: &random))
    }
}
