package health.stillwater.review;

import health.stillwater.kernel.RequestId;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something to each of many cases; one that breaks does not keep the others. */
final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /** Each in a transaction of its own, opened by the act itself. */
    static void each(List<RequestId> cases, Consumer<RequestId> act) {
        for (var one : cases) {
            try {
                act.accept(one);
            } catch (RuntimeException broken) {
                LOG.error("Case {} was left as it is", one, broken);
            }
        }
    }
}
