-- Whatever is judged about a request asks for its visit.
create index visit_by_request on visits.visit (request_id, starts_at);
