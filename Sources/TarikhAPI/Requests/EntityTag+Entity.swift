import ArticleStore
import Articles
import TextAnalysis

extension EntityTag {
    /// Of an entity as people may change it: it stays while articles come and go, as long as names, kind and ids elsewhere do.
    init(describing stored: StoredEntity) {
        let entity = stored.entity
        var parts = [entity.kind.rawValue, entity.subtype ?? "", entity.label, entity.labelLanguage.code]
        for name in stored.labels + entity.aliases {
            parts += [name.text, name.language.code, name.kind.rawValue]
        }
        parts += [entity.wikidata ?? "", entity.iso3166 ?? ""]
        for (name, id) in stored.external.sorted(by: { $0.key < $1.key }) { parts += [name, id] }
        // FNV-1a, 64 bits; no text holds a line feed.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in parts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.init(entity.id + "." + String(hash, radix: 36))
    }
}
