import Foundation

/// Checks a FeatureCollection of points against RFC 7946.
enum GeoJSONValidator {
    static func features(_ bytes: [UInt8]) throws -> [[String: Any]] {
        // 6.1: foreign members may stand beside, but 7.1: none that other types define.
        let collection = try JSONValidator.check(
            try JSONSerialization.jsonObject(with: Data(bytes)), "collection",
            required: ["type": .string, "features": .array], optional: ["bbox": .array],
            extensions: { !["coordinates", "geometry", "geometries", "properties", "crs"].contains($0) })
        try JSONValidator.expect(collection["type"] as? String == "FeatureCollection", "type")
        return try (collection["features"] as? [Any] ?? []).map(feature)
    }

    private static func feature(_ value: Any) throws -> [String: Any] {
        guard let members = value as? [String: Any] else {
            throw JSONValidator.Failure(description: "feature")
        }
        try JSONValidator.expect(members["type"] as? String == "Feature", "type of a feature")
        // 3.2: both are there; a geometry may be null.
        try JSONValidator.expect(members["geometry"] != nil, "no geometry")
        try JSONValidator.expect(members["properties"] is [String: Any], "no properties")
        try JSONValidator.expect(members["id"] is String || members["id"] == nil, "id")
        let geometry = try JSONValidator.check(
            members["geometry"], "geometry", required: ["type": .string, "coordinates": .array],
            optional: ["bbox": .array])
        try JSONValidator.expect(geometry["type"] as? String == "Point", "type of a geometry")
        let position = geometry["coordinates"] as? [Double] ?? []
        // 3.1.1 and 4: longitude, latitude, in degrees of WGS 84.
        try JSONValidator.expect(
            position.count == 2 && abs(position[0]) <= 180 && abs(position[1]) <= 90, "position \(position)")
        for name in ["coordinates", "geometries", "features"] {
            try JSONValidator.expect(members[name] == nil, "\(name) in a feature")
        }
        return members
    }
}
