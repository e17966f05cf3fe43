package health.stillwater.ledger;

import java.util.List;
import org.springframework.stereotype.Service;

/** The front door of the log. */
@Service
public class Ledger {

    Ledger() {}

    /** Adds a leaf, in the caller's transaction, and answers its index. Leaf follows leaf without a gap. */
    public long append(byte[] leaf) {
        throw new UnsupportedOperationException();
    }

    /** The bytes of one leaf, exactly as they were appended. */
    public byte[] leaf(long index) {
        throw new UnsupportedOperationException();
    }

    public long size() {
        throw new UnsupportedOperationException();
    }

    /** The log as it stands now, signed; made anew if it grew since the last one. */
    public Checkpoint checkpoint() {
        throw new UnsupportedOperationException();
    }

    /** Proves that a leaf is in the log of this size. */
    public Proof inclusion(long index, long size) {
        throw new UnsupportedOperationException();
    }

    /** Proves that the log of one size is the beginning of the log of a later size. */
    public List<byte[]> consistency(long from, long to) {
        throw new UnsupportedOperationException();
    }

    /** Recomputes everything from the leaves, and names the first one that is wrong. */
    public Verification verify() {
        throw new UnsupportedOperationException();
    }

    /** The public key that checkpoints are verified with (C2SP vkey). */
    public String verifierKey() {
        throw new UnsupportedOperationException();
    }
}
