import HTTPServer
import HTTPTypes

/// Every route, a few lines each: the method, what it takes to use it, the path, who answers, and what there is to know of it.
extension API {
    var routes: [GuardedRoute] {
        operation + articles + timelines + events + entities + reconciliation + administration + searching
            + rows + saving + copying + feedRoutes
    }

    /// Of what belongs to one thing.
    private static let partParameters = Paging.parameters(limit: Paging.maximumLimit)
    private static let readinessSummary = "Whether requests can be served, writes among them."

    private var operation: [GuardedRoute] {
        [
            get(
                .open, "/", root,
                "The service document; for browsers the web page, which reads the other parameters.",
                "ServiceDocument", query: WebPage.parameters, as: [.json, .html]),
            get(.open, "/docs", docs, "A page with this documentation.", "string", as: [.html]),
            get(.open, "/assets/{name}", asset, "A file of the web page.", "string", as: WebAsset.forms),
            get(.open, "/livez", liveness, "Whether the process answers.", "Health", lane: .loop),
            get(.open, "/readyz", readiness, Self.readinessSummary, .health, lane: .administration),
            get(.open, "/startupz", readiness, Self.readinessSummary, .health, lane: .administration),
            get(.open, "/healthz", readiness, Self.readinessSummary, .health, lane: .administration),
            get(.metrics, "/metrics", metricsText, "Numbers for Prometheus.", "string", as: [.metrics]),
            get(.open, "/v1/openapi.json", openAPI, "This document.", "{any}"),
            get(.read, "/v1/version", version, "The version that runs.", "Version", lane: .loop),
            get(.read, "/v1/stats", statistics, "How much there is.", "Statistics"),
            get(
                .open, "/v1/problems/{code}", problemType, "What an error means.", "ProblemType", lane: .loop),
        ]
    }

    private var articles: [GuardedRoute] {
        [
            write(
                .post, .write.checked, "/v1/articles", postArticle,
                "Reads and stores an article, unless it is there already; of a document of many, all.",
                .article.repeatable, .created("Article", orKnown: true).orLines("BatchLine")),
            write(
                .post, .write.checked, "/v1/articles/batch", postBatch,
                "Reads and stores many articles, and says of each what came of it.", .batch,
                .lines("BatchLine", statuses: [200, 201, 422]), query: Self.batchParameters, as: [.ndjson]),
            get(
                .read.filtered, "/v1/articles", listArticles, "Lists articles.", .page("Article"),
                query: Self.articleParameters),
            get(
                .read.checked, "/v1/articles/{id}", getArticle, "An article.", "Article",
                as: Self.articleForms),
            write(
                .put, .write.checked, "/v1/articles/{id}", putArticle, "Puts another article in its place.",
                .article.ifMatch, "Article"),
            write(
                .patch, .write.checked, "/v1/articles/{id}", patchArticle,
                "Changes what is said of an article.",
                .mergePatch("ArticlePatch").ifMatch, "Article"),
            write(
                .delete, .write.checked, "/v1/articles/{id}", deleteArticle, "Deletes an article.", .nothing),
            get(
                .read.checked, "/v1/articles/{id}/text", articleText, "The text of an article.", "string",
                query: Self.textParameters, as: [.plainText]),
            get(
                .read.checked, "/v1/articles/{id}/blocks", articleBlocks, "The paragraphs of an article.",
                .page("Block"), query: Self.partParameters),
            get(
                .read, "/v1/articles/{id}/events", articleEvents, "The events that an article states.",
                .page("Event"), query: Self.partParameters),
            get(
                .read.checked, "/v1/articles/{id}/entities", articleEntities,
                "The entities that an article names.", .page("Entity"), query: Self.partParameters),
            get(
                .read.checked, "/v1/articles/{id}/mentions", articleMentions,
                "Where an article names entities.", .page("Mention"), query: Self.partParameters),
            read(
                .read.checked, "/v1/parse", parseArticle, "Reads an article without storing it.", .oneArticle,
                "Annotations", lane: .writing),
        ] + revisions
    }

    private var timelines: [GuardedRoute] {
        [
            get(
                .read, "/v1/timeline", timeline, "Events in the order of their dates.",
                "EventList|EventGroups", query: Self.timelineParameters, as: Self.timelineForms),
            query(
                .query, .read, "/v1/timeline", timeline, "The same with the parameters in the body.",
                "EventList|EventGroups", query: Self.timelineParameters, as: Self.timelineForms),
            get(
                .read, "/v1/timeline/histogram", histogram, "How many events there are over time.",
                "DateHistogram", query: Self.histogramParameters),
        ]
    }

