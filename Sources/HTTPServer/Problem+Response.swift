import HTTPTypes

extension Problem {
    /// The answer (RFC 9457): the one place where errors become bytes.
    package func response(to request: Request) -> Response {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("type")
        writer.string("/v1/problems/" + code)
        writer.key("title")
        writer.string(title)
        writer.key("status")
        writer.integer(status.code)
        writer.key("detail")
        writer.string(detail)
        writer.key("instance")
        writer.string(String(request.path))
        writer.key("code")
        writer.string(code)
        writer.key("request_id")
        request.id.map { writer.string($0) } ?? writer.null()
        writer.key("trace_id")
        request.trace.map { writer.string($0.traceID) } ?? writer.null()
        writer.key("errors")
        writer.array { writer in
            for item in items { item.write(to: &writer) }
        }
        if !available.isEmpty { writer.member("available", available) }
        writer.key("error")
        writer.object { writer in
            writer.key("code")
            writer.string(code)
            writer.key("message")
            writer.string(detail)
        }
        writer.endObject()
        var response = Response(status: status, fields: fields, body: writer.bytes)
        response.fields[.contentType] = "application/problem+json"
        if response.fields[.cacheControl] == nil { response.fields[.cacheControl] = "no-store" }
        return response
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
