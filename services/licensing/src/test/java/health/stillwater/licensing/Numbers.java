package health.stillwater.licensing;

import java.util.concurrent.atomic.AtomicInteger;

/** License, DEA and NPI numbers that add up, none of them twice. */
class Numbers {

    private static final AtomicInteger LAST = new AtomicInteger(100_000);

    String next(String prefix) {
        return prefix + LAST.incrementAndGet();
    }

    String dea() {
        var six = "%06d".formatted(LAST.incrementAndGet());
        for (char check = '0'; check <= '9'; check++) {
            if (DeaNumber.addsUp("FS" + six + check)) {
                return "FS" + six + check;
            }
        }
        throw new AssertionError(six);
    }

    String npi() {
        var nine = "1%08d".formatted(LAST.incrementAndGet());
        for (char check = '0'; check <= '9'; check++) {
            if (Npi.addsUp(nine + check)) {
                return nine + check;
            }
        }
        throw new AssertionError(nine);
    }
}
