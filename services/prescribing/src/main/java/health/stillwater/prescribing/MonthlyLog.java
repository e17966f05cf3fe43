package health.stillwater.prescribing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The controlled prescriptions a physician issued in a month (21 CFR 1311.120).
 *
 * @param rows in the order they were signed
 * @param hash SHA-256 of the log, in hex
 * @param madeAt since when it is kept as it is; empty while the month goes on
 * @param reviewedAt when the physician said that they had read it
 */
public record MonthlyLog(
        YearMonth month,
        List<LogRow> rows,
        String hash,
        Optional<Instant> madeAt,
        Optional<Instant> reviewedAt) {}
