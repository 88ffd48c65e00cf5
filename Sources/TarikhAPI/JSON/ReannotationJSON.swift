import HTTPServer

/// How far reading stored articles anew is.
enum ReannotationJSON {
    static func write(_ state: ReannotationTask.State, to writer: inout JSONWriter) {
        let progress = state.progress
        writer.object { writer in
            writer.member("kind", "reannotate")
            writer.member("status", state.status.rawValue)
            let share = progress.total == 0 ? 0 : Double(progress.done) / Double(progress.total)
            writer.member("progress", state.status == .succeeded ? 1 : (share * 1000).rounded() / 1000)
            writer.objectMember("result") { writer in
                writer.member("total", progress.total)
                writer.member("done", progress.done)
                writer.member("changed", progress.changed)
            }
            writer.key("problem")
            guard let failure = state.failure else { return writer.null() }
            let problem = Problem(failure)
            writer.object { writer in
                writer.member("code", problem.code)
                writer.member("detail", problem.detail)
            }
        }
    }
}
