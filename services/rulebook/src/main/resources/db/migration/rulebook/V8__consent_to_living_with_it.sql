-- The forms about the medicine at home, money and messages.
insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('controlledSubstanceAgreement', '1', 4, 'Agreement on a controlled medicine', array[
    'Ketamine is a Schedule III controlled substance. The law limits how it is prescribed and used.',
    'I will take it only as prescribed. I will not take more, or take it more often.',
    'I will not share, sell or give it to anyone. That is a crime, and it can kill.',
    'I will keep it in a locked place, away from children, visitors and pets.',
    'I will not get ketamine or esketamine from anyone else while I am in this program.',
    'I will tell my physician about all medicines, alcohol and drugs I use.',
    'I know that my physician reads the state''s record of controlled medicines before each prescription.',
    'I know that lost, stolen or spilled medicine may not be replaced. I will report a theft.',
    'I know that each month needs a new prescription. There are no refills.',
    'I will answer check-ins and come to follow-up visits. My physician may ask for a urine test.',
    'The physician may stop the medicine when it is not safe, or when I break this agreement.',
    'I will not keep what is left over. I will ask how to get rid of it safely.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('homeSafety', '1', 5, 'Staying safe at home', array[
    'I will hold sessions only at home, at the address I gave. Help can then find me.',
    'I will sit or lie in a safe place. I will not be in water, on stairs or near a stove.',
    'I will not eat or drink for two to four hours before, as my physician tells me.',
    'I will measure my blood pressure before and after. If it is too high, I will not take the medicine.',
    'I will not drive or use machines until the next day, after a full night''s sleep.',
    'I will not make important decisions or sign papers that day.',
    'I will not be the only one caring for a child or for anyone who needs me.',
    'I will never hold a session alone.',
    'I will not add a dose, even when I feel nothing.',
    'I will lock the medicine away before the session begins.',
    'I will write the session report. If something frightens me or goes wrong, I will call.',
    'I know the emergency plan: 911 for danger to life, 988 for thoughts of suicide.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('sitter', '1', 6, 'Having an adult with me', array[
    'An adult I trust will stay with me for each session. This person is my sitter.',
    'My sitter is 18 or older, sober, and knows what I am taking.',
    'My sitter stays within hearing, and looks at me about every 15 minutes.',
    'My sitter stays until I am fully awake. That is often about two hours.',
    'My sitter knows when to call 911, and has a phone at hand.',
    'My sitter does not give me medicine and does not take any.',
    'My sitter is not caring for a young child alone at that time.',
    'I allow the program to call my sitter about my safety during a session.',
    'If I have no sitter, I will not hold the session.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('recording', '1', 7, 'Recording of visits', array[
    'Our staff do not record video or sound unless everyone in the visit agrees first.',
    'In Florida, recording a visit without everyone''s consent is against the law. We hold to that in '
      'every state.',
    'I will not record a visit unless the physician agrees. The physician will not record it unless I '
      'agree.',
    'If someone asks to record, I may say no. Saying no does not change my care.',
    'The physician writes a note about each visit. The note is part of my health record.',
    'Signing this form means that I know these rules. It does not agree to any recording.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('financial', '1', 8, 'What it costs and how to cancel', array[
    'Membership is from $250 a month. You see your exact price before you give your card.',
    'We save your card and charge nothing at first. The first charge comes only after a physician '
      'approved treatment.',
    'If the physician says no, you pay nothing.',
    'A payment never buys a prescription. The physician does not see whether you paid.',
    'After the first charge, we charge the same price each month until you cancel.',
    'Before a price changes, we tell you. You may cancel before the new price starts.',
    'You can cancel online at any time. It takes no more steps than signing up.',
    'Canceling stops later charges. We confirm it by e-mail.',
    'If the pharmacy cannot fill your order, or we charged you by mistake, we look into a refund.',
    'We do not bill insurance. You may ask for a receipt to send to your insurer.',
    'You may ask for a written estimate of costs before you decide.'
], '[]', null);

insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
values ('messaging', '1', 9, 'Text messages from us', array[
    'I agree to get text messages about my care at the phone number I gave.',
    'The messages say that something waits for me, or ask how I am on a scale.',
    'They carry no health information. They never name my medicine or my condition.',
    'They come between 8 in the morning and 8 at night, my time.',
    'My answers are read by a computer first, and by a clinician when needed. Nobody watches them all '
      'day.',
    'Texts are not private like a sealed letter. Others who hold my phone may read them.',
    'Texts are not for emergencies. In danger I call 911. In crisis I call or text 988.',
    'I can reply STOP at any time, and the texts stop. HELP gets help. START brings them back.',
    'Message and data rates may apply. How many messages I get depends on my plan of care.',
    'I can use the program without texts. Then I answer my check-ins on the website.'
], '[]', null);
