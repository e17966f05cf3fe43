package health.stillwater;

import health.stillwater.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal, told to a machine. People are told by the portals. */
@RestControllerAdvice(annotations = RestController.class)
class Refusals {

    @ExceptionHandler
    ProblemDetail answer(Refusal refusal) {
        var status =
                switch (refusal) {
                    case Refusal.Missing _ -> HttpStatus.NOT_FOUND;
                    case Refusal.Overtaken _ -> HttpStatus.CONFLICT;
                    case Refusal.Forbidden _ -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    }
}
