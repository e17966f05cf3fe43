package health.stillwater;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;

/**
 * A physician, a pharmacy and patients in one state, with something of everything that an address
 * can name.
 *
 * @param treated a patient with a signed prescription
 * @param newcomer a patient who has booked a visit
 * @param things what an address names; the assessment is one that an account took over
 */
record Practice(
        PhysicianId physician,
        PharmacyId pharmacy,
        PatientId treated,
        PatientId newcomer,
        Things things) {}
