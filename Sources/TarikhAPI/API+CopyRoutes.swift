import HTTPServer
import HTTPTypes

/// Every route for those who keep a copy.
extension API {
    var copying: [GuardedRoute] { following + ExportKind.allCases.map(exporting) }

    private func exporting(_ kind: ExportKind) -> GuardedRoute {
        // A key for some sources may have what tells of no others.
        let access: RouteAccess = kind == .articles ? .export.filtered : .export
        return get(
            access, "/v1/export/" + kind.rawValue, { [self] in try export(kind, $0) },
            "All \(kind.rawValue) that there are, as they are at one moment.", "string",
            query: Self.exportParameters(kind), as: kind.forms)
    }

    private var following: [GuardedRoute] {
        [
            get(
                .read, "/v1/changes", listChanges, "What has changed, in order; or as it changes.",
                "ChangeList", query: Self.changeParameters, as: Self.changeForms)
        ]
    }
}
