-- The protocol may ask a second physician's signature above so many milligrams a session. Nothing is asked until the
-- medical director signs a number.
alter table rulebook.setting drop constraint setting_known_kind;
alter table rulebook.setting add constraint setting_known_kind check (
    kind in ('AGE', 'NUMBER', 'CAP', 'THRESHOLD', 'YES_NO', 'CHOICE', 'INSTANT', 'LIST', 'PAIRS', 'WORDS'));

insert into rulebook.setting (path, position, title, row_id, kind, unit, choices, least, most, protocol)
values
    ('protocol.doses.depression.secondSignatureAboveMg', 845, 'Depression, a second physician signs above',
     null, 'THRESHOLD', 'mg a session', '{}', 0, null, true),
    ('protocol.doses.anxiety.secondSignatureAboveMg', 935, 'Anxiety, a second physician signs above',
     null, 'THRESHOLD', 'mg a session', '{}', 0, null, true),
    ('protocol.doses.ptsd.secondSignatureAboveMg', 1025, 'PTSD, a second physician signs above',
     null, 'THRESHOLD', 'mg a session', '{}', 0, null, true),
    ('protocol.doses.chronic_pain.secondSignatureAboveMg', 1115, 'Chronic pain, a second physician signs above',
     null, 'THRESHOLD', 'mg a session', '{}', 0, null, true),
    ('protocol.doses.crps.secondSignatureAboveMg', 1205, 'CRPS, a second physician signs above',
     null, 'THRESHOLD', 'mg a session', '{}', 0, null, true);
