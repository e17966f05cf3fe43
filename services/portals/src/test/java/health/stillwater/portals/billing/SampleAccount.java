package health.stillwater.portals.billing;

import health.stillwater.billing.AccountView;
import health.stillwater.billing.CardView;
import health.stillwater.billing.InvoiceId;
import health.stillwater.billing.InvoiceStage;
import health.stillwater.billing.InvoiceView;
import health.stillwater.billing.NoticeStage;
import health.stillwater.billing.NoticeView;
import health.stillwater.billing.OwedRefundView;
import health.stillwater.billing.RefundId;
import health.stillwater.billing.RefundReason;
import health.stillwater.billing.RefundStage;
import health.stillwater.billing.RefundView;
import health.stillwater.billing.Stage;
import health.stillwater.billing.TimelineRow;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One account as the room shows it, and its addresses. */
final class SampleAccount {

    static final Instant NOW = Instant.parse("2026-11-23T19:20:00Z");
    static final PatientId PATIENT =
            new PatientId(UUID.fromString("30177000-0000-4000-8000-000000000001"));
    static final InvoiceId PAID = InvoiceId.of("aa000000-0000-4000-8000-000000000001");
    static final InvoiceId SPENT = InvoiceId.of("aa000000-0000-4000-8000-000000000002");
    static final String ACCOUNT = "/billing/accounts/" + PATIENT;
    static final String REFUNDS = ACCOUNT + "/invoices/" + PAID + "/refunds";
    static final Actor TAMSIN =
            new Actor(Actor.Kind.BILLING, UUID.randomUUID(), null, "Tamsin Okoro-Lind");
    static final String EMAIL = "m.kestrel@example.com";
    static final String REFERENCE = "0c9e6c1e-7a53-4d3c-9d5c-6a1f0f2b3c4d";

    private static final Duration MONTH = Duration.ofDays(30);

    private SampleAccount() {}

    static AccountView account() {
        return new AccountView(
                PATIENT,
                EMAIL,
                REFERENCE,
                "cus_QExample9",
                new CardView(true, "visa", "4242", "04/2029"),
                Stage.PAST_DUE,
                "sub_1QExample",
                Money.dollars(250),
                Instant.parse("2026-12-02T13:00:00Z"),
                List.of(
                        openInvoice(),
                        paidInvoice(PAID, "SW-2026-1002", MONTH, Money.ZERO),
                        paidInvoice(
                                SPENT, "SW-2026-0902", MONTH.multipliedBy(2), Money.dollars(250))),
                List.of(refund()),
                List.of(
                        new OwedRefundView(
                                RefundReason.PHARMACY_REJECT, NOW.minus(Duration.ofHours(3)))),
                timeline(),
                notices());
    }

    private static InvoiceView openInvoice() {
        return new InvoiceView(
                InvoiceId.next(),
                "SW-2026-1102",
                InvoiceStage.OPEN,
                Money.dollars(250),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                NOW.minus(Duration.ofDays(21)),
                null,
                NOW.plus(Duration.ofDays(2)));
    }

    private static InvoiceView paidInvoice(
            InvoiceId id, String number, Duration ago, Money givenBack) {
        return new InvoiceView(
                id,
                number,
                InvoiceStage.PAID,
                Money.dollars(250),
                Money.dollars(250),
                givenBack,
                Money.dollars(250).minus(givenBack),
                NOW.minus(ago),
                NOW.minus(ago),
                null);
    }

    private static RefundView refund() {
        return new RefundView(
                RefundId.next(),
                SPENT,
                Money.dollars(250),
                RefundReason.DUPLICATE,
                RefundStage.DONE,
                NOW.minus(MONTH),
                null);
    }

    private static List<TimelineRow> timeline() {
        return List.of(
                new TimelineRow(
                        NOW.minus(Duration.ofDays(1)),
                        "Payment failed: card declined",
                        "in_1QExample5Ra"),
                new TimelineRow(NOW.minus(MONTH), "Invoice paid", "in_1QExample4Ty"),
                new TimelineRow(NOW.minus(MONTH.multipliedBy(2)), "Card saved", null));
    }

    private static List<NoticeView> notices() {
        return List.of(
                new NoticeView(
                        "evt_2",
                        "invoice.payment_failed",
                        NoticeStage.KEPT,
                        NOW.minus(Duration.ofDays(1))),
                new NoticeView("evt_1", "invoice.paid", NoticeStage.DONE, NOW.minus(MONTH)));
    }
}
