import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Verifies a case file with nothing but a JDK, without a network, and with nothing of the program
 * that wrote it: {@code java VerifyCaseFile.java case-file.zip [keys.txt]}. The second file holds
 * the keys you were given by another way; without it you learn only that the parts fit together.
 * The format is told in docs/case-file.md.
 */
class VerifyCaseFile {

    static final String FORMAT = "stillwater.health/case-file/1";
    static final List<String> FIRST =
            List.of("decisions.jsonl", "checkpoint.txt", "keys.txt", "proofs.json");
    static final String MANIFEST = "manifest.txt";
    static final Pattern PROOF =
            Pattern.compile(
                    "\\{\"index\":(0|[1-9]\\d{0,17}),\"size\":(0|[1-9]\\d{0,17}),\"path\":\\[(.*)]}");

    public static void main(String[] arguments) throws Exception {
        var path = Path.of(arguments[0]);
        try {
            var files = Files.isDirectory(path) ? unpacked(path) : unzip(Files.readAllBytes(path));
            var given = arguments.length > 1 ? Files.readAllBytes(Path.of(arguments[1])) : null;
            System.out.print(verify(files, given));
        } catch (Refused refused) {
            System.err.println("Not verified: " + refused.getMessage());
            System.exit(1);
        }
    }

    /** What was verified, in words; throws {@link Refused} at the first thing that is wrong. */
    static String verify(Map<String, byte[]> files, byte[] givenKeys) {
        var names = new ArrayList<>(files.keySet());
        require(
                names.size() > FIRST.size()
                        && names.subList(0, FIRST.size()).equals(FIRST)
                        && names.getLast().equals(MANIFEST),
                "these are not the files of a case file: " + names);
        var keys = keys(files.get("keys.txt"));
        var manifest = open("manifest.txt", files.get(MANIFEST), keys);
        var checkpoint = open("checkpoint.txt", files.get("checkpoint.txt"), keys);
        var leaves = lines("decisions.jsonl", files.get("decisions.jsonl"));
        var about = about(manifest, files, leaves.size());
        prove(checkpoint, leaves, lines("proofs.json", files.get("proofs.json")));

        var trusted = givenKeys == null ? List.<Key>of() : keys(givenKeys);
        for (var note : List.of(manifest, checkpoint)) {
            require(
                    givenKeys == null || trusted.stream().anyMatch(note.key()::is),
                    "signed by a key that is not among yours: " + note.key().vkey());
        }
        return "Verified: "
                + leaves.size()
                + " decisions, each in the log of "
                + checkpoint.lines().get(1)
                + " that was signed.\n"
                + String.join("\n", about)
                + "\nSigned by "
                + checkpoint.key().vkey()
                + (givenKeys == null
                        ? "\nThis key came with the file: compare it with the one you were given.\n"
                        : "\nThis key is among yours.\n");
    }

    /** Every file in the order of the zip, with the SHA-256 that the manifest signs. */
    static List<String> about(Note manifest, Map<String, byte[]> files, int decisions) {
        var expected = new ArrayList<String>();
        expected.add("decisions " + decisions);
        files.forEach(
                (name, bytes) -> {
                    if (!name.equals(MANIFEST)) {
                        expected.add("sha256 " + hex(sha256(bytes)) + " " + name);
                    }
                });
        var lines = manifest.lines();
        int said = lines.size() - expected.size();
        require(said >= 1 && lines.getFirst().equals(FORMAT), "not a manifest of this format");
        require(
                lines.subList(said, lines.size()).equals(expected),
                "a file is not the one that the manifest was signed over");
        return lines.subList(1, said);
    }