    private var events: [GuardedRoute] {
        [
            get(
                .read, "/v1/events", listEvents, "Lists events.", .page("Event"),
                query: Self.eventParameters),
            get(.read, "/v1/events/{id}", getEvent, "An event.", Answer("Event").moving),
            get(
                .read, "/v1/events/{id}/claims", eventClaims, "The sentences that state an event.",
                .page("EventClaim").moving, query: Self.partParameters),
            write(
                .post, .curate, "/v1/events/{id}/merge", mergeEvents, "Makes events one.",
                .json("MergeEvents"), Answer("CurationResult").moving),
            write(
                .post, .curate, "/v1/events/{id}/split", splitEvent, "Makes claims an event of their own.",
                .json("SplitEvent"), Answer("CurationResult").moving),
            get(
                .read, "/v1/curation", listCurations, "Lists what people decided.", .page("Curation"),
                query: Self.curationParameters),
            write(
                .post, .curate, "/v1/curation/{op}/undo", undoCuration, "Takes a decision back.",
                .json("Undo").optional, "CurationResult"),

            get(
                .read, "/v1/contradictions", listContradictions, "Lists claims that can't all be true.",
                .page("Contradiction"), query: Self.contradictionParameters + Paging.parameters),
            get(.read, "/v1/contradictions/{id}", getContradiction, "A contradiction.", "Contradiction"),
            write(
                .patch, .curate, "/v1/contradictions/{id}", judgeContradiction,
                "Says what one thinks of a contradiction.", .json("Judgement").ifMatch, "Contradiction"),
        ]
    }

    private var reconciliation: [GuardedRoute] {
        [
            get(
                .read, "/v1/reconcile", reconcile, "The manifest, or candidates for names.",
                "ReconciliationManifest|ReconciliationResults", query: Self.reconciliationParameters),
            read(
                .read, "/v1/reconcile", reconcileForm, "Candidates for names.", .form("ReconciliationForm"),
                "ReconciliationResults"),
            get(
                .read, "/v1/reconcile/suggest/entity", reconciliationSuggestions,
                "Entities by the start of a name.", "ReconciliationSuggestions",
                query: Self.reconciliationSuggestionParameters),
        ]
    }

    private var administration: [GuardedRoute] {
        [
            get(
                .admin, "/v1/admin/reannotate", reannotationState, "How far reading anew is.", "Reannotation"),
            write(
                .post, .admin, "/v1/admin/reannotate", startReannotation, "Reads all stored articles anew.",
                .accepted("Reannotation")),
            get(.admin, "/v1/keys", listKeys, "Lists keys.", .page("Key"), query: Self.partParameters),
            write(
                .post, .admin, "/v1/keys", createKey,
                "Makes a key; the answer is the only one with the secret.",
                .json("KeyGrant"), .created("CreatedKey")),
            get(.admin, "/v1/keys/{id}", getKey, "A key.", "Key"),
            write(.delete, .admin, "/v1/keys/{id}", deleteKey, "Deletes a key.", .nothing),
            get(
                .admin, "/v1/audit", audit, "Lists who wrote what, the newest first.", .page("AuditEntry"),
                query: Self.auditParameters),
        ]
    }

    private var searching: [GuardedRoute] {
        [
            get(
                .read.filtered, "/v1/search", search, "Finds articles by their words.", "SearchResults",
                query: Self.searchParameters),
            query(
                .query, .read, "/v1/search", search, "The same with the parameters in the body.",
                "SearchResults", query: Self.searchParameters),
            query(
                .post, .read, "/v1/search", search, "The same with the parameters in the body.",
                "SearchResults", query: Self.searchParameters),
            get(
                .read, "/v1/suggest", suggest, "What a search may go on to.", "Suggestions",
                query: Self.suggestionParameters),
            read(
                .read, "/v1/analyze", analyze, "What analysis makes of a text.", .json("AnalysisInput"),
                "Analysis", query: [Self.unit]),
            get(
                .read, "/v1/synonyms", listSynonyms, "Lists sets of synonyms.", .page("Synonyms"),
                query: Self.partParameters),
            get(.read, "/v1/synonyms/{id}", getSynonyms, "A set of synonyms.", "Synonyms"),
            write(
                .put, .curate, "/v1/synonyms/{id}", putSynonyms, "Stores a set of synonyms.",
                .json("SynonymsInput"), .stored("Synonyms"), id: "SynonymsID"),
            write(
                .delete, .curate, "/v1/synonyms/{id}", deleteSynonyms, "Deletes a set of synonyms.", .nothing),
        ]
    }
}
