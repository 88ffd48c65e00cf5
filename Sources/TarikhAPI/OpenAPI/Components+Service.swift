import AccessControl
import ArticleStore

extension Components {
    static let service = """
        ServiceDocument
          name string
          version string
          links {string}
          docs string
        Health
          status 'ok'|'draining'|'failing'
          checks {string}
        APISchema
          api integer(1..)
        Version
          name string
          version string
          build string
          schema APISchema
        Statistics
          articles integer(0..)
          events integer(0..)
          entities integer(0..)
          mentions integer(0..)
          sequence integer(0..)
          index_lag integer(0..)
          store_bytes integer(0..)
          index_bytes integer(0..)
        ProblemType
          type string
          code string
          status integer(400..599)
          description string
        ProblemItem
          parameter? string
          pointer? string A JSON Pointer into the body.
          header? string
          code string
          detail string
          offset? integer(0..) Code points from the start of the value.
        ErrorSummary
          code string
          message string
        problemParts
          type string
          title string
          status integer(400..599)
          detail string
          code string
          request_id string?
          trace_id string?
          errors [ProblemItem]
          available? [string] The media types that there are.
          error ErrorSummary
        Problem An error (RFC 9457).
          instance string
          +problemParts
        LineProblem An error of one article of many.
          instance null
          +problemParts
        Change
          seq integer(1..)
          op \(words(StoredChange.Operation.allCases))
          type \(words(StoredChange.Subject.allCases))
          id string
          revision integer(1..)? Of an article that was put.
          at string:date-time
        ChangeList
          items [Change]
          next_since integer(0..) Where to go on.
        ReannotationCounts
          total integer(0..)
          done integer(0..)
          changed integer(0..)
        TaskProblem
          code string
          detail string
        Reannotation
          kind 'reannotate'
          status \(words(ReannotationTask.Status.allCases))
          progress number(0..1)
          result ReannotationCounts
          problem TaskProblem?
        Scope = \(words(AccessScope.allCases)) What a key lets its bearer do.
        Key
          id string
          name string?
          scopes [Scope]
          sources [string]? The sources that it is for; null for all.
          rate integer(1..)? Requests a minute.
          created_at string:date-time
          expires_at string:date-time?
        CreatedKey
          +Key
          secret string Told this one time.
        Feed A feed and what is known from polling it.
          id string
          url string
          source string?
          interval integer(60..86400) Seconds from one poll to the next.
          pages boolean
          fixed boolean Whether it stands in the file of feeds.
          created_at string:date-time
          polling boolean
          polled_at string:date-time?
          succeeded_at string:date-time?
          next_at string:date-time
          status integer(100..599)? Of the last answer.
          failures integer(0..) Polls that have failed since the last that did not.
          error string? Why the last poll failed, or articles of it were not taken.
          articles integer(0..) That it brought in, in all.
          etag string?
          last_modified string?
        AuditEntry Who wrote what.
          at string:date-time
          actor string
          method string
          route string
          subject string?
          status integer(100..599)
          request_id string?
        """
}
