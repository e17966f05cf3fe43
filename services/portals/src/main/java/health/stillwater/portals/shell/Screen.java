package health.stillwater.portals.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a controller answers: a template and what it shows. {@code
 * Screen.of("patient/plan").with("plan", plan)}.
 *
 * <p>The names given must be the parameters the template declares; {@code page} is added by the
 * shell.
 */
public final class Screen extends ModelAndView {

    static final String MESSAGE = "said";
    static final String ERRORS = "wrong";

    private Screen(String template) {
        super(template);
    }

    public static Screen of(String template) {
        return new Screen(template);
    }

    /** The same form once more, with what is wrong with it; typed values are kept by the shell. */
    public static Screen again(String template, FieldErrors errors) {
        var screen = new Screen(template);
        screen.addObject(ERRORS, errors);
        screen.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return screen;
    }

    /** To where a person goes after a form was taken. */
    public static Screen go(String address) {
        return new Screen("redirect:" + address).answering(HttpStatus.SEE_OTHER);
    }

    /** The same, and says a sentence there, once. */
    public static Screen go(String address, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(MESSAGE, sentence);
        return go(address);
    }

    public Screen with(String parameter, Object value) {
        addObject(parameter, value);
        return this;
    }

    public Screen answering(HttpStatus status) {
        setStatus(status);
        return this;
    }
}
