import Articles
import TextAnalysis

extension Components {
    /// Small values that occur in many answers.
    static let values = """
        Language = \(words(Language.allCases)) A language by its BCP 47 code.
        Direction = \(words(TextDirection.allCases)) The direction in which a text is written.
        Span = {"description":"Where a text starts and ends, end exclusive, in code points of the article's stored text unless 'offset_unit' says otherwise.","type":"array","items":{"type":"integer","minimum":0},"minItems":2,"maxItems":2}
        Text A text with its language.
          text string
          lang Language
          dir Direction
        Date When something happened.
          edtf string The date as EDTF has it (Library of Congress, levels 1 and 2).
          lower string? The first day that it may be; null when that is open.
          upper string? The last day that it may be; null when that is open.
          precision \(words(WorldDate.Precision.allCases))
          qualifier \(words(WorldDate.Qualifier.allCases))? How sure it is; null when nothing is said.
          calendar \(words(WorldDate.Calendar.allCases)) The calendar that the text has.
          basis \(words(WorldDate.Basis.allCases)) What the date was read from.
          modifier \(words(WorldDate.Modifier.allCases))? The part that is meant.
          original string? The date in the text's own calendar, where that is not the Gregorian one.
        Page Which part of a list an answer has.
          limit integer(1..)
          next_cursor string? The value of 'cursor' for the next part; null at the end. It holds for 15 minutes.
          has_more boolean
          total integer(0..)
          total_relation 'eq'|'gte' Whether 'total' is exact or the least that there are.
          as_of integer(0..) The state of the data, which grows with every change.
        Omitted How many events an answer left out.
          undated integer(0..) It is not known when they happened.
          out_of_range integer(0..) Their days are none that the form can say.
          no_place integer(0..) It is not known where they happened.
        """

    static let articles = """
        Title
          +Text
          span Span? null when the title does not stand in the text.
        Source Who an article is from.
          name string
          entity_id string?
          span Span?
        Attribution Whom a text credits.
          role \(words(Attribution.Role.allCases))
          name string
          entity_id string?
          span Span
        Block A paragraph.
          id string
          kind \(words(Block.Kind.allCases))
          section string? The heading that it stands under.
          ordinal integer? The place in a list.
          span Span
          +Text
        Counts
          chars integer(0..) Code points.
          blocks integer(0..)
          mentions integer(0..)
          events integer(0..)
          entities integer(0..)
        Repair What is no text in a text.
          code \(words(Repair.Code.allCases))
          raw string
          span Span
        Flag A hint at damage; what may be meant so has none.
          code \(words(QualityFlag.Code.allCases))
          span Span
          detail string The words that tell of it.
        Quality
          machine_translated number(0..1)? null when it was not measured.
          repairs [Repair]
          flags [Flag]
        Reception How an article came in.
          media_type string
          charset string What its bytes were decoded from.
          charset_from string What told the encoding.
          replaced integer(0..) Places where bytes were no character.
          taken_from {string} Which of its places each thing known of it was taken from.
        Article An article. What is not stored has neither id nor revision.
          id string?
          revision integer(1..)?
          created boolean? Whether this request stored it; null where that is not the question.
          external_id string?
          url string?
          title Title?
          lang Language
          dir Direction
          published_at string:date-time?
          ingested_at string:date-time?
          source Source?
          attribution [Attribution]
          blocks [Block]
          counts Counts
          quality Quality
          duplicate_of string? The first article that it is a copy of, or nearly.
          cluster_id string? Of all that hang together as copies.
          others integer(0..)? How many of its cluster are left out of a list; null where none are.
          content_hash string
          tags [string]
          authors [string]
          modified_at string:date-time?
          received Reception? null when it came as text in the API's own object.
        BatchLine What came of an article of many.
          line integer(1..)? Where it came in NDJSON.
          item integer(1..)? Where it came in a document.
          status integer(200..599)
          id string?
          problem LineProblem?
        Expression An expression of time in a text.
          type \(words(TemporalExpression.Kind.allCases))
          value string As TIMEX3 has it.
          block_id string
          span Span
          text string
          date Date?
          event boolean Whether it dates an event.
          rule string
          confidence number(0..1)
        Duplicate A copy of an article, or nearly one.
          article_id string
          similarity number(0..1) An estimate of the runs of three words in common, of all that either has.
          title string?
          source string?
          published_at string:date-time?
          ingested_at string:date-time
          duplicate_of string?
          cluster_id string?
        Revision One state of an article.
          revision integer(1..)
          is_current boolean
          written_at string:date-time
          replaced_at string:date-time? null for the one that holds.
          content_hash string
          address string Where it can be read.
        MetadataChange
          field string
          old string?
          new string?
        WordChange Words of a block.
          kind \(words(ArticleDifference.Kind.allCases))
          span Span In the text that has them.
          text string
        BlockChange
          kind \(words(ArticleDifference.Kind.allCases))
          old Block?
          new Block?
          words [WordChange] What is different in a block that was changed, in its order.
        RevisionDifference What is different between two revisions.
          article_id string
          from integer(1..)
          to integer(1..)
          metadata [MetadataChange]
          same_blocks integer(0..) Blocks that are the same in both.
          blocks [BlockChange] The others, in their order.
        Annotations All that was read from one article.
          article Article
          events [Event]
          entities [Entity]
          claims [Claim]
          mentions [Mention]
          expressions [Expression]
        """
}
