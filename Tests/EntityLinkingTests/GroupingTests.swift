import Articles
import Testing
import TextAnalysis

@testable import EntityLinking

/// Links, as far as nothing speaks against them.
struct GroupingTests {
    private func member(_ name: Int64, part: Int = 0, wikidata: String? = nil) -> EntityGrouping.Member {
        EntityGrouping.Member(node: NameNode(name: name, part: part), id: "n_\(name)", wikidata: wikidata)
    }

    private func link(_ one: Int64, _ other: Int64, _ confidence: Double = 0.9) -> NodeLink {
        NodeLink(
            one: NameNode(name: one, part: 0), other: NameNode(name: other, part: 0),
            link: NameLink(reason: "alias", confidence: confidence))
    }

    private func names(_ groups: [EntityGrouping.Group]) -> Set<Set<Int64>> {
        Set(groups.map { Set($0.nodes.map(\.name)) })
    }

    @Test func `chains of links make one entity`() {
        let groups = EntityGrouping.groups(
            [member(1), member(2), member(3), member(4)], links: [link(1, 2), link(2, 3)])
        #expect(names(groups) == [[1, 2, 3], [4]])
        #expect(groups.first { $0.nodes.count == 3 }?.links.count == 2)
    }

    @Test func `a name between two Wikidata items belongs to neither`() {
        let members = [member(1, wikidata: "Q1"), member(2), member(3, wikidata: "Q3")]
        #expect(names(EntityGrouping.groups(members, links: [link(1, 2), link(2, 3)])) == [[1], [2], [3]])
    }

    @Test func `a chain ends before a second Wikidata item, where it is weakest`() {
        let members = [member(1, wikidata: "Q1"), member(2), member(3), member(4, wikidata: "Q4")]
        let links = [link(1, 2, 0.9), link(2, 3, 0.8), link(3, 4, 0.9)]
        for links in [links, links.reversed()] {
            #expect(names(EntityGrouping.groups(members, links: links)) == [[1, 2], [3, 4]])
        }
    }

    @Test func `too many spellings are none`() {
        let members = (1...65).map { member($0) }
        let links = (1..<65).map { link($0, $0 + 1) }
        #expect(EntityGrouping.groups(members, links: links).count == 65)
        #expect(EntityGrouping.groups(members.dropLast(), links: links.dropLast()).count == 1)
    }

    @Test func `two parts of one name are never joined through others`() {
        let members = [member(1), member(1, part: 1), member(2)]
        let other = NodeLink(
            one: NameNode(name: 1, part: 1), other: NameNode(name: 2, part: 0),
            link: NameLink(reason: "alias", confidence: 0.8))
        let groups = EntityGrouping.groups(members, links: [other, link(1, 2)])
        #expect(Set(groups.map(\.nodes.count)) == [2, 1])
        #expect(groups.contains { $0.nodes == [NameNode(name: 1, part: 1)] })
    }

    @Test func `people's decisions come before links, and later ones before earlier ones`() {
        let members = [member(1), member(2), member(3)]
        let nodes = members.map(\.node)
        let merge = EntityGrouping.Decided(together: [nodes[0], nodes[2]], apart: [], reason: "the same")
        let split = EntityGrouping.Decided(together: [nodes[0]], apart: [nodes[1]], reason: "another")
        #expect(
            names(EntityGrouping.groups(members, links: [link(1, 2)], decided: [split])) == [[1], [2], [3]])
        #expect(names(EntityGrouping.groups(members, links: [link(1, 2)], decided: [merge])) == [[1, 2, 3]])
        let undone = EntityGrouping.Decided(together: [nodes[0], nodes[1]], apart: [], reason: "the same")
        #expect(
            names(EntityGrouping.groups(members, links: [], decided: [undone, split])) == [[1, 2], [3]])
        #expect(
            names(EntityGrouping.groups(members, links: [], decided: [split, undone])) == [[1], [2], [3]])
        #expect(
            EntityGrouping.groups(members, links: [], decided: [merge]).flatMap(\.links).map(\.link)
                == [NameLink(reason: "the same", confidence: 1)])
    }
}

/// People of one name.
struct HomonymTests {
    private func place(_ article: Int64, _ features: [Int64], common: Set<Int64> = []) -> Neighbourhood {
        Neighbourhood(
            article: article, rank: article,
            neighbours: features.map { Neighbour(feature: $0, isCommon: common.contains($0)) })
    }

