import SearchIndex

extension Components {
    static let search = """
        SearchTitle
          +Text
          html string? With 'mark' around what was found, where highlight=html.
        Match
          span Span
          term string
          by string? Why it is one, where it is not the word itself.
        Snippet
          block_id string
          span Span
          +Text
          html string?
          matches [Match]
        ScoredTerm
          kind \(words(Explanation.Term.Kind.allCases))
          text string
          frequency {integer}
          documents integer(0..)
          idf number
          score number
          counted boolean
        ScoreExplanation
          terms [ScoredTerm]
          bonus number
          index number
          text number
          score number
        SearchHit
          article_id string
          revision integer(1..)
          score number
          title SearchTitle?
          snippets [Snippet]
          events [string]
          others integer(0..)? With 'collapse=cluster', how many hits are copies of it; null without.
          explain ScoreExplanation?
        SearchTerm
          in string
          folded string
          aliases [string]
        SearchQuery How the query was understood.
          text string
          parsed string
          terms [SearchTerm]
          corrected string?
        FacetValue
          value string
          count integer(0..)
          label Text?
        SearchResults
          items [SearchHit]
          query SearchQuery
          facets {[FacetValue]}
          page Page
          took_ms number(0..)
          partial boolean Whether 'timeout_ms' cut it short.
          matched_by [NameReading]
        WordSuggestion
          text string
          articles integer(0..)
        Suggestions
          prefix string
          entities [Suggestion]
          words [WordSuggestion]
          as_of integer(0..)
        Token A word as it is indexed.
          span Span
          text string
          folded string
          prefix string?
          suffix string?
          stem string
        Analysis
          lang Language
          dir Direction
          tokens [Token]
          sentences [Span]
        Synonyms
          id string
          terms [string]
          one_way boolean Whether only the first stands for the others.
          changed_at string:date-time?
        """
}
