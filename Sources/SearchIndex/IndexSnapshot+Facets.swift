extension IndexSnapshot {
    /// How many of all the documents that match have each value, exactly, in the order of `requests`; of those looked at until
    /// `deadline`.
    package func facets(
        _ query: Query, filter: SearchFilter = SearchFilter(), _ requests: [FacetRequest],
        deadline: ContinuousClock.Instant? = nil
    ) -> [Facet] {
        let plan = SearchPlan(query, state)
        var counter = FacetCounter(requests, filter: filter)
        for part in state.parts.indices { counter.find(plan, part: part, deadline: Deadline(deadline)) }
        return counter.facets
    }
}
