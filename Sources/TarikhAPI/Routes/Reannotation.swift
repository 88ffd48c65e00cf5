import HTTPServer
import HTTPTypes

/// Reading stored articles anew with the models and lexicons that the service runs with.
extension API {
    func startReannotation(_ call: Call) throws -> Response {
        let state = reannotation.start()
        return json(.accepted, fields: [.location: "/v1/admin/reannotate"]) {
            ReannotationJSON.write(state, to: &$0)
        }
    }

    func reannotationState(_ call: Call) throws -> Response {
        json { ReannotationJSON.write(reannotation.current, to: &$0) }
    }
}
