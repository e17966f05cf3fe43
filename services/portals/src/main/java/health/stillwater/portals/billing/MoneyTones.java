package health.stillwater.portals.billing;

import health.stillwater.billing.InvoiceStage;
import health.stillwater.billing.NoticeStage;
import health.stillwater.billing.RefundStage;
import health.stillwater.billing.Stage;
import health.stillwater.portals.shell.Tone;

/** The colors of what happens to money. */
public final class MoneyTones {

    private MoneyTones() {}

    public static Tone of(Stage stage) {
        return switch (stage) {
            case ACTIVE -> Tone.OK;
            case PLANNED -> Tone.OPEN;
            case STARTING -> Tone.WAIT;
            case PAST_DUE, REFUSED -> Tone.STOP;
            case CANCELED -> Tone.QUIET;
        };
    }

    public static Tone of(InvoiceStage stage) {
        return switch (stage) {
            case PAID -> Tone.OK;
            case OPEN -> Tone.WAIT;
            case VOID -> Tone.QUIET;
            case UNCOLLECTIBLE -> Tone.STOP;
        };
    }

    public static Tone of(RefundStage stage) {
        return switch (stage) {
            case DONE -> Tone.OK;
            case PLANNED, SENT_UNKNOWN, PENDING -> Tone.WAIT;
            case REFUSED, HUMAN -> Tone.STOP;
        };
    }

    public static Tone of(NoticeStage stage) {
        return switch (stage) {
            case DONE -> Tone.OK;
            case KEPT -> Tone.WAIT;
            case IGNORED -> Tone.QUIET;
            case UNREADABLE -> Tone.STOP;
        };
    }
}
