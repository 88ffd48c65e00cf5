/// A document of each media type that articles are taken in, each with a text of its own.
struct SampleDocument {
    let type: String
    /// Made to hold many.
    let isFeed: Bool
    let body: String

    static let byMediaType = [
        SampleDocument(
            type: "application/json", isFeed: false, body: #"{"text":"The first bridge was opened in 1951."}"#
        ),
        SampleDocument(
            type: "text/html", isFeed: false,
            body: """
                <html lang="en"><head><title>A bridge</title><meta name="author" content="Jane Doe"></head>
                <body><article><p>The second bridge was opened in 1952.</p></article></body></html>
                """),
        SampleDocument(type: "text/plain", isFeed: false, body: "The third bridge was opened in 1953."),
        SampleDocument(
            type: "application/xhtml+xml", isFeed: false,
            body: "<html><body><p>The fourth bridge was opened in 1954.</p></body></html>"),
        SampleDocument(
            type: "application/ld+json", isFeed: false,
            body: """
                {"@context":"https://schema.org","@type":"NewsArticle","headline":"A bridge","dateModified":"2021-05-03T06:30:00Z",
                "articleBody":"The fifth bridge was opened in 1955."}
                """),
        SampleDocument(
            type: "application/vnd.iptc.ninjs+json", isFeed: false,
            body: #"{"uri":"urn:x:6","body_text":"The sixth bridge was opened in 1956."}"#),
        SampleDocument(
            type: "application/feed+json", isFeed: true,
            body: """
                {"version":"https://jsonfeed.org/version/1.1","title":"Example","items":[
                {"id":"7","content_text":"The seventh bridge was opened in 1957."},{"id":"8"}]}
                """),
        SampleDocument(type: "application/rss+xml", isFeed: true, body: rss("1958")),
        SampleDocument(
            type: "application/atom+xml", isFeed: true,
            body: """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><id>urn:x:9</id><title>A bridge</title>
                <content type="text">The ninth bridge was opened in 1959.</content></entry></feed>
                """),
        SampleDocument(type: "application/xml", isFeed: true, body: rss("1960")),
        SampleDocument(type: "text/xml", isFeed: true, body: rss("1961")),
    ]

    private static func rss(_ year: String) -> String {
        """
        <rss version="2.0"><channel><title>Example</title><item><title>A bridge</title>
        <description>Another bridge was opened in \(year).</description></item><item/></channel></rss>
        """
    }
}
