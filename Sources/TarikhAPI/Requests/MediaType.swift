/// A form that answers come in.
struct MediaType: Sendable, Hashable {
    static let json = MediaType("application/json", format: "json")
    static let plainText = MediaType("text/plain", format: "text", parameters: "; charset=utf-8")
    static let html = MediaType("text/html", format: "html", parameters: "; charset=utf-8")
    static let metrics = MediaType(
        "text/plain", format: "text", parameters: "; version=0.0.4; charset=utf-8")

    /// Server-sent events (HTML, 9.2), always UTF-8.
    static let eventStream = MediaType("text/event-stream", format: "sse")
    static let ndjson = MediaType("application/x-ndjson", format: "ndjson")
    /// https://followthemoney.tech/docs/: an entity a line.
    static let followTheMoney = MediaType(
        "application/x-ndjson", format: "ftm", parameters: "; profile=ftm")
    /// RFC 4180 and RFC 7111.
    static let csv = MediaType("text/csv", format: "csv", parameters: "; charset=utf-8; header=present")
    /// RFC 5545.
    static let calendar = MediaType("text/calendar", format: "ics", parameters: "; charset=utf-8")
    static let timelineJS = MediaType("application/vnd.timelinejs+json", format: "timelinejs")
    static let jsonFeed = MediaType("application/feed+json", format: "jsonfeed")
    /// RFC 4287.
    static let atom = MediaType("application/atom+xml", format: "atom", parameters: "; charset=utf-8")
    /// GraphML 1.0.
    static let graphML = MediaType(
        "application/graphml+xml", format: "graphml", parameters: "; charset=utf-8")
    /// The rows of Grafana's node graph, which wants plain JSON: only `format` asks for them.
    static let nodeGraph = MediaType("application/json", format: "grafana")
    /// schema.org in JSON-LD 1.1.
    static let linkedData = MediaType("application/ld+json", format: "jsonld")
    /// IPTC ninjs.
    static let ninjs3 = MediaType(
        "application/vnd.iptc.ninjs+json", format: "ninjs", parameters: "; version=3.1")
    static let ninjs2 = MediaType(
        "application/vnd.iptc.ninjs+json", format: "ninjs2", parameters: "; version=2.2")
    /// RFC 7763.
    static let markdown = MediaType(
        "text/markdown", format: "markdown", parameters: "; charset=utf-8; variant=CommonMark")
    /// W3C Web Annotation Protocol, 4.2; it is JSON-LD too, so only `format` asks for it.
    static let annotations = MediaType(
        "application/ld+json", format: "annotations",
        parameters: "; profile=\"http://www.w3.org/ns/anno.jsonld\"")
    /// RFC 7946.
    static let geoJSON = MediaType("application/geo+json", format: "geojson")

    /// Type and subtype with a slash between, in small letters.
    let name: String
    /// The name that `?format=` has for it.
    let format: String
    /// What follows the name in `Content-Type`.
    let parameters: String

    init(_ name: String, format: String, parameters: String = "") {
        self.name = name
        self.format = format
        self.parameters = parameters
    }

    /// The value of `Content-Type`.
    var contentType: String { name + parameters }
}
