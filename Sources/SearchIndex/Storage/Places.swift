/// A fixed number of values that are changed where they are: an array is too slow where each change asks whether it is shared. A class,
/// since whoever has it changes the same values.
@safe
final class Places<Value> {
    private let values: UnsafeMutablePointer<Value>
    let count: Int

    init(_ array: [Value]) {
        count = array.count
        unsafe values = UnsafeMutablePointer.allocate(capacity: max(count, 1))
        for (index, value) in array.enumerated() { unsafe (values + index).initialize(to: value) }
    }

    deinit {
        unsafe values.deinitialize(count: count)
        unsafe values.deallocate()
    }

    /// `index` is below `count`.
    subscript(index: Int) -> Value {
        @inline(__always)
        _read {
            assert(index >= 0 && index < count)
            yield unsafe values[index]
        }
        @inline(__always)
        _modify {
            assert(index >= 0 && index < count)
            yield unsafe &values[index]
        }
    }
}
