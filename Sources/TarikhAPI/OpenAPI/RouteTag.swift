/// The part of the API that a route belongs to, by its path.
struct RouteTag: Sendable {
    let name: String
    let meaning: String
    /// The first segments of its paths, after `/v1`.
    private let segments: Set<String>

    /// In the order in which they are shown; the last has all others.
    static let all = [
        RouteTag(
            name: "Articles", meaning: "Taking articles in, and reading them.",
            segments: ["articles", "parse"]),
        RouteTag(
            name: "Search", meaning: "Where is it said.",
            segments: ["search", "suggest", "analyze", "synonyms", "saved"]),
        RouteTag(
            name: "Timeline", meaning: "What happened when.",
            segments: ["timeline", "events", "contradictions"]),
        RouteTag(name: "Entities", meaning: "Who and what is named.", segments: ["entities", "graph"]),
        RouteTag(
            name: "Rows", meaning: "Rows of one shape for dashboards, notebooks and spreadsheets.",
            segments: ["flat"]),
        RouteTag(
            name: "Reconciliation",
            meaning: "Matching names of other tables (Reconciliation Service API 0.2).",
            segments: ["reconcile"]),
        RouteTag(
            name: "Copies", meaning: "Taking all out, and following what changes.",
            segments: ["changes", "export"]),
        RouteTag(name: "Curation", meaning: "What people decided.", segments: ["curation"]),
        RouteTag(
            name: "Administration", meaning: "Keys, the log of writes, feeds, running the service.",
            segments: ["admin", "keys", "audit", "feeds"]),
        RouteTag(name: "Operation", meaning: "The service itself.", segments: []),
    ]

    static func of(_ pattern: String) -> RouteTag? {
        let segments = pattern.split(separator: "/")
        guard segments.first == "v1", segments.count > 1 else { return all.last }
        return all.first { $0.segments.contains(String(segments[1])) } ?? all.last
    }
}
