import ArticleStore
import Articles
import TextAnalysis

extension Filter {
    /// Of articles and searches.
    static let parameters =
        common + [
            .choice(
                "match", Match.allCases, default: .possible,
                "Whether a date may lie between 'from' and 'to', or must as a whole.")
        ]

    /// Of whatever has articles; how dates and words match is said elsewhere.
    static let common: [Parameter] = [
        .filter("lang", among: Language.allCases.map(\.code), "Languages of articles."),
        .filter("source", "Sources of articles."),
        .filter("entity", "Entities, by id or by any of their names."),
        reach,
        .filter("article", "Ids of articles."),
        Parameter("from", bound, "The first day: EDTF, RFC 3339, or milliseconds since 1970."),
        Parameter("to", bound, "The last day: EDTF, RFC 3339, or milliseconds since 1970."),
    ]

    private static let bound = Schema.string(format: Parameter.dateBound)

    /// Of events; `undated` is what holds unless the query says otherwise.
    static func eventParameters(undated: Undated) -> [Parameter] {
        parameters + claims + [
            .choice(
                "undated", Undated.allCases, default: undated,
                "Whether events without a date are listed too, left out, or alone.")
        ]
    }

    /// Of what events are made of.
    static let claims: [Parameter] = [
        .filter("precision", among: WorldDate.Precision.allCases.map(\.rawValue), "Precisions of dates."),
        Parameter("min_sources", "integer(0..2147483647)", default: "0", "How many sources at least."),
        Parameter("min_confidence", "number(0..1)", default: "0", "How sure at least."),
    ]

    static let reach: Parameter = .choice(
        "xling", NameReach.allCases, default: .alias,
        "How far names reach: to all names of an entity, to those that sound alike too, or not beyond the script."
    )
}
