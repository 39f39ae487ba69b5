/// People's means, and the web.
let peopleAndWeb: [Requirement] = [
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
        access: {gives: "Confirmation, and a copy.", hint: Asking for a part is quicker., routes: [{how: by telephone, if: you agree, formal: false}]}
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
        "Confirmation, and a copy.", "You can also ask by telephone, if you agree.", "free",
        "That is not yet a formal request.", "We check who you are before we answer.",
        "Erasing a whole record is unlikely to be agreed.", "DPA Sch 3",
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
    notice: .words(
      [
        "By e-mail: We do so if you have bought something similar",
        "This is how you stop it: the link in each message.",
        "By post: We do so only if you have agreed.", "We do not count this as marketing: notices about your account.",
      ], never: ["list of objections"])),
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
    notice: .words(
      [
        "You have to be at least 13 years old to use it. A letter from a parent.",
        "We have a rule of our own for people under 16. It holds where we know how old somebody is. It holds for the letter service.",
      ], never: ["1 March 2026"])),
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
    notice: .words(
      [
        "_ga (2 years) and _gid* (until you close the browser)", "We ourselves", "Count visitors.",
        "You may see them under england.example.", "This is how you object: a switch in the footer.",
        "2 entries in the storage of your browser", "They count how the site is used.",
      ], never: ["PREF", "two that are not named", "read it from the browser"])),
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
    notice: .words(
      [
        "you see a notice with one button: “Got it”.", "If you say no: Some pages fail.",
        "This is how you change your mind: the footer.", "Count views.",
        "What they collect may also go to Partner sites.",
        "Video service: films. On these pages: the help pages.", "Some links let you share a page on other websites:",
      ], never: ["By sending you agree", "1 October 2026"])),
]
