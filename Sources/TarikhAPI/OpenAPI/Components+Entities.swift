import ArticleStore
import Articles

extension Components {
    static let entities = """
        EntityType = \(words(Entity.Kind.allCases)) What an entity is.
        AliasKind = \(words(Entity.Alias.Kind.allCases)) What a name is to its entity.
        Name
          text string
          lang Language
        Alias
          +Name
          kind AliasKind
        EntitySummary
          id string
          type EntityType
          subtype string?
          label Text
        Position Degrees.
          lat number(-90..90)
          lon number(-180..180)
        MergedEntity
          id string
          reason string
          confidence number(0..1)
        Entity Someone or something that articles name.
          +EntitySummary
          labels [Text]
          aliases [Alias]
          adjectives [string]
          external {string?} Its ids elsewhere, by who gives them.
          geo Position?
          articles integer(0..)
          mentions integer(0..)
          first string? EDTF.
          last string? EDTF.
          merged_from [MergedEntity]
          etag string For 'If-Match'.
        NameMatch Which name was found, and how.
          by 'label'|'alias'|'translit'
          match 'exact'|'prefix'|'word'|'part'|'sound'
          text string
          lang Language
          kind AliasKind?
        ListedEntity
          +Entity
          matched_by NameMatch?
        DecidedEntity
          +Entity
          operation Curation
          undo string?
        EntityChange What someone said of an entity.
          type? EntityType
          subtype? string?
          label? Name
          labels? {string?}
          aliases? AliasChange
          external? {string?}
        AliasChange
          add [Alias]
          remove [string]
        NamedEntity
          id string
          +NameMatch
        NameReading Whom a name in a filter stands for.
          parameter string
          value string
          entities [NamedEntity]
        Mention Where an article names an entity.
          id string
          article_id string?
          revision integer(1..)?
          entity_id string
          type \(words(Entity.Kind.allCases))|'nationality'|'reference'
          form \(words(Mention.Form.allCases))
          block_id string
          span Span
          text string
          confidence number(0..1)
          rule string
          reason string
        Suggestion
          +EntitySummary
          articles integer(0..)
          matched_by NameMatch?
        EntitySuggestions
          prefix string
          items [Suggestion]
          complete boolean
          as_of integer(0..)
        Cooccurrent
          entity EntitySummary
          value number By the measure that was asked for.
          count integer(0..)
          expected number
          pmi number
          chi2 number
          left integer(0..)
          right integer(0..)
          total integer(0..)
        Cooccurrence
          entity EntitySummary
          unit \(words(TextUnit.allCases))
          measure \(words(Association.Measure.allCases))
          units integer(0..)
          total_units integer(0..)
          items [Cooccurrent]
          page Page
          matched_by [NameReading]
        """ + "\n" + graphs

    private static let graphs = """
        GraphNode
          id string
          label string
          lang Language
          type EntityType
          subtype string?
          articles integer(0..)
          count integer(0..)
        GraphEdge
          id string
          source string
          target string
          weight number
          count integer(0..)
          expected number
          pmi number
          chi2 number
        NodeElement
          data GraphNode
        EdgeElement
          data GraphEdge
        Elements
          nodes [NodeElement]
          edges [EdgeElement]
        OmittedEdges
          edges integer(0..)
          articles integer(0..)
          wide_units integer(0..)
        graphCounts
          unit \(words(TextUnit.allCases))
          measure \(words(Association.Measure.allCases))
          total_units integer(0..)
          omitted OmittedEdges
          as_of integer(0..)
          matched_by [NameReading]
        Graph Elements of Cytoscape.js.
          elements Elements
          +graphCounts
        NodeRow
          id string
          title string
          subTitle string
          mainStat number
          detail__type EntityType
        EdgeRow
          id string
          source string
          target string
          mainStat number
        NodeGraph Rows of Grafana's node graph.
          nodes [NodeRow]
          edges [EdgeRow]
          +graphCounts
        ReconciliationType
          id EntityType
          name string
        SuggestService
          service_url string
          service_path string
        SuggestServices
          entity SuggestService
        View
          url string
        ReconciliationManifest A service manifest (Reconciliation Service API 0.2).
          versions [string]
          name string
          identifierSpace string
          schemaSpace string
          serviceVersion string
          defaultTypes [ReconciliationType]
          view View
          suggest SuggestServices
          batchSize integer(1..)
        ReconciliationFeature
          id string
          value number|boolean
        ReconciliationCandidate
          id string
          name string
          description string
          type [ReconciliationType]
          score number(0..100)
          match boolean
          features [ReconciliationFeature]
        ReconciliationCandidates
          result [ReconciliationCandidate]
        ReconciliationResults = {ReconciliationCandidates} Candidates by the keys of the queries.
        ReconciliationSuggestion
          id string
          name string
          description string
          notable [ReconciliationType]
        ReconciliationSuggestions
          result [ReconciliationSuggestion]
        """
}
