import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `ropa keep`: writes what notices say into the registry, under the day from which they hold.
func runKeep(_ command: KeepCommand) -> Int32 {
  do throws(Failure) {
    let judged = try Judged(command.common)
    if judged.assessment.report.stopsPublication {
      throw Failure(message: "some records could not be read, so that nobody knows what notices say; run ropa check")
    }
    let drafts: [KeptDraft]
    do throws(DraftFault) {
      drafts = try judged.assessment.keptDrafts(of: command.notice.map { [$0] } ?? [], judged.messages)
    } catch {
      throw Failure(message: error.message)
    }
    let output = Terminal(descriptor: 1, color: command.common.color)
    if drafts.isEmpty {
      Terminal(descriptor: 2, color: command.common.color).say(
        "No notice has a known day, so that there is nothing to keep.")
    }
    var written = 0
    for draft in drafts {
      if draft.bytes.count > largestSourceFile {
        throw Failure(message: "'\(draft.path)' would be larger than 1 MiB; split the notice")
      }
      let path = "\(judged.folder)/\(draft.path)"
      switch draft.state {
      case .kept: try write(Array("\(path): kept already\n".utf8), to: output)
      case .new, .replacing:
        try makeFolders(of: draft.path, in: judged.folder)
        try write(draft.bytes, to: path, option: "--registry")
        written += 1
        try write(Array("\(path): \(draft.state == .new ? "kept" : "kept anew")\n".utf8), to: output)
      }
    }
    if written > 0 {
      Terminal(descriptor: 2, color: command.common.color).say(
        "Commit \(written == 1 ? "it" : "them"): what stands there is what people were told.")
    }
    return Exit.success
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

/// `ropa approve`: prints the lines with which an approver signs for what a notice says.
func runApprove(_ command: ApproveCommand) -> Int32 {
  do throws(Failure) {
    let judged = try Judged(command.common)
    let draft: ApprovalDraft
    do throws(DraftFault) {
      draft = try judged.assessment.approvalDraft(of: command.notice, judged.messages)
    } catch {
      throw Failure(message: error.message)
    }
    try write(draft.bytes, to: Terminal(descriptor: 1, color: command.common.color))
    let messages = Terminal(descriptor: 2, color: command.common.color)
    for remark in draft.remarks { messages.say(remark) }
    return Exit.success
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

/// Makes the folders that a file of the registry stands in. Links to folders are faults of reading, so that none leads elsewhere.
private func makeFolders(of path: String, in registry: String) throws(Failure) {
  var folder = registry
  for part in path.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
    folder += "/" + String(Substring(part))
    if mkdir(folder, 0o777) != 0 && errno != EEXIST {
      throw Failure(message: "'\(folder)' cannot be made: \(SystemError.last.reason)")
    }
  }
}
