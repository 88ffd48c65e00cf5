import Glibc

/// Which property is fuzzed: TARIKH_FUZZ names it.
private let check: @Sendable ([UInt8]) -> String? = {
    let name = getenv("TARIKH_FUZZ").map { String(cString: $0) } ?? ""
    guard let found = ParserProperties.all.first(where: { $0.name == name }) else {
        fatalError("TARIKH_FUZZ must be one of \(ParserProperties.all.map(\.name).joined(separator: ", "))")
    }
    return found.check
}()

/// What libFuzzer calls; a property that does not hold is a crash to it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let failure = check(Array(UnsafeBufferPointer(start: bytes, count: count))) { fatalError(failure) }
    return 0
}
