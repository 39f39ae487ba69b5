import LocatedYAML

extension Rule {
  /// RGT-011. How hard a way is follows from words: those of the way to give come from a list, those of the way back are the record's own,
  /// and only English ones are read. A way back that names something online is never told of.
  static let withdrawalHarder = Rule(
    "withdrawal-harder-than-giving", .rights, .warning, .expectation,
    title: "Taking consent back looks harder than giving it",
    rationale: """
      It is as easy to take consent back as to give it. Who agrees by a tick on a page and has to write a letter or call to take it back has \
      no equal way. What the words mean in practice is for people to say.
      """,
    remedy: "Offer a way back where the consent was given, and record it under withdraw.",
    citations: ["Art 7(3)"],
    check: .consents { consent, assessed in
      guard consent.common.isJudged, case .given(let withdraw, let range) = consent.withdraw.answer,
        let words = withdraw.english(assessed.registry.language)
      else { return .notApplicable }
      let isOnForm = assessed.registry.mentions(of: consent.common.record).contains {
        assessed.registry.header($0.from).kind == .sites
      }
      let given = consent.mechanisms.elements()
      let online = given.first { [.tickBox, .button, .browserSetting].contains($0) }
      guard online != nil || isOnForm else {
        return consent.mechanisms.hasOpenElement()
          ? .notEvaluable("how it is given is an open question") : .notApplicable
      }
      let text = Substring(words).utf8
      guard let hard = slowWays.first(where: { text.says($0) }), !text.saysOne(of: quickWays),
        !words.utf8.contains(0x40)
      else { return .clear }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: consent.common.record))' is given \(online.map { "by \($0.rawValue)" } ?? "on a form of a site"), and taken back by \(hard)",
          at: range, hint: "offer a way back where it is given, and write it to withdraw:",
          notes: consent.mechanisms.answer.range.map { [Note(message: "how it is given", range: $0)] } ?? [],
          records: [consent.common.record],
          evidence: [Evidence("mechanism", joined(given.map(\.rawValue))), Evidence("withdraw", words)]))
    },
    examples: [
      Example("a tick and a letter", asked("tick-box", "«Send us a letter.»")),
      Example("a button and a call", asked("button", "«Please telephone the office.»")),
      Example("a signature and a letter", asked("signature", "Send us a letter.")),
      Example("a tick and a click", asked("tick-box", "Click on the link at the end of each e-mail.")),
      Example("a tick, and a letter or a click", asked("tick-box", "Write a letter, or use the form on our website.")),
      Example("words that name no way", asked("tick-box", "Tell us.")),
      Example(
        "how it is given is an open question", asked("{unknown: how they agree}", "Send us a letter."),
        also: ["open-question"]),
    ])

  private static func asked(_ mechanism: String, _ withdraw: String) -> ExampleTexts {
    [
      "consents/photos.yaml":
        "title: Photos\nmechanism: \(mechanism)\nfunction: courtesy\nwithdraw: \(withdraw)\n"
    ]
  }
}

/// Ways that take paper, a call or a visit.
private let slowWays = ["letter", "post", "in writing", "telephone", "phone", "call", "visit", "in person"]
private let quickWays = [
  "e-mail", "email", "online", "link", "click", "form", "settings", "unsubscribe", "website", "app", "account",
  "button",
  "text message", "sms", "tick", "untick", "page", "banner",
]
