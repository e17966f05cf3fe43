package health.stillwater.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports we need, looked at before anything starts, so that one message names them all. */
final class Doors {

    private Doors() {}

    static void mustBeFree(Setup setup, int fakes) {
        var ports = setup.ports();
        var wanted = new LinkedHashMap<Integer, Door>();
        wanted.put(ports.application(), new Door("the application", "STILLWATER_PORT"));
        wanted.put(ports.signIn(), new Door("the sign-in server", "STILLWATER_SIGN_IN_PORT"));
        wanted.put(ports.database(), new Door("the database", "STILLWATER_DATABASE_PORT"));
        for (int number = 0; number <= fakes; number++) {
            wanted.put(ports.fake(number), new Door("the sandbox", "STILLWATER_DESK_PORT"));
        }
        if (wanted.size() < 4 + fakes) {
            throw new CannotStart("Two parts were given the same port: " + wanted.keySet());
        }
        var taken =
                wanted.entrySet().stream()
                        .filter(door -> isTaken(door.getKey()))
                        .map(Doors::advice)
                        .toList();
        if (!taken.isEmpty()) {
            throw new CannotStart(String.join("\n", taken));
        }
    }

    private record Door(String of, String setting) {}

    private static String advice(Map.Entry<Integer, Door> door) {
        return "Port %d, for %s, is taken. End what uses it, or choose another, for example %s=%d"
                .formatted(
                        door.getKey(),
                        door.getValue().of(),
                        door.getValue().setting(),
                        door.getKey() + 1000);
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
