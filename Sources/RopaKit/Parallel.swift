import Dispatch
import Synchronization

/// Computes one result per number on several threads; the results come back in order, whatever the number of threads.
/// - Parameter jobs: threads at most, at least 1.
package func inParallel<Result: Sendable>(
  _ count: Int, jobs: Int, _ compute: @Sendable (Int) -> Result
) -> [Result] {
  if jobs <= 1 || count <= 1 { return (0..<count).map(compute) }
  let next = Atomic(0)
  let slots = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      if number >= count { return }
      let result = compute(number)
      slots.withLock { $0[number] = result }
    }
  }
  return slots.withLock { $0.map { $0! } }
}

/// Splits a count into ranges of a fixed size, the last one shorter.
package func chunks(of count: Int, size: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}
