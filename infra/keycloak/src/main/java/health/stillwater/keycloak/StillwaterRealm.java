package health.stillwater.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files a Keycloak needs to become our sign-in server.
 *
 * @param app where Stillwater answers, without a slash at the end
 * @param redirect where a person may be sent back to after signing in; may end in a star
 * @param clientSecret what Stillwater proves itself with
 */
public record StillwaterRealm(String app, String redirect, String clientSecret) {

    public static final String NAME = "stillwater";
    public static final String CLIENT = "stillwater-web";

    private static final String FOLDER = "/keycloak/";
    private static final String THEME = "themes/stillwater/";

    private static final List<String> THEME_FILES =
            List.of(
                    "login/theme.properties",
                    "login/template.ftl",
                    "login/field.ftl",
                    "login/login.ftl",
                    "login/login-otp.ftl",
                    "login/register.ftl",
                    "login/messages/messages_en.properties",
                    "login/resources/css/sign-in.css",
                    "login/resources/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2",
                    "login/resources/fonts/OFL.txt",
                    "login/resources/img/mark.svg");

    /** For a demonstration on one machine: any port of it, and a secret everybody may know. */
    public static StillwaterRealm forDemonstration(String app) {
        return new StillwaterRealm(app, "http://localhost:*", "stillwater-demo-client-secret");
    }

    /** Realm and sign-in pages, by path inside the server's folder. */
    public Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var file : THEME_FILES) {
            files.put(THEME + file, resource("theme/" + file));
        }
        files.put("data/import/stillwater-realm.json", bytes(realm()));
        return files;
    }

    /** The same, and the people of the demonstration. */
    public Map<String, byte[]> filesWith(List<DemoPerson> people) {
        var files = new LinkedHashMap<>(files());
        var users = people.stream().map(StillwaterRealm::user).collect(Collectors.joining(",\n"));
        files.put(
                "data/import/stillwater-users-0.json",
                bytes("{\"realm\": \"stillwater\", \"users\": [\n" + users + "\n]}\n"));
        return files;
    }

    private String realm() {
        return new String(resource("realm.json"), StandardCharsets.UTF_8)
                .replace("@APP@", app)
                .replace("@REDIRECT@", redirect)
                .replace("@CLIENT_SECRET@", clientSecret);
    }

    private static String user(DemoPerson person) {
        var pharmacy =
                person.pharmacy() == null
                        ? ""
                        : "\"attributes\": {\"pharmacy_id\": [\"%s\"]},"
                                .formatted(person.pharmacy());
        return """
                {
                  "id": "%s", "username": "%s", "email": "%s", "firstName": "%s", "lastName": "%s",
                  "enabled": true, "emailVerified": true, %s
                  "realmRoles": ["%s"], "credentials": [%s]
                }"""
                .formatted(
                        person.id(),
                        person.email(),
                        person.email(),
                        person.firstName(),
                        person.lastName(),
                        pharmacy,
                        person.role(),
                        credentials(person));
    }

    private static String credentials(DemoPerson person) {
        var password =
                "{\"type\": \"password\", \"value\": \"%s\", \"temporary\": false}"
                        .formatted(DemoPeople.PASSWORD);
        if (person.authenticator() == null) {
            return password;
        }
        return password
                + """
                , {
                    "type": "otp", "userLabel": "Demo authenticator",
                    "secretData": "{\\"value\\":\\"%s\\"}",
                    "credentialData": "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"counter\\":0,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"
                  }"""
                        .formatted(person.authenticator());
    }

    private static byte[] resource(String name) {
        try (var found = StillwaterRealm.class.getResourceAsStream(FOLDER + name)) {
            if (found == null) {
                throw new IllegalStateException("Missing from this jar: " + FOLDER + name);
            }
            return found.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
