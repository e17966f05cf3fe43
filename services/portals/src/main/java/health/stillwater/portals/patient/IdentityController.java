package health.stillwater.portals.patient;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Proof of identity, at the vendor who checks it. */
@Controller
@RequestMapping("/patient/identity")
class IdentityController {

    private final Enrollment enrollment;

    IdentityController(Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me) {
        return with(Screen.of("patient/identity"), me);
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me) {
        var here =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/patient/identity/return")
                        .build()
                        .toUri();
        try {
            return Screen.go(enrollment.startIdentityCheck(me, here).toString());
        } catch (Refusal.Overtaken verified) {
            return Screen.go("/patient/identity");
        } catch (Refusal.Forbidden notNow) {
            var why = FieldErrors.of("begin", Objects.requireNonNullElse(notNow.getMessage(), ""));
            return with(Screen.again("patient/identity", why), me);
        }
    }

    /** Back from the vendor. Its word comes by its own way; here we only look whether it came. */
    @GetMapping("/return")
    @PreAuthorize("hasRole('PATIENT')")
    Screen back(@Signed PatientId me) {
        return Screen.go("/patient/identity");
    }

    private Screen with(Screen screen, PatientId me) {
        return screen.with("identity", enrollment.identity(me))
                .with("described", enrollment.of(me).profile() != null);
    }
}
