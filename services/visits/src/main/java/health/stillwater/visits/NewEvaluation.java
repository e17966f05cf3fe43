package health.stillwater.visits;

import java.time.LocalDate;

/**
 * What a physician says of an evaluation in person.
 *
 * @param othersPresent who else was there; empty when nobody was
 * @param document where the note of it lies, by its number
 */
public record NewEvaluation(LocalDate on, String place, String othersPresent, String document) {}