    @Test func `two circles of neighbours are two people`() {
        let sample = [
            place(1, [10, 11]), place(2, [11, 12]), place(3, [20, 21, 22]), place(4, [22]), place(5, [12]),
            place(6, []),
        ]
        let homonyms = Homonyms(sample)
        #expect(homonyms.count == 2)
        #expect(sample.map { homonyms.part(of: $0) } == [0, 0, 1, 1, 0, 0])
        #expect(homonyms.part(of: place(9, [21, 10, 20])) == 1)
        #expect(homonyms.part(of: place(9, [99])) == 0)
        #expect(Homonyms(sample.reversed()) == homonyms)
    }

    @Test func `one neighbour in common, or too few, and they are one`() {
        let tied = [place(1, [10, 11, 1]), place(2, [11, 12]), place(3, [20, 21, 22, 1]), place(4, [22])]
        #expect(Homonyms(tied).count == 1)
        #expect(!Homonyms(tied).isLoose)
        let single = [place(1, [10, 11]), place(2, [11, 12]), place(3, [12]), place(4, [20, 21, 22])]
        #expect(Homonyms(single).count == 1)
        #expect(Homonyms(single).isLoose)
        let known = [
            place(1, [10, 11]), place(2, [11, 12]), place(3, [20, 21, 22], common: [20]), place(4, [22]),
        ]
        #expect(Homonyms(known).count == 1)
        #expect(Homonyms([]).count == 1)
    }
}

/// What entities are called.
struct EntityLabelTests {
    private func naming(
        _ label: String, _ language: Language, _ articles: Int, wikidata: String? = nil,
        aliases: [Entity.Alias] = []
    ) -> Naming {
        Naming(
            entity: Entity(
                id: "n_" + label, kind: .person, label: label, labelLanguage: language, aliases: aliases,
                wikidata: wikidata), articles: articles)
    }

    @Test func `most articles decide, then length, then the letters`() {
        let namings = [
            naming("بوتن", .arabic, 2), naming("بوتين", .arabic, 2), naming("Putin", .english, 1),
            naming("Putyn", .english, 1),
        ]
        for namings in [namings, namings.reversed()] {
            let found = EntityLabels.entity(namings)
            #expect(found?.entity.label == "بوتين")
            #expect(found?.labels.map(\.text) == ["بوتين", "Putin"])
        }
        #expect(EntityLabels.entity(namings + [naming("بوتن", .arabic, 1)])?.entity.label == "بوتن")
        #expect(
            EntityLabels.entity([naming("«بوتين", .arabic, 1), naming("بوتن", .arabic, 1)])?.entity.label
                == "بوتن")
        #expect(EntityLabels.entity([]) == nil)
    }

    @Test func `the gazetteer's label wins, with its translations`() {
        let known = naming(
            "روسيا", .arabic, 1, wikidata: "Q159",
            aliases: [
                Entity.Alias(text: "Russian Federation", language: .english, kind: .official),
                Entity.Alias(text: "Russia", language: .english, kind: .translation),
            ])
        let found = EntityLabels.entity([naming("Russland", .english, 9), known])
        #expect(found?.entity.label == "روسيا")
        #expect(found?.labels.map(\.text) == ["روسيا", "Russia"])
    }
}

/// What two names are named beside.
struct EvidenceTests {
    private func place(_ article: Int64, _ neighbours: [(Int64, Bool)]) -> Neighbourhood {
        Neighbourhood(
            article: article, rank: article,
            neighbours: neighbours.map { Neighbour(feature: $0.0, isCommon: $0.1) })
    }

    private func evidence(_ one: [Neighbourhood], _ other: [Neighbourhood], own: Set<Int64>) -> Evidence {
        Evidence(NeighbourSample(one), NeighbourSample(other), own: own)
    }

    @Test func `neighbours in common count once, as common when any of theirs is`() {
        let one = [place(1, [(10, false), (11, false), (12, true)]), place(2, [(10, false), (13, false)])]
        let orders: [[(Int64, Bool)]] = [
            [(11, false), (11, true), (10, false)], [(10, false), (11, true), (11, false)],
        ]
        for neighbours in orders {
            let other = [place(3, neighbours), place(4, [(12, false), (99, false)])]
            #expect(evidence(one, other, own: []) == Evidence(informative: 1, common: 2))
            #expect(evidence(other, one, own: []) == Evidence(informative: 1, common: 2))
            #expect(evidence(one, other, own: [10]) == Evidence(informative: 0, common: 2))
        }
    }

    @Test func `an article that names both as two says nothing`() {
        let both = place(1, [(10, false), (11, false)])
        #expect(evidence([both], [both], own: []) == Evidence())
        #expect(
            evidence([both, place(2, [(10, false)])], [both, place(3, [(10, false)])], own: []).score == 2)
    }
}
