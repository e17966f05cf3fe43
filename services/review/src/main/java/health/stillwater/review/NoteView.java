package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;

/** What a physician wrote to the colleague who took over. */
public record NoteView(PhysicianId by, PhysicianId to, String words, Instant at) {}
