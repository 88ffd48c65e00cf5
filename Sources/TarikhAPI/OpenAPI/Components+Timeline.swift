import ArticleStore
import Articles

extension Components {
    static let timeline = """
        Claim A sentence that states an event.
          id string?
          article_id string?
          revision integer(1..)?
          block_id string
          span Span?
          date_span Span?
          date string? EDTF.
          relation \(words(Claim.Relation.allCases)) To the other claims of the event.
        EventClaim
          +Claim
          event_id string
          text string
        Participant
          entity_id string
          label string?
          role string
        EventPlace
          entity_id string
          label string?
        Event What happened, merged from all claims that state it.
          id string
          title Text
          kind string?
          date Date? null when it is not known when it happened.
          participants [Participant]
          place EventPlace?
          status \(words(Event.Status.allCases))
          confidence number(0..1)
          sources integer(0..)
          articles [string]
          claims [Claim]
          follows [string] Events that this one is the outcome of, such as an announcement.
          contradictions [string]
          salience number How much is said of it.
        EventList
          items [Event]
          page Page
          omitted Omitted
          matched_by [NameReading]
        EventGroup
          key string
          label string?
          count integer(0..)
          items [Event]
        EventGroups
          groups [EventGroup]
          page Page
          omitted Omitted
          matched_by [NameReading]
        Bucket
          start string EDTF.
          lower string The first day.
          upper string The last day.
          count number(0..)
        DateHistogram
          interval \(words(DateInterval.allCases))
          date \(words(ArticleStore.CountedDate.allCases))
          spread \(words(TarikhAPI.DateHistogram.Spread.allCases))
          buckets [Bucket]
          total integer(0..)
          open_ended integer(0..)
          omitted Omitted
          as_of integer(0..)
          matched_by [NameReading]
        Side What some of the claims say.
          value string
          claims [string]
          sources [string]
          independent_sources integer(0..)
        Contradiction Claims that can't all be true.
          id string
          relation \(words(StoredContradiction.Relation.allCases))
          field string
          event_id string
          score number
          rule string
          status \(words(StoredContradiction.Status.allCases))
          sides [Side]
          suggested string?
          note string?
        Curation What someone decided.
          id string
          kind \(words(StoredCuration.Kind.allCases))
          subject \(words(StoredCuration.Subject.allCases))
          event_id string?
          entity_id string?
          ids [string]? Events that were merged.
          claims [string]? Claims that were split off.
          from [string]? Entities that were merged.
          mentions [string]? Mentions that were split off.
          changes EntityChange?
          reason string?
          at string:date-time
          undoes string?
          undone_at string:date-time?
        CurationResult
          operation Curation
          undo string? What to POST to in order to take it back.
          events [Event]
          entities [Entity]
        """ + "\n" + forms

    /// Other forms of the timeline.
    private static let forms = """
        TimelineJSDate
          year integer
          month? integer(1..12)
          day? integer(1..31)
          display_date? string
        TimelineJSText
          headline string
          text string
        TimelineJSEvent
          start_date TimelineJSDate
          end_date? TimelineJSDate
          display_date? string
          text TimelineJSText
          group? string
          unique_id string
        TimelineJS TimelineJS 3.
          scale 'human'
          events [TimelineJSEvent]
          omitted Omitted
        FeedEvent
          date Date?
          dir Direction
          status \(words(Event.Status.allCases))
          confidence number(0..1)
          sources integer(0..)
          articles [string]
          place string?
        FeedItem
          id string
          url string
          title string
          content_text string
          date_modified string:date-time
          language? Language
          tags [string]
          _tarikh FeedEvent
        FeedCounts
          omitted Omitted
          total integer(0..)
          as_of integer(0..)
        JSONFeed JSON Feed 1.1.
          version 'https://jsonfeed.org/version/1.1'
          title string
          feed_url string
          next_url? string
          items [FeedItem]
          _tarikh FeedCounts
        Point
          type 'Point'
          coordinates [number](2..2) Longitude, latitude.
        FeatureProperties
          title string
          lang Language
          dir Direction
          kind string?
          date Date?
          place string
          participants [string]
          status \(words(Event.Status.allCases))
          confidence number(0..1)
          sources integer(0..)
          articles [string]
          text string
          updated_at string:date-time
          url string
        Feature
          type 'Feature'
          id string
          geometry Point
          properties FeatureProperties
        FeatureCollection GeoJSON (RFC 7946).
          type 'FeatureCollection'
          features [Feature]
          omitted Omitted
        """
}
