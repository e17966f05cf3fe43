package health.stillwater.portals.shell;

import health.stillwater.kernel.Refusal;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns a refusal into a page that says why, and what to do instead. */
@ControllerAdvice("health.stillwater.portals")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    @ExceptionHandler
    Screen answer(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Missing missing -> sorry(HttpStatus.NOT_FOUND, sentence(missing));
            case Refusal.Overtaken overtaken -> sorry(HttpStatus.CONFLICT, sentence(overtaken));
            case Refusal.Forbidden forbidden ->
                    sorry(HttpStatus.UNPROCESSABLE_CONTENT, sentence(forbidden));
        };
    }

    @ExceptionHandler
    Screen overtaken(OptimisticLockingFailureException someoneWasFaster) {
        return sorry(
                HttpStatus.CONFLICT,
                "Someone changed this while you had it open. Open it again to see it as it is now.");
    }

    /** An id that is none names nothing. */
    @ExceptionHandler
    Screen notAnId(MethodArgumentTypeMismatchException wrong) {
        return sorry(HttpStatus.NOT_FOUND, "This page was not found.");
    }

    private static String sentence(Refusal refusal) {
        return Objects.requireNonNullElse(refusal.getMessage(), "");
    }

    private static Screen sorry(HttpStatus status, String sentence) {
        return Screen.of("shell/sorry").with("sorry", Sorry.of(status, sentence)).answering(status);
    }
}
