package health.stillwater.pharmacy;

/** What an order takes over from the signed record: the least a pharmacist needs to fill it. */
record Copied(
        PrescribedDrug prescribed,
        Recipient recipient,
        Prescriber prescriber,
        SignedRecord signed) {}
