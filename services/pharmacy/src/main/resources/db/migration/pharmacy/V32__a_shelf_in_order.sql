-- A shelf of a pharmacy's orders in the order of its waiting, however many orders the pharmacy ever had.
create index medication_order_by_shelf on pharmacy.medication_order (pharmacy_id, stage, since);
drop index pharmacy.medication_order_by_pharmacy;
