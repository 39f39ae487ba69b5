/// Grounds, sharing, systems and places, protection and keeping.
let groundsAndProtection: [Requirement] = [
  Requirement(
    15, "basis, condition for special data and consent as three records",
    [
      "consents.yaml": """
      letter-box:
        title: Box below the letter
        mechanism: tick-box
        function: basis
        wording: I agree that my health data are used to answer me.
        version: "2"
        withdraw: Write to the same address.
        evidence: The letter is kept.
      """,
      "lawful-bases/ground.yaml": "article-6: consent\nconsent: letter-box\narticle-9: explicit-consent\n",
      "activities/use.yaml": "data: [name, health]",
    ],
    register: [
      "lawful-bases/ground": ["Box below the letter", "Explicit consent"],
      "consents/letter-box": ["Tick box", "Write to the same address.", "The letter is kept.", "Our interest in"],
    ],
    notice: .words(["The law gives some of the data that we use special protection"], never: ["The letter is kept."])),
  Requirement(
    16, "a basis as stated, resting on somebody else’s contract, its article unknown",
    [
      "organisations.yaml": "employers: {title: Employers, kind: class, mentioned: They employ the readers.}",
      "lawful-bases/ground.yaml": """
      article-6: {unknown: which of the six, perhaps: [contract, legitimate-interests]}
      contract: {between: [us, employers], reference: framework of 2025}
      stated: our contract with your employer
      text: We rely on our contract with your employer.
      """,
    ],
    register: [
      "lawful-bases/ground": [
        "which of the six", "Employers", "framework of 2025", "our contract with your employer", "As published",
      ]
    ],
    notice: .words(["We rely on our contract with your employer."], never: ["framework of 2025", "which of the six"])),
  Requirement(
    17, "a basis whose scope is in doubt, alternatives, and one that is not stated",
    [
      "lawful-bases/ground.yaml": """
      article-6: [legitimate-interests, legal-obligation]
      law: "Example Act 2000, section 4"
      scope: {unknown: whether it covers the letters of relatives}
      """,
      "lawful-bases.yaml": "not-stated: {title: Basis of old letters, article-6: {unknown: the text names none}}",
      "activities/use.yaml": "basis: [ground, not-stated]",
    ],
    register: [
      "lawful-bases/ground": ["whether it covers the letters of relatives", "Art 6(1)(f)", "Art 6(1)(c)"],
      "lawful-bases/not-stated": ["the text names none"],
    ],
    notice: .words(
      ["Example Act 2000, section 4"], never: ["the text names none", "whether it covers", "Basis of old letters"])),
  Requirement(
    18, "ways to permit: box, submit, use of the site, browser, opt-out, another body, and what each is for",
    [
      "consents.yaml": """
      browser: {title: Browser settings, mechanism: [browser-setting, deemed-by-use], function: basis, effect: Some pages fail.}
      banner: {title: One button, mechanism: acknowledgement, function: {unknown: is it more than a notice}}
      clinic: {title: Asked by the clinic, mechanism: through-another-body, function: confidentiality, by: us}
      ask-first: {title: Asked before we pass data on, mechanism: spoken, function: courtesy, unless: a court orders it}
      """,
      "activities/use.yaml": "permissions: [clinic, ask-first]",
    ],
    register: [
      "consents/browser": ["Browser setting, Deemed by use", "Some pages fail."],
      "consents/banner": ["Acknowledgement", "is it more than a notice"],
      "consents/clinic": ["Through another body", "Confidentiality", "Mentioned by", "Answering letters"],
      "consents/ask-first": ["Courtesy", "a court orders it"],
      "activities/use": ["Asked by the clinic", "Asked before we pass data on"],
    ],
    notice: .words(
      ["We also ask for your permission", "Asked before we pass data on We do not ask if a court orders it."],
      never: ["is it more than a notice", "your consent"])),
  Requirement(
    19, "recipients by name, by class, by circumstance, and of anonymous data only",
    [
      "recipients.yaml": """
      police: {title: The police, kind: authority, country: GB}
      auditors: {title: Our auditors, kind: class, when: when they check our books}
      order: {title: A court, kind: circumstance, when: if a court orders it}
      press: {title: The press, kind: class, when: each year}
      """,
      "activities/use.yaml": """
      recipients: [police, auditors, order, {party: press, state: anonymous}]
      """,
    ],
    register: [
      "activities/use": ["The police", "Our auditors", "A court", "The press", "Anonymous"],
      "recipients/order": ["Circumstance", "if a court orders it"],
    ],
    notice: .words(
      ["The police", "When they check our books.", "If a court orders it."], never: ["The press", "each year"])),
  Requirement(
    20, "a chain of processors, a contract whose number is open, and approval by customers",
    [
      "processors.yaml": """
      kineo:
        title: Kineo
        legal-name: Kineo Example Ltd
        country: GB
        services: It runs the records system.
        agreements:
          hosting-contract: {kind: processing, status: in-force, signed: 2025-01-01, reference: {unknown: number of the contract}, terms: all}
        sub-processors: [{party: host, services: It hosts the system., authorised: 2025-01-01, flow-down: true}]
      host: {title: The host, legal-name: Example Hosting Ltd, country: GB, hosting: GB, access-from: {none: no remote access}}
      """,
      "organisations.yaml": "clinics: {title: The clinics, kind: class, mentioned: customers}",
      "systems.yaml": """
      box:
        title: Records system
        operator: kineo
        approvals: [{by: clinics, for: the host, reference: minutes of May, date: 2025-05-02}]
      """,
    ],
    register: [
      "processors/kineo": ["number of the contract", "The host", "In force", "It hosts the system."],
      "systems/box": ["minutes of May", "2 May 2025", "clinics"],
    ],
    notice: .words(
      ["Kineo Example Ltd", "Example Hosting Ltd", "It hosts the system"],
      never: ["number of the contract", "minutes of May"])),
  Requirement(
    21, "systems on paper and on devices; places as country, region, premises, network, open",
    [
      "systems.yaml": """
      box: {title: Records system, operator: us, hosting: [{country: GB, premises: the local hospital, network: health network}], access-from: [GB, {unknown: from where else}]}
      cabinet: {title: Cabinet, operator: us, medium: paper, hosting: GB, access-from: GB}
      laptops: {title: Laptops, operator: us, medium: device, hosting: EEA, access-from: {outside: EEA}}
      """,
      "activities/use.yaml": "systems: [box, cabinet, laptops]",
      "notices/page.yaml": "sections: [who-we-are, systems]",
    ],
    register: [
      "systems/box": ["the local hospital", "health network", "from where else", "United Kingdom"],
      "systems/cabinet": ["Paper"], "systems/laptops": ["Device", "EEA", "Outside"],
    ],
    notice: .words(
      [
        "Records system, run by us, in the United Kingdom (the local hospital and health network)",
        "Cabinet (on paper), run by us, in the United Kingdom",
        "Laptops (on devices that people carry), run by us, in the European Economic Area",
      ], never: ["from where else"])),
  Requirement(
    22, "transfers: declared, possible, onward, without importer, with a safeguard that is open",
    [
      "recipients.yaml": "lab: {title: The laboratory, legal-name: Example Lab Inc, kind: company, country: US}",
      "activities/use.yaml": "recipients: lab",
      "transfers.yaml": """
      to-lab:
        title: Samples to the laboratory
        exporter: us
        importer: lab
        countries: US
        regime: uk-gdpr
        mechanism: {unknown: which safeguard, stated: standard clauses for instance, perhaps: [idta]}
        onward: [{party: lab, country: CA, safeguard: the same clauses}]
      travel:
        title: Use while travelling
        exporter: us
        importer: {none: our own staff is no importer}
        countries: {outside: EEA}
        regime: uk-gdpr
        mechanism: {not-applicable: no transfer to another body}
        certainty: disputed
        kind: access
      winter: {title: Help in winter, exporter: us, importer: lab, countries: US, regime: uk-gdpr, mechanism: idta, certainty: possible, status: planned}
      """,
    ],
    register: [
      "transfers/to-lab": ["which safeguard", "standard clauses for instance", "the same clauses", "Canada"],
      "transfers/travel": ["our own staff is no importer", "Disputed", "Outside", "Access"],
      "transfers/winter": ["Possible", "Planned"],
    ],
    notice: .words(["Based in the United States"], never: ["which safeguard", "travelling"])),
  Requirement(
    23, "none, unknown and not applicable as three answers",
    [
      "processors.yaml": """
      kineo: {title: Kineo, legal-name: Kineo Example Ltd, country: GB, hosting: GB, sub-processors: {none: it uses nobody}}
      other: {title: Other, legal-name: Other Ltd, country: GB, hosting: GB, sub-processors: {unknown: whom it uses}}
      """,
      "sites.yaml": """
      front:
        title: Our site
        kind: web
        cookie-list: {not-applicable: the site stores nothing}
        banner: {none: nothing needs consent}
      """,
      "activities/use.yaml": "recipients: {none: only the operators of the systems}",
    ],
    register: [
      "processors/kineo": ["None", "it uses nobody"], "processors/other": ["Open question", "whom it uses"],
      "sites/front": ["Not applicable", "the site stores nothing", "nothing needs consent"],
    ],
    notice: .nothing(
      because: "reasons and questions are for insiders",
      never: ["only the operators", "whom it uses", "stores nothing"])),
  Requirement(
    24, "measures with strength, interval and evidence; certificates with number, scope and an open date",
    [
      "controls.yaml": """
      vault: {title: Encrypted disks, measure: encryption-at-rest, status: implemented, strength: "AES 256, where possible", tested: 2026-05-01, test-every: P1Y, key-holder: us, evidence: settings of May, frameworks: [ISO 8.24]}
      lessons: {title: Lessons, measure: training, status: implemented, every: P2Y}
      """,
      "organisations/us.yaml": """
      controls: [vault, lessons]
      certificates:
        iso: {kind: iso27001, edition: 2022, number: IS 123, scope: {systems: box, text: the records system}, certifier: Example Certification, expires: {unknown: last day}}
      """,
    ],
    register: [
      "controls/vault": ["AES 256, where possible", "1 year", "settings of May", "ISO 8.24", "Our Service"],
      "controls/lessons": ["2 years"],
      "organisations/us": ["IS 123", "Example Certification", "last day", "Records system"],
    ],
    notice: .words(["ISO 27001, for information security"], never: ["settings of May", "IS 123", "last day"])),
  Requirement(
    25, "what is said to follow from a measure, apart from the measure",
    [
      "statements.yaml": """
      blind:
        kind: claim
        claim: no-provider-access
        about: {systems: box}
        text: Nobody else can read your letters.
        stated: providers cannot see anything
      """,
      "notices/page.yaml": "sections: [who-we-are, {section: security, statements: blind}]",
    ],
    register: ["statements/blind": ["No provider access", "Records system", "providers cannot see anything"]],
    notice: .words(["Nobody else can read your letters."], never: ["providers cannot see anything"])),
  Requirement(
    26, "retention: floors and ceilings, events that start and end it, origin, action, scope, back-stop",
    [
      "retention.yaml": """
      health: {title: Health data, minimum: P8Y, starts: {unknown: eight years from what}, source: customer, applies-to: {data: health}, reason: Customers ask for it.}
      site: {title: Site services, ends: [use-end, purpose-met, subscription-end], action: delete, back-stop: P3Y, review-interval: P1Y, source: policy, reason: Nothing else needs it.}
      supplier: {title: Copies, ends: {event: supplier-exit, of: us}, action: [return, anonymise], maximum: P6Y, reason: It ends with the supplier.}
      """,
      "activities/use.yaml": "retention: [health, site, supplier]",
    ],
    register: [
      "retention/health": ["8 years", "eight years from what", "Customer"],
      "retention/site": ["Subscription end", "3 years", "Policy"],
      "retention/supplier": ["Return", "Anonymise", "6 years"],
    ],
    notice: .words(
      ["the end of the subscription", "no longer than 3 years", "at least 8 years"], never: ["eight years from what"])),
]
