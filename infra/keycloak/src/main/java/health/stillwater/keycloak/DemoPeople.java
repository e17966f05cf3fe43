package health.stillwater.keycloak;

import java.util.List;
import java.util.UUID;

/** Everybody who can sign in to a demonstration, with ids that stay the same for ever. */
public final class DemoPeople {

    /** The one password they all share. It opens nothing but a demonstration. */
    public static final String PASSWORD = "stillwater-demo";

    public static final UUID CEDAR_COMPOUNDING =
            UUID.fromString("0d000000-0000-4000-8000-000000000001");
    public static final UUID HARBOR_COMPOUNDING =
            UUID.fromString("0d000000-0000-4000-8000-000000000002");

    public static final DemoPerson CASTELLANE =
            physician(1, "Maya", "Castellane", "licensed in Florida and New Jersey");
    public static final DemoPerson HALLORAN =
            physician(2, "Owen", "Halloran", "licensed in Florida only");
    public static final DemoPerson NATARAJAN =
            physician(3, "Priya", "Natarajan", "licensed in New Jersey only");
    public static final DemoPerson BRANDT =
            physician(4, "Samuel", "Brandt", "his Florida license has expired");

    public static final DemoPerson ORTIZ =
            DemoPerson.of(id("0c", 1), "Lena", "Ortiz", "pharmacy", "Cedar Compounding")
                    .at(CEDAR_COMPOUNDING);
    public static final DemoPerson REYES =
            DemoPerson.of(id("0c", 2), "Tom", "Reyes", "pharmacy", "Harbor Compounding")
                    .at(HARBOR_COMPOUNDING);

    public static final DemoPerson KELLER =
            DemoPerson.of(id("0e", 1), "Joan", "Keller", "billing", "accounts, invoices, refunds");

    public static final DemoPerson ADEYEMI =
            DemoPerson.of(id("0f", 1), "Ruth", "Adeyemi", "compliance", "ledger and audit trail");
    public static final DemoPerson LINDQVIST =
            DemoPerson.of(
                    id("0f", 2), "Paul", "Lindqvist", "compliance", "the second pair of eyes");

    public static final DemoPerson DELGADO =
            DemoPerson.of(
                    id("0a", 1), "Rosa", "Delgado", "patient", "Miami-Dade, Florida, Eastern time");
    public static final DemoPerson PIKE =
            DemoPerson.of(
                    id("0a", 2), "Walter", "Pike", "patient", "Escambia, Florida, Central time");
    public static final DemoPerson FERREIRA =
            DemoPerson.of(id("0a", 3), "Ana", "Ferreira", "patient", "Essex, New Jersey");

    private DemoPeople() {}

    public static List<DemoPerson> everybody() {
        return List.of(
                DELGADO,
                PIKE,
                FERREIRA,
                CASTELLANE,
                HALLORAN,
                NATARAJAN,
                BRANDT,
                ORTIZ,
                REYES,
                KELLER,
                ADEYEMI,
                LINDQVIST);
    }

    /** Those who sign decisions, each with a one-time code of their own. */
    public static List<DemoPerson> physicians() {
        return List.of(CASTELLANE, HALLORAN, NATARAJAN, BRANDT);
    }

    private static DemoPerson physician(
            int number, String firstName, String lastName, String about) {
        return DemoPerson.of(id("0b", number), firstName, lastName, "physician", about)
                .signingWith("stillwater-demo-%05d".formatted(number));
    }

    private static String id(String group, int number) {
        return "%s000000-0000-4000-8000-%012d".formatted(group, number);
    }
}
