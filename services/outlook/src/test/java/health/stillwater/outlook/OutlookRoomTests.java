package health.stillwater.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import health.stillwater.billing.PlanStage;
import health.stillwater.billing.SubscriptionEnded;
import health.stillwater.billing.SubscriptionId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialSuspended;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.testing.Actors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Who is counted, and what stops them. */
@RecordApplicationEvents
class OutlookRoomTests extends OutlookRoom {

    @Autowired NightRound round;

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void whatIsAskedAgainIsTakenToAnswerAsItDid() {
        inCare(UsState.NJ, true);

        assertThat(rowsOn("2027-10-01")).isEmpty();
        // The forms were signed on November 2 and hold for twelve months.
        assertThat(rowsOn("2027-11-02")).isEmpty();
        assertThat(rowsOn("2027-11-03")).containsExactly("D21");
    }

    @Test
    void aLicenseStopsOnTheDayAfterItsLast() {
        program.physician(
                program.reyes, "Dr. Reyes", LocalDate.parse("2027-03-31"), UsState.FL, UsState.NJ);
        inCare(UsState.FL, true);

        assertThat(rowsOn("2027-03-31")).isEmpty();
        assertThat(rowsOn("2027-04-01")).containsExactly("D05");
        assertThat(affected(LocalDate.parse("2027-04-01"), AffectedFilter.everybody()).people())
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.nextSteps())
                                        .containsExactly(
                                                "Hand over to Dr. Marlow, who may prescribe in Florida and has 0 patients in"
                                                        + " care"));
    }

    @Test
    void aSourceThatNeverAnsweredIsNotTakenToAnswer() {
        when(licensing.factsOf(program.reyes))
                .thenReturn(
                        Credentials.prescriber(
                                program.reyes,
                                "Dr. Reyes",
                                Map.of(
                                        "FL",
                                        Credentials.license(
                                                CredentialStatus.ACTIVE,
                                                LocalDate.parse("2029-01-01"),
                                                null)),
                                Map.of(),
                                Map.of()));
        inCare(UsState.FL, true);

        var people = affected(TODAY, AffectedFilter.everybody()).people();
        assertThat(people)
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.already()).isTrue();
                            assertThat(each.stops())
                                    .extracting("row")
                                    .containsExactly("D05", "D06");
                        });
        assertThat(counted(LookAhead.to(TODAY)).already()).isOne();
    }

    @Test
    void supposingThatAPhysicianLeavesListsTheirPatientsAndNobodyElses() {
        var hers = inCare(UsState.NJ, true);
        var marlows = program.patient(UsState.FL, program.marlow);
        tell(marlows.approved());
        var question = new LookAhead(TODAY, new Supposition.PhysicianLeaves(program.reyes));

        assertThat(counted(question).stopped()).isOne();
        assertThat(
                        asMarsh(() -> outlook.affected(question, AffectedFilter.everybody(), 0))
                                .people())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.patient()).isEqualTo(hers.id());
                            assertThat(each.already()).isFalse();
                            assertThat(each.nextSteps().getFirst())
                                    .contains("nobody of ours may prescribe in New Jersey");
                        });
        assertThat(counted(LookAhead.to(TODAY)).stopped()).isZero();
    }

    @Test
    void supposingThatAPharmacyClosesLeavesEachANextStep() {
        inCare(UsState.FL, true);
        var question = new LookAhead(TODAY, new Supposition.PharmacyCloses(program.gulfside));

        assertThat(
                        asMarsh(() -> outlook.affected(question, AffectedFilter.everybody(), 0))
                                .people())
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.nextSteps().getFirst())
                                        .startsWith("Find a pharmacy"));
    }

    @Test
    void whoEndedTheirMembershipIsNotInCare() {
        var rosa = inCare(UsState.FL, false);
        assertThat(counted(LookAhead.to(NEW_YEAR)).people()).isOne();

        when(billing.planOf(rosa.id())).thenReturn(plan(PlanStage.CANCELED));
        tell(
                new SubscriptionEnded(
                        new SubscriptionId(UUID.randomUUID()), rosa.id(), clock.instant()));

        assertThat(counted(LookAhead.to(NEW_YEAR)).people()).isZero();
        assertThat(listed(AffectedFilter.everybody())).isEmpty();
    }

    @Test
    void whosePrescriptionWasTakenBackIsNotInCare() {
        var rosa = inCare(UsState.FL, false);
        when(prescribing.decisionsOf(rosa.id())).thenReturn(List.of());
        tell(rosa.approved());

        assertThat(counted(LookAhead.to(NEW_YEAR)).people()).isZero();
    }

    @Test
    void oneWhoCannotBeReadAtNightKeepsNobodyElseFromIt() {
        var broken = program.patient(UsState.FL, program.reyes);
        var rosa = program.patient(UsState.FL, program.reyes);
        when(enrollment.patient(broken.id())).thenThrow(new IllegalStateException("broken"));
        when(prescribing.patients()).thenReturn(List.of(broken.id(), rosa.id()));

        assertThatThrownBy(() -> Actors.asTheProgram(round::go))
                .hasMessage("1 patients could not be read");
        assertThat(listed(AffectedFilter.everybody())).containsExactly(rosa.id());
    }

    @Test
    void aLossIsOnRecordAtOnceWithThoseWhoStoodOnIt() {
        var florida = inCare(UsState.FL, true);
        inCare(UsState.NJ, true);
        var lost =
                new CredentialSuspended(
                        new CredentialId(UUID.randomUUID()),
                        program.reyes,
                        null,
                        UsState.FL,
                        clock.instant());
        tell(lost);
        tell(lost);

        assertThat(asMarsh(() -> outlook.lossesSince(clock.instant().minusSeconds(60))))
                .filteredOn(loss -> program.reyes.equals(loss.physician()))
                .singleElement()
                .satisfies(
                        loss -> {
                            assertThat(loss.holder()).isEqualTo("Dr. Reyes");
                            assertThat(loss.people()).isOne();
                            assertThat(loss.everywhere()).isFalse();
                            assertThat(loss.firstOutOn()).isEqualTo(Program.ISSUED);
                        });
        assertThat(florida.id()).isNotNull();
    }

    @Test
    void aPharmacyThatIsSuspendedAtHomeIsLostEverywhere() {
        inCare(UsState.FL, true);
        inCare(UsState.NJ, true);
        tell(
                new CredentialSuspended(
                        new CredentialId(UUID.randomUUID()),
                        null,
                        program.gulfside,
                        UsState.FL,
                        clock.instant().plusSeconds(120)));

        assertThat(asMarsh(() -> outlook.lossesSince(clock.instant().plusSeconds(100))))
                .filteredOn(loss -> program.gulfside.equals(loss.pharmacy()))
                .singleElement()
                .satisfies(
                        loss -> {
                            assertThat(loss.everywhere()).isTrue();
                            assertThat(loss.people()).isEqualTo(2);
                        });
    }

    @Test
    void aDayThatIsOverIsNotAskedFor() {
        for (var day : List.of(TODAY.minusDays(1), TODAY.plusYears(5).plusDays(1))) {
            assertThatThrownBy(() -> asMarsh(() -> outlook.tally(LookAhead.to(day))))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
    }

    @Test
    void aCountOfTheLastMinutesIsShownAgain() {
        inCare(UsState.FL, false);
        var first = counted(LookAhead.to(NEW_YEAR));
        inCare(UsState.FL, false);

        assertThat(asMarsh(() -> outlook.tally(LookAhead.to(NEW_YEAR))).counts()).isEqualTo(first);
        clock.standsAt(clock.instant().plusSeconds(15 * 60));
        assertThat(asMarsh(() -> outlook.tally(LookAhead.to(NEW_YEAR))).stage())
                .isEqualTo(TallyView.Stage.COUNTING);
    }

    private List<String> rowsOn(String day) {
        return affected(LocalDate.parse(day), AffectedFilter.everybody()).people().stream()
                .flatMap(each -> each.stops().stream())
                .map(verdict -> verdict.row())
                .toList();
    }
}
