import Dispatch
import Synchronization

/// What `body` makes of each of `inputs`, in their order, on all cores.
func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @Sendable (Input) -> Output
) -> [Output] {
    let outputs = Mutex([Output?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
        let output = body(inputs[index])
        outputs.withLock { $0[index] = output }
    }
    return outputs.withLock { $0.compactMap(\.self) }
}