    static void prove(Note checkpoint, List<byte[]> leaves, List<byte[]> proofs) {
        var lines = checkpoint.lines();
        require(
                lines.size() == 3
                        && lines.getFirst().equals(checkpoint.key().name())
                        && lines.get(1).matches("0|[1-9]\\d{0,17}"),
                "checkpoint.txt is no checkpoint of this log");
        long size = Long.parseLong(lines.get(1));
        var root = base64(lines.get(2), 32, "the root");
        int count = leaves.size();
        require(
                count > 0
                        && proofs.size() == count + 2
                        && text(proofs.getFirst()).equals("[")
                        && text(proofs.getLast()).equals("]"),
                "not one proof for each decision");
        long last = -1;
        for (int i = 0; i < count; i++) {
            var line = text(proofs.get(i + 1));
            boolean goesOn = line.endsWith(",");
            require(goesOn == (i < count - 1), "proofs.json is not one proof a line");
            var proof = PROOF.matcher(goesOn ? line.substring(0, line.length() - 1) : line);
            require(proof.matches(), "not a proof: " + line);
            long index = Long.parseLong(proof.group(1));
            require(index > last, "the decisions are not in the order of the log");
            require(proof.group(2).equals(lines.get(1)), "a proof for another size: " + line);
            require(
                    included(index, size, leaves.get(i), path(proof.group(3)), root),
                    "entry " + index + " is not in the log that was signed");
            last = index;
        }
    }

