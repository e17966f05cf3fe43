package health.stillwater.testing;

import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real database under two roles, and a clock moved by hand. */
@TestConfiguration(proxyBeanMethods = false)
public class RealParts {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Clock clock(TestClock clock) {
        return clock;
    }

    @Bean
    static DynamicPropertyRegistrar database() {
        var address = TestDatabase.fresh();
        return registry -> {
            registry.add("spring.datasource.url", () -> address);
            registry.add("spring.datasource.username", () -> "stillwater_app");
            registry.add("spring.datasource.password", () -> "stillwater_app");
            registry.add("spring.datasource.hikari.connection-timeout", () -> "2000");
            registry.add("spring.datasource.hikari.maximum-pool-size", () -> "12");
            registry.add("spring.flyway.user", () -> "stillwater_owner");
            registry.add("spring.flyway.password", () -> "stillwater_owner");
            registry.add("db-scheduler.polling-interval", () -> "100ms");
            registry.add("db-scheduler.shutdown-max-wait", () -> "1s");
        };
    }
}
