import ArticleStore
import HTTPServer
import HTTPTypes

/// What contradicts what, and what people think of it.
extension API {
    static let contradictionParameters =
        Filter.parameters + Filter.claims + [
            .filter(
                "relation", among: StoredContradiction.Relation.allCases.map(\.rawValue),
                "What the claims contradict each other in."),
            .filter(
                "status", among: StoredContradiction.Status.allCases.map(\.rawValue),
                "What people think of it."),
        ]

    func listContradictions(_ call: Call) throws -> Response {
        let criteria = try Filter.criteria(call.query, store: store)
        let relations = try Filter.clauses(
            "relation", call.query, among: StoredContradiction.Relation.allCases.map(\.rawValue))
        let statuses = try Filter.clauses(
            "status", call.query, among: StoredContradiction.Status.allCases.map(\.rawValue))
        return try list(call) { paging in
            try store.contradictions(
                criteria, relations: relations, statuses: statuses, limit: paging.limit, after: paging.after)
        } item: { contradiction, writer in
            ContradictionJSON.write(contradiction, to: &writer)
        }
    }

    func getContradiction(_ call: Call) throws -> Response {
        let contradiction = try found(store.contradiction(call.id))
        return call.unlessCached(tag(of: contradiction)) {
            json { ContradictionJSON.write(contradiction, to: &$0) }
        }
    }

    /// Sets status and note, if the contradiction is still what the client saw (RFC 6585, 3; RFC 9110, 13.1.1).
    func judgeContradiction(_ call: Call) throws -> Response {
        let known = try found(store.contradiction(call.id))
        let input = try JudgementInput.read(call.request.body)
        let isAny = try Precondition.isAny(call.request, [tag(of: known)], of: "contradiction")
        let judgement = try store.judge(
            contradiction: call.id, revision: isAny ? nil : known.revision, status: input.status,
            note: input.note)
        switch judgement {
        case .done(let contradiction):
            return json(fields: [.eTag: tag(of: contradiction).text]) {
                ContradictionJSON.write(contradiction, to: &$0)
            }
        case .outdated: throw Precondition.outdated("contradiction")
        case .unknown: throw Problem.notFound("contradiction of this id")
        }
    }

    private func tag(of contradiction: StoredContradiction) -> EntityTag {
        EntityTag(contradiction.id, revision: contradiction.revision)
    }

    private func found(_ contradiction: StoredContradiction?) throws(Problem) -> StoredContradiction {
        guard let contradiction else { throw .notFound("contradiction of this id") }
        return contradiction
    }
}
