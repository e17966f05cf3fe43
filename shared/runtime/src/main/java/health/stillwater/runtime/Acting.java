package health.stillwater.runtime;

import health.stillwater.kernel.Actor;

/**
 * Who is acting on this thread. Set once, at the edge (a web request, a task, a piece of news), and
 * bound to a scope, so it can neither leak to the next user of the thread nor be changed on the
 * way.
 */
public final class Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private Acting() {}

    /** The one who is acting; {@link Actor#NOBODY}, who sees nothing, when no edge has said. */
    public static Actor now() {
        return ACTOR.isBound() ? ACTOR.get() : Actor.NOBODY;
    }

    /** Does a piece of work as somebody. */
    public static <R, X extends Throwable> R as(
            Actor actor, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(ACTOR, actor).call(work);
    }
}
