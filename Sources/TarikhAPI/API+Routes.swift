import HTTPServer
import HTTPTypes

extension API {
    /// Every route, a line each: the method, what it takes to use it, the path, and who answers.
    var routes: [GuardedRoute] {
        [
            get(.open, "/", root, query: WebPage.parameters, as: [.json, .html]),
            get(.open, "/assets/{name}", asset, as: WebAsset.forms),
            get(.open, "/livez", liveness, lane: .loop),
            get(.open, "/readyz", readiness, lane: .administration),
            get(.open, "/startupz", readiness, lane: .administration),
            get(.open, "/healthz", readiness, lane: .administration),
            get(.metrics, "/metrics", metricsText, as: [.metrics]),
            get(.read, "/v1/version", version, lane: .loop),
            get(.read, "/v1/stats", statistics),
            get(.open, "/v1/problems/{code}", problemType, lane: .loop),

            write(.post, .write.checked, "/v1/articles", postArticle),
            route(
                .post, .write.checked, "/v1/articles/batch", postBatch, query: ["atomic"], as: [.ndjson],
                lane: .writing),
            get(.read.filtered, "/v1/articles", listArticles, query: Filter.names + Paging.names + ["sort"]),
            get(.read.checked, "/v1/articles/{id}", getArticle, as: API.articleForms),
            write(.delete, .write.checked, "/v1/articles/{id}", deleteArticle),
            get(.read.checked, "/v1/articles/{id}/text", articleText, query: ["view"], as: [.plainText]),
            get(.read.checked, "/v1/articles/{id}/blocks", articleBlocks, query: Paging.names),
            get(.read, "/v1/articles/{id}/events", articleEvents, query: Paging.names),
            get(.read.checked, "/v1/articles/{id}/entities", articleEntities, query: Paging.names),
            get(.read.checked, "/v1/articles/{id}/mentions", articleMentions, query: Paging.names),
            route(.post, .read.checked, "/v1/parse", parseArticle, lane: .writing),

            get(.read, "/v1/timeline", timeline, query: API.timelineNames, as: API.timelineForms),
            query(.query, .read, "/v1/timeline", timeline, query: API.timelineNames, as: API.timelineForms),
            get(.read, "/v1/timeline/histogram", histogram, query: Filter.eventNames + API.histogramNames),
            get(.read, "/v1/events", listEvents, query: Filter.eventNames + Paging.names + ["sort"]),
            get(.read, "/v1/events/{id}", getEvent),
            get(.read, "/v1/events/{id}/claims", eventClaims, query: Paging.names),
            write(.post, .curate, "/v1/events/{id}/merge", mergeEvents),
            write(.post, .curate, "/v1/events/{id}/split", splitEvent),
            get(.read, "/v1/curation", listCurations, query: ["kind", "subject"] + Paging.names),
            write(.post, .curate, "/v1/curation/{op}/undo", undoCuration),

            get(
                .read, "/v1/contradictions", listContradictions,
                query: API.contradictionNames + Paging.names),
            get(.read, "/v1/contradictions/{id}", getContradiction),
            write(.patch, .curate, "/v1/contradictions/{id}", judgeContradiction),

            get(.read, "/v1/entities", listEntities, query: API.entityNames + Paging.names),
            write(.post, .curate, "/v1/entities", createEntity),
            get(.read, "/v1/entities/suggest", suggestEntities, query: API.suggestionNames),
            get(.read, "/v1/entities/{id}", getEntity),
            write(.patch, .curate, "/v1/entities/{id}", changeEntity),
            write(.post, .curate, "/v1/entities/{id}/merge", mergeEntities),
            write(.post, .curate, "/v1/entities/{id}/split", splitEntity),
            get(.read, "/v1/entities/{id}/mentions", entityMentions, query: Filter.names + Paging.names),
            get(
                .read, "/v1/entities/{id}/cooccurrence", cooccurrence,
                query: API.cooccurrenceNames + Paging.names),
            get(
                .read, "/v1/entities/{id}/articles", entityArticles,
                query: Filter.names + Paging.names + ["sort"]),
            get(
                .read, "/v1/entities/{id}/timeline", entityTimeline, query: API.timelineNames,
                as: API.timelineForms),
            get(
                .read, "/v1/entities/{id}/events", entityEvents,
                query: Filter.eventNames + Paging.names + ["sort"]),
            get(.read, "/v1/graph", graph, query: API.graphNames, as: API.graphForms),
            get(.read, "/v1/reconcile", reconcile, query: ["queries"]),
            route(.post, .read, "/v1/reconcile", reconcileForm),
            get(
                .read, "/v1/reconcile/suggest/entity", reconciliationSuggestions, query: ["prefix", "cursor"]),

            get(.admin, "/v1/admin/reannotate", reannotationState),
            write(.post, .admin, "/v1/admin/reannotate", startReannotation),
            get(.admin, "/v1/keys", listKeys, query: Paging.names),
            write(.post, .admin, "/v1/keys", createKey),
            get(.admin, "/v1/keys/{id}", getKey),
            write(.delete, .admin, "/v1/keys/{id}", deleteKey),
            get(.admin, "/v1/audit", audit, query: ["actor"] + Paging.names),

            get(.read.filtered, "/v1/search", search, query: API.searchNames),
            query(.query, .read, "/v1/search", search, query: API.searchNames),
            query(.post, .read, "/v1/search", search, query: API.searchNames),
            get(.read, "/v1/suggest", suggest, query: ["prefix", "xling", "limit"]),
            route(.post, .read, "/v1/analyze", analyze, query: ["offset_unit"]),
            get(.read, "/v1/synonyms", listSynonyms, query: Paging.names),
            get(.read, "/v1/synonyms/{id}", getSynonyms),
            write(.put, .curate, "/v1/synonyms/{id}", putSynonyms),
            write(.delete, .curate, "/v1/synonyms/{id}", deleteSynonyms),
        ]
    }
}
