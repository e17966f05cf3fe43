package health.stillwater.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** What Stripe was told to do wrong. Each is done once and forgotten, except being down. */
final class FakeStripeMishaps {

    /** What goes wrong with one request that makes something or moves money. */
    sealed interface Mishap {

        /** Nothing at all. */
        record None() implements Mishap {}

        /** Refuses with a status instead of doing anything. */
        record Answers(int status) implements Mishap {}

        /** Answers too late. */
        record TimesOut(Duration after, boolean done) implements Mishap {}

        /** Does the work, and breaks the reply. */
        record BreaksTheReply() implements Mishap {}
    }

    private final Deque<Mishap> waiting = new ArrayDeque<>();
    private int declines;
    private int pendingRefunds;
    private boolean down;

    synchronized void plan(Mishap mishap) {
        waiting.add(mishap);
    }

    /** The mishap for this request. Products and prices are spared: they are only shelves. */
    synchronized Mishap next(FakeStripeCall call) {
        if (down) {
            return new Mishap.Answers(503);
        }
        var spared =
                !call.writes() || call.part(0).equals("products") || call.part(0).equals("prices");
        var next = spared ? null : waiting.poll();
        return next == null ? new Mishap.None() : next;
    }

    synchronized void declineTheNextCharge() {
        declines++;
    }

    synchronized boolean declines() {
        return declines > 0 && declines-- > 0;
    }

    synchronized void leaveTheNextRefundPending() {
        pendingRefunds++;
    }

    synchronized boolean leavesTheRefundPending() {
        return pendingRefunds > 0 && pendingRefunds-- > 0;
    }

    synchronized void goDown(boolean down) {
        this.down = down;
    }

    synchronized void forget() {
        waiting.clear();
        declines = 0;
        pendingRefunds = 0;
        down = false;
    }
}
