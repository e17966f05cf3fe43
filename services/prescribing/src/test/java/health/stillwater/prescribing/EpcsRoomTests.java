package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.FollowUpRow;
import health.stillwater.sandbox.FakeEpcs;
import health.stillwater.testing.Actors;
import health.stillwater.testing.DueTasks;
import health.stillwater.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A certified vendor, as the sandbox pretends it: told once, whatever happens on the way. */
@Import(EpcsRoomTests.Vendor.class)
class EpcsRoomTests extends SigningRoom {

    private static final String KEY = "a key of the sandbox";

    @TestConfiguration(proxyBeanMethods = false)
    static class Vendor {

        @Bean
        static FakeEpcs pretendedVendor(TestClock clock) {
            return new FakeEpcs(KEY, clock);
        }

        @Bean
        static DynamicPropertyRegistrar whereItIs(FakeEpcs vendor) {
            return registry -> {
                registry.add("stillwater.epcs.url", vendor::address);
                registry.add("stillwater.epcs.key", () -> KEY);
                registry.add("stillwater.epcs.timeout", () -> "3s");
            };
        }
    }

    @Autowired FakeEpcs vendor;

    @BeforeEach
    void isUp() {
        vendor.isUp();
    }

    @Test
    void aPrescriptionIsToldAsItWasSignedAndADeclineIsNot() {
        var decision = signed(Forms.approving());
        waitFor(decision, "DONE");
        assertThat(told(decision).body())
                .isEqualTo(as(reyes, () -> prescribing.record(decision)).bundle());
        aClaimedCase();
        var none = signed(Forms.declining());
        assertThat(states(none)).isEmpty();
    }

    @Test
    void aReplyThatIsLostIsAskedForAndNothingIsToldTwice() {
        vendor.takesTheNextAndBreaksTheReply();
        var decision = signed(Forms.approving());
        waitFor(decision, "DONE");
        assertThat(told(decision).times()).isEqualTo(1);
    }

    @Test
    void aVendorThatIsDownIsToldLater() {
        vendor.isDown();
        var decision = signed(Forms.approving());
        waitFor(decision, "SENT_UNKNOWN");
        vendor.isUp();
        clock.passes(Duration.ofMinutes(1));
        waitFor(decision, "DONE");
        assertThat(told(decision).times()).isEqualTo(1);
    }

    @Test
    void aRefusalStaysOneAndBringsSomebody() {
        vendor.turnsTheNextAway();
        var decision = signed(Forms.approving());
        waitFor(decision, "REFUSED");
        assertThat(as(reyes, () -> queue.followUps(reyes)))
                .extracting(FollowUpRow::reason)
                .contains(FollowUpReason.PRESCRIPTION_NOT_FILED);
        assertThatThrownBy(
                        () ->
                                Actors.asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update prescribing.vendor_filing set state = 'PLANNED'"
                                                                                        + " where decision_id = ?")
                                                                        .param(decision.value())
                                                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("what came of it stays");
    }

    private void waitFor(DecisionId decision, String state) {
        tasks.resume();
        DueTasks.runUntil(tasks, clock, () -> states(decision).equals(List.of(state)));
    }

    private List<String> states(DecisionId decision) {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(
                                                        "select state from prescribing.vendor_filing where decision_id = ?")
                                                .param(decision.value())
                                                .query(String.class)
                                                .list()));
    }

    private FakeEpcs.Taken told(DecisionId decision) {
        return vendor.taken().stream()
                .filter(one -> one.id().equals(decision.toString()))
                .findAny()
                .orElseThrow();
    }
}
