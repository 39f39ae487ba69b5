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
func inChunks<State: ~Copyable, Outcome: Sendable>(
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
