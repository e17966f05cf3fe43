-- Holds are asked everywhere from now on: the rulebook itself says what a kill switch stops. What other rooms hold comes
-- on top of that.
update rulebook.row set enabled = true where id = 'D39';
