package health.stillwater.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/**
 * Starts one room (and, when told, those it stands on) on real PostgreSQL, with a clock moved by
 * hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(extraIncludes = "runtime", verifyAutomatically = false)
@Import(RealParts.class)
@TestPropertySource("classpath:health/stillwater/testing/room.properties")
public @interface RoomTest {

    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "mode")
    ApplicationModuleTest.BootstrapMode mode() default
            ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES;
}
