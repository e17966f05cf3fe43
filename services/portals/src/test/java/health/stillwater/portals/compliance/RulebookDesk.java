package health.stillwater.portals.compliance;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.Law;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.ProposalView;
import health.stillwater.rulebook.RowVersion;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Setting;
import health.stillwater.rulebook.SettingView;
import health.stillwater.rulebook.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * The pages of the rulebook on a desk, for Wendeline Marsh: one row, two values, two entries of
 * law.
 */
abstract class RulebookDesk {

    static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    static final UUID MARSH = UUID.randomUUID();
    static final UUID ADEYEMI = UUID.randomUUID();

    final Rulebook rulebook = mock(Rulebook.class);
    Desk desk;

    @BeforeEach
    void aDesk() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        when(rulebook.versions("D01"))
                .thenReturn(
                        List.of(
                                version(3, day(2027, 1, 1), day(2028, 1, 1), false),
                                version(2, day(2026, 1, 1), day(2027, 1, 1), true),
                                version(1, day(2025, 1, 1), day(2026, 1, 1), true)));
        when(rulebook.versions("D99")).thenThrow(new Refusal.Missing("This row"));
        when(rulebook.currentRows())
                .thenReturn(List.of(version(2, day(2026, 1, 1), day(2027, 1, 1), true)));
        when(rulebook.settings()).thenReturn(List.of(visit(), cap()));
        when(rulebook.setting("freshness.encounter")).thenReturn(visit());
        when(rulebook.setting("protocol.cap")).thenReturn(cap());
        when(rulebook.medicalDirector()).thenReturn(Optional.of("Dr. P. Lindqvist"));
        when(rulebook.law())
                .thenReturn(List.of(law("US-TEL-02", "US", true), law("TX-CS-01", "TX", false)));
        desk =
                Desk.of(
                        new Actor(Actor.Kind.COMPLIANCE, MARSH, null, "Wendeline Marsh"),
                        new RulebookController(rulebook, clock),
                        new RowController(rulebook, clock),
                        new ValuesController(rulebook),
                        new VerifyController(rulebook, clock),
                        new ProposalsController(rulebook, clock));
    }

    static Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(Moments.HOUSE).toInstant();
    }

    static RowVersion version(int number, Instant from, Instant until, boolean enabled) {
        var row =
                new RowView(
                        "D01",
                        number,
                        "US",
                        "There is a federal ground to prescribe without a visit in person.",
                        EnumSet.allOf(Moment.class),
                        "LAW",
                        LocalDate.ofInstant(from, Moments.HOUSE),
                        null,
                        "21 CFR 1307.41; 90 FR 61301",
                        "S01 S02",
                        "OPEN",
                        LocalDate.of(2026, 11, 22),
                        enabled,
                        new Words("To the patient.", "To the prescriber.", "To operations."));
        return new RowVersion(
                row,
                Moments.HOUSE,
                from,
                until,
                number == 1 ? List.of() : List.of("Wendeline Marsh", "Tolu Adeyemi"),
                number == 1 ? null : (long) number);
    }

    static SettingView visit() {
        return new SettingView(
                new Setting(
                        "freshness.encounter",
                        "Visit keeps its value",
                        "D01",
                        Setting.Kind.AGE,
                        "",
                        List.of(),
                        null,
                        null,
                        false),
                "7 days",
                "7 days");
    }

    static SettingView cap() {
        return new SettingView(
                new Setting(
                        "protocol.cap",
                        "Most in a session",
                        "D28",
                        Setting.Kind.CAP,
                        "mg",
                        List.of(),
                        null,
                        null,
                        true),
                "not set, so it refuses",
                "");
    }

    static Law law(String id, String jurisdiction, boolean inUse) {
        return new Law(
                id,
                jurisdiction,
                "Telemedicine",
                "What it says.",
                List.of("D01"),
                inUse,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "21 CFR 1307.41",
                "S01",
                "OPEN",
                LocalDate.of(2026, 11, 22));
    }

    static ProposalView proposal(UUID by, ProposalView.Decision decision) {
        return new ProposalView(
                7,
                ProposalView.Kind.VALUE,
                "freshness.encounter",
                List.of("D02 · Visit keeps its value: 7 days → 5 days"),
                "Counsel's letter",
                LocalDate.of(2027, 1, 1),
                null,
                null,
                by,
                by.equals(MARSH) ? "Wendeline Marsh" : "Tolu Adeyemi",
                NOW,
                decision);
    }
}
