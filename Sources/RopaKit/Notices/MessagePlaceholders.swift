extension MessageKey {
  /// The names that stand for values in the template, in the order in which the values are handed over.
  var placeholders: [String] {
    switch self {
    case .noticesLede, .weDecide, .weMeans, .fromBody, .contractEndWith:
      ["name"]
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
    case .jointly, .exceptionFor:
      ["names"]
    case .representative:
      ["place", "name"]
    case .nameAndCategory:
      ["name", "category"]
    case .nameAndWhat:
      ["name", "what"]
    case .form, .complaintForm:
      ["address"]
    case .marked:
      ["words"]
    case .writeTo:
      ["way"]
    case .writeToRole:
      ["role", "way"]
    case .contactFor:
      ["purposes"]
    case .acknowledgeWithin, .backups, .ruleReviewed, .atLeast, .atMost, .backStop, .respondWithin:
      ["period"]
    case .complainTo:
      ["regulator"]
    case .linkOf:
      ["title", "name"]
    case .concerns:
      ["subjects"]
    case .dataWithItems:
      ["name", "items"]
    case .possibly, .exception:
      ["what"]
    case .sourceDetails:
      ["source", "details"]
    case .sourceData, .theyGet, .ruleData:
      ["data"]
    case .sourceWhen:
      ["when"]
    case .sourceForm:
      ["form"]
    case .relyOn, .mayRelyOn:
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
    case .weRun:
      ["system"]
    case .runsSystem:
      ["system", "name"]
    case .placeEstablished, .placeHosting, .placeMayHost, .placeAccess, .placeMayAccess:
      ["place"]
    case .protectionUnder:
      ["law", "protection"]
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
    case .route:
      ["how"]
    case .routeIf:
      ["how", "condition"]
    case .exceptionBecause:
      ["what", "reason"]
    case .youCan:
      ["rights"]
    case .date:
      ["day", "month", "year"]
    case .years, .months, .weeks, .days, .hours:
      ["count"]
    default: []
    }
  }
}
