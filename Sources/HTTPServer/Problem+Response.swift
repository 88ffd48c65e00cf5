import HTTPTypes

extension Problem {
    /// The answer (RFC 9457): the one place where errors become bytes.
    package func response(to request: Request) -> Response {
        var writer = JSONWriter()
        write(
            to: &writer, instance: String(request.path), requestID: request.id,
            traceID: request.trace?.traceID)
        var response = Response(status: status, fields: fields, body: writer.bytes)
        response.fields[.contentType] = "application/problem+json"
        if response.fields[.cacheControl] == nil { response.fields[.cacheControl] = "no-store" }
        return response
    }

    /// The object (RFC 9457, 3), as an answer of its own or as a part of one.
    package func write(
        to writer: inout JSONWriter, instance: String? = nil, requestID: String? = nil, traceID: String? = nil
    ) {
        writer.object { writer in
            writer.member("type", "/v1/problems/" + code)
            writer.member("title", title)
            writer.member("status", status.code)
            writer.member("detail", detail)
            writer.member("instance", instance)
            writer.member("code", code)
            writer.member("request_id", requestID)
            writer.member("trace_id", traceID)
            writer.arrayMember("errors") { writer in
                for item in items { item.write(to: &writer) }
            }
            if !available.isEmpty { writer.member("available", available) }
            writer.objectMember("error") { writer in
                writer.member("code", code)
                writer.member("message", detail)
            }
        }
    }

    /// The code in words.
    private var title: String {
        let words = code.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension Problem.Item {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        switch place {
        case .parameter(let name):
            writer.key("parameter")
            writer.string(name)
        case .pointer(let pointer):
            writer.key("pointer")
            writer.string(pointer)
        case .header(let name):
            writer.key("header")
            writer.string(name)
        }
        writer.key("code")
        writer.string(code)
        writer.key("detail")
        writer.string(detail)
        if let offset {
            writer.key("offset")
            writer.integer(offset)
        }
        writer.endObject()
    }
}
