package import Articles

/// Someone or something else that an article names beside a name.
package struct Neighbour: Sendable, Hashable {
    /// The same for the same neighbour in every language, as far as names tell.
    package var feature: Int64
    /// Named in so many articles that to be named beside it says little.
    package var isCommon: Bool

    package init(feature: Int64, isCommon: Bool) {
        self.feature = feature
        self.isCommon = isCommon
    }

    /// A name in more articles than this is common.
    package static let commonCount = 50

    /// Countries are common however few articles name them, and so are those who write the news.
    package static func isCommon(_ entity: Entity) -> Bool {
        switch entity.subtype {
        case "country", "region", "continent", "news_agency", "newspaper", "broadcaster", "social_network":
            true
        default: false
        }
    }

    /// The feature of a name whose extraction id is `id`: its consonants where there are enough, else itself.
    package static func feature(of entity: Entity, _ text: NameText, id: String) -> Int64 {
        if entity.wikidata == nil, text.words.count > 1, text.strength > NameText.leastStrength,
            let block = text.blocks(entity.kind).first
        {
            return block
        }
        return Int64(bitPattern: StableHash.hash(id))
    }
}

/// An article that names a name, and what it names beside it.
package struct Neighbourhood: Sendable, Hashable {
    package var article: Int64
    /// Of the article's content: by it, those are chosen that stand for all.
    package var rank: Int64
    package var neighbours: [Neighbour]

    package init(article: Int64, rank: Int64, neighbours: [Neighbour]) {
        self.article = article
        self.rank = rank
        self.neighbours = neighbours
    }

    /// So many articles, those of least rank, stand for all that name a name.
    package static let sampleCount = 32
}
