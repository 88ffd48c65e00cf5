import ArticleStore
import Articles
import Extraction
import HTTPServer
import HTTPTypes
import TextAnalysis

/// What people decide of entities.
extension API {
    func createEntity(_ call: Call) throws -> Response {
        let input = try EntityInput.read(call.request.body)
        let change = try input.creation()
        guard let kind = change.kind, let label = change.label else { throw Problem.notFound("entity") }
        // One that the gazetteer knows by its item goes by that.
        if let item = change.external["wikidata"] ?? nil {
            let id = EntityID.make(wikidata: item, kind: kind.rawValue, name: label.text)
            if let known = try store.survivor(ofEntity: id) {
                throw Self.exists(known, pointer: "/external/wikidata")
            }
        }
        let local = EntityID.make(wikidata: nil, kind: kind.rawValue, name: label.text)
        let outcome = try store.create(entity: change, local: local, reason: input.reason)
        return try described(outcome, status: .created)
    }

    func changeEntity(_ call: Call) throws -> Response {
        let input = try EntityInput.read(call.request.body)
        if let moved = try movedEntity(call, suffix: "") { return moved }
        let known = try entity(call.id)
        let tags = [EntityTag(describing: known), try tag(of: call)]
        let isAny = try Precondition.isAny(call.request, tags, of: "entity")
        let change = input.change(of: known)
        try Self.refuseNameless(known, change)
        let outcome = try store.change(
            entity: call.id, change, seen: isAny ? nil : known, reason: input.reason)
        return try described(outcome, status: .ok)
    }

    /// What an entity is called in the first place can be replaced, but not taken away.
    private static func refuseNameless(_ known: StoredEntity, _ change: EntityChange) throws(Problem) {
        let label = change.label?.text ?? known.entity.label
        let language = change.label?.language ?? known.entity.labelLanguage
        if case .some(.none) = change.labels[language] {
            throw JSONBody.problem(
                "/labels/" + language.code, "is_label", "It is the label; give another as 'label'.")
        }
        if let index = change.removedAliases.firstIndex(of: label) {
            throw JSONBody.problem(
                "/aliases/remove/\(index)", "is_label", "It is the label; give another as 'label'.")
        }
    }

    func mergeEntities(_ call: Call) throws -> Response {
        let input = try CurationInput(call.request.body, list: .from)
        if let moved = try movedEntity(call, suffix: "/merge") { return moved }
        let outcome = try store.merge(entities: input.items, into: call.id, reason: input.reason)
        return try answer(outcome, list: .from, missing: "entity of this id")
    }

    func splitEntity(_ call: Call) throws -> Response {
        let input = try CurationInput(call.request.body, list: .mentions)
        if let moved = try movedEntity(call, suffix: "/split") { return moved }
        let outcome = try store.split(mentions: input.items, from: call.id, reason: input.reason)
        return try answer(outcome, list: .mentions, missing: "entity of this id")
    }

    /// The entity itself, with the decision that made it so.
    private func described(_ outcome: CurationOutcome, status: HTTPResponse.Status) throws -> Response {
        switch outcome {
        case .done(let curation, _, let entities):
            guard let entity = entities.first else { throw Problem.notFound("entity of this id") }
            var fields: HTTPFields = [.eTag: EntityTag(describing: entity).text]
            if status == .created { fields[.location] = "/v1/entities/" + entity.entity.id }
            return json(status, fields: fields) { EntityJSON.write(entity, by: curation, to: &$0) }
        case .exists(let id): throw Self.exists(id, pointer: "/label")
        case .outdated: throw Precondition.outdated("entity")
        default: return try answer(outcome, list: .from, missing: "entity of this id")
        }
    }

    private static func exists(_ id: String, pointer: String) -> Problem {
        let detail = "There is such an entity, \(id); change that."
        return Problem(
            .conflict, code: "conflict", detail: detail,
            items: [Problem.Item(.pointer(pointer), code: "exists", detail: detail)])
    }
}
