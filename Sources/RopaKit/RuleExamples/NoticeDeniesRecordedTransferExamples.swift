import LocatedYAML

/// The mail system of the sound register, whose operator has its machines in another country.
private func statement(_ area: String, _ more: String = "") -> String {
  """
  kind: claim
  claim: no-transfer
  area: \(area)
  about: {systems: mail-system}
  text: The mail system keeps your data in the United Kingdom.
  \(more)
  """
}

private let hostedInIreland = """
  title: Cloud Host
  legal-name: Example Cloud Host Ltd
  kind: company
  country: IE
  category: hosting
  owner: service-lead
  reviewed: 2026-09-01
  services: Hosts the e-mail service for Mailer.
  hosting: IE
  access-from: GB
  sub-processors: {none: it runs its own machines}
  """

private let transferToIreland = """
  title: Hosting of the e-mail service
  exporter: mailer
  importer: cloud-host
  countries: [IE]
  regime: uk-gdpr
  mechanism: adequacy
  """

extension Rule {
  static let noticeDeniesRecordedTransferExamples = [
    Example(
      "the host of the mailer is abroad",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": statement("«GB»"),
      ]),
    Example(
      "the sentence is as wrong on a day on which this was no transfer",
      ["processors/cloud-host.yaml": hostedInIreland, "statements/mail-stays-in-uk.yaml": statement("«GB»")],
      also: ["activity-without-notice"], asOf: "2020-05-04"),
    Example(
      "a wish is a question",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": statement("«GB»", "strength: best-effort"),
      ], severity: .warning),
    Example(
      "the area is wide enough",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": statement("[GB, EEA]"),
      ]),
    Example(
      "countries without a finding are denied, and this one has one",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": statement("not-adequate"),
      ]),
    Example(
      "the exception names the host",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": statement(
          "GB", "except: [{parties: cloud-host, because: it hosts the mail}]"),
      ]),
    Example(
      "a statement about another body",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": """
        kind: claim
        claim: no-transfer
        area: GB
        about: {systems: office-files}
        text: Our office files stay in the United Kingdom.
        """,
      ]),
    Example(
      "a body brings what is below it",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": """
        kind: claim
        claim: no-data-outside
        area: «GB»
        about: {parties: mailer}
        text: Mailer keeps your data in the United Kingdom.
        """,
      ]),
    Example(
      "our own system abroad",
      [
        "systems/office-files.yaml": """
        title: Office files
        operator: example-care
        hosting: IE
        access-from: GB
        controls: [encrypted-storage, multi-factor-sign-in, access-log]
        """,
        "statements/office.yaml": """
        kind: claim
        claim: no-transfer
        area: «GB»
        about: {systems: office-files}
        text: Our office files stay in the United Kingdom.
        """,
      ]),
    Example(
      "where data can be seen is an open question",
      [
        "processors/cloud-host.yaml": """
        title: Cloud Host
        legal-name: Example Cloud Host Ltd
        kind: company
        country: GB
        category: hosting
        owner: service-lead
        reviewed: 2026-09-01
        services: Hosts the e-mail service for Mailer.
        hosting: {unknown: where its machines stand, owner: dpo, due: 2027-01-31}
        access-from: GB
        sub-processors: {none: it runs its own machines}
        """
      ], also: ["notice-element-open", "open-question"]),
    Example(
      "an explanation claims nothing about us",
      [
        "processors/cloud-host.yaml": hostedInIreland, "transfers/hosting.yaml": transferToIreland,
        "statements/mail-stays-in-uk.yaml": """
        kind: explanation
        claim: no-transfer
        area: GB
        about: {systems: mail-system}
        text: Some providers keep data in one country.
        """,
      ]),
    Example(
      "another system of the same operator is elsewhere",
      [
        "systems/archive.yaml": """
        title: Archive
        operator: mailer
        hosting: [GB, {country: IE, by: cloud-host}]
        controls: [encrypted-storage, multi-factor-sign-in]
        """,
        "processors/cloud-host.yaml": hostedInIreland,
        "processors/mailer.yaml": ExampleRecords.mailer(
          subProcessors: "{unknown: who hosts it now, owner: dpo, due: 2027-01-31}"),
        "transfers/hosting.yaml": transferToIreland,
        "activities/hosted-records.yaml": """
        title: Keeping rotas for clinics
        controller: clinics
        processor: example-care
        owner: service-lead
        start: 2025-06-01
        processing: [storage of rotas]
        subjects: clinic-staff
        data: [name, job]
        sources: clinics
        systems: [archive, office-files]
        recipients: {none: only the clinic itself}
        scale: small
        reviewed: 2026-09-01
        """,
        "statements/archive.yaml": """
        kind: claim
        claim: no-transfer
        area: «GB»
        about: {systems: archive}
        text: The archive stays in the United Kingdom.
        """,
      ], also: ["open-question"]),
  ]
}
