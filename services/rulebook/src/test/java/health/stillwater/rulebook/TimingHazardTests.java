package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What may happen between two judgements: each moment asks the whole table again. */
class TimingHazardTests {

    private static final Pack PACK = TableBook.pack("1", TableBook.CASES.configuration());
    private static final Instant SIGNING = TableBook.FLORIDA.at();

    /** What stops the case in order, with these members changed. */
    private static List<String> stops(String moment, String at, String... changes) {
        return stops(TableBook.FLORIDA, PACK, moment, at, changes);
    }

    private static List<String> stops(
            GateCases.Case one, Pack pack, String moment, String at, String... changes) {
        var facts = (ObjectNode) one.facts().deepCopy();
        for (var change : changes) {
            var parts = change.split(" = ", 2);
            var names = parts[0].split("\\.");
            var inner = facts;
            for (var i = 0; i < names.length - 1; i++) {
                inner = (ObjectNode) inner.required(names[i]);
            }
            inner.set(names[names.length - 1], Canonical.parse(parts[1]));
        }
        var verdicts = pack.ask(Moment.of(moment), instant(at), Canonical.read(facts, Facts.class));
        return List.copyOf(
                new TreeSet<>(
                        verdicts.stream()
                                .filter(verdict -> !verdict.passes())
                                .map(verdict -> verdict.row() + " " + verdict.answer())
                                .toList()));
    }

    private static Instant instant(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }

    private static String quoted(Instant instant) {
        return '"' + instant.toString() + '"';
    }

    @Test
    void aLicenseThatEndsAfterTheClaimStopsTheSigning() {
        var license = "prescriber.licenses.FL.expiresOn = \"2026-06-10\"";
        assertThat(stops("C", "2026-06-10T14:05:00-04:00", license)).isEmpty();
        assertThat(stops("S", "2026-06-10T14:05:00-04:00", license)).isEmpty();
        assertThat(stops("S", "2026-06-11T00:00:00-04:00", license)).contains("D05 FAIL");
        var dea = "prescriber.deaRegistrations.FL.expiresOn = \"2026-06-10\"";
        assertThat(stops("S", "2026-06-11T00:00:00-04:00", dea)).contains("D06 FAIL");
    }

    @Test
    void aSuspensionAtNoonBindsAtNoon() {
        var suspended = "prescriber.licenses.FL.suspendedFrom = \"2026-06-10T14:05:00-04:00\"";
        for (var moment : List.of("Q", "C", "S", "H", "R")) {
            assertThat(stops(moment, "2026-06-10T14:04:59-04:00", suspended))
                    .doesNotContain("D05 FAIL");
            assertThat(stops(moment, "2026-06-10T14:05:00-04:00", suspended)).contains("D05 FAIL");
        }
    }

    @Test
    void aQueueIsJudgedAcrossTheLastMidnightOfTheFederalRule() {
        var midnight = instant("2027-01-01T00:00:00-05:00");
        var answers =
                IntStream.rangeClosed(-60, 60)
                        .mapToObj(second -> midnight.plusSeconds(second))
                        .map(at -> at + " " + federalBasis(at))
                        .toList();
        assertThat(answers)
                .hasSize(121)
                .allSatisfy(
                        answer -> {
                            var past = !answer.startsWith("2027-01-01T04:59");
                            assertThat(answer.endsWith("FAIL")).isEqualTo(past);
                        });
    }

    private static Answer federalBasis(Instant at) {
        return PACK.ask(Moment.SIGNING, at, TableBook.FLORIDA.read()).getFirst().answer();
    }

    @Test
    void aPatientWhoMovedToTexasIsStoppedByEveryRowThatAsksWhere() {
        assertThat(stops("E", "2026-06-10T14:05:00-04:00")).isEmpty();
        assertThat(
                        stops(
                                "S",
                                "2026-06-10T14:05:00-04:00",
                                "location.state = \"TX\"",
                                "location.zone = \"America/Chicago\""))
                .containsExactly(
                        "D03 FAIL",
                        "D04 FAIL",
                        "D05 UNKNOWN",
                        "D06 UNKNOWN",
                        "D17 UNKNOWN",
                        "D32 UNKNOWN",
                        "D33 FAIL");
    }

    @Test
    void twoPhysiciansAtOnceHoldNothing() {
        assertThat(
                        stops(
                                "C",
                                "2026-06-10T14:05:00-04:00",
                                "claim.activeClaimants = [\"pr-101\", \"pr-102\"]"))
                .containsExactly("D35 FAIL");
    }

