import ArticleStore
import Articles
import HTTPServer
import TextAnalysis

/// The states of an article, and what is different between two.
enum RevisionJSON {
    static func write(_ revision: Revision, of id: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("revision", revision.number)
            writer.member("is_current", revision.replacedAt == nil)
            writer.timestamp("written_at", revision.writtenAt)
            writer.timestamp("replaced_at", revision.replacedAt)
            writer.member("content_hash", revision.contentHash)
            writer.member("address", "/v1/articles/\(id)/revisions/\(revision.number)")
        }
    }

    static func write(
        _ old: ArticleDocument, _ new: ArticleDocument, to writer: inout JSONWriter
    ) {
        let difference = ArticleDifference(old, new)
        writer.object { writer in
            writer.member("article_id", new.id)
            writer.member("from", old.revision)
            writer.member("to", new.revision)
            writer.arrayMember("metadata") { writeMetadata(old, new, to: &$0) }
            writer.member("same_blocks", difference.sameBlocks)
            writer.arrayMember("blocks") { writer in
                for change in difference.changes { write(change, old, new, to: &writer) }
            }
        }
    }

    private static func write(
        _ change: ArticleDifference.Change, _ old: ArticleDocument, _ new: ArticleDocument,
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("kind", change.kind.rawValue)
            for (name, index, document) in [
                ("old" as StaticString, change.old, old), ("new", change.new, new),
            ] {
                writer.key(name)
                guard let index else {
                    writer.null()
                    continue
                }
                BlockJSON.write(document.article.blocks[index], index, document, to: &writer)
            }
            writer.arrayMember("words") { writer in
                for words in change.words {
                    writer.object { writer in
                        writer.member("kind", words.kind.rawValue)
                        writer.span("span", words.span)
                        writer.member("text", words.text)
                    }
                }
            }
        }
    }

    private static func writeMetadata(
        _ old: ArticleDocument, _ new: ArticleDocument, to writer: inout JSONWriter
    ) {
        for (first, second) in zip(members(old.article.metadata), members(new.article.metadata))
        where first.value != second.value {
            writer.object { writer in
                writer.member("field", first.name)
                writer.member("old", first.value)
                writer.member("new", second.value)
            }
        }
    }

    private static func members(_ metadata: ArticleMetadata) -> [(name: String, value: String?)] {
        [
            ("title", metadata.title), ("url", metadata.url), ("external_id", metadata.externalID),
            ("source", metadata.source), ("published_at", metadata.publishedAt.map(Timestamp.string)),
            ("lang", metadata.language?.rawValue),
            ("tags", metadata.tags.isEmpty ? nil : metadata.tags.joined(separator: ", ")),
        ]
    }
}
