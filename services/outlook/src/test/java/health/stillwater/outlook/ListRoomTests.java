package health.stillwater.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.pharmacy.OrderDelivered;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.testing.Actors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The list to act on: its order, its pages, its parts, and who may read it. */
@RecordApplicationEvents
class ListRoomTests extends OutlookRoom {

    @Test
    void theListBeginsWithTheLeastMedicineAndComesInPages(ApplicationEvents events) {
        var later = program.patient(UsState.FL, program.reyes);
        when(orders.fillsOf(later.id()))
                .thenReturn(List.of(fill("2026-11-20T15:00:00Z", "2026-11-23T15:00:00Z")));
        tell(later.approved());
        var nothingYet = inCare(UsState.FL, false);
        var page = affected(NEW_YEAR, AffectedFilter.everybody());

        assertThat(page.people())
                .extracting(Affected::patient)
                .containsExactly(nothingYet.id(), later.id());
        assertThat(page.people().getFirst().filledOn()).isNull();
        assertThat(page.people().getLast())
                .satisfies(
                        each -> {
                            assertThat(each.filledOn()).isEqualTo("2026-11-20");
                            // Arrived on the 23rd, 28 days: the 20th of December is the last.
                            assertThat(each.coveredThrough()).isEqualTo("2026-12-20");
                            assertThat(each.daysLeft()).isEqualTo(26);
                        });
        assertThat(page.more()).isFalse();
        assertThat(
                        asMarsh(
                                        () ->
                                                outlook.affected(
                                                        LookAhead.to(NEW_YEAR),
                                                        AffectedFilter.everybody(),
                                                        1))
                                .people())
                .isEmpty();
        assertThat(events.stream(AffectedListed.class))
                .extracting(AffectedListed::about)
                .containsExactly(
                        "on 2027-01-01, all, page 1, 2 people",
                        "on 2027-01-01, all, page 2, 0 people");
    }

    @Test
    void medicineThatArrivesEarlyIsUsedAfterWhatIsThere() {
        var patient = program.patient(UsState.FL, program.reyes);
        when(orders.fillsOf(patient.id()))
                .thenReturn(
                        List.of(
                                fill("2026-11-12T15:00:00Z", "2026-11-14T15:00:00Z"),
                                fill("2026-11-20T15:00:00Z", null)));
        tell(
                new OrderDelivered(
                        new OrderId(UUID.randomUUID()),
                        patient.request(),
                        patient.id(),
                        clock.instant()));

        // The first lasts through December 11, the second 28 days more.
        assertThat(asTheProgram(() -> people.find(patient.id())).orElseThrow().coveredThrough())
                .isEqualTo("2027-01-08");
    }

    @Test
    void morePeopleThanAPageHoldsAreFollowedByANextOne() {
        for (var i = 0; i < AffectedPage.SIZE + 1; i++) {
            var patient = program.patient(UsState.FL, program.reyes);
            asTheProgram(
                    () -> {
                        register.read(patient.id());
                        return true;
                    });
        }
        var first = affected(NEW_YEAR, AffectedFilter.everybody());
        var second =
                asMarsh(
                        () ->
                                outlook.affected(
                                        LookAhead.to(NEW_YEAR), AffectedFilter.everybody(), 1));

        assertThat(first.people()).hasSize(AffectedPage.SIZE);
        assertThat(first.more()).isTrue();
        assertThat(second.people()).hasSize(1);
        assertThat(second.more()).isFalse();
        assertThat(first.people()).doesNotContainAnyElementsOf(second.people());
    }

    @Test
    void theListIsNarrowedByRowStatePhysicianAndPharmacy() {
        var florida = inCare(UsState.FL, false);
        var jersey = inCare(UsState.NJ, false);
        var marlows = program.patient(UsState.FL, program.marlow);
        tell(marlows.approved());

        assertThat(listed(new AffectedFilter("D01", UsState.NJ, null, null)))
                .containsExactly(jersey.id());
        assertThat(listed(new AffectedFilter(null, null, program.marlow, program.gulfside)))
                .containsExactly(marlows.id());
        assertThat(listed(new AffectedFilter("D05", null, null, null))).isEmpty();
        assertThat(listed(new AffectedFilter(null, UsState.FL, program.reyes, null)))
                .containsExactly(florida.id());
    }

    @Test
    void anExportHoldsEverybodyAndLeavesATrace(ApplicationEvents events) {
        inCare(UsState.FL, false);
        inCare(UsState.NJ, false);
        var taken = new ArrayList<Affected>();
        asMarsh(
                () -> {
                    outlook.export(LookAhead.to(NEW_YEAR), AffectedFilter.everybody(), taken::add);
                    return true;
                });

        assertThat(taken).hasSize(2);
        assertThat(events.stream(AffectedExported.class))
                .extracting(AffectedExported::about)
                .containsExactly("on 2027-01-01, all, 2 people");
    }

    @Test
    void nobodyButComplianceAndTheProgramSeesThePeople() {
        inCare(UsState.FL, false);
        for (var actor :
                List.of(
                        Actors.physician(program.reyes),
                        Actors.staff(Actor.Kind.BILLING),
                        Actors.pharmacist(program.gulfside),
                        Actor.NOBODY)) {
            assertThat(
                            Actors.as(
                                            actor,
                                            () ->
                                                    outlook.affected(
                                                            LookAhead.to(NEW_YEAR),
                                                            AffectedFilter.everybody(),
                                                            0))
                                    .people())
                    .as("%s", actor.kind())
                    .isEmpty();
        }
    }

    @Test
    void whatIsKeptNamesNobody() {
        var rosa = inCare(UsState.FL, true);
        var kept =
                asTheProgram(
                        () ->
                                jdbc.sql(
                                                "select forms || facts from outlook.person_in_care where patient_id = ?")
                                        .param(rosa.id().value())
                                        .query(String.class)
                                        .single());

        assertThat(kept).doesNotContain("Rosa", "Alder", "Miami").contains("telehealth");
    }

    @Test
    void aPatientIsFoundByShortNameAndByWholeId() {
        var rosa = inCare(UsState.FL, false);
        var name = "SW-" + rosa.request().toString().substring(0, 8);
        when(enrollment.patientOf(rosa.request())).thenReturn(Optional.of(rosa.id()));
        when(enrollment.patientOf(new RequestId(rosa.id().value()))).thenReturn(Optional.empty());
        when(enrollment.requestOf(rosa.id())).thenReturn(Optional.of(rosa.request()));

        for (var typed :
                List.of(
                        name,
                        name.toUpperCase(Locale.ROOT),
                        " " + rosa.id(),
                        "" + rosa.request())) {
            assertThat(asMarsh(() -> outlook.named(typed))).contains(rosa.id());
        }
        assertThat(asMarsh(() -> outlook.named("SW-00000000"))).isEmpty();
    }
}
