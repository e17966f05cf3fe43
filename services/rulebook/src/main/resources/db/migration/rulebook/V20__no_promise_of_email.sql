-- The form promised an e-mail that nobody sends. What is true: the end of a membership stands on the page of payments.
insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
select kind, '2', position, title,
    array_replace(paragraphs, 'Canceling stops later charges. We confirm it by e-mail.',
        'Canceling stops later charges. Your page of payments says so at once, with the day your membership ends.'),
    risks, not_approved
from rulebook.consent_form where kind = 'financial' and version = '1';

insert into rulebook.configuration (version, effective_from, content, approved_by, also_approved_by, tests_green)
select '2026.12.1', effective_from, jsonb_set(content, '{consentVersions,financial}', '"2"'),
    approved_by, also_approved_by, tests_green
from rulebook.configuration where version = '2026.12';
