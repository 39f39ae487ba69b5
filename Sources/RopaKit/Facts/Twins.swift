/// Bodies and systems that have a name, a company number or a website in common.
package struct Twins: Sendable {
  private var groups: [[RecordIndex]] = []
  private var group: [RecordIndex: Int32] = [:]

  /// The records that may be the same as one, with that one; nil where there is none.
  package func group(of record: RecordIndex) -> [RecordIndex]? { group[record].map { groups[Int($0)] } }

  init(_ registry: Registry) {
    var byKey: [String: RecordIndex] = [:]
    func add(_ key: String, _ record: RecordIndex) {
      guard let known = byKey[key] else {
        byKey[key] = record
        return
      }
      guard known != record else { return }
      let slot = group[known] ?? Int32(groups.count)
      if slot == groups.count { groups.append([known]) }
      group[known] = slot
      if !groups[Int(slot)].contains(record) { groups[Int(slot)].append(record) }
      if group[record] == nil { group[record] = slot }
    }
    for party in registry.records.parties where party.isNamedBody {
      let record = party.common.record
      for name in [party.legalName.given?.first, party.common.title.given?.value.first] {
        if let name { add("n" + plainName(name), record) }
      }
      if let number = party.registrations.given?.companiesHouse.given?.text { add("c" + number, record) }
      if let site = party.website.given.map({ host(of: $0.text) }), !site.utf8.isEmpty { add("w" + site, record) }
    }
    for system in registry.records.systems {
      if let title = system.common.title.given?.value.first { add("s" + plainName(title), system.common.record) }
    }
  }
}

/// Legal forms, which say nothing about who it is.
private let legalForms: Set<String> = [
  "ltd", "limited", "plc", "llp", "llc", "inc", "corp", "corporation", "gmbh", "ag", "sa", "sas", "sarl", "bv", "nv",
  "srl", "spa", "oy", "ab", "as", "co", "company",
]

/// A name in small letters and digits, without its legal form and what stands between words.
private func plainName(_ name: String) -> String {
  let words = name.utf8.split { byte in
    !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20) && byte < 0x80
  }.map { word in String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self) }
  let kept = words.filter { !legalForms.contains($0) }
  return (kept.isEmpty ? words : kept).joined()
}

/// The host of an address, without "www.".
private func host(of address: String) -> String {
  var bytes = Array(address.lowercased().utf8)[...]
  if let start = bytes.firstIndex(of: UInt8(ascii: "/")), bytes[start...].starts(with: "//".utf8) {
    bytes = bytes[(start + 2)...]
  }
  bytes = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
  if bytes.starts(with: "www.".utf8) { bytes = bytes.dropFirst(4) }
  return String(decoding: bytes, as: UTF8.self)
}
