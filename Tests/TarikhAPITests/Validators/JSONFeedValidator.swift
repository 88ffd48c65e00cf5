import Foundation

/// Checks a feed against JSON Feed 1.1 (jsonfeed.org/version/1.1).
enum JSONFeedValidator {
    static func feed(_ bytes: [UInt8]) throws -> [String: Any] {
        let feed = try JSONValidator.check(
            try JSONSerialization.jsonObject(with: Data(bytes)), "feed",
            required: ["version": .string, "title": .string, "items": .array],
            optional: [
                "home_page_url": .string, "feed_url": .string, "description": .string,
                "user_comment": .string,
                "next_url": .string, "icon": .string, "favicon": .string, "authors": .array,
                "language": .string,
                "hubs": .array,
            ], extensions: isExtension)
        try JSONValidator.expect(
            feed["version"] as? String == "https://jsonfeed.org/version/1.1", "version")
        for name in ["home_page_url", "feed_url", "next_url"] { try url(feed[name], name) }
        try JSONValidator.expect(
            feed["next_url"] == nil || feed["next_url"] as? String != feed["feed_url"] as? String, "next_url")
        var seen: Set<String> = []
        for value in feed["items"] as? [Any] ?? [] { try item(value, &seen) }
        return feed
    }

    private static func item(_ value: Any, _ seen: inout Set<String>) throws {
        let item = try JSONValidator.check(
            value, "item", required: ["id": .string],
            optional: [
                "url": .string, "external_url": .string, "title": .string, "content_html": .string,
                "content_text": .string, "summary": .string, "image": .string, "banner_image": .string,
                "date_published": .string, "date_modified": .string, "authors": .array, "tags": .array,
                "language": .string, "attachments": .array,
            ], extensions: isExtension)
        let id = item["id"] as? String ?? ""
        try JSONValidator.expect(!id.isEmpty && seen.insert(id).inserted, "id \(id)")
        try JSONValidator.expect(item["content_html"] != nil || item["content_text"] != nil, "no content")
        try url(item["url"], "url")
        for name in ["date_published", "date_modified"] { try instant(item[name], name) }
        for tag in item["tags"] as? [Any] ?? [] { try JSONValidator.expect(tag is String, "tag \(tag)") }
        if let language = item["language"] as? String {
            try JSONValidator.expect(["ar", "en", "fa"].contains(language), "language \(language)")
        }
    }

    /// Names of extensions start with an underscore and a letter, and hold an object.
    private static func isExtension(_ name: String) -> Bool {
        let rest = name.dropFirst()
        return name.hasPrefix("_") && rest.first?.isLetter == true && !rest.contains(".")
    }

    private static func url(_ value: Any?, _ name: String) throws {
        guard let value else { return }
        let url = (value as? String).flatMap(URL.init)
        try JSONValidator.expect(url?.scheme == "http" || url?.scheme == "https", "\(name) \(value)")
        try JSONValidator.expect(url?.host?.isEmpty == false, "\(name) \(value)")
    }

    /// RFC 3339.
    private static func instant(_ value: Any?, _ name: String) throws {
        guard let value else { return }
        let formatter = ISO8601DateFormatter()
        try JSONValidator.expect(
            (value as? String).flatMap(formatter.date) != nil, "\(name) \(value)")
    }
}
