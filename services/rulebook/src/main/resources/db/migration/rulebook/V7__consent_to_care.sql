-- The forms about care, privacy and treatment, in their first versions. Plain words, short sentences, no promises.
insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('telehealth', '1', 1, 'Agreeing to care by video', array[
    'You will see a physician by live video. The physician is not in the room with you.',
    'The physician will tell you their name, license and training. You may ask to see proof.',
    'You must be in Florida or New Jersey during the visit. We ask where you are each time.',
    'Video care has limits. The physician cannot touch you, listen to your heart or see everything.',
    'The call can drop or be hard to hear. Then you and the physician agree on what to do next.',
    'The physician may say that you need a visit in person. We cannot treat you if that is so.',
    'Video care is not for emergencies. In an emergency, call 911. In a mental health crisis, call or '
      'text 988.',
    'Other staff may help with your care. You may ask to deal with a physician instead.',
    'You may ask us to send your record to your own doctor. You may ask for help finding one.',
    'A visit does not mean that you will get a prescription. The physician decides after looking at your '
      'case.',
    'You may stop at any time. Stopping does not affect care you get from others.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('noticeOfPrivacyPractices', '1', 2, 'How we use and protect your health information', array[
    'This form says that you were given our privacy notice. It tells in short what the notice says.',
    'We use your health information to treat you, to take payment and to run the program.',
    'We share it with the people your care needs. They are your physician, the pharmacy and a few service '
      'companies.',
    'We share only what each of them needs. Our billing staff do not see your answers or your diagnosis.',
    'The law makes us share some things. For example, pharmacies report controlled medicines to the '
      'state.',
    'We do not sell your health information. We do not use it for advertising.',
    'Each time one of our staff looks at your record, we write that down.',
    'You may see your record, get a copy and ask us to correct it.',
    'You may ask who received your information, and ask us to limit what we share.',
    'If your information is exposed, we must tell you.',
    'You may complain to us or to the U.S. Department of Health and Human Services. Nobody may punish you '
      'for that.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('treatment', '1', 3, 'Agreeing to treatment with compounded ketamine', array[
    'Ketamine is a medicine for anesthesia. Using it for depression, anxiety or pain is called off-label '
      'use.',
    'Off-label use is legal when a physician decides on it. The FDA has not reviewed ketamine for these '
      'uses.',
    'A pharmacy makes your medicine for you. This is called compounding. The FDA does not check '
      'compounded medicines.',
    'In October 2023 the FDA warned about compounded ketamine used at home. Nobody watches over you there '
      'as a clinic would.',
    'The FDA told of a patient who took compounded ketamine by mouth at home. That patient''s breathing '
      'slowed dangerously.',
    'We do not know if this treatment will help you. Some people feel better, some do not, and some feel '
      'worse.',
    'What is known comes mostly from ketamine given into a vein, in clinics, for a short time. Tablets at '
      'home are less studied.',
    'If it helps, the help may not last. It is not a cure.',
    'There are other choices. They are other medicines, talk therapy, treatment in a clinic, and no '
      'treatment.',
    'Common effects are sleepiness, dizziness, nausea, blurred vision and feeling cut off from yourself '
      'or the room.',
    'Do not take it if you are pregnant, trying to become pregnant, or breastfeeding. Tell us at once.',
    'Do not use alcohol, cannabis or calming medicines for 24 hours before a session, unless your '
      'physician says so.',
    'Tell us about every medicine you take and every illness you have had. Leaving something out can be '
      'dangerous.',
    'Call 911 for trouble breathing, chest pain, fainting, or if someone cannot wake you.',
    'You may stop at any time. Talk with your physician first if you can.'
], $json$[
    {"code": "abuse_misuse",
     "words": "Ketamine can be misused, and some people become dependent on it. Do not take more than prescribed."},
    {"code": "psychiatric_events",
     "words": "It can cause severe confusion, fear, seeing or hearing things, or thoughts of suicide."},
    {"code": "blood_pressure_rise",
     "words": "It can raise your blood pressure and strain your heart."},
    {"code": "respiratory_depression",
     "words": "It can slow your breathing. With alcohol or calming medicines this can kill."},
    {"code": "lower_urinary_tract",
     "words": "It can harm your bladder. Tell us about pain, blood, or needing to go often."}
]$json$,
    'Compounded ketamine is not FDA-approved for any mental health condition or for pain.');
