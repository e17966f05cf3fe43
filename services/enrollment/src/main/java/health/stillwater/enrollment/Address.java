package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;

/**
 * A street address, where parcels go.
 *
 * @param line2 apartment or suite; may be empty
 */
public record Address(String line1, String line2, String city, UsState state, String postalCode) {

    /** As on an envelope, on one line. */
    @Override
    public String toString() {
        return line1
                + ", "
                + (line2.isEmpty() ? "" : line2 + ", ")
                + city
                + ", "
                + state
                + " "
                + postalCode;
    }
}
