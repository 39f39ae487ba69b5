/// People's means, the web, statements and notices.
let peopleAndNotices: [Requirement] = [
  Requirement(
    27, "rights with route, time, cost, check, outcome; and where they stop for one activity",
    [
      "organisations/us.yaml": """
      rights:
        contact: desk
        procedure: handbook
        respond-within: P1M
        if-longer: We tell you within that month.
        identity-check: always
        cost: free
        decided-by: {parties: us, text: with the advice of clinicians}
        access: {gives: "Confirmation, and a copy.", hint: Asking for a part is quicker., routes: [{how: by telephone, if: if you agree, formal: false}]}
        rectification: {gives: We correct errors., otherwise: We note that you dispute it.}
        limits: [{rights: [erasure], data: health, text: Erasing a whole record is unlikely to be agreed., cite: DPA Sch 3}]
      """,
      "activities/use.yaml": "rights: {erasure: false, portability: {otherwise: Letters are kept on paper.}}",
    ],
    register: [
      "organisations/us": [
        "Asking for a part is quicker.", "by telephone", "handbook", "with the advice of clinicians",
      ],
      "activities/use": ["Erasure", "Letters are kept on paper."],
    ],
    notice: .words(
      [
        "Confirmation, and a copy.", "Another way: by telephone, if you agree.", "free",
        "We check who you are before we answer.", "Erasing a whole record is unlikely to be agreed.", "DPA Sch 3",
      ], never: ["handbook"])),
  Requirement(
    28, "ways to complain in order: us, the regulator, a court",
    [
      "organisations.yaml": """
      watchdog: {title: The watchdog, legal-name: Example Watchdog, kind: regulator, country: GB, website: "https://watchdog.example"}
      """,
      "organisations/us.yaml": """
      complaints:
        contact: desk
        form: https://service.example/complain
        acknowledge-within: P14D
        outcome: We write to you with what we found.
        log: complaints book
        regulator: watchdog
        court: true
        text: Please come to us first.
      """,
    ],
    register: ["organisations/us": ["complaints book", "The watchdog", "Please come to us first."]],
    notice: .words(
      [
        "Please come to us first.", "service.example/complain", "2 weeks", "Example Watchdog",
        "You can also go to court.",
      ],
      never: ["complaints book"])),
  Requirement(
    29, "automated decisions and profiling: there are, there are none, nobody knows",
    [
      "activities/use.yaml": """
      automated-decisions: {solely: true, significant: true, ground: contract, safeguards: [human, contest], logic: A score decides., effect: A low score means no answer.}
      profiling: false
      """,
      "activities/second.yaml":
        "title: Sorting letters\ncontroller: us\nautomated-decisions: {none: people sort them}\nprofiling: {unknown: does the sorter profile}\n",
    ],
    register: [
      "activities/use": ["A score decides.", "Contest", "Profiling internal No"],
      "activities/second": ["people sort them", "does the sorter profile"],
    ],
    notice: .words(
      ["Here a computer alone takes a decision", "A low score means no answer.", "you can contest it"],
      never: ["does the sorter profile"])),
  Requirement(
    30, "marketing by channel with its route, and messages that are none",
    [
      "activities/use.yaml": """
      marketing:
        to: individuals
        channels:
          email: {route: soft-opt-in, opt-out: the link in each message}
          post: consent
        suppression: list of objections
        except: [notices about your account]
      """
    ],
    register: [
      "activities/use": [
        "Soft opt-in", "the link in each message", "list of objections", "notices about your account", "Consent",
      ]
    ],
    notice: .notYet(because: "marketing has no composed section", words: ["the link in each message"])),
  Requirement(
    31, "children: age, scope, what is known",
    [
      "organisations/us.yaml": "children: {under: 16, known-only: true, scope: the letter service}",
      "activities/use.yaml":
        "children: {online-service: true, minimum-age: 13, parental-check: a letter from a parent, code-assessed: 2026-03-01}",
    ],
    register: [
      "organisations/us": ["16", "the letter service"],
      "activities/use": ["13", "a letter from a parent", "1 March 2026"],
    ],
    notice: .notYet(
      because: "children have no composed section", words: ["a letter from a parent", "the letter service"])),
  Requirement(
    32, "cookies: names or a count, setter, domains, embeds, pages, time, route by regime, example",
    [
      "recipients.yaml": "video: {title: Video service, legal-name: Example Video LLC, kind: company, country: US}",
      "sites.yaml":
        "front: {title: Our site, kind: web, address: \"https://service.example\", visitors: both, cookie-list: illustrative}",
      "cookies.yaml": """
      counting:
        names: {_ga: P2Y, "_gid*": session}
        sites: front
        setter: us
        seen-under: [england.example]
        purpose: Count visitors
        category: statistics
        route: {uk-gdpr: statistical, eu-gdpr: consent}
        sole-purpose: true
        opt-out: {how: a switch in the footer, simple: true, free: true}
        shared-with: {none: nobody}
        activity: use
      watching:
        names: [PREF, VISITOR]
        sites: front
        pages: some
        setter: video
        via: embed
        purpose: Count views
        category: marketing
        duration: {unknown: read it from the browser}
        route: consent
        fires: after-consent
        shared-with: {unknown: does the setter pass it on}
        certainty: example
      functions: {names: {unknown: two that are not named}, count: 2, kind: local-storage, sites: front, setter: us}
      """,
    ],
    register: [
      "cookies/counting": [
        "Counting", "_ga", "2 years", "_gid*", "Session", "england.example", "UK GDPR Statistical", "EU GDPR Consent",
        "a switch in the footer", "Answering letters",
      ],
      "cookies/watching": ["PREF, VISITOR", "Video service", "Embed", "read it from the browser", "Example"],
      "cookies/functions": ["two that are not named", "2", "Local storage"],
      "cookies/index": ["Counting", "Watching", "Functions"],
      "sites/front": ["Illustrative", "https://service.example", "Mentioned by"],
    ],
    notice: .notYet(because: "cookies have no composed section", words: ["_ga", "a switch in the footer"])),
  Requirement(
    33, "trackers that pass data on; forms with fields and consents; embeds and share links",
    [
      "recipients.yaml": """
      video: {title: Video service, kind: company, country: US, onward: [{party: partners, when: where law asks, certainty: possible}]}
      partners: {title: Partner sites, kind: class, when: as they choose}
      """,
      "consents.yaml":
        "send: {title: Send button, mechanism: submit, function: courtesy, wording: By sending you agree.}",
      "sites.yaml": """
      front:
        title: Our site
        kind: web
        system: box
        banner: {buttons: [Got it], reject-first-layer: false, preticked: false, withdraw: the footer, effect: Some pages fail.}
        scan: {date: 2026-10-01, items: [_ga, x], early: [x]}
        forms: {contact: {fields: {"Your name": name, "E-mail": email}, activity: use, consents: send}}
        embeds: [{party: video, what: films, pages: the help pages}]
        links: [{to: video, kind: share, url: "https://video.example/share"}]
      """,
      "cookies.yaml":
        "watching: {names: PREF, sites: front, setter: video, purpose: Count views, shared-with: [{party: partners, certainty: possible}]}",
    ],
    register: [
      "sites/front": [
        "Your name", "Name", "E-mail", "Send button", "films", "the help pages", "Share", "Got it", "1 October 2026",
      ],
      "recipients/video": ["Partner sites", "where law asks"], "cookies/watching": ["Partner sites", "Possible"],
      "consents/send": ["Submit", "Our site"],
    ],
    notice: .notYet(because: "sites have no composed section", words: ["Video service", "the help pages"])),
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
