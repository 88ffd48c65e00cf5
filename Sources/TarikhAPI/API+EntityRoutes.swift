import HTTPServer
import HTTPTypes

/// Every route of entities.
extension API {
    var entities: [GuardedRoute] { descriptions + namings }

    private var descriptions: [GuardedRoute] {
        [
            get(
                .read, "/v1/entities", listEntities, "Lists entities.", .page("ListedEntity"),
                query: Self.entityParameters + Paging.parameters),
            write(
                .post, .curate, "/v1/entities", createEntity, "Makes an entity.", .json("NewEntity"),
                .created("DecidedEntity")),
            get(
                .read, "/v1/entities/suggest", suggestEntities, "Entities by the start of a name.",
                "EntitySuggestions", query: Self.entitySuggestionParameters),
            get(.read, "/v1/entities/{id}", getEntity, "An entity.", Answer("Entity").moving),
            write(
                .patch, .curate, "/v1/entities/{id}", changeEntity,
                "Says how an entity is called, and what it is.",
                .json("EntityDescription").ifMatch, Answer("DecidedEntity").moving),
            write(
                .post, .curate, "/v1/entities/{id}/merge", mergeEntities, "Makes entities one.",
                .json("MergeEntities"), Answer("CurationResult").moving),
            write(
                .post, .curate, "/v1/entities/{id}/split", splitEntity,
                "Makes mentions an entity of their own.",
                .json("SplitEntity"), Answer("CurationResult").moving),
        ]
    }

    private var namings: [GuardedRoute] {
        [
            get(
                .read, "/v1/entities/{id}/mentions", entityMentions, "Where an entity is named.",
                .page("Mention").moving, query: Filter.parameters + Paging.parameters),
            get(
                .read, "/v1/entities/{id}/cooccurrence", cooccurrence,
                "Who and what is named together with it.",
                Answer("Cooccurrence").moving, query: Self.cooccurrenceParameters + Paging.parameters),
            get(
                .read, "/v1/entities/{id}/articles", entityArticles, "The articles that name an entity.",
                .page("Article").moving, query: Self.articleParameters),
            get(
                .read, "/v1/entities/{id}/timeline", entityTimeline, "The timeline of an entity.",
                Answer("EventList|EventGroups").moving, query: Self.timelineParameters, as: Self.timelineForms
            ),
            get(
                .read, "/v1/entities/{id}/events", entityEvents, "The events of an entity.",
                .page("Event").moving, query: Self.eventParameters),
            get(
                .read, "/v1/graph", graph, "Which entities are named together.", "Graph|NodeGraph",
                query: Self.graphParameters, as: Self.graphForms),
        ]
    }
}
