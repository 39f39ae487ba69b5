import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension HTMLBuffer: ByteBuffer {}

/// `ropa site`: judges the register and publishes both trees in one exchange; where nothing changed since the last run, it only
/// says so.
func runSite(_ command: SiteCommand) -> Int32 {
  do throws(Failure) {
    let messages = Terminal(descriptor: 2, color: command.common.color)
    let output = try openOutput(command)
    var clock = StageClock()
    let source = try SiteSource(command, last: output.manifest(), clock: &clock)
    if let summary = source.summaryOfUnchanged(output, jobs: command.common.jobs) {
      clock.finish("compare with the last run")
      tell(PublishOutcome(kept: summary.pages), summary.findings, command.output, messages)
      warn(of: summary.notices, messages)
      if let remark = remark(on: summary.notices, command.output) { messages.say(remark) }
      if command.common.timings { clock.printUnchanged() }
      return summary.notices.withheld == 0 ? Exit.success : Exit.findings
    }
    return try build(source, command, output, clock, messages)
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

/// What a site is made from, with the fingerprint of all of it.
private struct SiteSource {
  let read: RegistryFiles
  let theme: Theme
  let day: Day
  let history: History
  let key: KeyedHash.Key
  let inputs: KeyedHash.Value?
  private let last: Manifest?

  /// Reads files and theme, and asks git meanwhile.
  /// - Parameter last: what the last run left; its key serves again, so that the files are gone through once.
  init(_ command: SiteCommand, last: Manifest?, clock: inout StageClock) throws(Failure) {
    let options = command.common
    let registry = options.registry
    let asked = Asked { await commit(of: registry) }
    self.last = last
    key = last?.key ?? .random()
    day = options.day
    read = try readRecords(options, key: key)
    theme = try ropa.theme(from: command.theme)
    clock.finish("read files")
    let head = asked.answer()
    history = History(commit: head?.hash, hasUncommittedChanges: head?.hasUncommittedChanges ?? false)
    inputs = fingerprint(of: read, theme: theme, day: day, history: history, isStrict: command.strict, key: key)
    clock.finish("wait for git")
  }

  /// What the last run said, where everything that went into it and every file that came out is still the same.
  func summaryOfUnchanged(_ output: borrowing OutputFolder, jobs: Int) -> SiteSummary? {
    guard let last, last.inputs == inputs, last.files == output.fingerprint(key: key, jobs: jobs) else { return nil }
    return last.summary
  }
}

private func build(
  _ source: SiteSource, _ command: SiteCommand, _ output: borrowing OutputFolder, _ clock: StageClock,
  _ messages: Terminal
) throws(Failure) -> Int32 {
  let options = command.common
  var judged = try Judged(source.read, options, day: source.day, history: source.history, clock: clock)
  let report = judged.assessment.report
  if report.stopsPublication { return stop(judged, options) }
  let withheld = command.strict ? judged.assessment.withheldNotices : []
  let catalogue = judged.messages
  let site = try pages(of: judged, catalogue, withholding: Set(withheld.map(\.notice)), theme: source.theme)
  judged.clock.finish("list pages")
  let remarks = remarks(on: judged.assessment, withheld, catalogue)
  let contradicted = judged.assessment.publishedAgainstRecords(catalogue, without: Set(withheld.map(\.notice)))
  let record = BuildRecord(
    key: source.key, inputs: source.inputs, findings: counts(of: report),
    notices: ToldNotices(count: remarks.count, withheld: withheld.count, contradicted: contradicted.count))
  let check = PublicTreeCheck(
    judged.assessment, words: embeddedSources(in: "messages") + embeddedSources(in: "tables"), jobs: options.jobs)
  judged.clock.finish("gather internal texts")
  let outcome = try publish(site, check, to: output, record: record, jobs: options.jobs, messages)
  judged.clock.finish("render and publish")
  tell(outcome, record.findings, command.output, messages)
  warn(of: record.notices, messages)
  for remark in remarks + told("published against the records", contradicted, judged.assessment) {
    messages.say(remark)
  }
  if options.timings { judged.clock.print(judged.assessment) }
  // The system takes the memory back at once; taking the register apart would take longer.
  withExtendedLifetime((judged, site)) { exit(withheld.isEmpty ? Exit.success : Exit.findings) }
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
private func stop(_ judged: Judged, _ options: RegistryOptions) -> Int32 {
  let output = Terminal(descriptor: 1, color: options.color)
  try? output.write(judged.assessment.textReport(folder: judged.folder, style: ReportStyle(output)))
  Terminal(descriptor: 2, color: options.color).say(
    "Nothing was published: some records could not be read. A site published before is as it was.")
  if options.timings { judged.clock.print(judged.assessment) }
  return Exit.findings
}

private func pages(
  of judged: Judged, _ messages: MessageCatalogue, withholding: Set<RecordIndex>, theme: Theme
) throws(Failure) -> [Page] {
  registerPages(of: judged.assessment, theme: theme, manual: try shippedManual())
    + publicPages(of: judged.assessment, messages: messages, theme: theme, withholding: withholding)
}

/// Of every notice that readers do not find, or find without a day, why that is so.
private func remarks(
  on assessment: Assessment, _ withheld: [WithheldNotice], _ catalogue: MessageCatalogue
) -> [String] {
  let held = Set(withheld.map(\.notice))
  let undated = assessment.publishedWithoutDay(catalogue).filter { !held.contains($0.notice) }
  return told("withheld", withheld, assessment)
    + told("not published", assessment.notPublished(catalogue), assessment)
    + told("published without a day", undated, assessment)
}

private func told(_ words: String, _ notices: [WithheldNotice], _ assessment: Assessment) -> [String] {
  notices.map { "\(words): \(assessment.registry.path(of: $0.notice)), because \($0.reason)" }
}

/// What an unchanged register lets be said of such notices: a manifest holds no names, for it lies in the folder that people copy.
private func remark(on notices: ToldNotices, _ output: String) -> String? {
  if notices.count == 0 { return nil }
  let told = counted(notices.count, "notice is", "notices are")
  return "\(told) not published, or without a day, as told when this site was made; "
    + "to read which, delete \(output)/\(siteManifest) and run again"
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
  _ pages: [Page], _ check: PublicTreeCheck, to output: borrowing OutputFolder, record: BuildRecord, jobs: Int,
  _ messages: Terminal
) throws(Failure) -> PublishOutcome {
  let progress = Progress(on: messages, title: "Pages", total: pages.count)
  defer { progress.finish() }
  let files = SiteFiles<HTMLBuffer>(
    count: pages.count, path: { pages[$0].path }, render: { pages[$0].write(&$1) },
    fault: { check.fault(in: $1, path: pages[$0].path) })
  do throws(PublishingError) {
    return try output.publish(files, record: record, jobs: jobs) { progress.add($0) }
  } catch {
    throw Failure(message: error.message)
  }
}

/// The findings in numbers: by severity, the gravest first, then by state.
private func counts(of report: Report) -> [Int] {
  Severity.allCases.reversed().map(report.count) + toldStates.map { report.states[$0] }
}

private let toldStates: [FindingState] = [.acknowledged, .accepted, .dismissed]

private func tell(_ outcome: PublishOutcome, _ counts: [Int], _ output: String, _ messages: Terminal) {
  let words = Severity.allCases.reversed().map(\.word) + toldStates.map(\.rawValue)
  let numbers = zip(counts, words).map { "\($0) \($1)" }
  let severities = Severity.allCases.count
  let findings =
    "Findings: \(numbers.prefix(severities).joined(separator: ", ")); \(numbers.dropFirst(severities).joined(separator: ", "))."
  if outcome.isUnchanged {
    messages.say("\(output) is up to date: \(outcome.kept) files unchanged. \(findings)")
  } else {
    messages.say(
      "Published to \(output): \(outcome.written) files written, \(outcome.kept) unchanged, \(outcome.removed) removed. "
        + findings
    )
  }
  if let leftover = outcome.leftover {
    messages.say("The site is published, but the old one could not be removed: \(leftover.message)")
  }
}

/// What is said of notices that a reader takes for true and the records do not bear out.
private func warn(of notices: ToldNotices, _ messages: Terminal) {
  guard notices.contradicted > 0 else { return }
  let told = counted(notices.contradicted, "published notice says", "published notices say")
  messages.say(
    "\(told) what the records contradict. ropa check shows where: correct the sentence or the record, "
      + "or withhold such notices with --strict.")
}
