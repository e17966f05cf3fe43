package health.stillwater.portals.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one who is signed in, as a parameter: {@code @Signed PatientId me}, {@code @Signed
 * PhysicianId me}, {@code @Signed PharmacyId mine} or, for staff without an id of their own,
 * {@code @Signed Actor me}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Signed {}
