package health.stillwater.portals.patient;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
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
        return Screen.of("patient/identity").with("identity", enrollment.identity(me));
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me) {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/patient/identity/return")
                .build()
                .toUri();
        return Screen.go(enrollment.startIdentityCheck(me, here).toString());
    }

    /** Back from the vendor. Its word comes by its own way; here we only look whether it came. */
    @GetMapping("/return")
    @PreAuthorize("hasRole('PATIENT')")
    Screen back(@Signed PatientId me) {
        return Screen.go("/patient/identity");
    }
}
