import LocatedYAML
import Testing

@testable import RopaKit

/// Baselines and selections of findings.
@Suite struct BaselineTests {
  private func assess(
    _ files: [SourceFile], baseline: Baseline? = nil, selection: Selection = Selection()
  ) -> Assessment {
    RopaKit.assess(
      files, law: shippedLaw, day: Day(soundDay)!, history: History(commit: nil, hasUncommittedChanges: false),
      jobs: 1, selection: selection, baseline: baseline)
  }

  @Test func aBaselineIsReadAsItIsWritten() throws {
    let baseline = assess(sampleRegister).baseline
    #expect(baseline.count > 20)
    let read = try Baseline(SourceFile(path: "baseline.yaml", bytes: baseline.file))
    #expect(read.entries == baseline.entries && read.count == baseline.count)
    #expect(read.file == baseline.file)
    let empty = try Baseline(SourceFile(path: "baseline.yaml", bytes: Baseline().file))
    #expect(empty.count == 0)
  }

  @Test func onTheSampleOnlyWhatMayOnlyBeAcknowledgedStays() {
    let whole = assess(sampleRegister)
    let known = assess(sampleRegister, baseline: whole.baseline)
    #expect(known.report.findings.allSatisfy { Rule.catalogue[$0.rule].whyOnlyAcknowledged != nil })
    #expect(known.report.baseline?.stale.isEmpty == true)
    #expect(known.report.findings.count + known.report.settled.count == whole.report.findings.count)
    #expect(known.report.states[.baseline] == whole.baseline.count)
  }

  /// An entry stands for as many findings as there were.
  @Test func oneMoreOfTheSameIsNew() {
    let one = overlay(soundRegister, with: [("people/a.yaml", "title: A\nnote: TBC\n")])
    let baseline = assess(one).baseline
    let two = overlay(one, with: [("people/b.yaml", "title: B\nnote: TBC\n")])
    let report = assess(two, baseline: baseline).report
    #expect(report.states[.baseline] == 1 && report.states[.open] == 1)
    // Renamed, it is the same; renamed and copied, one of the two is new.
    let renamed = overlay(one, with: [("people/a.yaml", ""), ("people/b.yaml", "title: A\nnote: TBC\n")])
    #expect(assess(renamed, baseline: baseline).report.states[.baseline] == 1)
    let copied = overlay(renamed, with: [("people/c.yaml", "title: A\nnote: TBC\n")])
    let both = assess(copied, baseline: baseline).report
    #expect(both.states[.baseline] == 1 && both.states[.open] == 1)
  }

  @Test func aGraverFindingIsNew() throws {
    let written = String(decoding: assess(sampleRegister).baseline.file, as: UTF8.self)
    let lighter = written.replacing("severity: error", with: "severity: advice")
    let baseline = try Baseline(SourceFile(path: "baseline.yaml", bytes: Array(lighter.utf8)))
    let report = assess(sampleRegister, baseline: baseline).report
    let known = report.settled.filter { $0.state == .baseline }
    #expect(!known.isEmpty && known.allSatisfy { $0.judgedSeverity < .error })
    #expect(report.findings.contains { $0.severity == .error && Rule.catalogue[$0.rule].whyOnlyAcknowledged == nil })
  }

  @Test func groupsAndRulesDoNotShareNames() {
    let groups = Set(RuleGroup.allCases.map(\.rawValue))
    #expect(groups.isDisjoint(with: Rule.catalogue.map(\.id)))
  }

  @Test func aSelectionPartsTheFindings() throws {
    let whole = assess(sampleRegister).report.findings.count
    var parts = 0
    for group in RuleGroup.allCases {
      let selection = try Selection(select: [group.rawValue], ignore: [])
      // Faults of reading are in every part; the sample has none.
      parts += assess(sampleRegister, selection: selection).report.findings.count
    }
    #expect(parts == whole)
  }
}
