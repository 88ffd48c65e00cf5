import ArticleStore
import HTTPServer
import HTTPTypes

/// What people decide, and the log of it.
extension API {
    func mergeEvents(_ call: Call) throws -> Response {
        let input = try CurationInput.merge(call.request.body)
        if let moved = try movedEvent(call, suffix: "/merge") { return moved }
        let outcome = try store.merge(events: input.items, into: call.id, reason: input.reason)
        return try answer(outcome, list: "ids", missing: "event of this id")
    }

    func splitEvent(_ call: Call) throws -> Response {
        let input = try CurationInput.split(call.request.body)
        if let moved = try movedEvent(call, suffix: "/split") { return moved }
        let outcome = try store.split(claims: input.items, from: call.id, reason: input.reason)
        return try answer(outcome, list: "claims", missing: "event of this id")
    }

    func undoCuration(_ call: Call) throws -> Response {
        let reason = try CurationInput.reason(call.request.body)
        let outcome = try store.undo(curation: call.path["op"] ?? "", reason: reason)
        return try answer(outcome, list: "", missing: "operation of this id")
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

    private func answer(
        _ outcome: CurationOutcome, list: String, missing: String
    ) throws(Problem) -> Response {
        switch outcome {
        case .done(let curation, let events):
            return json { CurationJSON.write(curation, events, to: &$0) }
        case .unknown: throw .notFound(missing)
        case .alreadyUndone:
            throw Problem(.conflict, code: "conflict", detail: "The operation was undone already.")
        case .isUndo:
            throw Problem(
                .conflict, code: "conflict",
                detail: "The operation is an undo, which can't be undone; decide again what it took back.")
        case .refused(let refusal, let item):
            throw Self.problem(refusal, at: "/\(list)/\(item)", isEvent: list == "ids")
        }
    }

    private static func problem(_ refusal: CurationRefusal, at pointer: String, isEvent: Bool) -> Problem {
        let (code, detail) =
            switch refusal {
            case .unknown: ("not_found", "There is no \(isEvent ? "event" : "claim") of this id.")
            case .sameEvent: ("same_event", "It is the event that it would be merged into.")
            case .otherEvent: ("other_event", "It is a claim of another event.")
            case .divided:
                (
                    "divided",
                    "What one article says of an event stays together: name all claims of this article's part."
                )
            case .nothingLeft: ("nothing_left", "These are all claims of the event; nothing would be left.")
            }
        let item = Problem.Item(.pointer(pointer), code: code, detail: detail)
        return refusal == .unknown
            ? Problem(.notFound, code: "not_found", detail: detail, items: [item])
            : Problem(.unprocessableContent, code: "unprocessable", detail: detail, items: [item])
    }
}
