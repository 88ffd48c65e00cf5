extension Components {
    /// An article in the forms that others made.
    static let articleForms = """
        LinkedThing
          @type string
          name string
          sameAs? string
        LinkedArticle An article as JSON-LD, in schema.org's terms.
          @context string
          @type 'NewsArticle'
          @id string
          identifier? string
          url? string
          headline? string
          inLanguage string
          datePublished? string:date-time
          dateModified? string:date-time
          author? [LinkedThing]
          publisher? LinkedThing
          keywords? [string]
          articleBody string
          mentions [LinkedThing]
        NinjsStandard
          name 'ninjs'
          version '2.2'|'3.1'
          schema string
        NinjsText
          role string
          value string
        NinjsName
          name string
          rel? string
          uri? string
        ninjsParts
          uri string
          standard NinjsStandard
          type 'text'
          language string
          by? string
          headlines? [NinjsText]
          subjects [NinjsName]
          people [NinjsName]
          organisations [NinjsName]
          places [NinjsName]
        NinjsBody3
          contentType string
          +NinjsText
        NinjsBody2
          contenttype string
          +NinjsText
        NinjsArticle3 An article as IPTC ninjs 3.1.
          +ninjsParts
          versionCreated? string:date-time
          contentCreated? string:date-time
          bodies [NinjsBody3]
          infoSources [NinjsName]
          altIds [NinjsText]
        NinjsArticle2 An article as IPTC ninjs 2.2.
          +ninjsParts
          versioncreated? string:date-time
          contentcreated? string:date-time
          bodies [NinjsBody2]
          infosources [NinjsName]
          altids [NinjsText]
        TextPosition Code points of the article's text.
          type 'TextPositionSelector'
          start integer(0..)
          end integer(0..)
        TextQuote
          type 'TextQuoteSelector'
          exact string
        AnnotationTarget
          source string
          selector [TextPosition|TextQuote]
        AnnotatedEntity
          type 'SpecificResource'
          purpose 'identifying'
          source string
        AnnotatedTime
          type 'TextualBody'
          purpose 'tagging'
          format string
          value string
        TextAnnotation
          id string
          type 'Annotation'
          motivation 'identifying'|'tagging'
          body AnnotatedEntity|AnnotatedTime
          target AnnotationTarget
        AnnotationPage What was read from an article, as W3C Web Annotation has it.
          @context string
          id string
          type 'AnnotationPage'
          startIndex integer(0..)
          items [TextAnnotation]
        """
}
