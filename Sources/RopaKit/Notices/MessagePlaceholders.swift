extension MessageKey {
  /// The names that stand for values in the template, in the order in which the values are handed over.
  var placeholders: [String] {
    switch self {
    case .noticesLede, .weDecide, .weDecideFor, .shortBoth, .shortActing, .weMeans, .fromBody, .contractEndWith,
      .consentBy, .agreement, .passesOn, .mayPassOn,
      .madeBy, .intelligenceFrom, .norm, .feedTitle, .collect, .collectPurposes:
      ["name"]
    case .weActFor:
      ["name", "names"]
    case .collectPurpose:
      ["name", "purpose"]
    case .otherForms:
      ["forms"]
    case .audience:
      ["audience"]
    case .versionNumber, .companyNumber, .telephone:
      ["number"]
    case .footRegistered:
      ["name", "registration"]
    case .registered:
      ["registration"]
    case .registration:
      ["regulator", "number"]
    case .jointly, .exceptionFor, .relationCommissionedBy, .relationOperatedBy, .relationOwnedBy, .relationContractWith,
      .agreements, .ruleParties, .decidedBy, .sharedWith, .mayBeSharedWith, .rightsElsewhere:
      ["names"]
    case .changesLede:
      ["title"]
    case .changesSections:
      ["names"]
    case .versionPast:
      ["from", "to"]
    case .versionPresent:
      ["from"]
    case .representative:
      ["place", "name"]
    case .nameAndCategory:
      ["name", "category"]
    case .nameAndWhat:
      ["name", "what"]
    case .form, .complaintForm, .theirWebsite:
      ["address"]
    case .marked, .stop, .quoted, .changesHeading:
      ["words"]
    case .writeTo:
      ["way"]
    case .writeToRole:
      ["role", "way"]
    case .contactFor, .why, .serves:
      ["purposes"]
    case .acknowledgeWithin, .backups, .atLeast, .atMost, .backStop, .respondWithin, .every, .forPeriod:
      ["period"]
    case .complainTo, .complainOnly:
      ["regulator"]
    case .linkOf:
      ["title", "name"]
    case .concerns, .alsoConcerns, .ruleSubjects:
      ["subjects"]
    case .dataWithItems, .subjectsWithItems:
      ["name", "items"]
    case .possibly, .exception, .unbounded, .noMarketing:
      ["what"]
    case .sourceDetails:
      ["source", "details"]
    case .sourceData, .theyGet, .ruleData, .madeFrom, .holds, .limitData:
      ["data"]
    case .sourceWhen:
      ["when"]
    case .sourceForm:
      ["form"]
    case .relyOn, .resting, .mayRelyOn:
      ["basis"]
    case .basisLaw, .ruleLaw, .limitLaw:
      ["law"]
    case .basisPower:
      ["power"]
    case .basisContract:
      ["parties"]
    case .recognisedInterest:
      ["interest"]
    case .specialCondition:
      ["condition"]
    case .weRun, .mediumPaper, .mediumDevice, .mediumRemovable:
      ["system"]
    case .runsSystem:
      ["system", "name"]
    case .placeEstablished, .placeHosting, .placeMayHost, .placeAccess, .placeMayAccess:
      ["place"]
    case .protectionUnder:
      ["law", "protection"]
    case .partly:
      ["protection"]
    case .keep, .mayKeep:
      ["duration"]
    case .periodAfter:
      ["period", "event"]
    case .until:
      ["event"]
    case .eventOf:
      ["event", "name"]
    case .safeguards:
      ["safeguards"]
    case .cost:
      ["cost"]
    case .route, .withdraw, .toStop, .bannerWithdraw, .cookieObjection:
      ["how"]
    case .routeIf:
      ["how", "condition"]
    case .reason:
      ["reason"]
    case .exceptionBecause:
      ["what", "reason"]
    case .youCan:
      ["rights"]
    case .date:
      ["day", "month", "year"]
    case .years, .months, .weeks, .days, .hours, .kindCookie, .kindLocalStorage, .kindPixel, .kindScript, .kindEmbed,
      .kindSdk, .kindFingerprint, .kindLink:
      ["count"]
    case .jointContact:
      ["contact"]
    case .shortForm, .collectMore:
      ["title"]
    case .sourceOne:
      ["source"]
    case .unless:
      ["condition"]
    case .refusing, .refused:
      ["effect"]
    case .systemPlace:
      ["system", "place"]
    case .placeDetails:
      ["place", "details"]
    case .onward:
      ["name", "party", "place"]
    case .onwardSafeguard:
      ["safeguard"]
    case .measureEvery:
      ["measure", "interval"]
    case .ruleReviewed:
      ["interval"]
    case .certificateScope:
      ["certificate", "scope"]
    case .minimumAge, .houseRule:
      ["age"]
    case .houseRuleScope:
      ["scope"]
    case .cookieSites:
      ["sites"]
    case .nameAndAddress:
      ["name", "address"]
    case .bannerButtons:
      ["buttons"]
    case .bannerButton:
      ["button"]
    case .cookieLasting:
      ["name", "duration"]
    case .onPages:
      ["pages"]
    case .domains:
      ["domains"]
    default: []
    }
  }
}
