#!/usr/bin/env python3
"""Write a register of N activities, for measurements.

usage: generate.py OUT_DIR N [--seed S] [--faulty PERCENT] [--rich PERCENT] [--fields FILE]

For N activities there are N/10 processors, N/5 systems, N/10 transfers, N/20 controls and N/50 notices, one file each, and
small kinds in one file each. PERCENT of the activities are those of the manual of fields, in which every field is written, each
with the records around it; and with FILE, the answer of `ropa fields --format json`, there is one record in 500 of each kind in
which every field is written at once. The same N, seed and percentages always give the same bytes; --reverse creates the files
in the opposite order. About PERCENT of the other activities get one fault that a checker finds, none of them a fault of reading.
Standard library only.
"""
import argparse
import json
import os
import random
import sys

import described

OBJECTS = ["appointments", "referrals", "training records", "support requests", "invoices", "clinic accounts", "feedback forms",
           "complaints", "research panels", "staff rotas", "visitor logs", "newsletters", "equipment loans", "waiting lists"]
VERBS = ["Handling of", "Administration of", "Follow-up of", "Planning of", "Reporting on", "Archiving of"]
PURPOSES = ["Answer the people who write to us about {}.", "Plan staff and rooms for {}.", "Keep the evidence that {} were dealt with.",
            "Improve how we deal with {}.", "Report figures about {} to the clinics that ordered them."]
SENTENCES = [
    "The team keeps the file in the central system and gives access by role only.",
    "Data come from the person, as a rule through the form on the website.",
    "A paper copy is kept in a locked cabinet until the scan has been checked.",
    "Requests for access, correction & erasure go to the privacy desk first.",
    "Nobody outside the unit sees the notes, unless a court asks for them.",
    "The supplier acts on documented instructions (see the annex of the contract).",
    "Entries older than the period below are removed by a nightly job.",
    "Access is recorded, and the record is looked at every quarter.",
    "An <opt-out> link stands at the foot of every message — also in Welsh: ‘dad-danysgrifio’.",
]
DATA = ["name", "email", "phone", "address", "job", "usage", "ip", "username", "login-history", "preferences", "free-text",
        "qualification", "opinions", "message-content"]
SUBJECTS = ["patient", "employee", "health-professional", "website-visitor", "customer", "supplier-contact"]
# Where processors are, in turn, and where they store data.
HOMES = [("GB", "GB"), ("IE", "EU"), ("GB", "GB"), ("US", "US"), ("GB", "GB"), ("FR", "FR"), ("GB", "GB"), ("IN", "IN")]
FIRST = ["North", "Blue", "Clear", "Data", "Green", "High", "Lumen", "Nova", "Open", "Prime", "Quick", "Sky", "Terra"]
SECOND = ["Cloud", "Mail", "Works", "Archive", "Support", "Hosting", "Print", "Survey", "Logic"]
MEASURES = ["encryption-at-rest", "encryption-in-transit", "access-control", "multi-factor", "backup", "training",
            "access-logging", "monitoring", "patching"]


class Register:
    def __init__(self, out, seed):
        self.out, self.seed, self.files = out, seed, []

    def random(self, kind, number):
        return random.Random("%s/%d/%d" % (kind, self.seed, number))

    def put(self, path, lines):
        self.files.append((path, "\n".join(lines) + "\n"))

    def write(self, reverse):
        for path, text in reversed(self.files) if reverse else self.files:
            full = os.path.join(self.out, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)


def wrapped(r, count, indent):
    words, lines, line = " ".join(r.sample(SENTENCES, count)).split(" "), [], indent
    for word in words:
        if len(line) + 1 + len(word) > 78 and line.strip():
            lines.append(line)
            line = indent
        line += (" " if line != indent else "") + word
    return lines + [line]


def references(r, prefix, count, low, high):
    return ["%s-%05d" % (prefix, i) for i in sorted(r.sample(range(1, count + 1), min(count, r.randint(low, high))))]


def listed(values):
    return "[" + ", ".join(values) + "]"


