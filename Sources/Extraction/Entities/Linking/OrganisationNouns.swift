/// Nouns that say what an organisation is.
struct OrganisationNouns: OptionSet {
    let rawValue: UInt32
    static let ministry = OrganisationNouns(rawValue: 1)
    static let company = OrganisationNouns(rawValue: 2)
    static let agency = OrganisationNouns(rawValue: 4)
    static let party = OrganisationNouns(rawValue: 8)
    static let movement = OrganisationNouns(rawValue: 16)
    static let organisation = OrganisationNouns(rawValue: 32)
    static let bank = OrganisationNouns(rawValue: 64)
    static let newspaper = OrganisationNouns(rawValue: 128)
    static let channel = OrganisationNouns(rawValue: 256)
    static let university = OrganisationNouns(rawValue: 512)
    static let council = OrganisationNouns(rawValue: 1024)
    static let group = OrganisationNouns(rawValue: 2048)
    static let institute = OrganisationNouns(rawValue: 4096)
    static let union = OrganisationNouns(rawValue: 8192)

    /// ال.
    static let article: [UInt8] = [0xd8, 0xa7, 0xd9, 0x84]

    /// By the hash of the folded noun without the article.
    private static let nouns: [UInt64: OrganisationNouns] = {
        let lists: [(OrganisationNouns, String)] = [
            (.ministry, "وزاره وزارت وزارتخانه ministry department"),
            (.company, "شركه شركت company firm corporation ltd inc systems industries"),
            (.agency, "وكاله خبرگزاري اژانس agency"), (.party, "حزب party"),
            (.movement, "حركه جنبش movement"),
            (.organisation, "منظمه سازمان organization organisation"), (.bank, "بنك مصرف بانك bank"),
            (.newspaper, "صحيفه جريده مجله روزنامه newspaper times daily"),
            (.channel, "قناه شبكه channel network"), (.university, "جامعه دانشگاه university"),
            (.council, "مجلس council"), (.group, "مجموعه جماعه تنظيم گروه group"),
            (.institute, "معهد مركز موسسه institute foundation"), (.union, "اتحاد نقابه اتحاديه union"),
        ]
        var table: [UInt64: OrganisationNouns] = [:]
        for (noun, words) in lists {
            for word in words.split(separator: " ") {
                table[NameKey.hash(word.utf8), default: []].formUnion(noun)
            }
        }
        return table
    }()

    /// What a folded word says, with or without the article and و.
    static func of(_ folded: ArraySlice<UInt8>) -> OrganisationNouns {
        if let found = nouns[NameKey.hash(folded)] { return found }
        return ofDefinite(folded)
    }

    /// What a folded Arabic word with the article says.
    static func ofDefinite(_ folded: ArraySlice<UInt8>) -> OrganisationNouns {
        var word = folded
        // و ف ب ك before the article.
        if word.count > 10, !word.starts(with: article), word.dropFirst(2).starts(with: article) {
            word = word.dropFirst(2)
        }
        guard word.starts(with: article), word.count > 8 else { return [] }
        return nouns[NameKey.hash(word.dropFirst(4))] ?? []
    }

    /// What an entity of the gazetteer is called.
    static func ofSubtype(_ subtype: String?) -> OrganisationNouns {
        switch subtype {
        case "company": .company
        case "news_agency", "space_agency", "intelligence_agency": .agency
        case "newspaper": .newspaper
        case "broadcaster": .channel
        case "political_party": .party
        case "armed_group": [.group, .movement]
        case "university": .university
        case "international_organisation", "ngo": .organisation
        case "research_institute": .institute
        default: []
        }
    }
}
