import Glibc

/// libFuzzer as a function (FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Which property is fuzzed: TARIKH_FUZZ names it.
private let check: @Sendable ([UInt8]) -> String? = {
    let name = getenv("TARIKH_FUZZ").map { String(cString: $0) } ?? ""
    guard let found = ParserProperties.all.first(where: { $0.name == name }) else {
        fatalError("TARIKH_FUZZ must be one of \(ParserProperties.all.map(\.name).joined(separator: ", "))")
    }
    return found.check
}()

@main
enum Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            runFuzzer(&count, &arguments) { bytes, count in
                // A property that does not hold is a crash to the fuzzer.
                if let failure = check(Array(UnsafeBufferPointer(start: bytes, count: count))) {
                    fatalError(failure)
                }
                return 0
            })
    }
}
