import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension HTMLBuffer: ByteBuffer {}

/// `ropa site`: judges the register and publishes both trees in one exchange.
func runSite(_ command: SiteCommand) -> Int32 {
  do throws(Failure) {
    let options = command.common
    let messages = Terminal(descriptor: 2, color: options.color)
    let output = try openOutput(command)
    let registry = options.registry
    let head = Awaited { await commit(of: registry) }
    var judged = try Judged(options) {
      let head = head.wait()
      return History(commit: head?.hash, hasUncommittedChanges: head?.hasUncommittedChanges ?? false)
    }
    if judged.assessment.report.stopsPublication { return try stop(judged, options) }
    let withheld = command.strict ? judged.assessment.withheldNotices : []
    let catalogue = try messageCatalogue()
    let site = try pages(of: judged, catalogue, withholding: Set(withheld.map(\.notice)), theme: command.theme)
    judged.clock.finish("list pages")
    let check = PublicTreeCheck(
      judged.assessment, words: embeddedSources(in: "messages") + embeddedSources(in: "tables"), jobs: options.jobs)
    judged.clock.finish("gather internal texts")
    let outcome = try publish(site, check, to: output, jobs: options.jobs, messages)
    judged.clock.finish("render and publish")
    tell(outcome, judged, command.output, messages)
    tellNotices(of: judged.assessment, withheld, catalogue, messages)
    if options.timings { judged.clock.print(judged.assessment) }
    // Everything is published and said. Giving back each record and page one by one would take longer than ending does.
    exit(withheld.isEmpty ? Exit.success : Exit.findings)
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

private func openOutput(_ command: SiteCommand) throws(Failure) -> OutputFolder {
  // Before any folder is made: a mistyped registry must leave nothing behind.
  do throws(RegistryError) { _ = try openRegistry(at: command.common.registry) } catch {
    throw Failure(message: error.message)
  }
  do throws(PublishingError) {
    return try OutputFolder(at: command.output, apartFrom: command.common.registry, jobs: command.common.jobs)
  } catch {
    throw Failure(message: error.message)
  }
}

/// Files that cannot be read leave it open what is true, so the last good site stays.
private func stop(_ judged: Judged, _ options: RegistryOptions) throws(Failure) -> Int32 {
  let output = Terminal(descriptor: 1, color: options.color)
  try? output.write(judged.assessment.textReport(folder: judged.folder, style: ReportStyle(output)))
  Terminal(descriptor: 2, color: options.color).say(
    "Nothing was published: some records could not be read. A site published before is as it was.")
  return Exit.findings
}

private func messageCatalogue() throws(Failure) -> MessageCatalogue {
  do throws(TableFault) { return try MessageCatalogue(embeddedSources(in: "messages")) } catch {
    throw Failure(message: "\(error); this program is damaged, install it again")
  }
}

private func pages(
  of judged: Judged, _ messages: MessageCatalogue, withholding: Set<RecordIndex>, theme folder: String?
) throws(Failure) -> [Page] {
  let theme = try theme(from: folder)
  return registerPages(of: judged.assessment, theme: theme, manual: try shippedManual())
    + publicPages(of: judged.assessment, messages: messages, theme: theme, withholding: withholding)
}

/// The built-in theme, each file of it replaced by the one of that name in the user's folder.
private func theme(from folder: String?) throws(Failure) -> Theme {
  var files: [String: [UInt8]] = [:]
  for file in embeddedFiles(in: "theme") { files[file.name] = file.bytes }
  if let folder {
    let own: [String: [UInt8]]
    do throws(RegistryError) { own = try readFiles(["style.css", "icon.svg"], in: folder) } catch {
      throw Failure(message: error.message)
    }
    for (name, bytes) in own { files["theme/" + name] = bytes }
  }
  return Theme(styleSheet: files["theme/style.css"] ?? [], icon: files["theme/icon.svg"] ?? [])
}

private func publish(
  _ pages: [Page], _ check: PublicTreeCheck, to output: borrowing OutputFolder, jobs: Int, _ messages: Terminal
) throws(Failure) -> PublishOutcome {
  let progress = Progress(on: messages, title: "Pages", total: pages.count)
  defer { progress.finish() }
  let files = SiteFiles<HTMLBuffer>(
    count: pages.count, path: { pages[$0].path }, render: { pages[$0].write(&$1) },
    fault: { check.fault(in: $1, path: pages[$0].path) })
  do throws(PublishingError) {
    return try output.publish(files, jobs: jobs) { progress.add($0) }
  } catch {
    throw Failure(message: error.message)
  }
}

private func tell(_ outcome: PublishOutcome, _ judged: Judged, _ output: String, _ messages: Terminal) {
  let report = judged.assessment.report
  let counts = Severity.allCases.reversed().map { "\(report.count($0)) \($0.word)" }.joined(separator: ", ")
  if outcome.isUnchanged {
    messages.say("\(output) is up to date: \(outcome.kept) files unchanged. Findings: \(counts).")
  } else {
    messages.say(
      "Published to \(output): \(outcome.written) files written, \(outcome.kept) unchanged, \(outcome.removed) removed. Findings: \(counts)."
    )
  }
  if let leftover = outcome.leftover {
    messages.say("The site is published, but the old one could not be removed: \(leftover.message)")
  }
}

/// Says of every notice that readers do not find, or find without a day, why that is so.
private func tellNotices(
  of assessment: Assessment, _ withheld: [WithheldNotice], _ catalogue: MessageCatalogue, _ messages: Terminal
) {
  func tell(_ words: String, _ notices: [WithheldNotice]) {
    for notice in notices {
      messages.say("\(words): \(assessment.registry.path(of: notice.notice)), because \(notice.reason)")
    }
  }
  let held = Set(withheld.map(\.notice))
  tell("withheld", withheld)
  tell("not published", assessment.notPublished(catalogue))
  tell("published without a day", assessment.publishedWithoutDay(catalogue).filter { !held.contains($0.notice) })
}
