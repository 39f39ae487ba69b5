/// Statements and notices.
let statementsAndNotices: [Requirement] = [
  Requirement(
    34, "general explanations that say nothing about us",
    [
      "notices/page.yaml": """
      sections:
        - who-we-are
        - {heading: About cookies, explains: true, text: Cookies are small files that a browser keeps.}
      """
    ],
    register: ["notices/page": ["About cookies", "Explains", "Cookies are small files"]],
    notice: .words(["About cookies", "Cookies are small files that a browser keeps."])),
  Requirement(
    35, "promises, claims, warnings, requests; strength, exceptions, speaker, what they are about",
    [
      "organisations.yaml": "maker: {title: The maker, mentioned: It speaks in the text.}",
      "statements.yaml": """
      no-sale: {kind: promise, claim: no-sale, text: We do not sell your data., except: [{text: to a buyer of the firm, because: the law says so}]}
      routine: {kind: claim, claim: no-special-data, strength: hedged, hedge: routinely, text: We do not routinely hold records.}
      beware: {kind: warning, text: Letters can be lost., by: maker, on-behalf-of: us}
      please: {kind: request, text: Tell us when you move.}
      own: {kind: disclaimer, text: Other sites have their own rules.}
      """,
      "notices/page.yaml":
        "sections: [who-we-are, {section: recipients, statements: [no-sale, routine, beware, please, own]}]",
    ],
    register: [
      "statements/no-sale": ["Promise", "No sale", "the law says so"],
      "statements/routine": ["Hedged", "routinely"], "statements/beware": ["Warning", "The maker", "On behalf of"],
      "statements/please": ["Request"], "statements/own": ["Disclaimer"],
    ],
    notice: .words([
      "We do not sell your data.", "to a buyer of the firm", "We do not routinely hold records.",
      "Letters can be lost.",
      "Tell us when you move.", "Other sites have their own rules.",
    ])),
  Requirement(
    36, "statements about the law, with its date, a number, and who is said to decide",
    [
      "organisations.yaml": "commission: {title: The Commission, kind: authority, country: BE, mentioned: named}",
      "statements.yaml": """
      list:
        kind: claim
        claim: adequacy-list
        regime: eu-gdpr
        count: 12
        decided-by: commission
        law: Art 45
        text: Twelve countries are adequate.
        decision: {by: dpo, date: 2026-10-01, text: to be mended with the next version}
      """,
      "notices/page.yaml": "sections: [who-we-are, {section: transfers, statements: list}]",
    ],
    register: ["statements/list": ["12", "The Commission", "Art 45", "to be mended with the next version", "EU GDPR"]],
    notice: .words(["Twelve countries are adequate."], never: ["to be mended"])),
  Requirement(
    37, "notices: versions, layers, order, changes, links, an emergency block, slips of the source",
    [
      "notices/page.yaml": """
      version: 3
      history: [{effective: 2024-05-01, version: 2, summary: First on paper.}]
      layer-of: whole
      changes: {text: We change this page., effect: at once, existing-data: It also holds for older data., tells-people: false}
      sections:
        - rights
        - who-we-are
        - {heading: In an emergency, text: "Call 999."}
        - changes
        - links
      links:
        guide: {title: The whole story, kind: completes, url: "https://service.example/more"}
      source:
        title: Notice as published
        date: 2024-05-01
        left-out: [{line: 1, what: a banner}]
        slips: [{line: 9, what: a word breaks off, stated: informatio, decision: information}]
      origin: old notice, line 1
      url: https://service.example/privacy
      """,
      "notices/whole.yaml": "title: Whole notice\norganisation: us\naudience: customer\nactivities: all\n",
    ],
    register: [
      "notices/page": [
        "First on paper.", "Whole notice", "at once", "informatio", "a banner", "old notice, line 1", "Completes",
      ]
    ],
    notice: .words(
      ["First on paper.", "In an emergency", "Call 999.", "It also holds for older data.", "The whole story"],
      never: ["informatio ", "a banner", "old notice, line 1"])),
  Requirement(
    38, "what was published beside what is true, with a decision",
    [
      "recipients.yaml": """
      office: {title: Office for National Statistics, kind: public-body, country: GB, stated: Office of National Statistics, aliases: [Office of National Statistics]}
      """,
      "activities/use.yaml": "recipients: office",
      "statements.yaml":
        "old: {kind: claim, text: Connections are encrypted., stated: SSL encryption, decision: {by: dpo, date: 2026-10-01, text: SSL is an old name}}",
    ],
    register: [
      "recipients/office": ["As published", "Office of National Statistics", "Office for National Statistics"],
      "statements/old": ["SSL encryption", "SSL is an old name", "Data protection officer"],
    ],
    notice: .words(["Office for National Statistics"], never: ["Office of National Statistics", "SSL"])),
  Requirement(
    39, "records and fields that stay inside",
    [
      "recipients.yaml": "friend: {title: Secret friend, kind: company, country: GB, publish: false}",
      "activities/use.yaml": "recipients: friend\nnote: Known to few.\nx-own-key: words for insiders\n",
      "people.yaml": "dpo: {title: Data protection officer}\nlead: {title: Head of service, name: Example Name}\n",
    ],
    register: [
      "recipients/friend": ["Secret friend", "Publish", "No"],
      "activities/use": ["Known to few.", "x-own-key", "words for insiders"], "people/lead": ["Example Name"],
    ],
    notice: .nothing(
      because: "they say that they stay inside",
      never: ["Secret friend", "Known to few", "words for insiders", "Example Name"])),
]
