/**
 * The physicians' queue: which case waits for whom, who holds it, and until when.
 *
 * <p>Other rooms claim, open and judge cases through {@link health.stillwater.review.ReviewQueue},
 * and put follow-ups into it. A case is shown only to physicians whose own credentials are valid
 * where the patient is, and held by one at a time.
 */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "kernel",
            "runtime",
            "enrollment",
            "visits",
            "licensing",
            "rulebook"
        })
@NullMarked
package health.stillwater.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
