import Dispatch
import Foundation
import Synchronization

/// What `body` makes of each of `inputs`, in their order, on `width` cores: all of them unless it says otherwise.
func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], width: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ body: @Sendable (Input) -> Output
) -> [Output] {
    let outputs = Mutex([Output?](repeating: nil, count: inputs.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(width, inputs.count))) { _ in
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < inputs.count else { return }
            let output = body(inputs[index])
            outputs.withLock { $0[index] = output }
        }
    }
    return outputs.withLock { $0.compactMap(\.self) }
}
