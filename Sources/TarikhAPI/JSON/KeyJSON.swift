package import AccessControl
package import HTTPServer

/// Keys, without what opens them.
package enum KeyJSON {
    /// With the secret, where it is told for the one time.
    package static func write(_ key: AccessKey, secret: KeySecret? = nil, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", key.id)
            writer.member("name", key.grant.name)
            writer.member("scopes", AccessScope.allCases.filter(key.grant.scopes.contains).map(\.rawValue))
            writer.member("sources", list: key.grant.sources)
            writer.member("rate", key.grant.rate)
            writer.member("created_at", Timestamp.string(key.createdAt))
            writer.member("expires_at", key.grant.expiresAt.map(Timestamp.string))
            if let secret { writer.member("secret", secret.text) }
        }
    }

    static func write(_ entry: AuditEntry, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("at", Timestamp.string(entry.at))
            writer.member("actor", entry.actor.name)
            writer.member("method", entry.method)
            writer.member("route", entry.route)
            writer.member("subject", entry.subject)
            writer.member("status", entry.status)
            writer.member("request_id", entry.requestID)
        }
    }
}