    @Test
    void aMonitoringReportOfYesterdayServesTheClaimAndNotTheSigning() {
        var report = "pdmp.reports.FL.observedAt = " + quoted(SIGNING.minus(Duration.ofHours(25)));
        assertThat(stops("C", "2026-06-10T14:05:00-04:00", report)).isEmpty();
        assertThat(stops("S", "2026-06-10T14:05:00-04:00", report)).containsExactly("D17 UNKNOWN");
    }

    @Test
    void bloodPressureEnteredAfterTheClaimIsReadAtSigning() {
        var high =
                "vitals.readings = [{\"systolic\":165,\"diastolic\":90},{\"systolic\":161,\"diastolic\":90}]";
        var raised =
                "vitals.readings = [{\"systolic\":152,\"diastolic\":90},{\"systolic\":150,\"diastolic\":90}]";
        var accepted =
                "clinical.reviewDecisions = {\"BP\":{\"decision\":\"accept\",\"by\":\"pr-101\"}}";
        assertThat(stops("C", "2026-06-10T14:05:00-04:00", raised)).isEmpty();
        assertThat(stops("S", "2026-06-10T14:05:00-04:00", raised)).containsExactly("D26 FAIL");
        assertThat(stops("S", "2026-06-10T14:05:00-04:00", raised, accepted)).isEmpty();
        assertThat(stops("S", "2026-06-10T14:05:00-04:00", high, accepted))
                .containsExactly("D26 FAIL");
    }

    @Test
    void itemNineThatTurnsOnARefillCheckInAsksForANewScreen() {
        var at = "2026-03-17T11:20:00-04:00";
        var items = "instruments.phq9.items = [0,1,0,0,0,0,0,0,1]";
        var now = "instruments.phq9.observedAt = \"2026-03-17T09:00:00-04:00\"";
        var screened = "instruments.cssrs.observedAt = \"2026-03-17T09:30:00-04:00\"";
        assertThat(stops(TableBook.RENEWAL, PACK, "R", at)).isEmpty();
        assertThat(stops(TableBook.RENEWAL, PACK, "R", at, items, now))
                .containsExactly("D25 UNKNOWN");
        assertThat(stops(TableBook.RENEWAL, PACK, "R", at, items, now, screened)).isEmpty();
        assertThat(
                        stops(
                                TableBook.RENEWAL,
                                PACK,
                                "R",
                                at,
                                items,
                                now,
                                screened,
                                "instruments.cssrs.q6 = \"within_3_months\""))
                .containsExactly("D25 FAIL");
    }

    @Test
    void aWebhookThatComesTwiceHandsOverNothingTwice() {
        var at = "2026-03-17T11:20:00-04:00";
        assertThat(
                        stops(
                                TableBook.RENEWAL,
                                PACK,
                                "H",
                                at,
                                "transmission.messageIds = [\"msg-41\", \"msg-42\"]"))
                .containsExactly("D41 FAIL");
    }

    @Test
    void anHourLostOrWonIsNoDayOfSupply() {
        var autumn = "history.fills = [{\"filledOn\":\"2026-10-08\",\"daysSupply\":28}]";
        assertThat(stops("S", "2026-11-02T23:59:59-05:00", autumn)).contains("D16 UNKNOWN");
        var read = "history.observedAt = \"2026-11-02T12:00:00-05:00\"";
        assertThat(stops("S", "2026-11-02T23:59:59-05:00", autumn, read)).contains("D16 FAIL");
        assertThat(stops("S", "2026-11-03T00:00:00-05:00", autumn, read))
                .doesNotContain("D16 FAIL");
    }

    @Test
    void sixMonthsFromAThirtyFirstEndWithFebruary() {
        var issued = "prescription.issueDate = \"2026-08-31\"";
        var ends = "prescription.expiresOn = \"2027-02-28\"";
        assertThat(stops("H", "2027-02-28T23:59:59-05:00", issued, ends))
                .doesNotContain("D15 FAIL");
        assertThat(stops("H", "2027-03-01T00:00:00-05:00", issued, ends)).contains("D15 FAIL");
    }

    @Test
    void thePatientsCalendarDatesThePrescriptionWhereverThePrescriberSits() {
        var central = "location.zone = \"America/Chicago\"";
        var yesterday = "prescription.issueDate = \"2026-06-10\"";
        var at = "2026-06-11T00:30:00-04:00";
        assertThat(stops("S", at, yesterday, central)).doesNotContain("D13 FAIL");
        assertThat(stops("S", at, yesterday)).contains("D13 FAIL");
        assertThat(stops("S", at, "prescription.issueDate = \"2026-06-11\"", central))
                .contains("D13 FAIL");
        var license = "prescriber.licenses.FL.expiresOn = \"2026-06-10\"";
        assertThat(stops("S", at, central, license)).contains("D05 FAIL");
    }
}
