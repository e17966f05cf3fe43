package health.stillwater.outlook;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads everybody anew, so that what news did not tell is not missed for longer than a day. */
@Component
class NightRound {

    private static final Logger LOG = LoggerFactory.getLogger(NightRound.class);

    private final Register register;

    NightRound(Register register) {
        this.register = register;
    }

    /** One who cannot be read keeps nobody else from it; that there was one is said at the end. */
    void go() {
        var unread = 0;
        for (var patient : register.everybody()) {
            try {
                register.read(patient);
            } catch (RuntimeException broken) {
                LOG.error("Patient {} could not be read for the outlook", patient, broken);
                unread++;
            }
        }
        if (unread > 0) {
            throw new IllegalStateException(unread + " patients could not be read");
        }
    }
}
