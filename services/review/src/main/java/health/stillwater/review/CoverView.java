package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;

/** Who looks after whose patients, from when until when. */
public record CoverView(PhysicianId physician, PhysicianId cover, Instant since, Instant until) {}
