import ArticleStore
import HTTPServer
import HTTPTypes

/// What people decide, and the log of it.
extension API {
    static let curationParameters =
        [
            .choices("kind", StoredCuration.Kind.allCases, "What was done."),
            .choices("subject", StoredCuration.Subject.allCases, "What to."),
        ] + Paging.parameters

    func mergeEvents(_ call: Call) throws -> Response {
        let input = try CurationInput(call.request.body, list: .ids)
        if let moved = try movedEvent(call, suffix: "/merge") { return moved }
        let outcome = try store.merge(events: input.items, into: call.id, reason: input.reason)
        return try answer(outcome, list: .ids, missing: "event of this id")
    }

    func splitEvent(_ call: Call) throws -> Response {
        let input = try CurationInput(call.request.body, list: .claims)
        if let moved = try movedEvent(call, suffix: "/split") { return moved }
        let outcome = try store.split(claims: input.items, from: call.id, reason: input.reason)
        return try answer(outcome, list: .claims, missing: "event of this id")
    }

    func undoCuration(_ call: Call) throws -> Response {
        let reason = try CurationInput.reason(call.request.body)
        let outcome = try store.undo(curation: call.path["op"] ?? "", reason: reason)
        return try answer(outcome, list: .ids, missing: "operation of this id")
    }

    func listCurations(_ call: Call) throws -> Response {
        let kinds = try call.query.choices("kind", of: StoredCuration.Kind.allCases)
        let subjects = try call.query.choices("subject", of: StoredCuration.Subject.allCases)
        return try list(call) { paging in
            try store.curations(kinds: kinds, subjects: subjects, limit: paging.limit, after: paging.after)
        } item: { curation, writer in
            CurationJSON.write(curation, to: &writer)
        }
    }

    /// `list` is the member of the body that has the items.
    func answer(
        _ outcome: CurationOutcome, list: CurationInput.List, missing: String
    ) throws(Problem) -> Response {
        switch outcome {
        case .done(let curation, let events, let entities):
            return json { CurationJSON.write(curation, events, entities, to: &$0) }
        case .unknown: throw .notFound(missing)
        case .alreadyUndone:
            throw Problem(.conflict, code: "conflict", detail: "The operation was undone already.")
        case .isUndo:
            throw Problem(
                .conflict, code: "conflict",
                detail: "The operation is an undo, which can't be undone; decide again what it took back.")
        case .exists(let id):
            throw Problem(.conflict, code: "conflict", detail: "There is such an entity, \(id).")
        case .outdated: throw Precondition.outdated("entity")
        case .refused(let refusal, let item):
            throw Self.problem(refusal, at: "/\(list.rawValue)/\(item)", list)
        }
    }

    private static func problem(
        _ refusal: CurationRefusal, at pointer: String, _ list: CurationInput.List
    ) -> Problem {
        let (whole, part) =
            switch list {
            case .ids, .claims: ("event", "claim")
            case .from, .mentions: ("entity", "mention")
            }
        let isMerge = list == .ids || list == .from
        let (code, detail) =
            switch refusal {
            case .unknown: ("not_found", "There is no \(isMerge ? whole : part) of this id.")
            case .same: ("same_\(whole)", "It is the \(whole) that it would be merged into.")
            case .other: ("other_\(whole)", "It is a \(part) of another \(whole).")
            case .divided:
                (
                    "divided",
                    "What one article says of an event stays together: name all claims of this article's part."
                )
            case .nothingLeft:
                ("nothing_left", "These are all \(part)s of the \(whole); nothing would be left.")
            }
        let item = Problem.Item(.pointer(pointer), code: code, detail: detail)
        return refusal == .unknown
            ? Problem(.notFound, code: "not_found", detail: detail, items: [item])
            : Problem(.unprocessableContent, code: "unprocessable", detail: detail, items: [item])
    }
}
