import LocatedYAML
@testable import RopaKit
import Testing
@Test func tmpFaults() {
  for (name, files) in [("sound", soundRegister), ("sample", sampleRegister)] {
    let loaded = load(files, law: shippedLaw, jobs: 1)
    for d in loaded.diagnostics { 
      let f = loaded.files[Int(d.range.file)]; let p = f.position(at: d.range.start)
      print("\(name) \(f.path):\(p.line):\(p.column) \(d.rule) \(d.message) | \(d.hint ?? "")") }
    let registry = Registry(loaded)
    let facts = Facts(registry, law: LawOnDay(shippedLaw, on: Day("2026-11-21")!), jobs: 1)
    for leg in facts.flows.legs { print(name, registry.records.activities[Int(leg.activity)].common.title.given!.value.first, "|", leg.kind, registry.name(of: leg.exporter), "->", registry.name(of: leg.importer), leg.places.map { "\(facts.law.code($0.territory)) \($0.kind)" }, leg.hasUnknownPlace) }
    for gap in facts.gaps { print("GAP", gap.regime, gap.kind, registry.name(of: facts.flows.legs[Int(gap.leg)].importer), gap.places.map { facts.law.code($0.territory) }, gap.adequacy.rank, gap.activities.count) }
    for n in facts.notices { print("owed", n.owed.map(\.element.id), n.activities.count, n.regimes) }
  }
}
