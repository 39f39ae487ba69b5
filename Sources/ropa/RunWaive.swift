import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `ropa waive`: prints the draft of a decision, or adds it to the registry.
func runWaive(_ command: WaiveCommand) -> Int32 {
  do throws(Failure) {
    let judged = try Judged(command.common)
    let draft: WaiverDraft
    do throws(DraftFault) {
      draft = try judged.assessment.draft(command.rule, on: command.record, command.kind)
    } catch {
      throw Failure(message: error.message)
    }
    let output = Terminal(descriptor: 1, color: command.common.color)
    let folder = judged.folder + "/waivers"
    let shared = folder + ".yaml"
    // Registers with few waivers keep them in one file.
    let isShared = access(shared, F_OK) == 0 && access(folder, F_OK) != 0
    guard command.write else {
      try write(isShared ? draft.entry : draft.file, to: output)
      Terminal(descriptor: 2, color: command.common.color).say(
        (isShared ? "Add it to \(shared)" : "Save it as \(folder)/\(draft.id).yaml") + ", or run again with --write")
      return Exit.success
    }
    let path = isShared ? shared : "\(folder)/\(draft.id).yaml"
    if isShared { try append(draft.entry, to: path) } else { try create(draft.file, at: path, in: folder) }
    let text = "\(path): \(draft.id) added; answer its questions, and set status: active once it is decided\n"
    try write(Array(text.utf8), to: output)
    return Exit.success
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

/// Writes a file that was not there.
private func create(_ bytes: [UInt8], at path: String, in folder: String) throws(Failure) {
  do throws(SystemError) {
    if mkdir(folder, 0o777) != 0 && errno != EEXIST { throw SystemError.last }
    try write(bytes, Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666))
  } catch {
    throw Failure(message: "'\(path)' cannot be written: \(error.reason)")
  }
}

/// Adds lines to the end of a file that is there.
private func append(_ bytes: [UInt8], to path: String) throws(Failure) {
  do throws(SystemError) {
    let reading = try Descriptor(opening: path, O_RDONLY)
    let size = Int(try reading.status().st_size)
    let last = try reading.contents(size: size, limit: largestSourceFile).last
    // A last line without an end would run into the new one.
    let start: [UInt8] = last == nil || last == 0x0A ? [] : [0x0A]
    try write(start + bytes, Descriptor(opening: path, O_WRONLY | O_APPEND))
  } catch {
    throw Failure(message: "'\(path)' cannot be written: \(error.reason)")
  }
}

private func write(_ bytes: [UInt8], _ file: borrowing Descriptor) throws(SystemError) {
  var failure: SystemError?
  bytes.withUnsafeBytes { bytes in
    do throws(SystemError) { try file.write(bytes) } catch { failure = error }
  }
  if let failure { throw failure }
}
