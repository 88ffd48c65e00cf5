import Foundation
import Testing

/// Checks answers against the schemas of the Reconciliation Service API 0.2
/// (https://reconciliation-api.github.io/specs/0.2/schemas/): what must be there, and of what type what is there is.
enum ReconciliationValidator {
    static func manifest(_ manifest: JSON) throws {
        #expect(manifest["versions"].array.compactMap(\.string).contains("0.2"))
        for name in ["name", "identifierSpace", "schemaSpace"] { _ = try #require(manifest[name].string) }
        for name in ["documentation", "serviceVersion", "logo"] where manifest.keys.contains(name) {
            _ = try #require(manifest[name].string)
        }
        if manifest.keys.contains("view") {
            #expect(try #require(manifest["view"]["url"].string).contains("{{id}}"))
        }
        let types = try manifest["defaultTypes"].array.map { try type($0) }
        #expect(Set(types).count == types.count)
        for name in manifest["suggest"].keys {
            #expect(["entity", "property", "type"].contains(name))
            let service = manifest["suggest"][name]
            for member in ["service_url", "service_path"] where service.keys.contains(member) {
                _ = try #require(service[member].string)
            }
        }
        #expect(!manifest.keys.contains("extend") && !manifest.keys.contains("preview"))
    }

    static func results(_ batch: JSON, of keys: Set<String>) throws {
        #expect(batch.keys == keys)
        for key in keys {
            let candidates = try #require(batch[key]["result"].value as? [Any])
            for index in candidates.indices { try candidate(batch[key]["result"][index]) }
        }
    }

    private static func candidate(_ candidate: JSON) throws {
        _ = try #require(candidate["id"].string)
        _ = try #require(candidate["name"].string)
        _ = try #require(candidate["score"].value as? Double)
        #expect(candidate["match"].flag != nil)
        if candidate.keys.contains("description") { _ = try #require(candidate["description"].string) }
        for index in candidate["type"].array.indices { _ = try type(candidate["type"][index]) }
        for feature in candidate["features"].array {
            _ = try #require(feature["id"].string)
            #expect(feature["value"].value is NSNumber)
        }
    }

    static func suggestions(_ answer: JSON) throws {
        let results = try #require(answer["result"].value as? [Any])
        for index in results.indices {
            let entity = answer["result"][index]
            _ = try #require(entity["id"].string)
            _ = try #require(entity["name"].string)
            for index in entity["notable"].array.indices { _ = try type(entity["notable"][index]) }
        }
    }

    /// A type by its id.
    private static func type(_ type: JSON) throws -> String {
        if let id = type.string { return id }
        if type.keys.contains("name") { _ = try #require(type["name"].string) }
        return try #require(type["id"].string)
    }
}
