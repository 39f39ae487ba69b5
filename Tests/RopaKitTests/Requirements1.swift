/// Organisations, activities and data.
let organisationsAndData: [Requirement] = [
  Requirement(
    1, "registered entities, brands, classes and bodies that are only mentioned",
    [
      "organisations/us.yaml": """
      registrations: {companies-house: "07654321", ico: {number: Z1234567, tier: 2, paid-until: 2027-05-01}}
      """,
      "organisations.yaml": """
      our-brand: {title: Our Brand, kind: brand, relations: [{relation: operated-by, party: us}]}
      employers: {title: Employers under contract, kind: class, members: list in the sales system}
      standards: {title: The standards body, kind: standards-body, mentioned: It wrote the standard we follow.}
      """,
    ],
    register: [
      "organisations/us": ["07654321", "Z1234567", "1 May 2027"],
      "organisations/our-brand": ["Brand", "Operated by", "Our Service"],
      "organisations/employers": ["Class", "list in the sales system"],
      "organisations/standards": ["Standards body", "It wrote the standard we follow."],
    ],
    notice: .words(["07654321", "Z1234567"], never: ["It wrote the standard", "list in the sales system"])),
  Requirement(
    2, "old names, and two names that may be one body",
    [
      "organisations/us.yaml": "aliases: [Former Service Ltd]",
      "organisations.yaml": """
      beetroot:
        title: beetroot
        kind: {unknown: "is it a brand, a product or a company"}
        same-as: {unknown: is it the company behind this register, perhaps: [us]}
      """,
    ],
    register: [
      "organisations/us": ["Former Service Ltd"],
      "organisations/beetroot": ["Same body as", "is it the company behind this register", "Perhaps: Our Service"],
    ],
    notice: .nothing(
      because: "an open identity and an old name are not told as facts", never: ["beetroot", "Former Service"])),
  Requirement(
    3, "typed relations between bodies",
    [
      "organisations.yaml": """
      board:
        title: Commissioning board
        kind: public-body
        mentioned: It commissions the service.
      maker: {title: Software maker, mentioned: It makes the records system.}
      """,
      "organisations/us.yaml": """
      relations:
        - {relation: commissioned-by, party: board}
        - {relation: contract-with, party: board, certainty: possible}
      """,
      "systems.yaml": "box: {title: Records system, operator: us, hosting: GB, access-from: GB, software: maker}",
    ],
    register: [
      "organisations/us": ["Relations", "Commissioned by", "Contract with", "Commissioning board", "Possible"],
      "systems/box": ["Software maker"], "organisations/board": ["Mentioned by", "Our Service"],
    ],
    notice: .words(["We are commissioned by Commissioning board."], never: ["We have a contract with"])),
  Requirement(
    4, "a role for each activity: controller, joint, processor for a class, unknown",
    [
      "organisations.yaml": """
      clinics: {title: The clinics, kind: class, members: list of customers}
      partner: {title: Partner, legal-name: Partner Ltd, country: GB}
      """,
      "activities/use.yaml": """
      controller: [us, partner]
      joint-arrangement: {essence: Our partner answers requests about its own letters.}
      """,
      "activities/for-clinics.yaml":
        "title: Sending letters for clinics\ncontroller: clinics\nprocessor: us\nprocessing: [printing and sending letters]\n",
      "activities/open.yaml": "title: Keeping old letters\ncontroller: {unknown: who decides about old letters}\n",
    ],
    register: [
      "activities/use": ["Our Service", "Partner"],
      "activities/for-clinics": ["The clinics", "printing and sending letters"],
      "activities/open": ["who decides about old letters"],
    ],
    notice: .words(
      ["We decide this together with Partner Ltd.", "answers requests about its own letters"],
      never: ["The clinics", "old letters"])),
  Requirement(
    5, "a body that is mentioned and has no role",
    [
      "organisations.yaml":
        "informatics: {title: Informatics Service, mentioned: It stands in the scope of the old text.}"
    ],
    register: ["organisations/informatics": ["It stands in the scope of the old text."]],
    notice: .nothing(because: "it has no part in the data", never: ["Informatics Service"])),
  Requirement(
    6, "contacts with role, person, channels, a shared mailbox, a purpose, a masked value",
    [
      "organisations/us.yaml": """
      contacts:
        desk:
          for: [questions, complaints]
          role: Data Protection Officer
          person: dpo
          email: privacy@service.example
          shared: true
          marked: for the attention of the officer
          telephone: 0300 000 0000
        letters:
          for: [requests]
          form: https://service.example/privacy
          page: {unknown: address of the page, stated: contact us webpage}
          post: |
            1 Example Street
            Exampletown
        masked:
          for: [terms]
          email: {unknown: the full address, stated: "HI***@so****.example"}
        inside: {for: [staff], email: inside@service.example, publish: false}
      """
    ],
    register: [
      "organisations/us": [
        "Data Protection Officer", "for the attention of the officer", "0300 000 0000", "HI***@so****.example",
        "contact us webpage", "inside@service.example", "Shared Yes",
      ]
    ],
    notice: .words(
      ["privacy@service.example", "0300 000 0000", "for the attention of the officer", "service.example/privacy"],
      never: ["HI***", "inside@", "contact us webpage"])),
  Requirement(
    7, "several purposes with bases of their own, and when data are collected",
    [
      "lawful-bases.yaml": """
      by-contract: {title: Contract with customers, article-6: contract, contract: {between: [us, subject]}}
      """,
      "activities/use.yaml": """
      purposes:
        answer: Answer people who write to us.
        bill: {text: Send bills., basis: by-contract, data: [name]}
      sources: [{from: subject, data: [name, email], when: when you write the first letter}]
      """,
    ],
    register: ["activities/use": ["Send bills.", "Contract with customers", "when you write the first letter"]],
    notice: .words(["Send bills.", "Answer people who write to us.", "when you write the first letter"])),
  Requirement(
    8, "a purpose that is open-ended, and one that is an example",
    [
      "activities/use.yaml": """
      purposes:
        answer: {text: "Answer people, for instance.", open-ended: true}
        study: {text: Count letters by month., example: true}
      """
    ],
    register: ["activities/use": ["Open ended Yes", "Example Yes", "Count letters by month."]],
    notice: .notYet(because: "purposes are printed alike, example or not", words: ["example: Count letters"])),
  Requirement(
    9, "whether data must be given, and what happens if not",
    ["activities/use.yaml": "provision: {required: voluntary, if-refused: Without an address we cannot answer you.}"],
    register: ["activities/use": ["Voluntary", "Without an address we cannot answer you."]],
    notice: .words(["You choose whether to give us these data.", "Without an address we cannot answer you."])),
  Requirement(
    10, "whom an activity and a notice are about, and people spoken of by others",
    [
      "data-subjects.yaml": """
      relatives: {title: relatives of customers, kind-of: next-of-kin, third-person: true, of: us}
      agents: {title: people who act for a customer, kind-of: public}
      """,
      "activities/use.yaml": "subjects: [customer, relatives, agents]",
      "notices/page.yaml": "audience: [customer, relatives]",
    ],
    register: [
      "activities/use": ["Relatives of customers", "People who act for a customer"],
      "data-subjects/relatives": ["Third person", "Yes"], "notices/page": ["Relatives of customers"],
    ],
    notice: .words(["relatives of customers", "people who act for a customer"])),
  Requirement(
    11, "what only may happen, and what is only an example",
    [
      "recipients.yaml": """
      counsel: {title: Our lawyers, legal-name: Example Lawyers LLP, kind: company, country: GB}
      museum: {title: The museum, kind: company, legal-name: Example Museum, country: GB}
      """,
      "activities/use.yaml": "recipients: [{party: counsel, certainty: possible}, {party: museum, certainty: example}]",
    ],
    register: ["activities/use": ["Possible", "Example", "Our lawyers", "The museum"]],
    notice: .words(["We may give data to:", "Example Lawyers LLP"], never: ["Example Museum", "We give data to:"])),
  Requirement(
    12, "categories with parts, a heading of the source, legal classes, free text, no bounds, inferred",
    [
      "data-categories.yaml": """
      beliefs:
        title: beliefs
        kind-of: religion
        label: Private and subjective
        items: [religion, way of life]
      anything: {title: anything we hold, free-text: true, bounded: false, special: false}
      guess: {title: guessed interests, kind-of: inferred, state: inferred}
      """,
      "activities/use.yaml": "data: [name, beliefs, anything, guess]",
      "lawful-bases/ground.yaml": "article-9: explicit-consent",
    ],
    register: [
      "data-categories/beliefs": ["Private and subjective", "way of life"],
      "data-categories/anything": ["Free text", "Bounded public No"], "data-categories/guess": ["Inferred"],
    ],
    notice: .words(["Private and subjective", "way of life", "The law gives some of the data", "Anything we hold"])),
  Requirement(
    13, "data made from other data, their state, and who claims it",
    [
      "data-categories.yaml": """
      code:
        title: letter code
        kind-of: username
        derived-from: email
        state: pseudonymised
        reversible: {unknown: can the code be turned back}
      """,
      "activities/use.yaml": "data: [name, code]",
      "systems.yaml": """
      box:
        title: Records system
        operator: us
        hosting: GB
        access-from: GB
        data-state: {state: anonymised, claimed-by: us, approved-by: board of customers}
      """,
    ],
    register: [
      "data-categories/code": ["Pseudonymised", "can the code be turned back", "Derived from"],
      "systems/box": ["Anonymised", "Claimed by", "board of customers"],
    ],
    notice: .words(
      ["Letter code: We make this from other data (e-mail address). By itself this does not name you."],
      never: ["can the code be turned back", "can be undone", "board of customers"])),
  Requirement(
    14, "sources: the person, a device, bodies, public sources, and what is open",
    [
      "organisations.yaml": "statistics: {title: Office for statistics, kind: public-body, mentioned: a source}",
      "activities/use.yaml": """
      sources:
        - subject
        - device
        - {from: statistics, data: [name]}
        - public
        - {unknown: are there more}
      """,
    ],
    register: ["activities/use": ["The person’s device", "Office for statistics", "Public sources", "are there more"]],
    notice: .words(
      ["From the device that you use", "From Office for statistics", "From public sources"], never: ["are there more"])),
]
