-- The clinical protocol beside the lists that are there already: what the exclusion codes mean, limits around a session,
-- check-in duties, reasons to hold a supply. No dose is signed off, so no cap is set, and a cap that is not set refuses.
-- From the same instant as the configuration it takes the place of: of two, the later version counts.
insert into rulebook.configuration (version, effective_from, content, approved_by, also_approved_by, tests_green)
select '2026.12', effective_from, content || jsonb_build_object('protocol', $json$
{
  "medicalDirector": "Dr. P. Lindqvist",
  "doses": {
    "depression": {
      "startMgPerSession": null,
      "stepMg": null,
      "minDaysBetweenSteps": null,
      "maxMgPerSession": null,
      "maxMgPerDay": null,
      "maxMgPer30Days": null,
      "maxSessionsPerWeek": null,
      "maxMgPerKgPerSession": null,
      "maxUnitsPer30Days": null
    },
    "anxiety": {
      "startMgPerSession": null,
      "stepMg": null,
      "minDaysBetweenSteps": null,
      "maxMgPerSession": null,
      "maxMgPerDay": null,
      "maxMgPer30Days": null,
      "maxSessionsPerWeek": null,
      "maxMgPerKgPerSession": null,
      "maxUnitsPer30Days": null
    },
    "ptsd": {
      "startMgPerSession": null,
      "stepMg": null,
      "minDaysBetweenSteps": null,
      "maxMgPerSession": null,
      "maxMgPerDay": null,
      "maxMgPer30Days": null,
      "maxSessionsPerWeek": null,
      "maxMgPerKgPerSession": null,
      "maxUnitsPer30Days": null
    },
    "chronic_pain": {
      "startMgPerSession": null,
      "stepMg": null,
      "minDaysBetweenSteps": null,
      "maxMgPerSession": null,
      "maxMgPerDay": null,
      "maxMgPer30Days": null,
      "maxSessionsPerWeek": null,
      "maxMgPerKgPerSession": null,
      "maxUnitsPer30Days": null
    },
    "crps": {
      "startMgPerSession": null,
      "stepMg": null,
      "minDaysBetweenSteps": null,
      "maxMgPerSession": null,
      "maxMgPerDay": null,
      "maxMgPer30Days": null,
      "maxSessionsPerWeek": null,
      "maxMgPerKgPerSession": null,
      "maxUnitsPer30Days": null
    }
  },
  "exclusions": {
    "X01": "Younger than 18",
    "X02": "Allergy to ketamine, esketamine or an ingredient",
    "X03": "Aneurysm or malformed vessels: aorta, brain, limbs",
    "X04": "Bleeding in the brain ever, or a recent stroke or TIA",
    "X05": "Blood pressure that is not controlled",
    "X06": "Heart disease that is not controlled: unstable angina, recent infarction, failing heart, arrhythmia, severe aortic stenosis",
    "X07": "Psychosis now or ever, schizophrenia spectrum",
    "X08": "Mania or a mixed episode now; bipolar I that is not stable",
    "X09": "Active dependence on a substance, alcohol included",
    "X10": "Opioid use disorder ever",
    "X11": "Recent suicidal intent or attempt, or a high C-SSRS",
    "X12": "Pregnant, trying to conceive without contraception, or breastfeeding",
    "X13": "Raised pressure in skull or eye, glaucoma that is not controlled",
    "X14": "Severe liver disease",
    "X14-moderate": "Moderate liver disease",
    "X15": "Bladder disease from ketamine ever, interstitial cystitis, unexplained blood or bladder symptoms",
    "X16": "No adult sitter, no reliable phone or internet, or no way to take blood pressure",
    "X17": "Home that is not safe, children in care alone during a session, or driving after it",
    "X18": "MAO inhibitor, sedating medicine or stimulant",
    "X19": "Severe or untreated sleep apnea, severe COPD, oxygen at home, extreme BMI",
    "X20": "Thyroid overactive and not controlled, or porphyria",
    "X21": "Seizures that are not controlled, dementia or delirium",
    "X22": "Severe kidney disease",
    "X23": "65 or older",
    "X24": "PTSD with marked dissociation, unstable borderline, or a dissociative disorder",
    "X25": "Monitoring report: overlapping ketamine, many prescribers or pharmacies, opioid with benzodiazepine",
    "X26": "Esketamine or infusions elsewhere at the same time, not coordinated",
    "X27": "Another medical or psychiatric reason against treatment",
    "X28": "CRPS that is severe or in crisis: to a pain clinic",
    "X29": "CRPS that no examiner has established"
  },
  "session": {
    "restSystolic": 140,
    "restDiastolic": 90,
    "restHeartRate": 100,
    "cancelSystolic": 160,
    "cancelDiastolic": 100,
    "emergencySystolic": 180,
    "emergencyDiastolic": 120,
    "lowHeartRate": 50,
    "lowOxygen": 94,
    "readingMinutes": 30
  },
  "checkIns": {
    "first-session": "A prescriber speaks with the patient within two days after the first session",
    "session-report": "After every session: start, three blood pressures, end, effects, how cut off it felt",
    "mood": "The ninth question of the PHQ-9 each time; the C-SSRS when it is above 0",
    "scores": "The questionnaire of the track before every new supply",
    "blood-pressure": "A reading at home every 30 days",
    "bladder": "Bladder questions at the start, before every new supply, and at least every three months",
    "misuse": "Early requests, lost medicine and a wish for more, each month; DAST-10 each quarter"
  },
  "holdReasons": {
    "missed-follow-up": "A follow-up visit was missed",
    "missed-check-in": "A check-in was missed",
    "no-blood-pressure": "No reading of blood pressure from home",
    "open-adverse-event": "An adverse event is open",
    "unanswered-message": "A message of ours was not answered",
    "positive-screen": "A screening came back positive",
    "no-monitoring-report": "The monitoring report was not read",
    "no-locked-storage": "Children at home, and no locked storage"
  }
}
$json$::jsonb), 'W. Marsh', 'Dr. P. Lindqvist', true
from rulebook.configuration where version = '2026.11';
