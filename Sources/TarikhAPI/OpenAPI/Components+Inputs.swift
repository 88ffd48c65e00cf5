import ArticleStore
import HTTPServer

extension Components {
    /// The bodies of requests. Lengths of texts count bytes, which a schema can't; so those with a limit have a format of their own.
    static let inputs = """
        ArticleText = string:article-text A text with a letter or digit, of at most 2 MiB of UTF-8.
        ShortText = string:short-text At most 512 bytes.
        LongText = string:long-text At most 4096 bytes.
        EntityText = string:name A letter or digit, no control character, at most 400 bytes.
        ID = {"type":"string","pattern":"^[!-~]{1,64}$"}
        Word = {"description":"A word of a to z, digits and '_'.","type":"string","pattern":"^[a-z][a-z0-9_]{0,39}$"}
        Tag = string:tag(1..) At most 256 bytes.
        Moment = string:moment RFC 3339, or a day.
        PageText = string:article-page HTML that says something, of at most 8 MiB.
        articleDetails
          title? LongText?
          url? LongText?
          external_id? ShortText? The sender's own id.
          source? ShortText?
          published_at? Moment|integer(-62167219200000..253402300799999)|null With an integer, milliseconds since 1970.
          lang? {"anyOf":[{"type":"string","pattern":"^([A-Za-z]{2,8}([-_][!-~]{0,26})?)?$"},{"type":"null"}]}
          tags? [Tag](..64)?
        ArticleOfText!
          text ArticleText
          +articleDetails
        ArticleOfPage!
          html PageText
          +articleDetails
        ArticleInput = ArticleOfText|ArticleOfPage An article to read. JSON Feed, JSON-LD and ninjs are known by their members under 'application/json' too.
        ArticleLines = string:article-lines NDJSON: an 'ArticleInput' in each line, of at most 2 MiB.
        FeedText = string:feed RSS 2.0 or 1.0, or Atom (RFC 4287).
        JSONFeedDocument = {"description":"JSON Feed 1.1 or 1.0.","type":"object"}
        LinkedDocument = {"description":"JSON-LD with an article in schema.org's terms: a NewsArticle or its kin, also in a graph or list.","anyOf":[{"type":"object"},{"type":"array","minItems":1}]}
        NinjsDocument = {"description":"IPTC ninjs 1, 2 or 3: an item, or a list of them.","anyOf":[{"type":"object"},{"type":"array","minItems":1}]}
        ArticlePatch! What is to be another; null takes away, and what is not named stays.
          text? ArticleText
          title? LongText?
          url? LongText?
          external_id? ShortText?
          source? ShortText?
          published_at? Moment|integer(-62167219200000..253402300799999)|null
          lang? {"anyOf":[{"type":"string","pattern":"^([A-Za-z]{2,8}([-_][!-~]{0,26})?)?$"},{"type":"null"}]}
          tags? [Tag](..64)?
        MergeEvents!
          ids [ID](1..100) Events to merge into this one.
          reason? LongText?
        SplitEvent!
          claims [ID](1..1000) Claims of another event.
          reason? LongText?
        MergeEntities!
          from [ID](1..100) Entities to merge into this one.
          reason? LongText?
        SplitEntity!
          mentions [ID](1..1000) Mentions of another entity.
          reason? LongText?
        Undo!
          reason? LongText?
        Judgement!note|status
          status? \(words(StoredContradiction.Status.allCases))
          note? LongText?
        NameInput!
          text EntityText
          lang? Language?
          kind? AliasKind?
          dir? any Ignored.
        AnyName = EntityText|NameInput
        LabelsByLanguage = {"type":"object","propertyNames":{"$ref":"#/components/schemas/Language"},"additionalProperties":{"anyOf":[{"$ref":"#/components/schemas/EntityText"},{"type":"null"}]}}
        AliasEdits!
          add? [AnyName](..500)?
          remove? [AnyName](..500)?
        ExternalIDs = {"description":"Ids elsewhere by who gives them; null takes one away.","type":"object","maxProperties":50,"properties":{"wikidata":{"anyOf":[{"type":"string","pattern":"^Q[1-9][0-9]{0,11}$"},{"type":"null"}]},"iso3166":{"anyOf":[{"type":"string","pattern":"^[A-Z]{2}$"},{"type":"null"}]}},"propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,39}$"},"additionalProperties":{"anyOf":[{"type":"string","format":"external-id","minLength":1},{"type":"null"}]}}
        entityDetails
          subtype? Word?
          aliases? [AnyName](..500)|AliasEdits|null All aliases, or what changes.
          external? ExternalIDs
          reason? LongText?
        NewNamedEntity!
          type EntityType
          label AnyName
          labels? [AnyName]|LabelsByLanguage
          +entityDetails
        FirstLabels = {"type":"object","minProperties":1,"propertyNames":{"$ref":"#/components/schemas/Language"},"additionalProperties":{"$ref":"#/components/schemas/EntityText"}}
        NewLabelledEntity!
          type EntityType
          labels [AnyName](1..)|FirstLabels One of these is what it is called.
          +entityDetails
        NewEntity = NewNamedEntity|NewLabelledEntity An entity that there was not.
        EntityDescription!type|subtype|label|labels|aliases|external What there is to say of an entity.
          type? EntityType
          label? AnyName
          labels? [AnyName]|LabelsByLanguage
          +entityDetails
        SourceName = string:source-name At most 256 bytes without a comma, and no '!' in front.
        KeyGrant!
          scopes [Scope](1..)
          name? string:key-text(1..)?
          sources? [SourceName](1..100)? The sources that it is for; null for all.
          expires_at? string:future?
          rate? integer(1..1000000)? Requests a minute.
        FeedInput!
          url string:web-address(..2048)
          source? string(..512)?
          interval? integer(60..86400)? Seconds from one poll to the next; 900 unless it says so.
          pages? boolean? Whether pages are read where the feed has but summaries.
        Term = string:term One to eight words, no control character, at most 200 bytes.
        SynonymsID = {"type":"string","pattern":"^[A-Za-z0-9._-]{1,40}$"}
        SynonymsInput!
          terms [Term](2..\(SynonymSet.mostTerms))
          one_way? boolean?
          id? any Ignored.
          changed_at? any Ignored.
        SavedTitle = {"type":"string","maxLength":100,"pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f]*$"}
        SavedQuery = \(savedQuery)
        SavedSearchInput!
          title? SavedTitle? For people.
          query SavedQuery
          id? any Ignored.
          changed_at? any Ignored.
          results? any Ignored.
          feed? any Ignored.
        AnalysisText = string:analysis-text At most 16 KiB.
        AnalysisInput!
          text AnalysisText
          lang? Language?
        ReconciliationForm!
          queries string:reconciliation-queries An object of JSON: queries by keys of one's own.
        """

    /// The parameters of a search as JSON, which a saved one has all of.
    private static let savedQuery: String = {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.object { Parameter.body(of: API.savedParameters).writeMembers(to: &$0) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }()
}
