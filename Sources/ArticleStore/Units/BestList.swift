/// The best of many elements, kept in a heap whose top is the worst of them.
struct BestList<Element> {
    private let capacity: Int
    private let isBetter: (Element, Element) -> Bool
    private var heap: [Element] = []

    /// - Parameter isBetter: a strict order.
    init(capacity: Int, isBetter: @escaping (Element, Element) -> Bool) {
        self.capacity = capacity
        self.isBetter = isBetter
    }

    /// The worst of those kept, once there are as many as may be; anything that is not better is not wanted.
    var bar: Element? { heap.count == capacity ? heap.first : nil }

    /// The best first.
    var sorted: [Element] { heap.sorted(by: isBetter) }

    mutating func insert(_ element: Element) {
        if heap.count < capacity {
            heap.append(element)
            var child = heap.count - 1
            while child > 0, isBetter(heap[(child - 1) / 2], heap[child]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if let worst = heap.first, isBetter(element, worst) {
            heap[0] = element
            sink()
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if isBetter(heap[worst], heap[child]) { worst = child }
            }
            if worst == parent { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
