import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Watches a log with nothing but a JDK and nothing of the program that keeps it: once a minute it
 * reads the latest checkpoint, has it proved that the log has only grown since the last one it saw,
 * and co-signs it (C2SP cosignature/v1). What does not continue is never co-signed; then it says so
 * and ends, and a person has to look.
 *
 * <p>{@code java Witness.java https://log.example witness-folder keys.txt} where keys.txt holds the
 * log's public keys, got by another way. Run it on a machine that the log's keepers cannot write
 * to.
 */
class Witness {

    static final String NAME = "stillwater.health/witness";
    static final byte COSIGNATURE = 4;
    static final Pattern CHECKPOINT =
            Pattern.compile(
                    "(?<body>(?<origin>[^\\n]+)\\n(?<size>0|[1-9]\\d{0,17})\\n(?<root>[A-Za-z0-9+/]{43}=)\\n)"
                            + "\\n— (?<name>[^\\s+]+) (?<seal>[A-Za-z0-9+/]{91}=)\\n");

    /** Answers what stands at an address of the log. */
    interface Log {
        String at(String address) throws IOException, InterruptedException;
    }

    static class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }

    record Checkpoint(String note, String body, long size, byte[] root) {}

    final Log log;
    final Path folder;
    final List<byte[]> keys;
    final String origin;
    final Clock clock;
    final Key own;

    Witness(Log log, Path folder, String vkeys, Clock clock) throws Exception {
        this.log = log;
        this.folder = folder;
        this.clock = clock;
        this.keys = new ArrayList<>();
        for (var vkey : vkeys.strip().split("\n")) {
            keys.add(Base64.getDecoder().decode(vkey.split("\\+", 3)[2]));
        }
        this.origin = vkeys.substring(0, vkeys.indexOf('+'));
        this.own = Key.in(Files.createDirectories(folder).resolve("witness-key"));
    }

    public static void main(String[] arguments) throws Exception {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        Log log =
                address ->
                        http.send(
                                        HttpRequest.newBuilder(URI.create(arguments[0] + address))
                                                .timeout(Duration.ofSeconds(30))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString(UTF_8))
                                .body();
        var witness =
                new Witness(
                        log,
                        Path.of(arguments[1]),
                        Files.readString(Path.of(arguments[2])),
                        Clock.systemUTC());
        System.out.println("Witness " + witness.own.vkey());
        while (true) {
            try {
                System.out.println(witness.look());
            } catch (IOException unreachable) {
                System.err.println("The log does not answer: " + unreachable.getMessage());
            } catch (Refused refused) {
                System.err.println("NOT CO-SIGNED: " + refused.getMessage());
                System.exit(1);
            }
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    /** Looks once; answers the co-signed checkpoint, or throws {@link Refused}. */
    String look() throws Exception {
        var fresh = opened(log.at("/log/checkpoint"));
        var kept = folder.resolve("last.txt");
        if (Files.exists(kept)) {
            require(fresh, opened(Files.readString(kept)));
        }
        write(kept, fresh.note()); // before anybody has our word for it
        var cosigned =
                fresh.note() + own.cosignature(fresh.body(), clock.instant().getEpochSecond());
        write(folder.resolve("cosigned-%012d.txt".formatted(fresh.size())), cosigned);
        return cosigned;
    }

    private void require(Checkpoint fresh, Checkpoint last) throws Exception {
        if (fresh.size() < last.size()) {
            throw new Refused("the log had " + last.size() + " entries, and now " + fresh.size());
        }
        var path =
                fresh.size() == last.size() || last.size() == 0
                        ? List.<byte[]>of()
                        : path(
                                log.at(
                                        "/log/consistency?from="
                                                + last.size()
                                                + "&to="
                                                + fresh.size()));
        if (!continues(last.size(), fresh.size(), last.root(), fresh.root(), path)) {
            throw new Refused(
                    "the log of "
                            + fresh.size()
                            + " entries does not continue the one of "
                            + last.size());
        }
    }

    Checkpoint opened(String note) throws Exception {
        var parts = CHECKPOINT.matcher(note);
        if (!parts.matches()
                || !parts.group("origin").equals(origin)
                || !parts.group("name").equals(origin)) {
            throw new Refused("no checkpoint of " + origin);
        }
        var seal = Base64.getDecoder().decode(parts.group("seal"));
        var body = parts.group("body").getBytes(UTF_8);
        for (var key : keys) {
            if (Arrays.equals(Key.id(origin, key), Arrays.copyOf(seal, 4))
                    && Key.verifies(key, body, Arrays.copyOfRange(seal, 4, seal.length))) {
                return new Checkpoint(
                        note,
                        parts.group("body"),
                        Long.parseLong(parts.group("size")),
                        Base64.getDecoder().decode(parts.group("root")));
            }
        }
        throw new Refused("a checkpoint that the log's key did not sign");
    }

    private static List<byte[]> path(String json) {
        var list = Pattern.compile("\"path\":\\[([^\\]]*)]").matcher(json);
        if (!list.find()) {
            throw new Refused("no proof of consistency: " + json.strip());
        }
        var path = new ArrayList<byte[]>();
        for (var quoted : list.group(1).isEmpty() ? new String[0] : list.group(1).split(",")) {
            path.add(Base64.getDecoder().decode(quoted.replace("\"", "")));
        }
        return path;
    }

    /** RFC 9162, section 2.1.4.2. */
    static boolean continues(long from, long to, byte[] before, byte[] after, List<byte[]> path)
            throws Exception {
        if (from == to) {
            return path.isEmpty() && Arrays.equals(before, after);
        }
        if (from == 0) {
            return path.isEmpty() && Arrays.equals(before, Key.sha256());
        }
        var rest = new ArrayList<>(path);
        if (path.isEmpty() || path.stream().anyMatch(hash -> hash.length != 32)) {
            return false;
        }
        var first = Long.bitCount(from) == 1 ? before : rest.removeFirst();
        long node = (from - 1) >> Long.numberOfTrailingZeros(from);
        long last = (to - 1) >> Long.numberOfTrailingZeros(from);
        var old = first;
        var fresh = first;
        for (var hash : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Key.sha256(new byte[] {1}, hash, old);
                fresh = Key.sha256(new byte[] {1}, hash, fresh);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                fresh = Key.sha256(new byte[] {1}, fresh, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, before) && Arrays.equals(fresh, after);
    }

    private static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel =
                FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The witness's own Ed25519 key, made the first time. */
    record Key(byte[] secret, byte[] typed) {

        static Key in(Path file) throws Exception {
            if (!Files.exists(file)) {
                var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                var x509 = pair.getPublic().getEncoded();
                var typed = Arrays.copyOfRange(x509, x509.length - 33, x509.length);
                typed[0] = COSIGNATURE;
                var encoder = Base64.getEncoder();
                write(
                        file,
                        encoder.encodeToString(pair.getPrivate().getEncoded())
                                + "\n"
                                + encoder.encodeToString(typed)
                                + "\n");
            }
            var lines = Files.readAllLines(file);
            return new Key(
                    Base64.getDecoder().decode(lines.get(0)),
                    Base64.getDecoder().decode(lines.get(1)));
        }

        String vkey() throws Exception {
            return NAME
                    + "+"
                    + HexFormat.of().formatHex(id(NAME, typed))
                    + "+"
                    + Base64.getEncoder().encodeToString(typed);
        }

        /** The line that is added to a checkpoint. */
        String cosignature(String body, long time) throws Exception {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(secret)));
            signer.update(("cosignature/v1\ntime " + time + "\n" + body).getBytes(UTF_8));
            var line =
                    ByteBuffer.allocate(4 + 8 + 64)
                            .put(id(NAME, typed))
                            .putLong(time)
                            .put(signer.sign());
            return "— " + NAME + " " + Base64.getEncoder().encodeToString(line.array()) + "\n";
        }

        static byte[] id(String name, byte[] typed) throws Exception {
            return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), typed), 4);
        }

        static boolean verifies(byte[] typed, byte[] message, byte[] signature) throws Exception {
            var x509 =
                    HexFormat.of()
                            .parseHex(
                                    "302a300506032b6570032100"
                                            + HexFormat.of().formatHex(typed, 1, 33));
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            verifier.update(message);
            return verifier.verify(signature);
        }

        static byte[] sha256(byte[]... parts) throws Exception {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        }
    }
}
