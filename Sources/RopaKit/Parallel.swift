import Dispatch
import Synchronization

/// Works through `count` items on up to `jobs` threads, a chunk of neighbours at a time.
///
/// The outcomes come back in the order of the items, whatever thread made them, so that they do not depend on `jobs`.
/// With one job everything happens on the calling thread.
///
/// - Parameters:
///   - size: the items of a chunk, at least 1.
///   - state: makes what each thread keeps from chunk to chunk, such as a buffer.
///   - body: does one chunk.
package func inChunks<State: ~Copyable, Outcome: Sendable>(
  of count: Int, size: Int = 64, jobs: Int,
  state: @Sendable () -> State,
  body: @Sendable (Range<Int>, inout State) -> Outcome
) -> [Outcome] {
  let chunks = (count + size - 1) / size
  let next = Atomic(0)
  let outcomes = Mutex([Outcome?](repeating: nil, count: chunks))
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, chunks))) { _ in
    var own = state()
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < chunks else { return }
      let outcome = body(chunk * size..<min(count, (chunk + 1) * size), &own)
      outcomes.withLock { $0[chunk] = outcome }
    }
  }
  return outcomes.withLock { $0.compactMap(\.self) }
}

/// Computes one result per number on up to `jobs` threads; the results come back in order, whatever thread made them.
package func inParallel<Result: Sendable>(
  _ count: Int, jobs: Int, _ compute: @Sendable (Int) -> Result
) -> [Result] {
  inChunks(of: count, size: 1, jobs: jobs, state: { () }, body: { range, _ in compute(range.lowerBound) })
}

/// Splits a count into ranges of a fixed size, the last one shorter.
package func chunks(of count: Int, size: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}
