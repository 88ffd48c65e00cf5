import Foundation

/// The files of the web page.
struct WebPage: Sendable {
    /// What the page may do: run its own scripts and ask its own service, nothing else (CSP Level 3).
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    /// What stands in its addresses: which view, of what, in which language; the page reads them, not the service.
    static let parameters = [
        "view", "q", "article", "event", "entity", "source", "lang", "from", "to", "type", "by", "ui",
    ].map { Parameter($0, "string", "Of the page: only with HTML.") }

    /// The page that comes with the service; read once. Without its resources the service answers as ever, only not as a page.
    static let builtIn: WebPage = {
        let folder = Bundle.module.bundleURL.appending(path: "Web")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return WebPage(
            names.compactMap { name in
                // What can't be read is no part of the page; the test of the page is that all of it is there.
                guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
                return WebAsset(name: name, bytes: [UInt8](data))
            })
    }()

    /// What a browser gets first.
    let index: WebAsset?
    /// The documentation of the API.
    let documentation: WebAsset?
    /// All others by name.
    let assets: [String: WebAsset]

    private init(_ files: [WebAsset]) {
        var assets = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
        index = assets.removeValue(forKey: "index.html")
        documentation = assets.removeValue(forKey: "docs.html")
        self.assets = assets
    }
}
