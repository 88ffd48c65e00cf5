import HTTPServer
import HTTPTypes

extension API {
    /// Every route, a line each.
    var routes: [Route] {
        [
            get("/", serviceDocument, lane: .loop),
            get("/livez", liveness, lane: .loop),
            get("/readyz", readiness),
            get("/startupz", readiness),
            get("/healthz", readiness),
            get("/metrics", metricsText, as: [.metrics]),
            get("/v1/version", version, lane: .loop),
            get("/v1/stats", statistics),
            get("/v1/problems/{code}", problemType, lane: .loop),

            write(.post, "/v1/articles", postArticle),
            get("/v1/articles", listArticles, query: Filter.names + Paging.names + ["sort"]),
            get("/v1/articles/{id}", getArticle),
            write(.delete, "/v1/articles/{id}", deleteArticle),
            get("/v1/articles/{id}/text", articleText, query: ["view"], as: [.plainText]),
            get("/v1/articles/{id}/blocks", articleBlocks, query: Paging.names),
            get("/v1/articles/{id}/events", articleEvents, query: Paging.names),
            get("/v1/articles/{id}/entities", articleEntities, query: Paging.names),
            get("/v1/articles/{id}/mentions", articleMentions, query: Paging.names),
            route(.post, "/v1/parse", parseArticle),

            get("/v1/timeline", timeline, query: API.timelineNames, as: API.timelineForms),
            query(.query, "/v1/timeline", timeline, query: API.timelineNames, as: API.timelineForms),
            get("/v1/timeline/histogram", histogram, query: Filter.eventNames + API.histogramNames),
            get("/v1/events", listEvents, query: Filter.eventNames + Paging.names + ["sort"]),
            get("/v1/events/{id}", getEvent),
            get("/v1/events/{id}/claims", eventClaims, query: Paging.names),
            write(.post, "/v1/events/{id}/merge", mergeEvents),
            write(.post, "/v1/events/{id}/split", splitEvent),
            get("/v1/curation", listCurations, query: ["kind", "subject"] + Paging.names),
            write(.post, "/v1/curation/{op}/undo", undoCuration),

            get(
                "/v1/contradictions", listContradictions,
                query: API.contradictionNames + Paging.names),
            get("/v1/contradictions/{id}", getContradiction),
            write(.patch, "/v1/contradictions/{id}", judgeContradiction),

            get("/v1/entities", listEntities, query: API.entityNames + Paging.names),
            write(.post, "/v1/entities", createEntity),
            get("/v1/entities/suggest", suggestEntities, query: API.suggestionNames),
            get("/v1/entities/{id}", getEntity),
            write(.patch, "/v1/entities/{id}", changeEntity),
            write(.post, "/v1/entities/{id}/merge", mergeEntities),
            write(.post, "/v1/entities/{id}/split", splitEntity),
            get("/v1/entities/{id}/mentions", entityMentions, query: Filter.names + Paging.names),
            get("/v1/entities/{id}/cooccurrence", cooccurrence, query: API.cooccurrenceNames + Paging.names),
            get("/v1/entities/{id}/articles", entityArticles, query: Filter.names + Paging.names + ["sort"]),
            get(
                "/v1/entities/{id}/timeline", entityTimeline, query: API.timelineNames, as: API.timelineForms),
            get("/v1/entities/{id}/events", entityEvents, query: Filter.eventNames + Paging.names + ["sort"]),
            get("/v1/graph", graph, query: API.graphNames, as: API.graphForms),
            get("/v1/reconcile", reconcile, query: ["queries"]),
            route(.post, "/v1/reconcile", reconcileForm),
            get("/v1/reconcile/suggest/entity", reconciliationSuggestions, query: ["prefix", "cursor"]),

            get("/v1/admin/reannotate", reannotationState),
            write(.post, "/v1/admin/reannotate", startReannotation),

            get("/v1/search", search, query: API.searchNames),
            query(.query, "/v1/search", search, query: API.searchNames),
            query(.post, "/v1/search", search, query: API.searchNames),
            get("/v1/suggest", suggest, query: ["prefix", "xling", "limit"]),
            route(.post, "/v1/analyze", analyze, query: ["offset_unit"]),
            get("/v1/synonyms", listSynonyms, query: Paging.names),
            get("/v1/synonyms/{id}", getSynonyms),
            write(.put, "/v1/synonyms/{id}", putSynonyms),
            write(.delete, "/v1/synonyms/{id}", deleteSynonyms),
        ]
    }
}
