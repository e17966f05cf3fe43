package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient asks for the next supply: in time for a visit, never early, once. */
class NextSupplyRoomTests extends SigningRoom {

    /** Four weeks from here, two days of tolerance and a week for the visit before that. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private static final LocalDate LAST_DAY = TODAY.plusDays(27);
    private static final int DAYS_UNTIL_OPEN = 19;

    @BeforeEach
    void theRequestOfThisCase() {
        latestIs(request);
    }

    @Test
    void nobodyGoesOnWithNothing() {
        assertThat(next()).isEqualTo(new NextSupply.None());
        assertThat(ask()).isEqualTo(new NextSupply.None());
        signed(Forms.declining());
        assertThat(ask()).isEqualTo(new NextSupply.None());
        verify(enrollment, never()).beginNext(patient, request);
    }

    @Test
    void itOpensInTimeForAVisitAndNotADayBefore() {
        isFilled(signed(Forms.approving()));
        var from = TODAY.plusDays(DAYS_UNTIL_OPEN);
        assertThat(next()).isEqualTo(new NextSupply.Later(from));

        clock.passes(Duration.ofDays(DAYS_UNTIL_OPEN - 1L));
        assertThat(ask()).isEqualTo(new NextSupply.Later(from));
        verify(enrollment, never()).beginNext(patient, request);

        clock.passes(Duration.ofDays(1));
        assertThat(next()).isEqualTo(new NextSupply.Open(LAST_DAY));
    }

    @Test
    void theDayIsThePatients() {
        isFilled(signed(Forms.approving()));
        clock.passes(Duration.ofDays(DAYS_UNTIL_OPEN).minusHours(12).minusSeconds(1));
        assertThat(next())
                .as("noon to a second before midnight")
                .isInstanceOf(NextSupply.Later.class);
        clock.passes(Duration.ofSeconds(1));
        assertThat(next()).isInstanceOf(NextSupply.Open.class);
    }

    @Test
    void whatIsSignedAndNotFilledYetCounts() {
        signed(Forms.approving());
        assertThat(next()).isEqualTo(new NextSupply.Later(TODAY.plusDays(DAYS_UNTIL_OPEN)));
    }

    @Test
    void askingOpensTheNextRequestAndAskingAgainFindsIt() {
        isFilled(signed(Forms.approving()));
        clock.passes(Duration.ofDays(DAYS_UNTIL_OPEN));
        var following = RequestId.next();
        doReturn(following).when(enrollment).beginNext(patient, request);

        assertThat(ask()).isEqualTo(new NextSupply.UnderWay(following));
        latestIs(following);
        assertThat(ask()).isEqualTo(new NextSupply.UnderWay(following));
        verify(enrollment, never()).beginNext(patient, following);
    }

    @Test
    void onceItIsRenewedTheOneAfterComesLater() {
        var first = signed(Forms.approving());
        isFilled(first);
        clock.passes(Duration.ofDays(26));
        comesBack();
        latestIs(request);
        assertThat(next()).isEqualTo(new NextSupply.UnderWay(request));

        signed(Forms.renewing(first));

        assertThat(next()).isEqualTo(new NextSupply.Later(TODAY.plusDays(28L + DAYS_UNTIL_OPEN)));
    }

    @Test
    void nothingFollowsATreatmentThatWasStopped() {
        var first = signed(Forms.approving());
        isFilled(first);
        clock.passes(Duration.ofDays(20));
        comesBack();
        latestIs(request);
        signed(Forms.stopping(first));
        assertThat(ask()).isEqualTo(new NextSupply.None());
    }

    @Test
    void itIsForThePatientThemselves() {
        isFilled(signed(Forms.approving()));
        assertThatThrownBy(() -> as(reyes, () -> prescribing.nextSupply(patient)))
                .isInstanceOf(Refusal.Missing.class);
        var stranger = Actors.patient(PatientId.next());
        assertThatThrownBy(() -> Actors.as(stranger, () -> prescribing.askForNextSupply(patient)))
                .isInstanceOf(Refusal.Missing.class);
    }

    private void latestIs(RequestId latest) {
        doReturn(Optional.of(latest)).when(enrollment).requestOf(patient);
    }

    private NextSupply next() {
        return Actors.as(Actors.patient(patient), () -> prescribing.nextSupply(patient));
    }

    private NextSupply ask() {
        return Actors.as(Actors.patient(patient), () -> prescribing.askForNextSupply(patient));
    }
}
