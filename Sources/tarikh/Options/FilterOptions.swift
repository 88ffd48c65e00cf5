import ArgumentParser

/// The filters that lists have in common, as the API names them.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only articles in this language: ar, en, fa.", valueName: "code"))
    var lang: String?

    @Option(help: ArgumentHelp("Only articles from this source.", valueName: "name"))
    var source: String?

    @Option(
        help: ArgumentHelp("Only with this entity: an id, or a name in any language.", valueName: "entity"))
    var entity: String?

    @Option(help: ArgumentHelp("Only dates from this one on (EDTF).", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Only dates up to this one (EDTF).", valueName: "date"))
    var to: String?

    var parameters: [(String, String?)] {
        [("lang", lang), ("source", source), ("entity", entity), ("from", from), ("to", to)]
    }
}