def activity(register, i, n, faulty):
    r, f = register.random("activity", i), register.random("fault", i)
    fault = f.choice(["reference", "basis", "retention", "review", "owner", "transfer"]) if f.random() * 100 < faulty else None
    what = r.choice(OBJECTS)
    lines = ["# Entry of the record of processing activities",
             "title: %s %s (%d)" % (r.choice(VERBS), what, i), "controller: example-care",
             *([] if fault == "owner" else ["owner: role-%02d" % r.randint(1, 20)]),
             "description: |"] + wrapped(r, 3, "  ")
    data = r.sample(DATA, r.randint(3, 7)) + (["health"] if r.random() < 0.1 else [])
    is_sensitive = "health" in data
    people = r.sample(SUBJECTS, r.randint(1, 2))
    if not is_sensitive:
        # Patients would need data on health, which few activities have.
        people = ["customer" if subject == "patient" else subject for subject in people]
    lines += ["subjects: " + listed(sorted(set(people))), "purposes:"]
    for number, text in enumerate(r.sample(PURPOSES, r.randint(2, 3))):
        lines += ["  purpose-%d:" % (number + 1), "    text: " + text.format(what)]
        if fault != "basis":
            lines.append("    basis: " + ("care" if is_sensitive else r.choice(["interest", "contract", "obligation"])))
    lines += ["data:"] + ["  - " + d for d in data]
    lines += ["sources: " + r.choice(["subject", "[subject, device]", "clinics"])]
    systems = references(r, "system", max(1, n // 5), 1, 3)
    if fault == "reference":
        systems[-1] = "system-99999x"
    lines.append("systems: " + listed(systems))
    lines.append("recipients:")
    for party in references(r, "processor", max(1, n // 10), 1, 2):
        lines += ["  - party: " + party, "    role: processor", "    data: " + listed(data[:2])]
    lines += ["  - regulator"]
    if fault == "transfer":
        lines += ["  - abroad"]
    if fault != "retention":
        lines.append("retention: " + r.choice(["accounts", "messages", "files"]))
    lines += ["provision:", "  required: voluntary", "  if-refused: We answer by post instead."]
    lines.append("controls: " + listed(references(r, "control", max(1, n // 20), 1, 3)))
    lines += ["scale: " + r.choice(["small", "medium", "medium" if is_sensitive else "large"]),
              "screening: {date: 2026-02-01, outcome: no-dpia, reason: no trigger in the recorded facts}",
              "reviewed: " + ("2019-05-01" if fault == "review" else "2026-0%d-15" % r.randint(1, 9)),
              "note: >"] + wrapped(r, 2, "  ")
    register.put("activities/activity-%05d.yaml" % i, lines)


def processor(register, i, count):
    r = register.random("processor", i)
    name = "%s %s %d" % (r.choice(FIRST), r.choice(SECOND), i)
    country, hosting = HOMES[i % len(HOMES)]
    lines = ["title: " + name, "legal-name: %s Ltd" % name, "country: " + country,
             "services: " + r.choice(["Hosting", "Support", "Sending messages", "Analysis"]),
             "hosting: [%s]" % hosting, "access-from: [%s]" % country,
             "agreements:", "  processing:", "    kind: processing", "    status: in-force", "    signed: 2024-03-01",
             "    terms: all", "    terms-reviewed: 2026-01-10", "    sub-processors: {mode: general, notice: P30D}"]
    # Chains stay at home, so that a sound register needs no transfer record for each of their legs.
    other = r.randint(i, count)
    other -= other % 2
    if other > i and country == "GB" and r.random() < 0.6:
        lines += ["sub-processors:", "  - party: processor-%05d" % other, "    services: Storage",
                  "    authorised: 2024-04-01", "    flow-down: true"]
    else:
        lines.append("sub-processors: {none: it does the work itself}")
    lines += ["diligence: {last: 2026-02-01, next: 2028-02-01, result: no open points}", "reviewed: 2026-03-01",
              "note: |"] + wrapped(r, 2, "  ")
    register.put("processors/processor-%05d.yaml" % i, lines)


def other_records(register, n, everyday):
    parties = max(1, n // 10)
    for i in range(1, max(1, n // 5) + 1):
        r = register.random("system", i)
        lines = ["title: %s store %d" % (r.choice(SECOND), i),
                 "operator: " + ("example-care" if r.random() < 0.3 else "processor-%05d" % r.randint(1, parties)),
                 "controls: " + listed(references(r, "control", max(1, n // 20), 1, 2))]
        if "operator: example-care" in lines:
            lines.append("hosting: GB")
        register.put("systems/system-%05d.yaml" % i, lines)
    for i in range(1, parties + 1):
        r = register.random("transfer", i)
        country, hosting = HOMES[i % len(HOMES)]
        places = sorted({country, hosting} - {"GB"})
        register.put("transfers/transfer-%05d.yaml" % i, [
            "title: Transfer %d" % i, "exporter: example-care", "importer: processor-%05d" % i,
            "countries: " + listed(places or ["GB"]), "regime: uk-gdpr",
            "status: " + ("active" if places else "ended"),
            "mechanism: " + ("idta" if country in ("US", "IN") else "adequacy"), "assessment: abroad",
            "instrument: {version: A1.0, status: signed, signed: 2025-01-01}", "note: |"] + wrapped(r, 1, "  "))
    for i in range(1, max(1, n // 20) + 1):
        r = register.random("control", i)
        register.put("controls/control-%05d.yaml" % i, [
            "title: Measure %d" % i, "measure: " + ("encryption-at-rest" if i == 1 else r.choice(MEASURES)), "status: implemented", "tested: 2026-04-01",
            "test-every: P1Y", "note: |"] + wrapped(r, 2, "  "))
    for i in range(1, (everyday + 49) // 50 + 1):
        first = (i - 1) * 50 + 1
        register.put("notices/notice-%05d.yaml" % i, [
            "title: Privacy notice %d" % i, "owner: role-01", "audience: " + listed(SUBJECTS),
            "activities: " + listed("activity-%05d" % k for k in range(first, min(everyday, first + 49) + 1)),
            "effective: 2026-01-01", "reviewed: 2026-01-01"])


def fixed_records(register):
    register.put("registry.yaml", described.settings("example-care"))
    register.put("people.yaml", [line for i in range(1, 21) for line in ("role-%02d:" % i, "  title: Role number %d" % i)])
    register.put("organisations/example-care.yaml", [
        "title: Example Care", "legal-name: Example Care Ltd", "country: GB", "address: |", "  1 High Street", "  Cambridge",
        "owner: role-01", "regimes: uk-gdpr", "registrations: {ico: {number: ZA123456, paid-until: 2027-10-01}}",
        "controls: [control-00001]", "contacts:", "  dpo: {for: [rights, complaints], email: privacy@example.org}",
        "dpo: {status: appointed, contact: dpo, notified: 2024-02-01}", "rights: {contact: dpo, respond-within: P1M, identity-check: in-doubt}",
        "complaints: {contact: dpo, acknowledge-within: P14D, outcome: We write to you., court: true}"])
    register.put("organisations/clinics.yaml", ["title: Clinics", "kind: class", "mentioned: source of data"])
    register.put("recipients.yaml", [
        "regulator: {title: A regulator, kind: circumstance, when: it asks and the law allows it}",
        "abroad: {title: Partner abroad, legal-name: Partner Inc, kind: company, country: IN}"])
    register.put("lawful-bases.yaml", [
        "interest: {title: Our interest, article-6: legitimate-interests, interests: A service that works, assessment: balance}",
        "care: {title: Care, article-6: contract, contract: {between: [example-care, subject]}, article-9: health-or-social-care, "
        "schedule-1: 2, secrecy: Nurses are bound to secrecy}",
        "contract: {title: Contract, article-6: contract, contract: {between: [example-care, subject]}}",
        "obligation: {title: Duty, article-6: legal-obligation, law: Companies Act 2006 s.386}"])
    register.put("assessments.yaml", [
        "abroad:", "  title: Countries of our suppliers", "  kind: transfer", "  status: approved", "  owner: role-01",
        "  reviewed: 2026-03-02", "  date: 2026-03-02", "  document: handbook/abroad.md", "  outcome: pass",
        "  approved: 2026-03-02", "  approver: role-01", "  countries: [IN, US]", "  special-considered: true",
        "balance: {title: Weighing our interest, kind: legitimate-interests, status: approved, date: 2026-02-01, owner: role-01, "
        "reviewed: 2026-02-01, outcome: passes, balance: People expect it}"])
    register.put("retention.yaml", [
        "accounts: {title: Accounts, period: P2Y, starts: account-closed, action: delete, reason: late questions}",
        "messages: {title: Messages, period: P1Y, starts: collected, action: delete, reason: proof of sending}",
        "files: {title: Files, period: P8Y, starts: last-contact, action: delete, reason: professional rules}"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out")
    arguments.add_argument("n", type=int)
    arguments.add_argument("--seed", type=int, default=30)
    arguments.add_argument("--faulty", type=float, default=2.0)
    arguments.add_argument("--rich", type=float, default=4.0)
    arguments.add_argument("--fields")
    arguments.add_argument("--reverse", action="store_true")
    a = arguments.parse_args()
    os.mkdir(a.out)
    register = Register(a.out, a.seed)
    fixed_records(register)
    # Two activities come with each copy.
    described.put_copies(register, max(1, round(a.n * a.rich / 200)))
    if a.fields:
        with open(a.fields, encoding="utf-8") as file:
            described.put_complete(register, json.load(file), max(1, a.n // 500))
    everyday = max(1, a.n - round(a.n * a.rich / 100))
    for i in range(1, everyday + 1):
        activity(register, i, a.n, a.faulty)
    for i in range(1, max(1, a.n // 10) + 1):
        processor(register, i, max(1, a.n // 10))
    other_records(register, a.n, everyday)
    register.write(a.reverse)
    size = sum(len(text.encode()) for _, text in register.files)
    print("%d files, %d bytes, %d bytes per activity" % (len(register.files), size, size // a.n), file=sys.stderr)


if __name__ == "__main__":
    main()
