package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A zip in the one form that the same files always have: stored as they are, dated January 1, 1980,
 * and nothing optional.
 */
final class StoredZip {

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 10;
    private static final int FIRST_OF_JANUARY_1980 = 0x0021_0000;

    private StoredZip() {}

    static byte[] of(Map<String, byte[]> files) {
        long local = 0;
        int directory = 0;
        for (var file : files.entrySet()) {
            local += LOCAL_LENGTH + file.getKey().length() + file.getValue().length;
            directory += CENTRAL_LENGTH + file.getKey().length();
        }
        var zip = buffer(Math.toIntExact(local + directory + END_LENGTH));
        var central = buffer(directory);
        for (var file : files.entrySet()) {
            var name = file.getKey().getBytes(US_ASCII);
            int at = zip.position();
            zip.putInt(0x04034b50);
            described(zip, name, file.getValue());
            zip.put(name).put(file.getValue());
            central.putInt(0x02014b50).putShort(VERSION);
            described(central, name, file.getValue());
            central.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            central.putInt(0).putInt(at).put(name);
        }
        int start = zip.position();
        zip.put(central.flip());
        zip.putInt(0x06054b50).putInt(0);
        zip.putShort((short) files.size()).putShort((short) files.size());
        zip.putInt(zip.position() - start - 12).putInt(start).putShort((short) 0);
        return zip.array();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What both headers of a file say of it. */
    private static void described(ByteBuffer header, byte[] name, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        header.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        header.putInt(FIRST_OF_JANUARY_1980);
        header.putInt((int) crc.getValue()).putInt(bytes.length).putInt(bytes.length);
        header.putShort((short) name.length).putShort((short) 0);
    }
}
