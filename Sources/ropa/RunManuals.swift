import LocatedYAML
import RopaKit

/// `ropa explain`: a rule's manual page, or the list of rules.
func runExplain(_ command: ExplainCommand) -> Int32 {
  do throws(Failure) {
    try write(manual(command.rule), to: Terminal(descriptor: 1, color: .auto))
    return Exit.success
  } catch {
    return fail(error.message, color: .auto)
  }
}

private func manual(_ id: String?) throws(Failure) -> [UInt8] {
  guard let id else { return Rule.list }
  if let rule = Rule.named(id) { return rule.manual }
  if let question = NotFromRecords.named(id) { return question.manual }
  let near = nearMiss(id, among: Rule.catalogue.map(\.id) + NotFromRecords.all.map(\.id))
  let speaking = Rule.mentioning(id).prefix(5).map(\.id)
  let advice =
    near.map { "did you mean '\($0)'?" }
    ?? (speaking.isEmpty
      ? "run ropa explain for the list"
      : "rules that speak of it: \(speaking.joined(separator: ", "))\(speaking.count == 5 ? " and perhaps others" : "")")
  throw Failure(message: "there is no rule '\(id)'; \(advice)")
}

/// What stands in the folder of messages is no kind of record, and is asked for by the folder's name.
private let messagesFolder = "messages"

/// `ropa fields`: the manual of a kind or a field, or the list of kinds.
func runFields(_ command: FieldsCommand) -> Int32 {
  do throws(Failure) {
    try write(fieldManual(command), to: Terminal(descriptor: 1, color: .auto))
    return Exit.success
  } catch {
    return fail(error.message, color: .auto)
  }
}

private func fieldManual(_ command: FieldsCommand) throws(Failure) -> [UInt8] {
  if command.path == nil && command.format == .text { return FieldManual.list }
  if command.path == messagesFolder { return try messageCatalogue().manual(try shippedLaw()) }
  let law = LawOnDay(try shippedLaw(), on: command.asOf ?? .today())
  let manual = try shippedManual()
  guard let path = command.path else { return manual.json(on: law) }
  do throws(UnknownField) { return try manual.text(of: path, whole: command.all, on: law) } catch {
    throw Failure(message: error.message)
  }
}

/// The manual of fields that is built into the program.
func shippedManual() throws(Failure) -> FieldManual {
  do throws(TableFault) {
    return try FieldManual(embeddedSources(in: "manual"))
  } catch {
    throw Failure(message: "\(error); this program is damaged, install it again")
  }
}

/// `ropa schema`: the schema of the files of a kind, or of all.
func runSchema(_ command: SchemaCommand) -> Int32 {
  do throws(Failure) {
    let law = try shippedLaw()
    let schema = jsonSchema(of: try subject(command), law: law, ids: try ids(in: command.registry, law))
    try write(schema, to: Terminal(descriptor: 1, color: .auto))
    return Exit.success
  } catch {
    return fail(error.message, color: .auto)
  }
}

private func ids(in folder: String?, _ law: Law) throws(Failure) -> [Space: [String]] {
  guard let folder else { return [:] }
  do throws(RegistryError) {
    return load(try readRegistry(at: folder, jobs: 1).files, law: law, jobs: 1).ids
  } catch {
    throw Failure(message: error.message)
  }
}

private func subject(_ command: SchemaCommand) throws(Failure) -> SchemaSubject {
  guard let name = command.kind else { return .everything }
  if name == messagesFolder { return .messages }
  do throws(UnknownField) {
    switch try FieldManual.find(kind: name) {
    case .settings: return .settings
    case .kind(let kind): return command.many ? .records(kind) : .record(kind)
    }
  } catch {
    throw Failure(message: error.message)
  }
}
