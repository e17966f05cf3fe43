-- The first configuration. Numbers and lists only; a change is a new version, approved by two persons.
insert into rulebook.configuration
    (version, effective_from, content, approved_by, also_approved_by, tests_green)
values ('2026.11', '2026-01-01T00:00:00-05:00', $json$
{
  "launchedStates": ["FL", "NJ"],
  "stateZones": {"FL": "America/New_York", "NJ": "America/New_York", "NY": "America/New_York", "PA":
    "America/New_York", "GA": "America/New_York", "TX": "America/Chicago", "AL": "America/Chicago"},
  "federalZone": "America/New_York",
  "federalBasis": {"temporaryRuleEndsAt": "2026-12-31T23:59:59-05:00", "refillAfterExpiryPolicy": "BLOCK",
    "specialRegistrationAccepted": false, "coveringMonths": 24},
  "tracks": {"FL": {"depression": "enabled", "anxiety": "enabled", "ptsd": "blocked", "chronic_pain":
    "blocked", "crps": "blocked"}, "NJ": {"depression": "enabled", "anxiety": "enabled", "ptsd": "blocked",
    "chronic_pain": "blocked", "crps": "blocked"}},
  "indicationCodes": {"depression": ["F32", "F33"], "anxiety": ["F40.1", "F41.0", "F41.1", "F41.9"],
    "ptsd": ["F43.1"], "chronic_pain": ["G89.0", "G89.2", "G89.4", "M79.7"], "crps": ["G90.5", "G56.4",
    "G57.7"]},
  "painIndications": ["chronic_pain", "crps"],
  "licenseTypes": {"FL": ["md", "do"], "NJ": ["md", "do"]},
  "deaScheduleNeeded": "3N",
  "cdsStates": ["NJ"],
  "organisationRegistrationStates": ["NJ"],
  "painStandards": {"FL": {"visitMonths": 3, "urineDrugScreenMonths": null}, "NJ": {"visitMonths": 3,
    "urineDrugScreenMonths": 12}},
  "encounterModalities": ["video"],
  "freshness": {"encounter": "P7D", "license": {"S": "PT24H", "other": "P30D"}, "dea": {"S": "PT24H",
    "other": "P30D"}, "cds": "P30D", "organisation": "P30D", "floridaProfile": "P30D", "pharmacy": "P30D",
    "epcs": {"S": "PT5M", "other": "PT24H"}, "clock": "PT24H", "history": {"S": "PT24H", "R": "PT24H",
    "other": "P7D"}, "pdmp": {"S": "PT24H", "R": "PT24H", "other": "P7D"}, "instruments": {"R": "P30D",
    "other": "P14D"}, "budapest": "P90D", "intake": "P30D", "pregnancy": "P7D", "cssrs": "P7D", "vitals":
    "P30D", "medications": "P30D", "weight": "P90D", "services": {"S": "PT5M", "other": "PT1H"}},
  "identityProofMonths": 24,
  "consentMonths": 12,
  "adultAge": 18,
  "clockToleranceSeconds": 300,
  "contentFields": {"all": ["patientName", "patientAddress", "drugName", "strength", "dosageForm",
    "quantity", "directions", "prescriberName", "prescriberAddress", "prescriberDea"], "FL":
    ["quantityWords"], "NJ": ["prescriberLicense"]},
  "productCap": {"days": 30, "refills": 0},
  "earlyRefillToleranceDays": 2,
  "consentVersions": {"telehealth": "1", "treatment": "1", "controlledSubstanceAgreement": "1",
    "noticeOfPrivacyPractices": "1", "sitter": "1", "homeSafety": "1", "recording": "1", "financial": "1",
    "messaging": "1"},
  "treatmentRisks": ["abuse_misuse", "psychiatric_events", "blood_pressure_rise",
    "respiratory_depression", "lower_urinary_tract"],
  "chartSections": ["history", "recordsReviewed", "diagnosis", "priorTreatments", "plan",
    "clinicalDifference"],
  "criteria": {"depression": {"instrument": "phq9", "atLeast": 10}, "anxiety": {"instrument": "gad7",
    "atLeast": 10}, "ptsd": {"instrument": "pcl5", "atLeast": 33}, "chronic_pain": {"instrument": "nrs",
    "atLeast": 4}, "crps": {"instrument": "budapest"}},
  "stopCodes": ["X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09", "X10", "X11", "X12", "X13", "X14",
    "X15", "X16", "X17", "X26", "X27", "X28"],
  "reviewCodes": ["X14-moderate", "X18", "X19", "X20", "X21", "X22", "X23", "X24", "X25", "X29"],
  "vitals": {"systolicStop": 160, "diastolicStop": 100, "systolicReview": 150, "diastolicReview": 95,
    "heartRateLeast": 50, "heartRateMost": 100, "spo2Least": 94},
  "interactions": {"2119365": "STOP", "8123": "STOP", "10734": "STOP", "6011": "STOP", "9639": "STOP",
    "190376": "STOP", "10438": "STOP", "689": "STOP", "6719": "REVIEW", "3289": "REVIEW", "620": "REVIEW",
    "596": "REVIEW", "2598": "REVIEW", "3322": "REVIEW", "6470": "REVIEW", "10355": "REVIEW", "39993":
    "REVIEW", "1819": "REVIEW", "6813": "REVIEW", "7052": "REVIEW", "7804": "REVIEW", "5489": "REVIEW",
    "4337": "REVIEW", "10689": "REVIEW", "25480": "REVIEW", "187832": "REVIEW", "1292": "REVIEW", "2101":
    "REVIEW", "8134": "REVIEW", "725": "REVIEW", "3288": "REVIEW", "700810": "REVIEW", "6901": "REVIEW",
    "30125": "REVIEW", "8896": "REVIEW", "21212": "REVIEW", "28031": "REVIEW", "6135": "REVIEW", "85762":
    "REVIEW", "10594": "REVIEW", "32968": "REVIEW", "9384": "REVIEW", "2002": "REVIEW", "8183": "REVIEW",
    "10582": "REVIEW", "28439": "INFO", "7243": "INFO"},
  "urinarySymptomsHold": 2,
  "reviewDays": 90,
  "reviewMonths": 6,
  "rulePackDays": 90,
  "services": ["pdmp", "dea", "identity", "epcs"],
  "minVisitMinutes": 10,
  "maxPrescriptionsPerDay": 40
}
$json$, 'founding compliance officer', 'founding medical director', true);
