import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// The body of `POST /v1/entities` and `PATCH /v1/entities/{id}`: what is said of an entity (RFC 7396: a member that is missing
/// leaves what is there, `null` takes it away).
struct EntityInput: Decodable {
    static let names = ["aliases", "external", "label", "labels", "reason", "subtype", "type"]
    static let maximumAliases = 500

    /// All but a list of aliases that takes the place of those there are.
    private(set) var change = EntityChange()
    /// All the aliases that it is to have.
    private var aliases: [EntityName]?
    let reason: String?

    /// - Throws: `Problem` with a pointer to what is wrong.
    static func read(_ body: [UInt8]) throws -> EntityInput {
        try JSONBody.decode(EntityInput.self, from: body)
    }

    /// What makes of `entity` what was asked for.
    func change(of entity: StoredEntity) -> EntityChange {
        var change = change
        guard let aliases else { return change }
        let known = entity.entity.aliases
        let labels = Set(entity.labels.map(\.text))
        change.addedAliases = aliases.filter { name in
            !known.contains(where: name.isLike) && name.name.text != entity.entity.label
        }.map(\.alias)
        let texts = Set(aliases.map(\.name.text)).union(labels)
        change.removedAliases = Set(known.map(\.text)).subtracting(texts).sorted()
        return change
    }

    /// What makes a new entity: it has a type and a label.
    func creation() throws(Problem) -> EntityChange {
        var change = change
        guard change.kind != nil else { throw JSONBody.problem("/type", "missing", "'type' is missing.") }
        change.addedAliases += (aliases ?? []).map(\.alias)
        guard change.label == nil else { return change }
        let languages: [Language] = [.arabic, .english, .persian, .undetermined]
        for language in languages {
            guard let text = change.labels[language] ?? nil else { continue }
            change.label = EntityChange.Name(text: text, language: language)
            return change
        }
        throw JSONBody.problem("/label", "missing", "There is neither 'label' nor one of 'labels'.")
    }

    // MARK: Reading

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: JSONBody.Name.self)
        let names = members.allKeys.map(\.stringValue)
        try JSONBody.refuseUnknown(names, allowed: Self.names)
        reason = try CurationInput.checked(
            members.decodeIfPresent(String.self, forKey: JSONBody.Name(stringValue: "reason")))
        guard names.contains(where: { $0 != "reason" }) else {
            throw JSONBody.problem("", "missing", "The body says nothing of the entity.")
        }
        try readKind(members)
        try readNames(members)
        try readAliases(members)
        let external = JSONBody.Name(stringValue: "external")
        if members.contains(external) {
            change.external = try ExternalIDs.read(members.decode([String: String?].self, forKey: external))
        }
    }

    private typealias Container = KeyedDecodingContainer<JSONBody.Name>

    private mutating func readKind(_ members: Container) throws {
        let type = JSONBody.Name(stringValue: "type")
        if members.contains(type) {
            let text = try members.decode(String.self, forKey: type)
            guard let kind = Entity.Kind(rawValue: text) else {
                let known = Entity.Kind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
                throw JSONBody.problem("/type", "unknown_value", "'type' is one of \(known).")
            }
            change.kind = kind
        }
        let subtype = JSONBody.Name(stringValue: "subtype")
        guard members.contains(subtype) else { return }
        let text = try members.decode(String?.self, forKey: subtype)
        guard text.map(ExternalIDs.isName) ?? true else {
            throw JSONBody.problem(
                "/subtype", "invalid_value", "'subtype' has at most 40 of the letters a to z, digits and '_'."
            )
        }
        change.subtype = .some(text)
    }

    private mutating func readNames(_ members: Container) throws {
        let label = JSONBody.Name(stringValue: "label")
        if members.contains(label) { change.label = try members.decode(EntityName.self, forKey: label).name }
        let labels = JSONBody.Name(stringValue: "labels")
        guard members.contains(labels) else { return }
        if let list = try? members.decode([EntityName].self, forKey: labels) {
            // Anything but a list is read as an object below, which says what is wrong with it.
            for name in list { change.labels.updateValue(name.name.text, forKey: name.name.language) }
        } else {
            for (code, text) in try members.decode([String: String?].self, forKey: labels) {
                let language = try EntityName.language(code, at: "/labels/" + JSONPointer.escaped(code))
                if let text { try EntityName.check(text, at: "/labels/" + JSONPointer.escaped(code)) }
                change.labels.updateValue(text, forKey: language)
            }
        }
    }

    private mutating func readAliases(_ members: Container) throws {
        let key = JSONBody.Name(stringValue: "aliases")
        guard members.contains(key) else { return }
        if let edits = try? members.nestedContainer(keyedBy: JSONBody.Name.self, forKey: key) {
            // Anything but an object is read as a list below, which says what is wrong with it.
            try JSONBody.refuseUnknown(
                edits.allKeys.map(\.stringValue), allowed: ["add", "remove"], in: "/aliases")
            let added = try edits.decodeIfPresent(
                [EntityName].self, forKey: JSONBody.Name(stringValue: "add"))
            let removed = try edits.decodeIfPresent(
                [EntityName].self, forKey: JSONBody.Name(stringValue: "remove"))
            change.addedAliases = (added ?? []).map(\.alias)
            change.removedAliases = (removed ?? []).map(\.name.text)
        } else {
            aliases = try members.decode([EntityName]?.self, forKey: key) ?? []
        }
        let count = max(change.addedAliases.count, change.removedAliases.count, aliases?.count ?? 0)
        guard count <= Self.maximumAliases else {
            throw JSONBody.problem(
                "/aliases", "too_many", "'aliases' has at most \(Self.maximumAliases).")
        }
    }
}
