package health.stillwater.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of Twilio's API, in the shapes its SDK reads. */
final class TwilioAnswers {

    private final TwilioAccount account;

    TwilioAnswers(TwilioAccount account) {
        this.account = account;
    }

    FakeServer.Answer text(int status, TwilioText text) {
        return json(status, text.told(account));
    }

    /** A list that fits on one page. */
    FakeServer.Answer page(List<TwilioText> texts) {
        var here = "/2010-04-01/Accounts/" + account.sid() + "/Messages.json";
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("messages", texts.stream().map(text -> text.told(account)).toList());
        page.put("page", 0);
        page.put("page_size", 50);
        page.put("start", 0);
        page.put("end", texts.size());
        page.put("next_page_uri", null);
        page.put("previous_page_uri", null);
        page.put("first_page_uri", here);
        page.put("uri", here);
        return json(200, page);
    }

    static FakeServer.Answer error(int status, int code, String message) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("code", code);
        told.put("message", message);
        told.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        told.put("status", status);
        return json(status, told);
    }

    private static FakeServer.Answer json(int status, Map<String, @Nullable Object> told) {
        return FakeServer.Answer.json(status, Memory.JSON.writeValueAsString(told));
    }
}
