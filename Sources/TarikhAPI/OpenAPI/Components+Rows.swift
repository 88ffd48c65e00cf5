extension Components {
    static let rows = """
        RowEnvelope
          rows [any]
          page Page
          omitted Omitted
        SeriesRow!
          time string ISO 8601; of years before 0 a sign and six digits.
          time_ms integer Milliseconds since 1970-01-01T00:00:00Z.
          series string
          value integer(0..)
        TopRow!
          id string
          label string
          type string
          value integer(0..)
          share number(0..1) Of all that counts.
        PlaceRow!
          id string
          label string
          lat number(-90..90)
          lon number(-180..180)
          value integer(0..)
        MatrixRow!
          row string
          col string
          value integer(0..)
        FlatEventRow!
          time string The start of the first day.
          time_ms integer
          timeEnd string The end of the last day.
          timeEnd_ms integer
          edtf string
          precision string
          title string
          text string
          tags string Who takes part, with commas between.
          place string Empty when it is not known.
          confidence number(0..1)
          sources integer(0..)
          event_id string
          article_id string
          url string
        AnnotationRow!
          time string
          timeEnd string
          title string
          text string
          tags string
        PairRow!
          a_id string
          a string
          b_id string
          b string
          count integer(0..)
          pmi number
        FlatNodeRow!
          id string
          title string
          subTitle string
          mainStat integer(0..)
          detail__type string
        FlatEdgeRow!
          id string
          source string
          target string
          mainStat number
        VariableRow!
          __text string
          __value string
          type string
        ArticleFeedItem
          id string
          url string
          external_url? string
          title string
          content_text string
          date_published? string:date-time
          date_modified string:date-time
          language? string
          authors? [any]
          tags [string]
          _tarikh any
        ArticleFeed JSON Feed 1.1.
          version string
          title string
          feed_url string
          next_url? string
          items [ArticleFeedItem]
        SavedSearch
          id string
          title string
          query {any} The parameters of the search.
          changed_at string:date-time?
          results string
          feed string
        """
}
