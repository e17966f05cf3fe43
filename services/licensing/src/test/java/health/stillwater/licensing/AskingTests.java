package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import health.stillwater.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Which sources are asked, and when. */
class AskingTests {

    private final SchedulerClient tasks = mock(SchedulerClient.class);
    private final Credentials credentials = mock(Credentials.class);
    private final CredentialId one = CredentialId.next();
    private final CredentialId other = CredentialId.next();
    private final Asking asking =
            new Asking(
                    credentials,
                    new StaticListableBeanFactory(java.util.Map.of("tasks", tasks))
                            .getBeanProvider(SchedulerClient.class),
                    new LicensingSettings(
                            URI.create("http://localhost"),
                            Duration.ofSeconds(10),
                            Duration.ofHours(12),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(1)),
                    new TestClock());

    @Test
    void whatIsOldIsAskedOnceEachByTwoAges() {
        when(credentials.toAsk(NOON.minus(Duration.ofHours(12)), NOON.minusSeconds(120)))
                .thenReturn(List.of(one, other));
        asking.whatIsOld();

        var asked = ArgumentCaptor.forClass(SchedulableInstance.class);
        verify(tasks, times(2)).scheduleIfNotExists(asked.capture());
        assertThat(asked.getAllValues())
                .extracting(SchedulableInstance::getId)
                .containsExactly(one.toString(), other.toString());
        assertThat(asked.getAllValues())
                .allMatch(task -> task.getNextExecutionTime(NOON.minusSeconds(9)).equals(NOON));
    }

    @Test
    void oneIsAskedAtOnceThoughItsTurnIsLater() {
        asking.now(one);

        var asked = ArgumentCaptor.forClass(SchedulableInstance.class);
        verify(tasks)
                .schedule(
                        asked.capture(),
                        org.mockito.ArgumentMatchers.eq(ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
        assertThat(asked.getValue().getId()).isEqualTo(one.toString());
        assertThat(asked.getValue().getNextExecutionTime(NOON)).isEqualTo(NOON);
    }

    @Test
    void oneThatIsBeingAskedIsNotAskedTwice() {
        doThrow(new TaskInstanceException("running", "licensing.ask-board", one.toString()))
                .when(tasks)
                .schedule(any(SchedulableInstance.class), any());

        assertThatCode(() -> asking.now(one)).doesNotThrowAnyException();
    }
}
