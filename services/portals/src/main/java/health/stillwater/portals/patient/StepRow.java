package health.stillwater.portals.patient;

/**
 * One step of an enrollment, as the start page lists it.
 *
 * @param address where it is done, and changed later
 * @param link what the link to it says
 */
public record StepRow(String title, boolean done, String address, String link) {}
