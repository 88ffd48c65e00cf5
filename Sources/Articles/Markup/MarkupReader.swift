import CLibXML2

/// Reads HTML and XML by libxml2, in linear time and bounded memory; nothing is opened, no entity is expanded.
@safe
enum MarkupReader {
    struct Limits: Sendable {
        /// Of the markup.
        var bytes: Int
        /// Elements in elements; browsers go as far in HTML.
        var depth: Int
        /// Elements and texts.
        var nodes: Int
        /// Of one element.
        var attributes = 256

        static let html = Limits(bytes: 8 << 20, depth: 512, nodes: 300_000)
        static let xml = Limits(bytes: 32 << 20, depth: 128, nodes: 500_000)
    }

    private enum Grammar {
        case html, xml
    }

    private static let isInitialized: Bool = {
        CLibXML2_initialize()
        return true
    }()

    /// HTML as it is found: what is broken is read as well as it can be. `bytes` are UTF-8.
    static func html(_ bytes: [UInt8], limits: Limits = .html) throws(MarkupError) -> MarkupTree {
        try read(bytes, .html, limits)
    }

    /// XML 1.0 with namespaces. `bytes` are UTF-8, whatever the document declares.
    static func xml(_ bytes: [UInt8], limits: Limits = .xml) throws(MarkupError) -> MarkupTree {
        try read(bytes, .xml, limits)
    }

    private static func read(
        _ bytes: [UInt8], _ grammar: Grammar, _ limits: Limits
    ) throws(MarkupError) -> MarkupTree {
        guard isInitialized, bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        let builder = MarkupBuilder(limits)
        var sink = unsafe CLibXML2_sink()
        unsafe sink.owner = Unmanaged.passUnretained(builder).toOpaque()
        unsafe sink.maximum_attributes = Int32(clamping: limits.attributes)
        unsafe setCallbacks(&sink)
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe sink.input = input.baseAddress
            unsafe sink.length = input.count
            _ = withExtendedLifetime(builder) {
                unsafe grammar == .html ? CLibXML2_read_html(&sink) : CLibXML2_read_xml(&sink)
            }
        }
        switch unsafe Int(sink.status) {
        case CLibXML2_ok: return builder.finish()
        case CLibXML2_too_many_attributes: throw .tooManyAttributes(limit: limits.attributes)
        case CLibXML2_doctype: throw .documentType
        case CLibXML2_stopped: throw builder.problem ?? .tooManyNodes(limit: limits.nodes)
        default: throw unsafe .malformed(line: Int(sink.line), column: Int(sink.column))
        }
    }

    private static func setCallbacks(_ sink: inout CLibXML2_sink) {
        unsafe sink.start = { owner, name, space in
            guard let name = unsafe name.map({ unsafe String(cString: $0) }) else { return 0 }
            let space = unsafe space.map { unsafe String(cString: $0) }
            return unsafe builder(owner)?.start(name, space: space) == true ? 1 : 0
        }
        unsafe sink.attribute = { owner, name, value, length in
            guard let name = unsafe name.map({ unsafe String(cString: $0) }) else { return 0 }
            let value = unsafe UnsafeBufferPointer(start: value, count: Int(length))
            let text = unsafe String(decoding: value, as: UTF8.self)
            return unsafe builder(owner)?.attribute(name, text) == true ? 1 : 0
        }
        unsafe sink.end = { owner in unsafe builder(owner)?.end() == true ? 1 : 0 }
        unsafe sink.text = { owner, text, length in
            let text = unsafe UnsafeBufferPointer(start: text, count: Int(length))
            return unsafe builder(owner)?.text(text) == true ? 1 : 0
        }
    }
}

private func builder(_ owner: UnsafeMutableRawPointer?) -> MarkupBuilder? {
    unsafe owner.map { unsafe Unmanaged<MarkupBuilder>.fromOpaque($0).takeUnretainedValue() }
}
