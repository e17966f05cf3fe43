package health.stillwater.portals.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The last page: what a person sees when a request ended outside of any controller. It tells no
 * details, and gives a form that came too late back to whoever sent it.
 */
@Controller
class BrokenController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenController.class);

    @RequestMapping("/error")
    @PreAuthorize("permitAll()")
    Screen show(HttpServletRequest request) {
        var status = status(request);
        var unsent = Unsent.in(request);
        if (unsent.isPresent()) {
            return Screen.of("shell/unsent").with("unsent", unsent.get()).answering(status);
        }
        return Screen.of("shell/sorry")
                .with("sorry", status.is5xxServerError() ? broken(request) : Sorry.of(status))
                .answering(status);
    }

    private static Sorry broken(HttpServletRequest request) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "Incident {} at {}",
                incident,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return Sorry.broken(incident);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
