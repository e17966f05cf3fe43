-- Every room a row needs now says what it knows: Florida's designation, the organization's registration, who signs, what
-- stands in the prescription, how soon after the last supply, where it is delivered, and that it is as it was signed.
update rulebook.row set enabled = true where id in ('D08', 'D10', 'D12', 'D14', 'D16', 'D33', 'D43');

-- From here on a row stays as it was written; it changes by a proposal that is laid over it.
create trigger row_stays before update or delete or truncate on rulebook.row
    execute function house.refuse_change();
