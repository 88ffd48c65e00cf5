import HTTPServer
import HTTPTypes

/// Every route of rows, and of feeds and saved searches.
extension API {
    var rows: [GuardedRoute] { counts + namedRows }

    private var counts: [GuardedRoute] {
        [
            row("series", flatSeries, "How much there is over time.", "SeriesRow", Self.flatSeriesParameters),
            row("top", flatTop, "What there is most of.", "TopRow", Self.flatTopParameters),
            row("places", flatPlaces, "Places with their coordinates.", "PlaceRow", Self.flatPlaceParameters),
            row(
                "matrix", flatMatrix, "Two things against each other.", "MatrixRow", Self.flatMatrixParameters
            ),
        ]
    }

    private var namedRows: [GuardedRoute] {
        [
            row("events", flatEvents, "Events as rows.", "FlatEventRow", Self.flatEventParameters),
            row(
                "annotations", flatAnnotations, "Events as marks on a graph.", "AnnotationRow",
                Self.flatEventParameters),
            row(
                "cooccurrence", flatCooccurrence, "Pairs that are named together.", "PairRow",
                Self.flatPairParameters),
            row("nodes", flatNodes, "The nodes of the graph.", "FlatNodeRow", Self.flatGraphParameters),
            row("edges", flatEdges, "The edges of the graph.", "FlatEdgeRow", Self.flatGraphParameters),
            row(
                "variables", flatVariables, "What a dashboard's variables may be.", "VariableRow",
                Self.flatVariableParameters),
        ]
    }

    private func row(
        _ name: String, _ handler: @escaping Handler, _ summary: String, _ component: String,
        _ parameters: [Parameter]
    ) -> GuardedRoute {
        get(
            .read, "/v1/flat/" + name, handler, summary,
            Answer(.either([.array(.reference(component)), .reference("RowEnvelope")])), query: parameters,
            as: Self.flatForms)
    }

    var saving: [GuardedRoute] {
        [
            get(
                .read.filtered, "/v1/search/feed", searchFeed,
                "What a search finds as a feed, the newest first.",
                "ArticleFeed", query: Self.feedParameters, as: Self.feedForms),
            get(
                .read, "/v1/saved", listSavedSearches, "Lists saved searches.", .page("SavedSearch"),
                query: Paging.parameters),
            get(.read, "/v1/saved/{id}", getSavedSearch, "A saved search.", "SavedSearch"),
            write(
                .put, .curate, "/v1/saved/{id}", putSavedSearch, "Saves a search.", .json("SavedSearchInput"),
                .stored("SavedSearch"), id: "SynonymsID"),
            write(
                .delete, .curate, "/v1/saved/{id}", deleteSavedSearch, "Deletes a saved search.", .nothing),
            get(
                .read.filtered, "/v1/saved/{id}/results", savedResults, "What a saved search finds.",
                "SearchResults", query: Self.savedResultParameters),
            get(
                .read.filtered, "/v1/saved/{id}/feed", savedFeed, "The same as a feed, the newest first.",
                "ArticleFeed",
                query: Self.savedFeedParameters, as: Self.feedForms),
        ]
    }
}