    static List<byte[]> path(String list) {
        var path = new ArrayList<byte[]>();
        for (var quoted : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            require(
                    quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\""),
                    "not a hash: " + quoted);
            path.add(base64(quoted.substring(1, quoted.length() - 1), 32, "a hash of a proof"));
        }
        return path;
    }

    /** RFC 9162, section 2.1.3.2. */
    static boolean included(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        if (index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = sha256(new byte[] {0}, leaf);
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = sha256(new byte[] {1}, sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** A C2SP signed note with one signature, by one of these keys. */
    static Note open(String name, byte[] file, List<Key> keys) {
        var note = text(file);
        int end = note.lastIndexOf("\n\n— ");
        require(end > 0 && note.endsWith("\n"), name + " is no signed note");
        var line = note.substring(end + 4, note.length() - 1);
        var parts = line.split(" ", -1);
        require(parts.length == 2 && !line.contains("\n"), name + " has not one signature");
        var seal = base64(parts[1], 68, "the signature of " + name);
        var body = note.substring(0, end + 1);
        for (var key : keys) {
            if (key.name().equals(parts[0])
                    && Arrays.equals(key.id(), Arrays.copyOf(seal, 4))
                    && key.verifies(body.getBytes(UTF_8), Arrays.copyOfRange(seal, 4, 68))) {
                return new Note(List.of(body.substring(0, end).split("\n", -1)), key);
            }
        }
        throw new Refused(name + " is not signed by a key of keys.txt");
    }

    record Note(List<String> lines, Key key) {}

    static List<Key> keys(byte[] file) {
        var keys = new ArrayList<Key>();
        for (var line : lines("keys.txt", file)) {
            var parts = text(line).split("\\+", 3);
            require(parts.length == 3 && !parts[0].isEmpty(), "no key: " + text(line));
            var typed = base64(parts[2], 33, "a key");
            require(typed[0] == 1, "not an Ed25519 key: " + text(line));
            var key = new Key(parts[0], Arrays.copyOfRange(typed, 1, 33));
            require(key.vkey().equals(text(line)), "the key does not fit its id: " + text(line));
            require(keys.stream().noneMatch(key::is), "a key stands there twice");
            keys.add(key);
        }
        require(!keys.isEmpty(), "keys.txt holds no key");
        return keys;
    }

    record Key(String name, byte[] raw) {

        byte[] id() {
            return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), new byte[] {1}, raw), 4);
        }

        String vkey() {
            var typed = ByteBuffer.allocate(33).put((byte) 1).put(raw).array();
            return name + "+" + hex(id()) + "+" + Base64.getEncoder().encodeToString(typed);
        }

        boolean is(Key other) {
            return vkey().equals(other.vkey());
        }

        boolean verifies(byte[] message, byte[] signature) {
            try {
                var x509 = HexFormat.of().parseHex("302a300506032b6570032100" + hex(raw));
                var verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(x509)));
                verifier.update(message);
                return verifier.verify(signature);
            } catch (GeneralSecurityException garbled) {
                return false;
            }
        }
    }

    /** Reads a zip, writes it again in the one form, and wants the same bytes. */
    static Map<String, byte[]> unzip(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(zip).order(LITTLE_ENDIAN);
        while (in.remaining() > 30 && in.getInt(in.position()) == 0x04034b50) {
            int length = in.getInt(in.position() + 22);
            var name = new byte[in.getShort(in.position() + 26) & 0xffff];
            in.position(in.position() + 30);
            require(length >= 0 && in.remaining() >= name.length + (long) length, "cut off");
            var bytes = new byte[length];
            in.get(name).get(bytes);
            require(files.put(text(name), bytes) == null, "a file stands there twice");
        }
        require(Arrays.equals(zip, zipped(files)), "the zip is not in the one form it has");
        return files;
    }

    static byte[] zipped(Map<String, byte[]> files) {
        int length = 22;
        for (var file : files.entrySet()) {
            length += 76 + 2 * file.getKey().getBytes(UTF_8).length + file.getValue().length;
        }
        var zip = ByteBuffer.allocate(length).order(LITTLE_ENDIAN);
        var central = ByteBuffer.allocate(length).order(LITTLE_ENDIAN);
        for (var file : files.entrySet()) {
            var name = file.getKey().getBytes(UTF_8);
            int at = zip.position();
            header(zip.putInt(0x04034b50), name, file.getValue()).put(name).put(file.getValue());
            header(central.putInt(0x02014b50).putShort((short) 10), name, file.getValue());
            central.put(new byte[10]).putInt(at).put(name);
        }
        int start = zip.position();
        zip.put(central.flip());
        int directory = zip.position() - start;
        zip.putInt(0x06054b50).putInt(0);
        zip.putShort((short) files.size()).putShort((short) files.size());
        return zip.putInt(directory).putInt(start).putShort((short) 0).array();
    }

    static ByteBuffer header(ByteBuffer to, byte[] name, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        to.putShort((short) 10).putInt(0).putInt(0x00210000).putInt((int) crc.getValue());
        return to.putInt(bytes.length).putInt(bytes.length).putInt(name.length);
    }

    /** An unpacked case file: the files of the manifest in its order, and no others. */
    static Map<String, byte[]> unpacked(Path folder) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var line : Files.readString(folder.resolve(MANIFEST)).split("\n")) {
            if (line.startsWith("sha256 ") && line.length() > 72) {
                var name = line.substring(72);
                require(name.matches("[A-Za-z][A-Za-z.-]*"), "not a file's name: " + name);
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        }
        files.put(MANIFEST, Files.readAllBytes(folder.resolve(MANIFEST)));
        try (var there = Files.list(folder)) {
            there.map(file -> file.getFileName().toString())
                    .forEach(name -> require(files.containsKey(name), "an unknown file: " + name));
        }
        return files;
    }

    static List<byte[]> lines(String name, byte[] file) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                lines.add(Arrays.copyOfRange(file, start, at));
                start = at + 1;
            }
        }
        require(start == file.length, name + " ends in the middle of a line");
        return lines;
    }

    static String text(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        require(Arrays.equals(text.getBytes(UTF_8), bytes), "not UTF-8");
        return text;
    }

    /** Base64 as there is only one for these bytes. */
    static byte[] base64(String text, int length, String what) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            require(
                    bytes.length == length
                            && Base64.getEncoder().encodeToString(bytes).equals(text),
                    what + " is not " + length + " bytes of base64");
            return bytes;
        } catch (IllegalArgumentException garbled) {
            throw new Refused(what + " is not base64");
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }

    static class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }
}
