-- A count tells now also who is let go. Counts are good for some minutes; those of before are of no use.
delete from outlook.tally;
