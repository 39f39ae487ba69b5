/// Something that a careful reader asks and that no record can answer, so that no rule speaks of it.
package struct NotFromRecords: Sendable {
  /// A short name, as a rule would have.
  package let id: String
  /// What one would like to know.
  package let question: String
  /// Why records cannot show it.
  package let reason: String
  /// The provisions that ask for it.
  package let citations: [String]

  /// In the order of the groups of rules. Each is a question for a review.
  package static let all: [NotFromRecords] = [
    NotFromRecords(
      id: "shared-between-organisations",
      question: "May an organisation of the register use a measure, a system or a supplier's record of another one?",
      reason:
        "Only agreements say whose they are. Measures, systems and words belong to the register as a whole, as in a group that shares them.",
      citations: ["Art 26", "Art 28"]),
    NotFromRecords(
      id: "policy-document-kept",
      question: "Is an appropriate policy document kept for six months after the processing ends?",
      reason: "Who deletes the document deletes its record with it; what is gone leaves no trace here.",
      citations: ["DPA Sch 1 para 40"]),
    NotFromRecords(
      id: "support-reviewed-yearly",
      question: "Was the support for confidential patient information renewed this year?",
      reason: "The record holds the number of the support; the day of its yearly review stands in the approval itself.",
      citations: ["SI 2002/1438"]),
    NotFromRecords(
      id: "soft-opt-in-earned",
      question: "Did each address come from a sale or its negotiation, and does every message offer the way out?",
      reason: "Records describe the route, not single addresses and messages.", citations: ["PECR reg 22(3)"]),
    NotFromRecords(
      id: "calls-screened", question: "Are numbers compared with the register of people who want no calls?",
      reason: "The comparison happens before each call, in a system that no record describes.",
      citations: ["PECR reg 21"]),
    NotFromRecords(
      id: "human-review-meaningful", question: "Does a person really look at each decision, and can change it?",
      reason: "Records say that a person takes part, not what that person does.",
      citations: ["UK Art 22A", "EU Art 22"]),
    NotFromRecords(
      id: "sub-processor-announced",
      question: "Was a sub-processor under a general authorisation announced, and the time to object kept?",
      reason: "Under a general authorisation silence is consent, and silence is not recorded.", citations: ["Art 28(2)"]
    ),
    NotFromRecords(
      id: "approval-for-the-regime",
      question: "Was the approval of binding corporate rules given under the regime of the transfer?",
      reason: "The record holds its number; for whom it holds stands in the approval.", citations: ["Art 47"]),
    NotFromRecords(
      id: "scope-in-words-fits",
      question: "Does a certificate whose scope is written in words cover the service that is used?",
      reason: "Two texts can name one service differently; only people who know both can tell.",
      citations: ["Art 28(5)"]),
    NotFromRecords(
      id: "words-of-the-trade", question: "Does a notice use words that only insiders understand?",
      reason: "Which words readers know depends on the readers; sentences can be counted, words of the trade cannot.",
      citations: ["Art 12(1)"]),
    NotFromRecords(
      id: "withdrawal-as-easy", question: "Is taking consent back as easy as giving it, in practice?",
      reason: "Records hold the ways in words; how many steps each takes shows when somebody tries it.",
      citations: ["Art 7(3)"]),
    NotFromRecords(
      id: "officer-independent",
      question: "Is a conflict of interest of the data protection officer avoided in daily work?",
      reason: "Roles are recorded, and how they are lived is not.", citations: ["Art 38(6)"]),
    NotFromRecords(
      id: "need-is-real",
      question: "Would less data, fewer people, a shorter time or another way serve the purpose as well?",
      reason: "Records say what is used and why; what could be left out is seen by those who do the work.",
      citations: ["Art 5(1)(c)", "Art 35(7)(b)"]),
    NotFromRecords(
      id: "accuracy-kept", question: "How are wrong or outdated data noticed and put right?",
      reason: "No field holds it, and a field would only hold an intention.", citations: ["Art 5(1)(d)"]),
    NotFromRecords(
      id: "configured-as-recorded",
      question: "Are the systems set up as the records say: places, access, deletion, encryption?",
      reason: "A record describes a setting; whether it is set is seen in the system.",
      citations: ["Art 24(1)", "Art 32(1)"]),
    NotFromRecords(
      id: "wording-understood", question: "Do the people concerned understand the notice, and do they expect this use?",
      reason: "That an element is listed is seen; whether its words are clear and fair is for readers to say.",
      citations: ["Art 5(1)(a)", "Art 12(1)"]),
  ]

  package static func named(_ id: String) -> NotFromRecords? { all.first { $0.id == id } }
}
